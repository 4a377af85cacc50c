import { languageOf } from '../show/language.ts';
import type { Language } from '../show/language.ts';

/** What the command line takes from the process it runs in. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal behind stdout, where there is one. */
  readonly columns: number | undefined;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** The answer itself. */
  readonly writeData: (text: string) => void;
  /** Everything said about it. */
  readonly writeMessage: (text: string) => void;
}

const PLAIN_WIDTH = 100;
const NARROWEST = 40;
const WIDEST = 400;

/** The language asked for by `--lang`, else the system's (LC_ALL before LC_MESSAGES before LANG, as POSIX has it). */
export function languageFrom(args: readonly string[], environment: Environment): Language {
  const { variables } = environment;
  const locale = [variables['LC_ALL'], variables['LC_MESSAGES'], variables['LANG']].find((value) => value);
  return languageOf(asked(args, '--lang') ?? locale);
}

/** True where escape sequences are welcome: on a terminal, unless NO_COLOR or `--no-color` says otherwise. */
export function wantsColour(args: readonly string[], environment: Environment, isTerminal: boolean): boolean {
  const { variables } = environment;
  if (args.includes('--no-color') || variables['NO_COLOR']) return false;
  if (variables['FORCE_COLOR'] && variables['FORCE_COLOR'] !== '0') return true;
  return isTerminal && variables['TERM'] !== 'dumb';
}

/** Columns to use: `--width`, else the terminal's, else a hundred. */
export function widthFrom(args: readonly string[], environment: Environment): number {
  const stated = Number(asked(args, '--width') ?? environment.variables['COLUMNS'] ?? NaN);
  const width = Number.isInteger(stated) && stated > 0 ? stated : (environment.columns ?? PLAIN_WIDTH);
  return Math.min(WIDEST, Math.max(NARROWEST, width));
}

/** COLORFGBG is `text;ground` with palette numbers, set by several terminals; 7 and 15 are light grounds. */
export function backgroundFrom(environment: Environment): 'light' | 'dark' {
  const ground = environment.variables['COLORFGBG']?.split(';').at(-1);
  return ground === '7' || ground === '15' ? 'light' : 'dark';
}

/** Value of an option before the parser has run, since help and errors need it as well. */
function asked(args: readonly string[], option: string): string | undefined {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const joined = before.findLast((argument) => argument.startsWith(`${option}=`));
  if (joined !== undefined) return joined.slice(option.length + 1);
  const at = before.lastIndexOf(option);
  return at < 0 ? undefined : before[at + 1];
}

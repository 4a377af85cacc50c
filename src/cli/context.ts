import type { Command } from 'commander';
import type { Language } from '../show/language.ts';
import { toCsv } from '../show/csv.ts';
import type { CsvField } from '../show/csv.ts';
import { toJson } from '../show/json.ts';
import type { Screen } from '../show/screen.ts';
import { backgroundFrom, languageFrom, wantsColour, widthFrom } from './environment.ts';
import type { Environment } from './environment.ts';
import { readFilesFrom, withFigures } from './files.ts';
import type { Files } from './files.ts';

/** What every command is given: where and how to show, and the files. */
export interface Context {
  readonly language: Language;
  /** How to show the answer. */
  readonly screen: Screen;
  /** How to show messages, which may go to another place. */
  readonly messageScreen: Screen;
  readonly files: Files;
  /** Adds figures of one's own to those of the register. Throws `unreadable-file`. */
  addFigures(paths: readonly string[]): void;
  /** What was asked, as it can be asked again. */
  readonly commandLine: string;
  /** The answer in a form of its own, on stdout as it is. */
  data(text: string): void;
  /** A message on stderr; a newline is added. */
  note(text: string): void;
  /** A passing line on stderr, on a terminal only; `undefined` clears it. */
  progress(text: string | undefined): void;
  /** Writes the answer in the form asked for with --json or --csv, else as text. Only the form asked for is made. */
  answer(command: Command, forms: AnswerForms): void;
  /** Sets the exit code of the process. */
  exit(code: number): void;
  exitCode(): number;
}

/** An answer in the three forms that every command offers. */
export interface AnswerForms {
  readonly text: () => string;
  readonly json: () => unknown;
  readonly csv: () => { readonly header: readonly string[]; readonly rows: Iterable<readonly CsvField[]> };
}

/** The context of one run of the command line. */
export function createContext(args: readonly string[], environment: Environment): Context {
  const language = languageFrom(args, environment);
  const screenFor = (isTerminal: boolean): Screen => ({
    language,
    width: widthFrom(args, environment),
    colour: wantsColour(args, environment, isTerminal),
    background: backgroundFrom(environment),
  });
  const screen = screenFor(environment.stdoutIsTerminal);
  let files = readFilesFrom();
  let code = 0;
  return {
    language,
    screen,
    messageScreen: screenFor(environment.stderrIsTerminal),
    get files() {
      return files;
    },
    addFigures: (paths) => {
      files = withFigures(files, paths);
    },
    commandLine: ['chokepoint', ...args].map(quoted).join(' '),
    data: (text) => environment.writeData(text),
    note: (text) => environment.writeMessage(`${text}\n`),
    progress: (text) => {
      if (environment.stderrIsTerminal) environment.writeMessage(`\r\u001B[K${text ?? ''}`);
    },
    answer: (command, forms) => {
      const options = command.optsWithGlobals<{ readonly json?: boolean; readonly csv?: boolean }>();
      if (options.json) {
        environment.writeData(toJson(forms.json()));
      } else if (options.csv) {
        const { header, rows } = forms.csv();
        environment.writeData(toCsv(header, rows));
      } else {
        environment.writeData(`${forms.text()}\n`);
      }
    },
    exit: (wanted) => {
      code = wanted;
    },
    exitCode: () => code,
  };
}

/** An argument as a shell takes it: in single quotes where it holds more than plain characters. */
function quoted(argument: string): string {
  return /^[\w./:=,@%+-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

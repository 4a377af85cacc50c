import { run } from '../src/cli/run.ts';
import type { Language } from '../src/show/language.ts';

/**
 * Commands whose output is kept in `docs/transcripts`, by file name. The first is what `npm start` prints; the others
 * draw fewer futures where the numbers are not what they are there to show.
 */
export const TRANSCRIPTS: Readonly<Record<string, string>> = {
  forecast: 'forecast',
  'forecast-february-2025': 'forecast --scenario february-2025',
  outcomes: 'forecast --scenario february-2025 --outcomes --draws 256',
  bottlenecks: 'bottlenecks --draws 256',
  series: 'series shipments --by designer --period year --draws 256',
  'series-list': 'series --list',
  calibrate: 'calibrate --draws 256',
  explain: 'explain shipments --family "B300 incl. GB300" --period 2026Q4',
  sensitivity: 'sensitivity --draws 256 --top 6',
  'sensitivity-draws': 'sensitivity shipments --by designer --member nvidia --method draws --top 6',
  compare: 'compare latest packaging-slips --draws 256',
  allocate: 'allocate --draws 256',
  asic: 'asic --draws 256',
  'what-if': 'what-if efficiency --draws 256',
  fleet: 'fleet --draws 256',
  'fleet-cluster': 'fleet --cluster 100000 --product b200 --buyer oracle --draws 256',
  'fleet-cluster-buyers': 'fleet --cluster 100k --product vr200 --draws 256',
  'train-cost': 'train-cost deepseek-v3',
  'train-cost-when': 'train-cost --flop 1e28 --accelerator vr200 --precision fp8 --draws 256',
  'train-cost-list': 'train-cost --list',
  facts: 'facts --summary',
  'facts-disagreement': 'facts --disagreement --limit 15',
  'facts-outliers': 'facts --outliers --as-of 2025-07-31',
  'facts-guidance': 'facts --guidance --as-of 2026-09-30',
  'facts-weakest': 'facts --weakest --limit 12',
  'explain-share': 'explain own-chip-share/shipments/2027 --draw 7 --draws 256',
  claims: 'claims',
  'claims-list': 'claims --section packaging',
  'claims-by-publisher': 'claims --by publisher',
  'claims-vintages': 'claims --by publisher --vintages "cowos_capacity TSMC 2025"',
  'claims-one': 'claims deepseek-v3-cost',
  backtest: 'backtest --as-of 2025-02-28 --draws 64',
  'validate-broken': 'validate docs/examples/broken-scenario.yaml docs/examples/broken-figures.csv',
  'validate-fits': 'validate docs/examples/my-scenario.yaml docs/examples/my-figures.csv',
};

export const LANGUAGES: readonly Language[] = ['en', 'ja'];

/**
 * Runs a command line and gives what a person at a terminal without colours sees: the line, the answer, messages. It
 * runs in this process, which after the first is warm: `cli.test.ts` sees to the launcher.
 */
export async function transcriptOf(line: string, language: Language, colour = false): Promise<string> {
  const typed = language === 'en' ? line : `${line} --lang ${language}`;
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  const code = await run(wordsOf(typed), {
    variables: colour ? { FORCE_COLOR: '1', COLORFGBG: '0;15' } : { NO_COLOR: '1' },
    columns: 100,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    writeData: write,
    writeMessage: write,
  });
  return `$ chokepoint ${typed}\n${text}${code === 0 ? '' : `[exit code ${code}]\n`}`;
}

/** Words of a command line, where quotes hold words together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? '');
}

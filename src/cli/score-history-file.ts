import type { Protocol } from '../answers/backtest/protocol.ts';
import { ProblemError } from '../problem/problem.ts';
import { parseCsv } from '../register/csv.ts';
import { SCORE_COLUMNS } from '../show/backtest-data.ts';
import { toCsv } from '../show/csv.ts';
import type { CsvField } from '../show/csv.ts';
import type { KeptScore } from '../show/validation/score-history.ts';

/** Ranges of skills stand in `scores.csv` alone. */
const KEPT = SCORE_COLUMNS.map((name) => !/_(low|high)$/u.test(name));
const COLUMNS = ['change', 'protocol', ...SCORE_COLUMNS.filter((_, index) => KEPT[index])];

type Fields = readonly (readonly CsvField[])[];

/** The history of scores: what every change of the model made of them, oldest first. Throws `ProblemError`. */
export class ScoreHistory {
  #text: string;
  #rows: readonly (readonly string[])[];

  constructor(text: string | undefined, file: string) {
    this.#text = text ?? toCsv(COLUMNS, []);
    const { rows, problems } = parseCsv(this.#text, file);
    if (problems.length > 0) throw new ProblemError(problems);
    this.#rows = rows.map((row) => row.map((cell) => cell.text));
  }

  /** Whether the scores are those of the last change, in whatever order. */
  isLast(scores: Fields): boolean {
    const last = this.#rows.at(-1)?.[0];
    const before = this.#rows.filter(([change]) => change === last).map((row) => row.slice(2).join(','));
    const now = scores.map((row) => textsOf(row).join(','));
    return before.toSorted().join('\n') === now.toSorted().join('\n');
  }

  /** The text with one more change; its scores are then part of the history. */
  with(
    change: string,
    { protocol, hash }: { readonly protocol: Protocol; readonly hash: string },
    scores: Fields,
  ): string {
    const made = scores.map((row) => [change, `${protocol.version} ${hash.slice(0, 12)}`, ...textsOf(row)]);
    const [, ...lines] = toCsv(COLUMNS, made).split('\n');
    this.#rows = [...this.#rows, ...made];
    this.#text += lines.join('\n');
    return this.#text;
  }

  scores(): readonly KeptScore[] {
    return this.#rows.map((row): KeptScore => {
      const field = (name: string): string => row[COLUMNS.indexOf(name)] ?? '';
      return {
        change: field('change'),
        history: field('history') === 'strict' ? 'strict' : 'pseudo-real-time',
        group: field('group'),
        horizon: field('horizon'),
        targets: Number(field('targets')),
        crps: Number(field('crps')),
        coverage: Number(field('coverage_80')),
      };
    });
  }
}

function textsOf(row: readonly CsvField[]): string[] {
  return row.filter((_, index) => KEPT[index]).map((field) => (field === undefined ? '' : String(field)));
}

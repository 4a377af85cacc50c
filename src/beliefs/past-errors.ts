import { log } from '../engine/elementary.ts';
import { outcomeOf } from '../register/index.ts';
import type { Row } from '../register/index.ts';
import { consensus } from './consensus.ts';
import { rowKey } from './context.ts';
import { yearsFrom } from './month-count.ts';

/** By how much the consensus of one past day missed. */
export interface PastError {
  /** ISO day as of which the consensus was formed. */
  readonly day: string;
  /** Years from that day to the end of the period; negative where it had passed. */
  readonly horizon: number;
  /** Natural logarithm of the consensus over the outcome. */
  readonly error: number;
}

/** Errors about one target, such as a capacity at one year's end. They go together, and count as one group. */
export interface ErrorGroup {
  readonly target: string;
  readonly errors: readonly PastError[];
  /** Keys `file#id` of every row that a consensus or an outcome was made of. */
  readonly rows: readonly string[];
}

/** An estimate of a level from its last weeks tells the outcome. */
const LAST_WEEKS_DAYS = 31;
/** A level is looked back on for so many years. */
const YEARS_BACK = 2;

/**
 * The rule's own record: the consensus that these rows gave as of each past quarter's end, against what was published
 * after that day, by other statements, about the level reached. `rows` are about one quantity in one period; those
 * that only hindsight admits are left out, so that a figure published later than the run's day never counts.
 * `undefined` where nothing can be compared. `most` is the longest horizon in years.
 */
export function pastErrors(
  target: { readonly name: string; readonly end: string },
  rows: readonly Row[],
  date: string,
  most = Infinity,
): ErrorGroup | undefined {
  const known = rows.filter((row) => row.hindsight === undefined && row.published <= date);
  const earliest = known.map(({ published }) => published).toSorted()[0];
  if (earliest === undefined) return undefined;
  const told = dayBefore(target.end, LAST_WEEKS_DAYS);
  const errors: PastError[] = [];
  const used = new Set<string>();
  for (const day of quarterEnds(earliest, date)) {
    const horizon = yearsFrom(day, target.end);
    if (horizon < -YEARS_BACK || horizon > most) continue;
    const before = known.filter((row) => row.published <= day);
    const said = consensus(before, day);
    const repeated = new Set(before.map(({ statement }) => statement));
    const outcome = outcomeOf(
      known.filter(
        (row) =>
          row.published > day &&
          !repeated.has(row.statement) &&
          // What may never have been said cannot tell how far others missed.
          row.confidence !== 'low',
      ),
      told,
    );
    if (said === undefined || outcome === undefined) continue;
    errors.push({ day, horizon, error: log(said.median / outcome.value) });
    for (const key of [...said.rows, ...outcome.rows.map(rowKey)]) used.add(key);
  }
  return errors.length === 0 ? undefined : { target: target.name, errors, rows: [...used] };
}

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const;

/** Ends of quarters from one ISO day to another, both inclusive. */
function quarterEnds(from: string, to: string): string[] {
  const days: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const end of QUARTER_ENDS) days.push(`${year}-${end}`);
  return days.filter((day) => day >= from && day <= to);
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

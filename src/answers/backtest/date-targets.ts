import { quantileOf } from '../../engine/index.ts';
import type { Assumption } from '../../beliefs/assumption.ts';
import { Assumptions } from '../../beliefs/assumption.ts';
import type { Belief } from '../../beliefs/belief.ts';
import { monthsFrom } from '../../beliefs/month-count.ts';
import { asOf, dayNumber, query, readDate } from '../../register/index.ts';
import type { Register, Row } from '../../register/index.ts';
import type { PreparedRun } from '../prepare-run.ts';
import type { OutcomePoints } from '../scoring/outcome-points.ts';
import { RANGE_POINTS } from '../scoring/outcome-points.ts';
import type { Score } from '../scoring/score.ts';
import { scoreForecast } from '../scoring/score.ts';
import { usedRows } from './derivation.ts';
import type { DateEntry, Protocol } from './protocol.ts';

/** A date believed as of a day beside the date reported later, in months from the as-of day. */
export interface ScoredDate {
  readonly entry: DateEntry;
  readonly input: string;
  /** The product, where the entry has one date for each. */
  readonly member: string | undefined;
  readonly event: string;
  readonly row: Row;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly outcome: number;
  readonly horizon: number;
  readonly score: Score;
}

export interface LeftOutDate {
  readonly entry: DateEntry;
  readonly input: string;
  readonly row: Row;
  readonly reason: 'outcome-used' | 'hindsight-assumption';
}

/** Members of a belief’s distribution that it is scored by. */
const MEMBERS = 512;

/** Scores every date of the protocol that a run believes in and that came, or was reported, after its as-of day. */
export function scoreDates(
  run: PreparedRun,
  register: Register,
  assumptions: readonly Assumption[],
  protocol: Protocol,
): { readonly scored: readonly ScoredDate[]; readonly leftOut: readonly LeftOutDate[] } {
  const known = asOf(register, protocol.evaluatedBy);
  const used = usedRows(run);
  const vintages = new Assumptions(assumptions, run.view.date, run.start);
  const scored: ScoredDate[] = [];
  const leftOut: LeftOutDate[] = [];
  for (const entry of protocol.dateSeries) {
    for (const { belief, member } of beliefsOf(run, entry)) {
      const row = reported(known, entry, member, run.view.date);
      if (row === undefined) continue;
      const product = run.view.products.find(({ id }) => id === member);
      // A month of announcement counts from its first day here: it is enough that the assumption can have been made.
      const announced = readDate(product?.announced ?? '')?.first ?? '';
      const hindsight = belief.assumptions.some((id) => {
        const assumption = vintages.get(id);
        return assumption !== undefined && id === belief.input && assumption.knownSince < announced;
      });
      const reason = used.has(row.id) ? 'outcome-used' : hindsight ? 'hindsight-assumption' : undefined;
      if (reason !== undefined) {
        leftOut.push({ entry, input: belief.input, row, reason });
        continue;
      }
      scored.push(scoreDate(run, entry, belief, member, row));
    }
  }
  return { scored, leftOut };
}

/** The input of the entry, or one for each announced product where the entry names a family of inputs. */
function beliefsOf(
  run: PreparedRun,
  { input }: DateEntry,
): readonly { readonly belief: Belief; readonly member: string | undefined }[] {
  const single = run.beliefs.get(input);
  if (single !== undefined) return [{ belief: single, member: undefined }];
  return run.catalogue.products.flatMap(({ id, assumedSuccessor }) => {
    const belief = run.beliefs.get(`${input}[${id}]`);
    return belief === undefined || assumedSuccessor ? [] : [{ belief, member: id }];
  });
}

/** The first date reported; `undefined` where it may lie before the as-of day, or was known by then. */
function reported(
  known: Parameters<typeof query>[0],
  { outcome }: DateEntry,
  member: string | undefined,
  day: string,
): Row | undefined {
  const product = member ?? outcome.product;
  const rows = query(known, {
    metric: outcome.metric,
    kind: outcome.kinds,
    ...(outcome.entity === undefined ? {} : { entity: outcome.entity }),
    ...(product === undefined ? {} : { product }),
  });
  const [first] = rows.toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
  return first !== undefined && first.periodStart > day && first.published > day ? first : undefined;
}

function scoreDate(
  run: PreparedRun,
  entry: DateEntry,
  { input, distribution }: Belief,
  member: string | undefined,
  row: Row,
): ScoredDate {
  const now = monthsFrom(run.start, run.view.date);
  const at = (p: number): number => quantileOf(distribution, p) - now;
  const sorted = Float64Array.from({ length: MEMBERS }, (_, index) => at((index + 0.5) / MEMBERS));
  const points = pointsOf(row, run.view.date);
  return {
    entry,
    input,
    member,
    event: member ?? entry.id,
    row,
    low: at(0.1),
    median: at(0.5),
    high: at(0.9),
    outcome: points.values.reduce((sum, value) => sum + value, 0) / points.values.length,
    horizon: monthsFrom(run.view.date, row.periodEnd),
    score: scoreForecast({ kind: 'ensemble', sorted }, points),
  };
}

/** Every day of the period reported is as likely. */
function pointsOf({ periodStart, periodEnd }: Row, day: string): OutcomePoints {
  const start = monthsFrom(day, periodStart);
  const length = monthsFrom(periodStart, periodEnd);
  if (dayNumber(periodEnd) - dayNumber(periodStart) < RANGE_POINTS)
    return { values: [start + length / 2], weights: [1] };
  const values = Array.from(
    { length: RANGE_POINTS },
    (_, index) => start + (length * (index + 0.5)) / RANGE_POINTS,
  );
  return { values, weights: values.map(() => 1 / RANGE_POINTS) };
}

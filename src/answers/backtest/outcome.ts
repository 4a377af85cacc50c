import { logOf } from '../../engine/index.ts';
import type { Facts, Row } from '../../register/index.ts';
import {
  byDate,
  centralValue,
  dayNumber,
  labelsOfFamily,
  latestBySource,
  query,
} from '../../register/index.ts';
import { medianOf } from '../../register/median.ts';
import type { OutcomePoints } from '../scoring/outcome-points.ts';
import { logPointsOf, mixPoints } from '../scoring/outcome-points.ts';
import type { SeriesEntry } from './protocol.ts';
import type { Span } from './span.ts';
import { spanOf } from './span.ts';

/** What was published of one quantity after the fact. */
export interface Outcome {
  readonly span: Span;
  readonly low: number;
  /** Median of the sources. */
  readonly value: number;
  readonly high: number;
  /** Logarithms, nothing below the floor; every source has the same weight. */
  readonly points: OutcomePoints;
  readonly rows: readonly Row[];
}

/** What one source says, which may be a sum of rows. */
interface Word {
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly rows: readonly Row[];
}

/**
 * Every outcome of an entry that the facts hold, by period. `member` names the family where the entry has one target
 * for each. Actual figures go before estimates; of each source its latest word counts.
 */
export function outcomesOf(
  facts: Facts,
  entry: SeriesEntry,
  member: string | undefined,
  graceDays: number,
): readonly Outcome[] {
  const bySpan = new Map<string, { readonly span: Span; readonly rows: Row[] }>();
  for (const row of candidates(facts, entry, member)) {
    const spans = spansOf(row, entry);
    for (const span of spans) {
      const early = entry.period === 'level' ? graceDays : 0;
      // Fiscal periods end some days before the month they are counted with does: their own end is what counts.
      if (dayNumber(row.published) < dayNumber(row.periodEnd) - early) continue;
      const key = `${span.first} ${span.last}`;
      const known = bySpan.get(key) ?? { span, rows: [] };
      known.rows.push(row);
      bySpan.set(key, known);
    }
  }
  return [...bySpan.values()]
    .flatMap(({ span, rows }) => outcomeOf(entry, span, rows) ?? [])
    .toSorted((a, b) => a.span.last - b.span.last || a.span.first - b.span.first);
}

function candidates(facts: Facts, entry: SeriesEntry, member: string | undefined): readonly Row[] {
  const { metric, entity, product, designer, unit, basis, publisher } = entry.outcome;
  const labels =
    designer !== undefined
      ? labelsOfDesigner(facts, designer)
      : product === undefined
        ? labelsOfFamily(facts.families, member ?? '')
        : new Set(product);
  return query(facts, {
    metric,
    entity,
    unit,
    site: '',
    kind: ['actual', 'estimate'],
    ...(publisher === undefined ? {} : { publisher }),
  }).filter(
    (row) =>
      labels.has(row.product) &&
      (basis === undefined || basis.includes(row.basis)) &&
      (row.quantity === 'value' || row.quantity === 'range') &&
      !row.basis.includes('incomplete period'),
  );
}

/** Labels that mean a whole family of the designer: their rows can be added. */
function labelsOfDesigner({ families }: Facts, designer: string): ReadonlySet<string> {
  return new Set(
    families.flatMap((tie) =>
      tie.designer === designer && tie.level === 'family' && !tie.repeats ? [tie.label] : [],
    ),
  );
}

/** Periods of which a row tells the outcome, or a part of it: a quarter is part of its calendar year as well. */
function spansOf(row: Row, entry: SeriesEntry): readonly Span[] {
  if (!entry.outcome.sum) {
    const span = spanOf(row, entry.period);
    return span === undefined || (entry.outcome.calendar && span.first % 12 !== 0) ? [] : [span];
  }
  const quarter = spanOf(row, 'quarter');
  // Only calendar quarters: another publication of the same quarters may count them by fiscal ones.
  if (quarter === undefined || quarter.first % 3 !== 0) return [];
  if (entry.period === 'quarter') return [quarter];
  const first = quarter.first - (quarter.first % 12);
  return [{ first, last: first + 11 }];
}

function outcomeOf(entry: SeriesEntry, span: Span, all: readonly Row[]): Outcome | undefined {
  const actual = all.filter((row) => row.kind === 'actual');
  const rows = actual.length > 0 ? actual : all;
  const words = entry.outcome.sum
    ? sumOf(rows, span)
    : latestBySource(rows).flatMap((row) => wordOf([row]) ?? []);
  const { floor } = entry;
  const points = words.flatMap(
    ({ low, value, high }) =>
      logPointsOf({
        low: Math.max(low, floor),
        value: Math.max(value, floor),
        high: Math.max(high, floor),
      }) ?? [],
  );
  const value = medianOf(words.map((word) => word.value));
  if (value === undefined || points.length === 0) return undefined;
  return {
    span,
    low: Math.min(...words.map((word) => word.low)),
    value,
    high: Math.max(...words.map((word) => word.high)),
    points: mixPoints(points),
    rows: words.flatMap((word) => word.rows),
  };
}

/** The latest publication whose rows cover every quarter of the span, summed. */
function sumOf(rows: readonly Row[], span: Span): readonly Word[] {
  const days = [...new Set(byDate(rows).map((row) => row.published))].toReversed();
  for (const day of days) {
    const parts = rows.filter((row) => row.published === day);
    const quarters = new Set(parts.map((row) => spanOf(row, 'quarter')?.first));
    if (quarters.size === (span.last - span.first + 1) / 3) return [wordOf(parts)].flatMap((w) => w ?? []);
  }
  return [];
}

function wordOf(rows: readonly Row[]): Word | undefined {
  const total = (of: (row: Row) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  const value = total((row) => centralValue(row) ?? Number.NaN);
  if (Number.isNaN(value)) return undefined;
  return {
    low: total((row) => row.low ?? centralValue(row) ?? 0),
    value,
    high: total((row) => row.high ?? centralValue(row) ?? 0),
    rows,
  };
}

/** The logarithm of an amount, or of the entry’s floor where it is less. */
export function logAmount(amount: number, { floor }: Pick<SeriesEntry, 'floor'>): number {
  return logOf(Math.max(amount, floor));
}

import { expOf, logOf } from '../../engine/index.ts';
import type { View } from '../../register/index.ts';
import { byDate, centralValue, query } from '../../register/index.ts';
import type { ForecastDistribution } from '../scoring/score.ts';
import { logAmount, outcomesOf } from './outcome.ts';
import type { Protocol, SeriesEntry } from './protocol.ts';
import type { Span } from './span.ts';
import { spanOf } from './span.ts';
import type { Target } from './targets.ts';

/** Naive opponents: the last known value of the same kind of period, trends through the last ones, the company’s guide. */
export const BASELINES = ['last', 'linear', 'exponential', 'guidance'] as const;
export type Baseline = (typeof BASELINES)[number];

/** A naive forecast, on the scale on which it is scored. */
export interface BaselineForecast {
  readonly name: Baseline;
  /** In the unit of the entry. */
  readonly point: number;
  readonly distribution: Extract<ForecastDistribution, { kind: 'normal' }>;
}

/** A value of the past: months since the year 0 of the middle of its period, and the amount. */
interface PastPoint {
  readonly at: number;
  readonly amount: number;
}

type Rule = (past: readonly PastPoint[], at: number) => number | undefined;

/** What each opponent says of a target, from the view of the register that the model sees; none where it has no data. */
export function baselineForecasts(
  view: View,
  { entry, member, outcome }: Pick<Target, 'entry' | 'member' | 'outcome'>,
  { baselines: rules, levelGraceDays }: Protocol,
): readonly BaselineForecast[] {
  const known = outcomesOf(view, entry, member, levelGraceDays);
  const past = known.map(({ span, value }): PastPoint => ({ at: middleOf(span), amount: value }));
  const at = middleOf(outcome.span);
  const gap = at - (past.at(-1)?.at ?? at);
  const trends = (['last', 'linear', 'exponential'] as const).flatMap((name): BaselineForecast[] => {
    const rule = ruleOf(name, entry, rules);
    const point = rule(past, at);
    if (point === undefined) return [];
    const prior = Math.max(rules.yearly * Math.sqrt(gap / 12), rules.least);
    const errors = pastErrors(past, rule, gap, entry);
    return [forecastOf(name, point, prior, errors, entry, rules.weight)];
  });
  const stated = guidanceOf(view, entry, outcome.span, view.date);
  if (stated === undefined) return trends;
  const errors = known.flatMap(({ span, value, rows }) => {
    const guide = guidanceOf(view, entry, span, rows[0]?.periodEnd ?? '');
    return guide === undefined ? [] : [logAmount(value, entry) - logAmount(guide, entry)];
  });
  return [...trends, forecastOf('guidance', stated, rules.guidance, errors, entry, rules.weight)];
}

function forecastOf(
  name: Baseline,
  point: number,
  prior: number,
  errors: readonly number[],
  entry: SeriesEntry,
  weight: number,
): BaselineForecast {
  const squares = errors.reduce((sum, error) => sum + error * error, prior * prior * weight);
  const sd = Math.sqrt(squares / (weight + errors.length));
  return { name, point, distribution: { kind: 'normal', mean: logAmount(point, entry), sd } };
}

function ruleOf(name: Exclude<Baseline, 'guidance'>, entry: SeriesEntry, rules: Protocol['baselines']): Rule {
  if (name === 'last') return (past) => past.at(-1)?.amount;
  return (past, at) => {
    const points = past.slice(-rules.mostPoints);
    const last = points.at(-1)?.amount;
    if (points.length < rules.fewestPoints || last === undefined) return undefined;
    if (name === 'exponential')
      return expOf(lineThrough(points, at, (amount) => logAmount(amount, entry)) ?? logOf(last));
    // A falling line would cross zero; a tenth of the last value is as low as it goes.
    return Math.max(lineThrough(points, at, (amount) => amount) ?? last, last / 10);
  };
}

/** Least squares; `undefined` where all points stand at one time. */
function lineThrough(
  points: readonly PastPoint[],
  at: number,
  of: (amount: number) => number,
): number | undefined {
  const mean = (value: (point: PastPoint) => number): number =>
    points.reduce((sum, point) => sum + value(point), 0) / points.length;
  const middle = mean((point) => point.at);
  const level = mean((point) => of(point.amount));
  const spread = mean((point) => (point.at - middle) ** 2);
  if (spread === 0) return undefined;
  return level + (mean((point) => (point.at - middle) * of(point.amount)) / spread) * (at - middle);
}

/** How far the rule missed at about this distance: logarithm of what came over what it said. */
function pastErrors(past: readonly PastPoint[], rule: Rule, gap: number, entry: SeriesEntry): number[] {
  const tolerance = Math.max(gap / 4, 1.5);
  return past.flatMap((from, index) =>
    past.slice(index + 1).flatMap((to) => {
      if (Math.abs(to.at - from.at - gap) > tolerance) return [];
      const said = rule(past.slice(0, index + 1), to.at);
      return said === undefined ? [] : [logAmount(to.amount, entry) - logAmount(said, entry)];
    }),
  );
}

/** The latest guidance for exactly the period that was published before its end and by the day. */
function guidanceOf(view: View, entry: SeriesEntry, span: Span, by: string): number | undefined {
  const { guidance, outcome } = entry;
  if (guidance === undefined) return undefined;
  const rows = query(view, {
    metric: guidance.metric,
    entity: outcome.entity,
    unit: outcome.unit,
    site: '',
    kind: 'guidance',
    publishedBy: by,
  }).filter((row) => {
    const told = spanOf(row, entry.period);
    return (
      guidance.product.includes(row.product) &&
      row.published < row.periodEnd &&
      told?.first === span.first &&
      told.last === span.last
    );
  });
  const latest = byDate(rows).at(-1);
  return latest && centralValue(latest);
}

function middleOf({ first, last }: Span): number {
  return (first + last) / 2;
}

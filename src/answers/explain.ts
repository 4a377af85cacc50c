import { traceDraw } from '../engine/index.ts';
import type { NamedNumber, Summary } from '../engine/index.ts';
import { ProblemError } from '../problem/problem.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { inputQuantiles, runEnsemble } from './ensemble.ts';
import { InputReasons, inputsBehind } from './explain-inputs.ts';
import type { InputReason } from './explain-inputs.ts';
import { explainTree } from './explain-tree.ts';
import type { ExplainNode } from './explain-tree.ts';
import type { Period } from './period.ts';
import { firstDay, lastDay, monthOfDay, periodOfMonths, readPeriod } from './period.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import { findDimension, findMember, findSeries } from './series.ts';
import type { Series, SeriesDimension, SeriesMember } from './series-catalogue.ts';
import { figuresUnder } from './swings.ts';
import { VarianceShare } from './variance-share.ts';

export interface ExplainQuestion {
  readonly name: string;
  /** The series' first dimension when not given. */
  readonly by?: string;
  /** May be left out where the dimension has one member, or a total. */
  readonly member?: string;
  /** As people write it: `2026`, `2026Q4`, `2026-11`, `FY2027`; the quarter of the as-of date when not given. */
  readonly period?: string;
  /** Equations below each other. */
  readonly depth: number;
}

/** What an input does to the figure. */
export interface ExplainedInput extends InputReason {
  /** `measured` with this input alone at its P10 and at its P90, all others at their medians. */
  readonly atP10: number;
  readonly atP90: number;
}

/** One figure of a run with everything it rests on. */
export interface ExplainAnswer {
  readonly series: Pick<Series, 'name' | 'unit' | 'overTime' | 'meaning'>;
  readonly dimension: SeriesDimension;
  readonly member: string;
  readonly period: Period;
  /** The figure of the run with all inputs at their medians. */
  readonly value: number;
  /** The same before it is held against a threshold; equal to `value` where there is none. */
  readonly measured: { readonly value: number; readonly unit: string };
  /** Its months: one value each, before the threshold. */
  readonly months: readonly { readonly start: string; readonly value: number }[];
  /** The figure over draws. */
  readonly range: Summary;
  /** Share of its variance that rests on assumptions. */
  readonly assumed: number;
  /** First day of the run's first month, by which months of numbers are counted. */
  readonly startYear: number;
  /** What the figure of its last month is made of: scalars of the model, `factor` times their sum; and a threshold. */
  readonly scalars: readonly NamedNumber[];
  readonly factor: number;
  readonly above: number | null;
  /** Below each of the scalars that are not zero. */
  readonly tree: readonly ExplainNode[];
  /** Every input that the figure depends on, through stocks as well, what moves it most first; levers at rest last. */
  readonly inputs: readonly ExplainedInput[];
}

/**
 * Explains a figure of a series down to inputs with their sources. `options` are for its range over draws.
 * Throws `unknown-series`, `unknown-dimension`, `unknown-member`, `missing-member`, `unknown-period`.
 */
export async function answerExplain(
  run: PreparedRun,
  evidence: Evidence,
  question: ExplainQuestion,
  options: EnsembleOptions,
): Promise<ExplainAnswer> {
  const { catalogue, model } = run;
  const { graph, tables } = model;
  const { startYear, months } = catalogue;
  const series = findSeries(run, question.name);
  const dimension = findDimension(series, question.by);
  const member = memberOf(series, dimension, question.member, run);
  const period = periodOf(run, question.period);
  const request = { ...member, overTime: series.overTime, periods: [period] };
  const medians = inputQuantiles(run, 0.5);
  const trace = traceDraw(graph, medians, tables, months);
  const monthValue = (month: number): number => {
    const sum = member.scalars.reduce((total, name) => total + trace.valueOf(name, month), 0);
    return sum * member.factor;
  };
  const { above } = member;
  const monthly = monthsOf(series, period, startYear, monthValue);
  const valueOf = (month: (value: number) => number): number => {
    const total = monthly.reduce((sum, each) => sum + month(each.value), 0);
    return series.overTime === 'mean' ? total / monthly.length : total;
  };
  const scalars = member.scalars.map((name) => namedNumber(name, period.last));
  const total = scalars.reduce((sum, { value: part }) => sum + Math.abs(part), 0);
  const roots = scalars
    .filter((scalar) => scalars.length === 1 || scalar.value !== 0)
    .map((scalar) => ({ place: scalar, weight: total > 0 ? Math.abs(scalar.value) / total : 1 }))
    .sort((a, b) => b.weight - a.weight);
  const variance = new VarianceShare(run, [0], 1);
  const ensemble = await runEnsemble(run, [request], options, {
    variants: [{}, ...variance.variants],
    gather: (block) => variance.add(block),
  });
  const [assumed = 0] = variance.shares;
  const range = ensemble.summaries[0]?.[0];
  if (range === undefined) throw new RangeError(`no period for ${series.name}`);
  return {
    series: { name: series.name, unit: series.unit, overTime: series.overTime, meaning: series.meaning },
    dimension,
    member: member.member,
    period,
    value: valueOf((value) => (above === undefined ? value : Number(value > above))),
    measured: {
      value: valueOf((value) => value),
      unit: above === undefined ? series.unit : (scalars[0]?.unit ?? series.unit),
    },
    months: monthly,
    range,
    assumed,
    startYear,
    scalars,
    factor: member.factor,
    above: above ?? null,
    tree: explainTree(trace, roots, { depth: question.depth }),
    inputs: explainInputs(run, evidence, member, series, period),
  };

  function namedNumber(name: string, month: number): NamedNumber {
    const { kind, scalar } = graph.find(name);
    const { unit, description } = scalar;
    const at = trace.valueOf(name, month);
    return { name, month, moment: 'opening', kind, unit: unit.text, description, value: at };
  }
}

export function memberOf(
  series: Series,
  dimension: SeriesDimension,
  name: string | undefined,
  run: PreparedRun,
): SeriesMember {
  if (name !== undefined) return findMember(series, dimension, name, run.catalogue);
  const members = series.dimensions.get(dimension) ?? [];
  const [first] = members;
  if (first !== undefined && (members.length === 1 || dimension === 'total')) return first;
  const expected = members.map(({ member }) => member).join(', ');
  const params = { name: `${series.name} --by ${dimension}`, expected };
  throw new ProblemError([{ code: 'missing-member', params }]);
}

export function periodOf({ catalogue, view }: PreparedRun, text: string | undefined): Period {
  const { startYear, months } = catalogue;
  if (text === undefined) {
    const first = Math.floor(Math.min(monthOfDay(startYear, view.date), months - 1) / 3) * 3;
    return periodOfMonths(startYear, first, first + 2);
  }
  const period = readPeriod(text, startYear, months);
  if (period) return period;
  const params = {
    found: text,
    expected: '2026, 2026Q4, 2026-11, FY2027',
    first: firstDay(startYear, 0),
    last: lastDay(startYear, months - 1),
  };
  throw new ProblemError([{ code: 'unknown-period', params }]);
}

function monthsOf(
  { overTime }: Series,
  { first, last }: Period,
  startYear: number,
  monthValue: (month: number) => number,
): { start: string; value: number }[] {
  const from = overTime === 'last' ? last : first;
  return Array.from({ length: last - from + 1 }, (_, index) => ({
    start: firstDay(startYear, from + index),
    value: monthValue(from + index),
  }));
}

/** Every input behind the figure, each moved alone from its P10 to its P90. */
function explainInputs(
  run: PreparedRun,
  evidence: Evidence,
  member: SeriesMember,
  series: Series,
  period: Period,
): ExplainedInput[] {
  const { graph } = run.model;
  const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => inputQuantiles(run, p));
  if (!low || !middle || !high) return [];
  const names = inputsBehind(graph, member.scalars);
  const indices = names.map((name) => graph.inputIndex(name));
  const random = indices.filter((index) => low[index] !== high[index]);
  const moves = [low, high].flatMap((end) => random.map((index) => ({ index, value: end[index] ?? 0 })));
  // What does not vary leaves the figure where it is; one run for all of that.
  moves.push({ index: 0, value: middle[0] ?? 0 });
  const figures = figuresUnder(moves, middle, run, member, series.overTime, period);
  const still = figures.at(-1) ?? 0;
  const position = new Map(random.map((index, order) => [index, order]));
  const reasons = new InputReasons(run, evidence);
  const explained: ExplainedInput[] = [];
  for (const [order, name] of names.entries()) {
    const index = indices[order] ?? 0;
    const moved = position.get(index);
    const atP10 = moved === undefined ? still : (figures[moved] ?? still);
    const atP90 = moved === undefined ? still : (figures[moved + random.length] ?? still);
    const quantiles = [low[index] ?? 0, middle[index] ?? 0, high[index] ?? 0] as const;
    explained.push({ ...reasons.of(name, quantiles), atP10, atP90 });
  }
  return explained.sort(byImportance);
}

function byImportance(a: ExplainedInput, b: ExplainedInput): number {
  const ranks = [rankOf(a), rankOf(b)] as const;
  if (ranks[0] !== ranks[1]) return ranks[0] - ranks[1];
  const swings = [swingOf(a), swingOf(b)] as const;
  if (swings[0] !== swings[1]) return swings[1] - swings[0];
  return a.name < b.name ? -1 : 1;
}

/** What the scenario sets comes first: it is why one looks. */
function rankOf({ basis }: ExplainedInput): number {
  return basis === 'set' ? 0 : basis === 'rest' ? 2 : 1;
}

/** How far the figure moves between an input's P10 and P90. */
export function swingOf({ atP10, atP90 }: Pick<ExplainedInput, 'atP10' | 'atP90'>): number {
  return Math.abs(atP90 - atP10);
}

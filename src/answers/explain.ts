import { traceDraw } from '../engine/index.ts';
import type { NamedNumber, OverTime, Summary } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { drawnInputs, inputQuantiles, inputVariant } from './ensemble.ts';
import { InputReasons, inputsBehind } from './explain-inputs.ts';
import type { InputReason } from './explain-inputs.ts';
import type { LeafParts } from './explain-numbers.ts';
import { LeafNumbers } from './explain-numbers.ts';
import type { EndOverDraws } from './explain-range.ts';
import { rangeOfFigure } from './explain-range.ts';
import { explainTree } from './explain-tree.ts';
import type { ExplainNode } from './explain-tree.ts';
import type { InputChange } from './figure/address.ts';
import { UNCHANGED } from './figure/address.ts';
import type { Figure } from './figure/figure.ts';
import {
  evaluateFigure,
  leavesOf,
  measuredOf,
  requestOf,
  seriesFigure,
  seriesMemberOf,
  unitOf,
} from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import { figureText, monthsText } from './figure/figure-text.ts';
import { checkChange } from './figure/resolve-figure.ts';
import type { Period } from './period.ts';
import { firstDay } from './period.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import { periodAsked } from './run-about.ts';
import { findDimension, findSeries, memberAsked } from './series.ts';
import type { SeriesDimension } from './series-catalogue.ts';
import { valuesUnder } from './swings.ts';

export interface ExplainQuestion {
  readonly figure: Figure;
  /** Inputs that are otherwise than in the run. */
  readonly change?: InputChange;
  /** Equations below each other. */
  readonly depth: number;
  /** A draw of the ensemble, from 0, in whose numbers the figure is explained; the medians of inputs where not given. */
  readonly draw?: number;
}

/** A figure of a series as people ask for it. */
export interface SeriesFigureQuestion {
  readonly name: string;
  /** The series' first dimension when not given. */
  readonly by?: string;
  /** May be left out where the dimension has one member, or a total. */
  readonly member?: string;
  /** As people write it: `2026`, `2026Q4`, `2026-11`, `FY2027`; the quarter of the as-of date when not given. */
  readonly period?: string;
}

/** What an input does to the figure. */
export interface ExplainedInput extends InputReason {
  /** In the draw that is shown, or at its median. */
  readonly value: number;
  /** `measured` with this input alone at its P10 and at its P90, all others where they are. */
  readonly atP10: number;
  readonly atP90: number;
}

/** A figure that another is made of. */
export interface ExplainedTerm {
  /** What `chokepoint explain` takes. */
  readonly address: string;
  readonly unit: string;
  readonly value: number;
}

/** One figure of a run with everything it rests on. */
export interface ExplainAnswer {
  readonly address: string;
  readonly name: string;
  readonly unit: string;
  readonly meaning: BilingualText;
  /** Of a figure of a series. */
  readonly overTime: OverTime | null;
  readonly dimension: SeriesDimension | null;
  /** Members of the series, or what stands between name and period in the address. */
  readonly members: readonly string[];
  readonly period: Period;
  /** The draw, from 0, whose numbers these are; `null` for all inputs at their medians. */
  readonly draw: number | null;
  readonly change: InputChange;
  readonly value: number;
  /** The same before it is held against a threshold; equal to `value` where there is none. */
  readonly measured: { readonly value: number; readonly unit: string };
  /** How the figure is made of its months, or of others: with names, and with numbers. */
  readonly equation: string;
  readonly substituted: string;
  /** Of a figure of a series: its months, one value each, before the threshold. */
  readonly months: readonly { readonly start: string; readonly value: number }[];
  /** Of a figure made of others: those. */
  readonly terms: readonly ExplainedTerm[];
  /** The figure over draws. */
  readonly range: Summary;
  /** Of the end of a shortage: over the futures short in its first month. */
  readonly end: EndOverDraws | null;
  /** Share of its variance that rests on assumptions. */
  readonly assumed: number;
  /** First day of the run's first month, by which months of numbers are counted. */
  readonly startYear: number;
  /** What a series' last month is made of: scalars of the model, `factor` times their sum; and a threshold. */
  readonly scalars: readonly NamedNumber[];
  readonly factor: number;
  readonly above: number | null;
  /** Below each of the scalars that are not zero; of a figure made of others, those of the largest of each kind. */
  readonly tree: readonly ExplainNode[];
  /** Every input that the figure depends on, through stocks as well, what moves it most first; levers at rest last. */
  readonly inputs: readonly ExplainedInput[];
}

/** The figure that is asked for. Throws `unknown-series`, `unknown-dimension`, `unknown-period` and what `memberAsked` throws. */
export function seriesFigureAsked(run: PreparedRun, question: SeriesFigureQuestion): Figure {
  const series = findSeries(run, question.name);
  const dimension = findDimension(series, question.by);
  const { member } = memberAsked(series, dimension, question.member, run);
  return seriesFigure(series.name, dimension, member, periodAsked(run, question.period));
}

/**
 * Explains a figure down to inputs with their sources. `options` are for its range over draws, and for the draw whose
 * numbers are shown. Throws `unknown-name` where what is changed is no input.
 */
export async function answerExplain(
  run: PreparedRun,
  evidence: Evidence,
  { figure, change = UNCHANGED, depth, draw }: ExplainQuestion,
  options: EnsembleOptions,
): Promise<ExplainAnswer> {
  checkChange(run, change);
  const { catalogue, model, tables } = run;
  const { startYear, months } = catalogue;
  const drawn = draw === undefined ? inputQuantiles(run, 0.5) : drawnInputs(run, draw, options);
  const base = changed(run, change, drawn);
  const trace = traceDraw(model.graph, base, tables, months);
  const numbers = new LeafNumbers(run, trace);
  const measured = measuredOf(figure);
  const valueOf = (of: Figure): number =>
    evaluateFigure(of, (leaf) => Float64Array.of(numbers.value(leaf)))[0] ?? NaN;
  const scalars = numbers
    .largest(measured)
    .flatMap((leaf) => numbers.parts(leaf).scalars.map((name) => numbers.scalar(name, leaf.period.last)));
  const total = scalars.reduce((sum, { value }) => sum + Math.abs(value), 0);
  const roots = scalars
    .filter((scalar) => scalars.length === 1 || scalar.value !== 0)
    .map((scalar) => ({ place: scalar, weight: total > 0 ? Math.abs(scalar.value) / total : 1 }))
    .sort((a, b) => b.weight - a.weight);
  const leaf = figure.kind === 'series' || figure.kind === 'scalar' ? figure : undefined;
  const parts = leaf && numbers.parts(leaf);
  const monthly = leaf ? numbers.months(leaf) : [];
  const above = parts?.above ?? null;
  return {
    address: figureAddress(figure, change),
    ...aboutFigure(run, figure),
    draw: draw ?? null,
    change,
    value: valueOf(figure),
    measured: {
      value: valueOf(measured),
      unit: above === null ? unitOf(catalogue, measured) : (scalars[0]?.unit ?? ''),
    },
    ...(leaf && parts
      ? leafTexts(parts, monthly, startYear)
      : {
          equation: figureText(figure, (each) => figureAddress(each)),
          substituted: figureText(figure, (each) => String(numbers.value(each))),
        }),
    months: monthly.map((value, index) => ({
      start: firstDay(startYear, parts?.months[index] ?? 0),
      value,
    })),
    terms: leaf
      ? []
      : leavesOf(figure).map((each) => ({
          address: figureAddress(each, change),
          unit: unitOf(catalogue, each),
          value: numbers.value(each),
        })),
    ...(await rangeOfFigure(run, figure, change, options)),
    startYear,
    scalars: leaf ? scalars : [],
    factor: parts?.factor ?? 1,
    above,
    tree: explainTree(trace, roots, { depth }),
    inputs: explainInputs(run, evidence, { measured, change, base }),
  };
}

/** What a figure is. */
export type AboutFigure = Pick<
  ExplainAnswer,
  'name' | 'unit' | 'meaning' | 'overTime' | 'dimension' | 'members' | 'period'
>;

/** Throws `RangeError` for arithmetic without a name of its own. */
export function aboutFigure({ catalogue, model }: PreparedRun, figure: Figure): AboutFigure {
  switch (figure.kind) {
    case 'series': {
      const { name, dimension, members, period } = figure;
      const { unit, meaning, overTime } = seriesMemberOf(catalogue, figure).series;
      return { name, unit, meaning, overTime, dimension, members, period };
    }
    case 'scalar': {
      const { scalar, unit, period } = figure;
      const { description } = model.graph.find(scalar).scalar;
      const meaning = { en: description, ja: description };
      return { name: scalar, unit, meaning, overTime: 'last', dimension: null, members: [], period };
    }
    case 'named': {
      const { name, unit, meaning, parts, period } = figure;
      return { name, unit, meaning, overTime: null, dimension: null, members: parts, period };
    }
    default:
      throw new RangeError(`a ${figure.kind} has no name`);
  }
}

function leafTexts(
  { scalars, factor, above, overTime, months }: LeafParts,
  monthly: readonly number[],
  startYear: number,
): Pick<ExplainAnswer, 'equation' | 'substituted'> {
  const sum = scalars.join(' + ');
  const each = factor === 1 ? sum : `${factor} * (${sum})`;
  const named = months.map((month) => `(${each})@${firstDay(startYear, month).slice(0, 7)}`);
  return {
    equation: monthsText(overTime, named, above),
    substituted: monthsText(overTime, monthly.map(String), above),
  };
}

/** Inputs with some held and some moved. */
function changed(run: PreparedRun, change: InputChange, inputs: Float64Array): Float64Array {
  const { held = [], moved = [] } = inputVariant(run, change);
  const result = Float64Array.from(inputs);
  for (const { index, value } of held) result[index] = value;
  for (const { index, factor, plus } of moved) result[index] = result[index]! * factor + plus;
  return result;
}

/** Every input behind the figure, each moved alone from its P10 to its P90. */
function explainInputs(
  run: PreparedRun,
  evidence: Evidence,
  {
    measured,
    change,
    base,
  }: { readonly measured: Figure; readonly change: InputChange; readonly base: Float64Array },
): ExplainedInput[] {
  const { graph } = run.model;
  const leaves = leavesOf(measured);
  const requests = leaves.map((leaf) => requestOf(run.catalogue, leaf));
  const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => changed(run, change, inputQuantiles(run, p)));
  if (!low || !middle || !high) return [];
  const names = inputsBehind(graph, [...new Set(requests.flatMap(({ scalars }) => scalars))]);
  const indices = names.map((name) => graph.inputIndex(name));
  const random = indices.filter((index) => low[index] !== high[index]);
  const moves = [low, high].flatMap((end) => random.map((index) => ({ index, value: end[index] ?? 0 })));
  // What does not vary leaves the figure where it is; one run for all of that.
  moves.push({ index: 0, value: base[0] ?? 0 });
  const values = valuesUnder(moves, base, run, requests);
  const valuesOf = new Map(leaves.map((leaf, slot) => [leaf, values[slot]!]));
  const figures = evaluateFigure(measured, (leaf) => valuesOf.get(leaf)!);
  const still = figures.at(-1) ?? 0;
  const position = new Map(random.map((index, order) => [index, order]));
  const reasons = new InputReasons(run, evidence, change);
  const explained: ExplainedInput[] = [];
  for (const [order, name] of names.entries()) {
    const index = indices[order] ?? 0;
    const moved = position.get(index);
    const atP10 = moved === undefined ? still : (figures[moved] ?? still);
    const atP90 = moved === undefined ? still : (figures[moved + random.length] ?? still);
    const quantiles = [low[index] ?? 0, middle[index] ?? 0, high[index] ?? 0] as const;
    explained.push({ ...reasons.of(name, quantiles), value: base[index] ?? 0, atP10, atP90 });
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

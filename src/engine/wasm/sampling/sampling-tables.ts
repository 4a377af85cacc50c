import type { CorrelatedGroup } from '../../copula.ts';
import type { SamplingPlan } from '../../sampling-plan.ts';
import { DistributionRecord, recordBytes, SHAPES } from './distribution-lanes.ts';
import type { Shape } from './distribution-lanes.ts';
import { shapeOf } from './distribution-shape.ts';
import type { FilledShape } from './distribution-shape.ts';
import { RandomTables } from './random-tables.ts';
import type { RandomRow } from './random-tables.ts';
import { WORD_BYTES } from './sampling-function.ts';
import { TableMemory } from './table-memory.ts';
import type { Region } from './table-memory.ts';

/** A call of a function of the module that is the same for all draws. */
export interface Call {
  readonly name: string;
  readonly parameters: readonly number[];
}

/** What the module needs in memory to draw some of the variables of a plan, and what to call. */
export interface SamplingTables {
  readonly memory: TableMemory;
  /** Address of the results, `[variable drawn][lane]`. */
  readonly results: number;
  /** The independent random numbers, to be drawn first. */
  readonly random: RandomTables;
  /** What to call then, in this order. */
  readonly calls: readonly Call[];
}

/** Shapes of values in the order of their rows; those of scores come last. */
const OF_UNIFORMS: readonly Shape[] = [SHAPES.UNIFORM, SHAPES.TRIANGULAR, SHAPES.PIECEWISE, SHAPES.DISCRETE];
const OF_SCORES: readonly Shape[] = [SHAPES.TRUNCATED_NORMAL, SHAPES.NORMAL, SHAPES.LOGNORMAL];

interface Drawn extends FilledShape {
  readonly variable: number;
  readonly result: number;
}

/** Lays out tables for `selected` variables, `width` draws at a time (a multiple of four), from address `start` on. */
export function layOutTables(
  plan: SamplingPlan,
  selected: readonly number[],
  width: number,
  start: number,
): SamplingTables {
  const memory = new TableMemory(start);
  const rowBytes = 8 * width;
  const results = memory.take(selected.length * rowBytes);
  const drawn = selected.map((variable, position) => ({
    variable,
    result: results + position * rowBytes,
    ...shapeOf(plan.variables[variable]!.distribution),
  }));
  const calls: Call[] = [];
  /** Calls a shape's function on rows that lie one after the other. */
  const callShape = (shape: Shape, rows: number, list: readonly FilledRow[]): void => {
    if (list.length === 0) return;
    const { record, end } = writeRecords(memory, shape, list);
    calls.push({ name: shape.name, parameters: [record, end, rows, rowBytes] });
  };

  /** Rows of uniform numbers, by variable. */
  const rows = new Map<number, number>();
  const placed = [...OF_UNIFORMS, ...OF_SCORES].map((shape) => {
    const list = drawn.filter((one) => one.shape === shape);
    const first = memory.take(list.length * rowBytes);
    for (const [position, { variable }] of list.entries()) rows.set(variable, first + position * rowBytes);
    return { shape, list, first };
  });

  const scores = layOutScores(memory, plan.copula.groups, rows, rowBytes);
  const random = new RandomTables(memory, plan, [...scores.independent, ...scores.sources]);
  const listBytes = WORD_BYTES * (rows.size + scores.sources.length) * width + 16;
  const [list, spare] = [memory.take(listBytes), memory.take(8)];
  const callQuantiles = (from: number, to: number): void => {
    if (from < to) calls.push({ name: 'normalQuantiles', parameters: [from, to, list, spare] });
  };

  callQuantiles(scores.first, scores.end);
  const { first: mixture, end: mixtureEnd } = scores.mixtures;
  if (mixture < mixtureEnd) calls.push({ name: 'correlate', parameters: [mixture, mixtureEnd, rowBytes] });
  const ofScores = placed.filter(({ shape }) => OF_SCORES.includes(shape));
  const truncated = placed.find(({ shape }) => shape === SHAPES.TRUNCATED_NORMAL)!;
  const probabilities = truncated.list.map(({ variable, probability }) => ({
    row: rows.get(variable)!,
    parameters: probability!,
  }));
  callShape(SHAPES.TRUNCATED_PROBABILITY, truncated.first, probabilities);
  const count = ofScores.reduce((sum, { list: some }) => sum + some.length, 0);
  callQuantiles(ofScores[0]!.first, ofScores[0]!.first + count * rowBytes);
  for (const { shape, list: some, first } of placed) callShape(shape, first, some.map(filledRow));
  const constants = drawn.filter(({ shape }) => shape === SHAPES.CONSTANT);
  // A constant looks at no row; reading the results stays inside memory.
  callShape(SHAPES.CONSTANT, results, constants.map(filledRow));
  return { memory, results, random, calls };
}

/** The record of one row. */
interface FilledRow {
  readonly row: number;
  readonly parameters: readonly number[];
  readonly list?: readonly number[];
}

function filledRow({ result, parameters, list = [] }: Drawn): FilledRow {
  return { row: result, parameters, list };
}

function writeRecords(
  memory: TableMemory,
  shape: Shape,
  rows: readonly FilledRow[],
): { record: number; end: number } {
  const bytes = recordBytes(shape);
  const record = memory.take(rows.length * bytes);
  for (const [position, { row, parameters, list = [] }] of rows.entries()) {
    const at = record + position * bytes;
    const listAt = memory.take(8 * list.length);
    // ROW, LIST and LIST_END.
    memory.words(at, [row, listAt, listAt + 8 * list.length]);
    memory.doubles(at + DistributionRecord.PARAMETERS, parameters);
    memory.doubles(listAt, list);
  }
  return { record, end: record + rows.length * bytes };
}

interface Scores {
  /** Rows of independent normal scores, group by group. */
  readonly first: number;
  readonly end: number;
  /** Uniform numbers that become scores. */
  readonly sources: readonly RandomRow[];
  /** Uniform numbers that are not mixed, among them those of the first of each group. */
  readonly independent: readonly RandomRow[];
  /** Records of what is mixed. */
  readonly mixtures: Region;
}

/** Scores of each group up to its last variable that is drawn. */
function layOutScores(
  memory: TableMemory,
  groups: readonly CorrelatedGroup[],
  rows: ReadonlyMap<number, number>,
  rowBytes: number,
): Scores {
  const needed = groups.flatMap(({ indices, factor }) => {
    const last = indices.findLastIndex((variable) => rows.has(variable));
    return last < 1 ? [] : [{ indices: indices.slice(0, last + 1), factor, size: indices.length }];
  });
  const count = needed.reduce((sum, { indices }) => sum + indices.length, 0);
  const first = memory.take(count * rowBytes);
  const sources: RandomRow[] = [];
  const mixed = new Set<number>();
  const records: number[] = [];
  for (const { indices, factor, size } of needed) {
    const group = first + sources.length * rowBytes;
    for (const [position, variable] of indices.entries()) {
      sources.push({ variable, row: group + position * rowBytes });
      const row = rows.get(variable);
      if (position === 0 || row === undefined) continue;
      mixed.add(variable);
      const factors = memory.take(8 * (position + 1));
      memory.doubles(factors, factor.subarray(position * size, position * size + position + 1));
      // A `MixtureRecord`.
      records.push(group, group + (position + 1) * rowBytes, factors, row);
    }
  }
  const independent = [...rows].flatMap(([variable, row]) =>
    mixed.has(variable) ? [] : [{ variable, row }],
  );
  return { first, end: first + count * rowBytes, sources, independent, mixtures: memory.region(records) };
}

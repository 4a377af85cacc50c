import * as fc from 'fast-check';
import {
  abs,
  and,
  clamp,
  constant,
  equal,
  exp,
  floor,
  less,
  lessOrEqual,
  log,
  max,
  min,
  ModelBuilder,
  not,
  or,
  pow,
  ratio,
  select,
  sqrt,
  sum,
} from '../../src/engine/index.ts';
import type { Expr, Graph } from '../../src/engine/index.ts';

/** Sizes of every random graph, and months of the runs that tests make. */
export const INPUTS = 5;
export const TABLES = 3;
const STOCKS = 12;
export const MONTHS = 6;

const OPERATIONS: readonly ((a: Expr, b: Expr, c: Expr) => Expr)[] = [
  (a, b) => a.plus(b),
  (a, b) => a.minus(b),
  (a, b) => a.times(b),
  (a, b) => a.over(b),
  (a) => a.negate(),
  (a, b) => min(a, b),
  (a, b) => max(a, b),
  (a, b, c) => clamp(a, b, c),
  (a) => exp(clamp(a, -700, 700)),
  (a) => log(a),
  (a, b) => pow(abs(a), b),
  (a) => sqrt(a),
  (a) => floor(a),
  (a) => abs(a),
  (a, b, c) => select(a, b, c),
  (a, b, c) => select(less(a, b), b, c),
  (a, b, c) => select(and(lessOrEqual(a, b), not(equal(b, c))), a, c),
  (a, b) => less(a, b),
  (a, b) => or(a, equal(a, b)),
  (a) => not(a),
  (a, b, c) => ratio(a, b, c),
  (a, b, c) => sum([a, b, c]),
];

/** Of positive numbers, without differences of numbers that are nearly the same and without jumps. */
const TAME_OPERATIONS: readonly ((a: Expr, b: Expr, c: Expr) => Expr)[] = [
  (a, b) => a.plus(b).times(0.5),
  (a, b) => min(a.times(b), 50),
  (a, b) => a.over(b.plus(1)),
  (a, b) => min(a, b),
  (a, b) => max(a, b),
  (a, b, c) => clamp(a, min(b, c), max(b, c)),
  (a) => exp(clamp(a, 0, 1)),
  (a) => log(a.plus(2)),
  (a, b) => pow(a.plus(0.5), clamp(b, 0.2, 1)),
  (a) => sqrt(a),
  (a, b, c) => ratio(a, b.plus(0.5), c),
  (a, b, c) => sum([a, b, c]).times(0.3),
];

/** What a random graph is made from. */
export interface RandomModel {
  readonly seed: number;
  readonly size: number;
}

/** Some hundred operations; shrinking the size keeps the seed, so a failure stays short to report. */
export const randomModel: fc.Arbitrary<RandomModel> = fc.record({
  seed: fc.integer(),
  size: fc.integer({ min: 20, max: 600 }),
});

/** Numbers that do not depend on the machine: a multiplicative generator with a good mix (mulberry32). */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SPECIAL = [0, -0, 1, -1, 2, 0.5, 1e-300, -1e300];

function names(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${i}`);
}

/**
 * A graph in which every operation uses earlier values, some of them far back, and stocks anything at all.
 * `random` gives numbers for its inputs and tables, 0 and extremes among them. A tame graph is one whose numbers
 * depend on their inputs smoothly, so that little rounding stays little.
 */
export function graphOf(
  { seed, size }: RandomModel,
  kind: 'any' | 'tame' = 'any',
): {
  graph: Graph;
  outputs: string[];
  random: () => number;
} {
  const random = generator(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const operations = kind === 'any' ? OPERATIONS : TAME_OPERATIONS;
  const anyNumber = (): number => {
    if (kind === 'tame') return 0.1 + 3 * random();
    return random() < 0.3 ? SPECIAL[upTo(SPECIAL.length)]! : random() * 6 - 3;
  };
  const m = new ModelBuilder('random');
  const inputs = m.input({ name: 'i', unit: '1', over: [m.dimension('input', names(INPUTS))] });
  const tables = m.table({ name: 't', unit: '1', over: [m.dimension('table', names(TABLES))] });
  const initial: Expr[] = [];
  const next: Expr[] = [];
  const stocks = m
    .stock({
      name: 's',
      unit: '1',
      over: [m.dimension('stock', names(STOCKS))],
      initial: (p) => initial[Number(p.toString())]!,
    })
    .next((p) => next[Number(p.toString())]!);
  const grow = (leaves: Expr[], count: number): Expr[] => {
    const values = [...leaves];
    const pick = (): Expr =>
      random() < 0.4
        ? values[upTo(values.length)]!
        : values[values.length - 1 - upTo(Math.min(12, values.length))]!;
    for (let i = 0; i < count; i++) values.push(operations[upTo(operations.length)]!(pick(), pick(), pick()));
    return values;
  };
  const draw = grow(
    [...names(4).map(() => constant(anyNumber())), ...names(INPUTS).map((i) => inputs.at(i))],
    40,
  );
  const values = grow(
    [
      ...draw,
      ...names(TABLES).map((i) => tables.at(i)),
      ...names(TABLES).map((i) => tables.at(i, { ahead: upTo(9) - 4 })),
      ...names(STOCKS).map((i) => stocks.at(i)),
    ],
    size,
  );
  for (const i of names(STOCKS)) {
    const position = Number(i);
    initial.push(
      position > 0 && random() < 0.3
        ? stocks.at(`${position - 1}`).plus(tables.at('1'))
        : draw[upTo(draw.length)]!,
    );
    next.push(random() < 0.2 ? stocks.at(`${upTo(STOCKS)}`) : values[upTo(values.length)]!);
  }
  const variables = m.variable({ name: 'v', unit: '1', over: [m.dimension('output', names(30))] }, () =>
    random() < 0.2 ? draw[upTo(draw.length)]! : values[values.length - 1 - upTo(size)]!,
  );
  const outputs = [...variables.points.map((_, position) => variables.scalarName(position)), 's[0]', 's[7]'];
  return { graph: m.build(), outputs, random: anyNumber };
}

/** In how many places two arrays differ in their bits; all NaN count as one. */
export function differences(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).filter((value, position) => !Object.is(value, b[position])).length;
}

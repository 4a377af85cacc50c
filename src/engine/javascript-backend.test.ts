import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abs,
  and,
  clamp,
  compileJavaScript,
  constant,
  createInterpreter,
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
  planProgram,
  pow,
  ratio,
  select,
  sqrt,
  sum,
  writeJavaScript,
} from './index.ts';
import type { Expr, Graph } from './index.ts';

const INPUTS = 5;
const TABLES = 3;
const STOCKS = 12;
const MONTHS = 6;

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

interface RandomModel {
  readonly seed: number;
  readonly size: number;
}

/** Some hundred operations; shrinking the size keeps the seed, so a failure stays short to report. */
const randomModel: fc.Arbitrary<RandomModel> = fc.record({
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

/** A graph in which every operation uses earlier values, some of them far back, and stocks anything at all. */
function graphOf({ seed, size }: RandomModel): { graph: Graph; outputs: string[]; random: () => number } {
  const random = generator(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const anyNumber = (): number => (random() < 0.3 ? SPECIAL[upTo(SPECIAL.length)]! : random() * 6 - 3);
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
    for (let i = 0; i < count; i++) values.push(OPERATIONS[upTo(OPERATIONS.length)]!(pick(), pick(), pick()));
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

function differences(a: Float64Array, b: Float64Array): number {
  return a.reduce((count, value, position) => count + (Object.is(value, b[position]) ? 0 : 1), 0);
}

describe('JavaScript backend', () => {
  it.each([7, 40, 100_000])('gives the bits of the interpreter with functions of %d operations', (size) => {
    let computed = 0;
    let finite = 0;
    fc.assert(
      fc.property(randomModel, (model) => {
        const { graph, outputs, random } = graphOf(model);
        const interpreter = createInterpreter(graph, outputs);
        const javascript = compileJavaScript(graph, outputs, size);
        expect([interpreter.backend, javascript.backend]).toEqual(['interpreter', 'javascript']);
        const inputs = new Float64Array(INPUTS);
        const tables = Float64Array.from({ length: TABLES * MONTHS }, random);
        const expected = new Float64Array(outputs.length * MONTHS).fill(-7);
        const found = new Float64Array(outputs.length * MONTHS).fill(-7);
        for (let draw = 0; draw < 3; draw++) {
          for (let i = 0; i < INPUTS; i++) inputs[i] = random();
          interpreter.run(inputs, tables, MONTHS, expected);
          javascript.run(inputs, tables, MONTHS, found);
          expect(differences(expected, found)).toBe(0);
          finite += found.filter(Number.isFinite).length / found.length / 3 / 60;
        }
        computed += planProgram(graph, outputs).stepNodes.length;
      }),
      { numRuns: 60 },
    );
    expect(computed).toBeGreaterThan(60 * 60);
    expect(finite).toBeGreaterThan(0.3);
  });

  it('computes only what the outputs need', () => {
    const m = new ModelBuilder('parts');
    const a = m.stock({ name: 'a', unit: '1', initial: () => 1 });
    a.next(() => a.at().times(2));
    const b = m.stock({ name: 'b', unit: '1', initial: () => 1 });
    b.next(() => b.at().times(3).plus(a.at()));
    m.variable({ name: 'from a', unit: '1' }, () => a.at().plus(5));
    m.variable({ name: 'from b', unit: '1' }, () => exp(b.at()));
    const graph = m.build();
    expect([...planProgram(graph, ['from a']).states]).toEqual([0]);
    expect([...planProgram(graph, ['from b']).states]).toEqual([0, 1]);
    expect(writeJavaScript(graph, planProgram(graph, ['from a'])).step.join('\n')).not.toContain('exp(');
  });

  it('does what depends on inputs only once per draw', () => {
    const m = new ModelBuilder('hoisted');
    const x = m.input({ name: 'x', unit: '1' });
    const plan = m.table({ name: 'plan', unit: '1' });
    m.variable({ name: 'y', unit: '1' }, () => exp(x.at()).times(plan.at()));
    m.variable({ name: 'z', unit: '1' }, () => log(x.at()));
    const graph = m.build();
    const source = writeJavaScript(graph, planProgram(graph, ['y', 'z']));
    expect(source.draw.join('\n')).toMatch(/exp\([^]*log\(/);
    expect(source.step.join('\n')).not.toMatch(/exp\(|log\(/);
    const out = new Float64Array(4);
    compileJavaScript(graph, ['y', 'z']).run(Float64Array.of(1), Float64Array.of(1, 2), 2, out);
    expect([...out]).toEqual([Math.E, 0, 2 * Math.E, 0]);
  });

  it('keeps functions small', () => {
    const m = new ModelBuilder('long');
    const x = m.stock({ name: 'x', unit: '1', initial: () => 1 });
    x.next(() => x.at());
    let value = x.at();
    for (let i = 0; i < 5000; i++) value = value.times(1 + 1 / (i + 3)).minus(x.at());
    m.variable({ name: 'y', unit: '1' }, () => value);
    const graph = m.build();
    const source = writeJavaScript(graph, planProgram(graph, ['y']));
    const counted = source.step.map((body) => body.match(/[*-] /g)?.length ?? 0);
    expect(Math.max(...counted)).toBeLessThanOrEqual(600);
    expect(counted.reduce((total, count) => total + count, 0)).toBeGreaterThanOrEqual(10_000);
  });

  it('refuses arrays that are too short', () => {
    const m = new ModelBuilder('short');
    const x = m.input({ name: 'x', unit: '1' });
    m.variable({ name: 'y', unit: '1' }, () => x.at());
    const graph = m.build();
    for (const kernel of [createInterpreter(graph, ['y']), compileJavaScript(graph, ['y'])]) {
      expect(() => kernel.run(new Float64Array(0), new Float64Array(0), 2, new Float64Array(2))).toThrow(
        /inputs/,
      );
      expect(() => kernel.run(new Float64Array(1), new Float64Array(0), 2, new Float64Array(1))).toThrow(
        /out/,
      );
    }
  });
});

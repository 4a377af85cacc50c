import { describe, expect, it } from 'vitest';
import reference from '../elementary.reference.json' with { type: 'json' };
import { exp, log, pow } from '../elementary.ts';
import { uniform } from '../philox.ts';
import { singleExp, singleLog, singlePow } from '../single-elementary.ts';
import { CodeWriter, ValueType } from './code-writer.ts';
import { ConstantPool } from './constant-pool.ts';
import { ModuleEncoder } from './encoder.ts';
import { webAssemblyHost } from './host.ts';
import type { WebAssemblyMemory } from './host.ts';
import { DOUBLES, SINGLES, VECTOR_BYTES } from './lane-type.ts';
import type { LaneType } from './lane-type.ts';
import { emitElementary } from './wasm-elementary.ts';

const COUNT = 65536;
const FIRST = 0;
const SECOND = COUNT * 8;
const RESULT = 2 * COUNT * 8;
const CONSTANTS = 3 * COUNT * 8;

type Name = 'exp' | 'log' | 'pow';

/** The functions over arrays in memory, one call of `exp` and its like for `groups` vectors at a time. */
function compile(
  groups: number,
  type: LaneType,
): (name: Name, a: Float64Array, b: Float64Array) => Float64Array {
  const module = new ModuleEncoder();
  module.memory(CONSTANTS / 65536 + 1);
  module.exportMemory('memory');
  const constants = new ConstantPool(CONSTANTS);
  const functions = emitElementary(module, groups, constants, type);
  module.data(CONSTANTS, constants.bytes);
  for (const [name, target] of Object.entries(functions)) {
    const index = module.declare({ parameters: [ValueType.I32], results: [] }, `at ${name}`);
    const code = new CodeWriter(1);
    const results = Array.from({ length: groups }, () => code.local(ValueType.V128));
    for (const operand of name === 'pow' ? [FIRST, SECOND] : [FIRST])
      for (let group = 0; group < groups; group++) code.get(0).vectorLoad(operand + VECTOR_BYTES * group);
    code.call(target as number);
    for (const local of results.toReversed()) code.set(local);
    for (const [group, local] of results.entries())
      code
        .get(0)
        .get(local)
        .vectorStore(RESULT + VECTOR_BYTES * group);
    module.define(index, code);
    module.exportFunction(name, index);
  }
  const host = webAssemblyHost()!;
  const { exports } = new host.Instance(new host.Module(module.encode()));
  const numbers = type.view((exports['memory'] as WebAssemblyMemory).buffer);
  return (name, a, b) => {
    const apply = exports[name] as (address: number) => void;
    numbers.set(a, FIRST / type.bytes);
    numbers.set(b, SECOND / type.bytes);
    for (let first = 0; first < a.length; first += type.lanes * groups) apply(type.bytes * first);
    return Float64Array.from(numbers.subarray(RESULT / type.bytes, RESULT / type.bytes + a.length));
  };
}

let step = 0;
const random = (): number => uniform(step++, 7, 0, 20250215);

/** Any bits at all: infinities, NaN and subnormals come about as often as their share of exponents. */
function anyBits(): number {
  const words = new Uint32Array([random() * 2 ** 32, random() * 2 ** 32]);
  return new Float64Array(words.buffer)[0]!;
}

const SPECIAL = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  -2,
  3,
  0.1,
  10,
  1000,
  1e300,
  1e-300,
  -1e300,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  2.225073858507201e-308,
  1.7976931348623157e308,
  -1.7976931348623157e308,
  Infinity,
  -Infinity,
  NaN,
  Math.E,
  Math.SQRT2,
  Math.SQRT1_2,
  0.7071067811865475,
  0.7071067811865477,
  1.414213562373095,
  1.4142135623730951,
  1.0000000000000002,
  0.9999999999999999,
  709.782712893384,
  709.7827128933841,
  710,
  710.5,
  -745.1332191019411,
  -745.1332191019412,
  -745.5,
  -746,
  -746.5,
  -708.3964185322641,
  720,
  -760,
  1e-17,
  -1e-17,
  2 ** 65,
  -(2 ** 65),
  2 ** 70,
  36893488147419110000,
  2 ** 1023,
  2 ** -1074,
  1024,
  -1074,
  -1075,
  1023,
  0.6931471805599453,
  0.5 * Math.LN2,
];

type Source = () => number;
const within =
  (low: number, high: number): Source =>
  () =>
    low + (high - low) * random();
const positiveBits: Source = () => Math.abs(anyBits());
/** Small numbers of all sizes, either side of zero. */
const spread: Source = () => (random() < 0.5 ? -1 : 1) * 2 ** (60 * random() - 50);
const subnormal: Source = () => random() * 2.3e-308;
const special: Source = () => SPECIAL[Math.floor(random() * SPECIAL.length)]!;

type Case = readonly [name: Name, about: string, first: Source, second: Source];

const CASES: readonly Case[] = [
  ['exp', 'the range of finite results', within(-746, 710), special],
  ['exp', 'small arguments', spread, special],
  ['exp', 'subnormal results', within(-745.5, -708), special],
  ['exp', 'any bits', anyBits, special],
  ['log', 'any bits', anyBits, special],
  ['log', 'positive numbers', positiveBits, special],
  ['log', 'numbers about 1', within(0.6, 1.7), special],
  ['log', 'subnormal numbers', subnormal, special],
  ['pow', 'everyday bases', within(0, 4), within(-30, 30)],
  ['pow', 'positive bases of any size', positiveBits, within(-3, 3)],
  ['pow', 'bases about 1, large exponents', within(0.999, 1.001), within(-1e6, 1e6)],
  ['pow', 'subnormal bases', subnormal, within(-2, 2)],
  ['pow', 'overflow and underflow', within(0, 100), within(-400, 400)],
  ['pow', 'any bits', anyBits, anyBits],
  ['pow', 'whole powers', () => Math.floor(300 * random()), () => Math.floor(20 * random()) - 6],
];

function anySingleBits(): number {
  return new Float32Array(new Uint32Array([random() * 2 ** 32]).buffer)[0]!;
}
const positiveSingleBits: Source = () => Math.abs(anySingleBits());
const subnormalSingle: Source = () => random() * 1.2e-38;

const SINGLE_CASES: readonly Case[] = [
  ['exp', 'the range of finite results', within(-105, 89.5), special],
  ['exp', 'small arguments', spread, special],
  ['exp', 'subnormal results', within(-104.5, -87), special],
  ['exp', 'any bits', anySingleBits, special],
  ['log', 'any bits', anySingleBits, special],
  ['log', 'numbers about 1', within(0.6, 1.7), special],
  ['log', 'subnormal numbers', subnormalSingle, special],
  ['pow', 'everyday bases', within(0, 4), within(-30, 30)],
  ['pow', 'positive bases of any size', positiveSingleBits, within(-3, 3)],
  ['pow', 'bases about 1, large exponents', within(0.999, 1.001), within(-1e6, 1e6)],
  ['pow', 'subnormal bases', subnormalSingle, within(-2, 2)],
  ['pow', 'any bits', anySingleBits, anySingleBits],
  ['pow', 'whole powers', () => Math.floor(300 * random()), () => Math.floor(20 * random()) - 6],
];

const SINGLE_SPECIAL = [
  ...SPECIAL,
  1e-45,
  -1e-45,
  1.1754943508222875e-38,
  1.1754942106924411e-38,
  3.4028234663852886e38,
  88.72283172607422,
  88.7228393554688,
  89,
  -87.33654,
  -103.97207,
  -103.97209,
  -104,
  0.7071067690849304,
  0.7071068286895752,
  1.0000001192092896,
  0.9999999403953552,
  16777216,
  2 ** 24 + 2,
  2 ** 127,
  -149,
  -150,
  128,
];

/** What is tested in each precision: `round` makes arguments of the originals. */
const PRECISIONS = {
  f64: {
    type: DOUBLES,
    cases: CASES,
    special: SPECIAL,
    originals: { exp, log, pow },
    round: (x: number) => x,
  },
  f32: {
    type: SINGLES,
    cases: SINGLE_CASES,
    special: SINGLE_SPECIAL,
    originals: { exp: singleExp, log: singleLog, pow: singlePow },
    round: Math.fround,
  },
};

function firstDifference(
  evaluate: (x: number, y: number) => number,
  name: Name,
  a: Float64Array,
  b: Float64Array,
  found: Float64Array,
): string | undefined {
  const position = a.findIndex((x, i) => !Object.is(evaluate(x, b[i]!), found[i]));
  if (position === -1) return undefined;
  const [x, y] = [a[position]!, b[position]!];
  return `${name}(${x}, ${y}) is ${found[position]}, not ${evaluate(x, y)}`;
}

describe.each([
  ['f64', 1],
  ['f64', 2],
  ['f32', 1],
  ['f32', 2],
] as const)('exp, log and pow in WebAssembly, %s, %d vectors at a time', (precision, groups) => {
  const { type, cases, special: specials, originals, round } = PRECISIONS[precision];
  const compiled = compile(groups, type);
  const check = (name: Name, first: readonly number[], second: readonly number[]): void => {
    const [a, b] = [Float64Array.from(first, round), Float64Array.from(second, round)];
    expect(firstDifference(originals[name], name, a, b, compiled(name, a, b))).toBeUndefined();
  };

  it.each(cases)('%s gives the bits of the original: %s', (name, _, first, second) => {
    check(name, Array.from({ length: COUNT }, first), Array.from({ length: COUNT }, second));
  });

  it.each(['exp', 'log', 'pow'] as const)('%s gives the bits of the original for special values', (name) => {
    const pairs = specials.flatMap((x) => specials.map((y) => [x, y] as const));
    // Lanes must not mix, so their neighbours differ: shifted by one, everything comes once more.
    for (const list of [pairs, [...pairs.slice(1), pairs[0]!]]) {
      check(
        name,
        list.map(([x]) => x),
        list.map(([, y]) => y),
      );
    }
  });

  it.each(['exp', 'log', 'pow'] as const)(
    '%s gives the bits of the original at the reference values',
    (name) => {
      const rows: readonly (readonly number[])[] = reference[name];
      check(
        name,
        rows.map((row) => row[0]!),
        rows.map((row) => row[1]!),
      );
    },
  );
});

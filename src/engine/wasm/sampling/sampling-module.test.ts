import { describe, expect, it } from 'vitest';
import { differences } from '../../../../e2e/support/random-graph.ts';
import { bytesOfText, validated, withoutNames } from '../../../../e2e/support/wabt.ts';
import { LARGEST_UNIFORM, SMALLEST_UNIFORM } from '../../copula.ts';
import reference from '../../normal.reference.json' with { type: 'json' };
import { normalCdf, normalQuantile } from '../../normal.ts';
import { uniform } from '../../philox.ts';
import { webAssemblyHost } from '../host.ts';
import type { WebAssemblyMemory } from '../host.ts';
import { moduleText } from '../module-text.ts';
import { buildSamplingModule, writeSamplingModule } from './sampling-module.ts';

const COUNT = 4096;

/** An instance of the module, and its memory of doubles. */
function instance(): {
  readonly functions: Readonly<Record<string, (...parameters: number[]) => void>>;
  readonly memory: ArrayBuffer;
  readonly free: number;
} {
  const { bytes, free } = writeSamplingModule();
  const host = webAssemblyHost()!;
  const { exports } = new host.Instance(new host.Module(bytes));
  const memory = exports['memory'] as WebAssemblyMemory;
  memory.grow(4);
  return {
    functions: exports as Readonly<Record<string, (...parameters: number[]) => void>>,
    memory: memory.buffer,
    free: Math.ceil(free / 64) * 64,
  };
}

const { functions, memory, free } = instance();

function quantiles(of: Float64Array): Float64Array {
  const doubles = new Float64Array(memory, free, of.length);
  doubles.set(of);
  const end = free + 8 * of.length;
  functions['normalQuantiles']!(free, end, end + 16, end);
  return doubles.slice();
}

/** Probabilities below the numbers, through `correlate` with a single factor of 1. */
function probabilities(of: Float64Array): Float64Array {
  const [record, factors, rows] = [free, free + 16, free + 32];
  const bytes = 8 * of.length;
  new Int32Array(memory, record, 4).set([rows, rows + bytes, factors, rows + bytes]);
  new Float64Array(memory, factors, 1)[0] = 1;
  new Float64Array(memory, rows, of.length).set(of);
  functions['correlate']!(record, record + 16, bytes);
  return new Float64Array(memory, rows + bytes, of.length).slice();
}

let step = 0;
const random = (): number => uniform(step++, 3, 0, 20261122);

describe('the sampling module', () => {
  it('is one that wabt accepts, and that wabt reads from its text', async () => {
    const { encoder } = buildSamplingModule();
    const bytes = encoder.encode();
    expect(await validated(bytes)).toContain('i8x16.swizzle');
    expect(await bytesOfText(moduleText(encoder.parts, []))).toEqual(withoutNames(bytes));
    // Pages load it: far less than a picture.
    expect(bytes.length).toBeLessThan(16_384);
  });

  it.each([
    ['anywhere', random],
    ['towards 0', () => random() ** 40],
    [
      'about the edges of the middle',
      () => 0.5 + (random() < 0.5 ? 0.425 : -0.425) + 1e-14 * (random() - 0.5),
    ],
    ['about the edge of the far tail', () => 1.388794386496e-11 * (1 + 1e-12 * (random() - 0.5))],
    ['at both ends and outside', () => 1.2 * random() - 0.1],
  ])('has the bits of normalQuantile %s', (_, source) => {
    const p = Float64Array.from({ length: COUNT }, source);
    expect(differences(p.map(normalQuantile), quantiles(p))).toBe(0);
  });

  it('has the bits of normalQuantile at special and reference values, alone and all together', () => {
    const special = [0, -0, 1, 0.5, -1e-9, 1.1, NaN, Infinity, -Infinity, 5e-324, 1 - 2 ** -53, 0.075, 0.925];
    const values = [...special, ...reference.quantile.map(([p]) => p!)];
    for (const value of values) {
      const alone = Float64Array.of(0.3, value, 0.7, 0.01);
      expect(differences(alone.map(normalQuantile), quantiles(alone))).toBe(0);
    }
    const all = Float64Array.from({ length: Math.ceil(values.length / 4) * 4 }, (_, i) => values[i] ?? 0.2);
    expect(differences(all.map(normalQuantile), quantiles(all))).toBe(0);
  });

  it.each([
    ['everyday scores', () => 12 * random() - 6],
    ['far scores', () => 90 * random() - 45],
    ['the end of the tail', () => (random() < 0.5 ? 38.6 : -38.6) + 1e-12 * (random() - 0.5)],
    ['small scores', () => (random() - 0.5) * 2 ** (-60 * random())],
  ])('has the bits of normalCdf for %s, kept away from 0 and 1', (_, source) => {
    const x = Float64Array.from({ length: COUNT }, source);
    const expected = x.map((score) =>
      Math.min(LARGEST_UNIFORM, Math.max(SMALLEST_UNIFORM, normalCdf(score))),
    );
    expect(differences(expected, probabilities(x))).toBe(0);
  });
});

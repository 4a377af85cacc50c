import { createSampler } from '../../src/engine/index.ts';
import type { SaltelliOutputs, SamplingMethod } from '../../src/engine/index.ts';

/** A function of inputs between 0 and 1. */
export type UnitFunction = (inputs: ArrayLike<number>) => number;

/** Ishigami and Homma (1990), with a = 7 and b = 0.1; its inputs lie between -π and π. */
export const ishigami: UnitFunction = (inputs) => {
  const [x, y, z] = Array.from(inputs, (u) => (2 * u - 1) * Math.PI) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

/** Sobol’s g function (Saltelli and Sobol’, 1995). */
export function gFunction(a: readonly number[]): UnitFunction {
  return (inputs) =>
    a.reduce((product, ai, index) => product * ((Math.abs(4 * inputs[index]! - 2) + ai) / (1 + ai)), 1);
}

/** The g function’s indices in closed form: Saltelli and others (2010), section 6. */
export function gIndices(a: readonly number[]): { readonly first: number[]; readonly total: number[] } {
  const partial = a.map((ai) => 1 / (3 * (1 + ai) ** 2));
  const variance = partial.reduce((product, v) => product * (1 + v), 1) - 1;
  return {
    first: partial.map((v) => v / variance),
    total: partial.map((v) => (v * ((variance + 1) / (1 + v))) / variance),
  };
}

/** Uniform numbers, `[row][input]`. */
export function unitSample(
  inputs: number,
  rows: number,
  method: SamplingMethod = 'sobol',
  seed = 1,
): Float64Array[] {
  const variables = Array.from({ length: inputs }, (_, input) => ({
    name: `x${input}`,
    distribution: { kind: 'uniform', low: 0, high: 1 } as const,
  }));
  const sampler = createSampler({ variables, method, seed });
  return Array.from({ length: rows }, (_, row) => {
    const values = new Float64Array(inputs);
    sampler.fill(row, values);
    return values;
  });
}

/** Outputs of a function over Saltelli’s design, both samples from one sequence of twice the dimensions. */
export function saltelliDesign(
  of: UnitFunction,
  groups: readonly (readonly number[])[],
  rows: number,
  method: SamplingMethod = 'sobol',
  seed = 1,
): SaltelliOutputs {
  const inputs = groups.flat().length;
  const both = unitSample(2 * inputs, rows, method, seed);
  const first = both.map((row) => row.subarray(0, inputs));
  const second = both.map((row) => row.subarray(inputs));
  const outputs = (points: readonly Float64Array[]): Float64Array => Float64Array.from(points, of);
  return {
    a: outputs(first),
    b: outputs(second),
    mixed: groups.map((group) =>
      outputs(
        first.map((row, index) => {
          const point = row.slice();
          for (const input of group) point[input] = second[index]![input]!;
          return point;
        }),
      ),
    ),
  };
}

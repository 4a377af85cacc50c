import type { Problem } from '../problem/problem.ts';
import { hashName, highWord, lowWord, philox4x32Into, uniformFromWords } from './philox.ts';
import type { QuantileFunction } from './quantile-function.ts';
import { quantileFunction } from './quantile-function.ts';
import type { SamplerOptions, SamplingMethod, SamplingPlan } from './sampling-plan.ts';
import { ancestorOf, checkDraw, planSampling } from './sampling-plan.ts';
import { owenScramble, uniformFromFraction } from './sobol-owen.ts';
import { SobolSequence } from './sobol.ts';

export interface Sampler {
  readonly names: readonly string[];
  readonly method: SamplingMethod;
  /** How many random numbers a draw takes: variables other than points. */
  readonly dimensions: number;
  /** Things to say about the sampling, e.g. `sobol-dimensions-exhausted` (count, dimensions, name of the first). */
  readonly notes: readonly Problem[];
  /** Values of draw `draw` (a whole number from 0; below 2^32 for Sobol), in variable order, into `into`. */
  fill(draw: number, into: Float64Array): void;
  /** Every variable at its quantile `p`, without correlation: p = 0.5 is the run of medians. */
  fillQuantile(p: number, into: Float64Array): void;
}

/**
 * Draws of all uncertain inputs. A draw depends only on (seed, variables, draw), never on which draws came before.
 *
 * With `philox` an uncorrelated variable's number depends on (seed, its name, draw) alone, so adding, removing or
 * reordering others never moves it. With `sobol` dimensions go to variables in the order given, and each dimension is
 * scrambled by a hash of (seed, name): put new variables last and the others keep their numbers. Points take no
 * dimension. A correlated variable mixes its own number with those of its group that come before it in order.
 * Variables beyond the 1,024 Sobol dimensions take Philox numbers; a note says so.
 *
 * Throws a ProblemError with all of `validateDistribution`, `createCopula` (correlations with a point are left out),
 * `variable-repeated` (name) and `seed-out-of-range` (found, expected).
 */
export function createSampler(options: SamplerOptions): Sampler {
  return samplerOf(planSampling(options));
}

/** The sampler of a plan. */
export function samplerOf(plan: SamplingPlan): Sampler {
  const { variables, names, method, seed, onSobol, onPhilox, copula, notes } = plan;
  const quantiles = variables.map(({ distribution }) => quantileFunction(distribution));
  const sources = [
    ...(onSobol.length > 0 ? [sobolSource(names, onSobol, seed)] : []),
    ...(onPhilox.length > 0 ? [philoxSource(names, onPhilox, seed)] : []),
  ];
  const uniforms = new Float64Array(variables.length).fill(0.5);

  return {
    names,
    method,
    dimensions: onSobol.length + onPhilox.length,
    notes,
    fill(draw, into) {
      checkDraw(draw, plan);
      const number = ancestorOf(draw, plan);
      for (const source of sources) source(number, uniforms);
      copula.apply(uniforms);
      for (let i = 0; i < quantiles.length; i++) into[i] = valueOf(quantiles[i], uniforms[i]);
    },
    fillQuantile(p, into) {
      for (let i = 0; i < quantiles.length; i++) into[i] = valueOf(quantiles[i], p);
    },
  };
}

/** Writes the independent uniform numbers of a draw to the places of its variables. */
type UniformSource = (draw: number, uniforms: Float64Array) => void;

function sobolSource(names: readonly string[], indices: readonly number[], seed: number): UniformSource {
  const sequence = new SobolSequence(indices.length);
  const seeds = Int32Array.from(indices, (index) => hashName(names[index] ?? '', seed)[0]);
  const integers = new Uint32Array(indices.length);
  // Only to save work: draws in order cost one exclusive or per dimension. The first point is all zeros.
  let last = 0;
  return (draw, uniforms) => {
    if (draw === last + 1) sequence.advance(draw, integers);
    else if (draw !== last) sequence.integersInto(draw, integers);
    last = draw;
    for (let d = 0; d < indices.length; d++) {
      const scrambled = owenScramble(integers[d] ?? 0, seeds[d] ?? 0);
      uniforms[indices[d] ?? 0] = uniformFromFraction(scrambled);
    }
  };
}

function philoxSource(names: readonly string[], indices: readonly number[], seed: number): UniformSource {
  const keys = Int32Array.from(indices.flatMap((index) => hashName(names[index] ?? '', seed).slice(0, 2)));
  const words = new Uint32Array(4);
  return (draw, uniforms) => {
    for (let d = 0; d < indices.length; d++) {
      philox4x32Into(words, lowWord(draw), highWord(draw), 0, 0, keys[2 * d] ?? 0, keys[2 * d + 1] ?? 0);
      uniforms[indices[d] ?? 0] = uniformFromWords(words[0] ?? 0, words[1] ?? 0);
    }
  };
}

function valueOf(quantile: QuantileFunction | undefined, u: number | undefined): number {
  return quantile && u !== undefined ? quantile(u) : NaN;
}

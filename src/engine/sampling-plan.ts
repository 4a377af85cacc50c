import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Copula, Correlation } from './copula.ts';
import { createCopula } from './copula.ts';
import type { Distribution } from './distribution.ts';
import { validateDistribution } from './distribution-validation.ts';
import { SOBOL_DIMENSIONS } from './sobol.ts';

/** `sobol`: Owen-scrambled Sobol points, best in powers of two. `philox`: independent random numbers. */
export type SamplingMethod = 'sobol' | 'philox';

export interface SampledVariable {
  readonly name: string;
  readonly distribution: Distribution;
  /**
   * Where given, the variable takes and shares its random number as if it had this distribution, so that replacing a
   * distribution, with a fixed value too, changes no other variable's numbers.
   */
  readonly drawnAs?: Distribution;
  /** A label for whoever reads the variables again; sampling ignores it (dependence is stated as correlations). */
  readonly group?: string;
}

export interface SamplerOptions {
  readonly variables: readonly SampledVariable[];
  readonly correlations?: readonly Correlation[];
  /** `sobol` when not given. */
  readonly method?: SamplingMethod;
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /**
   * Where given, draw `k` is the draw of number `ancestors[k]`: draws picked by weight from a larger pool. Draws beyond
   * the last are the last again.
   */
  readonly ancestors?: Uint32Array;
}

/** Which random numbers each variable takes, for whoever draws them. */
export interface SamplingPlan {
  readonly variables: readonly SampledVariable[];
  readonly names: readonly string[];
  readonly method: SamplingMethod;
  readonly seed: number;
  /** Variables in the order of the Sobol dimensions they take. */
  readonly onSobol: readonly number[];
  readonly onPhilox: readonly number[];
  readonly copula: Copula;
  /** As of `SamplerOptions`. */
  readonly ancestors: Uint32Array | undefined;
  /** As of `Sampler`. */
  readonly notes: readonly Problem[];
}

/** Throws a ProblemError with everything that `createSampler` says. */
export function planSampling(options: SamplerOptions): SamplingPlan {
  const { variables, correlations = [], method = 'sobol', seed } = options;
  const problems = problemsOf(variables, seed);
  if (problems.length > 0) throw new ProblemError(problems);

  const names = variables.map(({ name }) => name);
  const points = new Set(variables.filter((variable) => !hasNumber(variable)).map(({ name }) => name));
  const copula = createCopula(
    names,
    correlations.filter(({ a, b }) => !points.has(a) && !points.has(b)),
  );
  const indices = Array.from(variables.keys());
  // Those that are random only by a replacement come after all that always are.
  const random = [
    ...indices.filter((index) => hasNumber(variables[index]!)),
    ...indices.filter((index) => !hasNumber(variables[index]!) && !isPoint(variables[index]!.distribution)),
  ];
  const onSobol = method === 'sobol' ? random.slice(0, SOBOL_DIMENSIONS) : [];
  const onPhilox = random.slice(onSobol.length);
  const notes = method === 'sobol' ? exhaustionNote(names, onPhilox) : [];
  const { ancestors } = options;
  return { variables, names, method, seed, onSobol, onPhilox, copula, ancestors, notes };
}

/** Throws a RangeError unless `draw` is one that a plan's numbers are for. */
export function checkDraw(draw: number, { onSobol }: SamplingPlan): void {
  const sobol = onSobol.length > 0;
  if (Number.isSafeInteger(draw) && draw >= 0 && (!sobol || draw < 4294967296)) return;
  throw new RangeError(
    `draw must be a whole number from 0 ${sobol ? 'below 2^32' : 'below 2^53'}, got ${draw}`,
  );
}

/** The number of a draw in the pool that it is picked from; its own where nothing is picked. */
export function ancestorOf(draw: number, { ancestors }: SamplingPlan): number {
  if (ancestors === undefined) return draw;
  return ancestors[Math.min(draw, ancestors.length - 1)] ?? draw;
}

function isPoint({ kind }: Distribution): boolean {
  return kind === 'point';
}

function hasNumber({ distribution, drawnAs = distribution }: SampledVariable): boolean {
  return !isPoint(drawnAs);
}

function problemsOf(variables: readonly SampledVariable[], seed: number): Problem[] {
  const problems: Problem[] = [];
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    const found = Number.isFinite(seed) ? seed : String(seed);
    problems.push({ code: 'seed-out-of-range', params: { found, expected: '0 <= seed < 2^53' } });
  }
  const seen = new Set<string>();
  for (const { name, distribution } of variables) {
    if (seen.has(name)) problems.push({ code: 'variable-repeated', params: { name } });
    seen.add(name);
    problems.push(...validateDistribution(distribution, name));
  }
  return problems;
}

function exhaustionNote(names: readonly string[], onPhilox: readonly number[]): Problem[] {
  const first = onPhilox[0];
  if (first === undefined) return [];
  const params = { count: onPhilox.length, dimensions: SOBOL_DIMENSIONS, name: names[first] ?? '' };
  return [{ code: 'sobol-dimensions-exhausted', params }];
}

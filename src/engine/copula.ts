import { nearestName } from '../problem/nearest-name.ts';
import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/**
 * Dependence of two inputs: `rho` is the correlation of their normal scores, from -1 to 1. Their rank correlation
 * (Spearman) is then 6 / pi asin(rho / 2), whatever their distributions.
 */
export interface Correlation {
  readonly a: string;
  readonly b: string;
  readonly rho: number;
}

/** Variables tied to each other, directly or through others, with the lower Cholesky factor of their correlations. */
export interface CorrelatedGroup {
  /** Places among the names, rising. */
  readonly indices: readonly number[];
  /** Row i, column j at i * indices.length + j. */
  readonly factor: Float64Array;
}

/** Gaussian copula: turns independent uniform numbers into dependent ones, each still uniform. */
export interface Copula {
  readonly groups: readonly CorrelatedGroup[];
  /** Replaces the uniforms of correlated variables, in the order of the names given; the first of a group stays. */
  apply(uniforms: Float64Array): void;
}

/** A pivot this small counts as zero: the variable is then a mixture of those before it. */
const SINGULAR = 1e-10;

/** 2^-53 and 1 - 2^-53: what a score becomes is kept within these. */
export const SMALLEST_UNIFORM = 1.1102230246251565e-16;
export const LARGEST_UNIFORM = 1 - SMALLEST_UNIFORM;

/**
 * Copula for `names` in this order. Throws a ProblemError with every problem:
 * `correlation-unknown-variable` (name, nearest), `correlation-with-itself` (name), `correlation-repeated` (a, b),
 * `correlation-out-of-range` (a, b, found, expected), and `correlation-not-positive-definite` (names, name: the
 * variable at which it fails, factor: the share by which all correlations of the group may be kept).
 */
export function createCopula(names: readonly string[], correlations: readonly Correlation[]): Copula {
  const problems: Problem[] = [];
  const rho = readCorrelations(names, correlations, problems);
  const groups: CorrelatedGroup[] = [];
  for (const indices of connectedGroups(names.length, rho)) {
    const failed = { at: -1 };
    const factor = choleskyFactor(indices, rho, 1, failed);
    if (factor) groups.push({ indices, factor });
    else problems.push(notPositiveDefinite(names, indices, rho, failed.at));
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const scores = new Float64Array(Math.max(0, ...groups.map((group) => group.indices.length)));
  return {
    groups,
    apply(uniforms) {
      for (const group of groups) applyGroup(group, uniforms, scores);
    },
  };
}

function applyGroup(
  { indices, factor }: CorrelatedGroup,
  uniforms: Float64Array,
  scores: Float64Array,
): void {
  const size = indices.length;
  for (let i = 0; i < size; i++) scores[i] = normalQuantile(uniforms[indices[i] ?? 0] ?? NaN);
  for (let i = 1; i < size; i++) {
    let score = 0;
    for (let j = 0; j <= i; j++) score += (factor[i * size + j] ?? 0) * (scores[j] ?? 0);
    // Rounding could carry a far score to exactly 0 or 1, which no uniform number here may be.
    const u = normalCdf(score);
    const above = u < SMALLEST_UNIFORM ? SMALLEST_UNIFORM : u;
    uniforms[indices[i] ?? 0] = LARGEST_UNIFORM < above ? LARGEST_UNIFORM : above;
  }
}

/** Correlations by index of the lower and the higher variable: `rho.get(low)?.get(high)`. */
type CorrelationTable = ReadonlyMap<number, ReadonlyMap<number, number>>;

function readCorrelations(
  names: readonly string[],
  correlations: readonly Correlation[],
  problems: Problem[],
): CorrelationTable {
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const table = new Map<number, Map<number, number>>();
  for (const { a, b, rho } of correlations) {
    for (const name of [a, b]) {
      if (indexOf.has(name)) continue;
      const nearest = nearestName(name, names);
      problems.push({
        code: 'correlation-unknown-variable',
        params: nearest === undefined ? { name } : { name, nearest },
      });
    }
    if (!(rho >= -1 && rho <= 1)) {
      const found = Number.isNaN(rho) ? 'NaN' : rho;
      problems.push({
        code: 'correlation-out-of-range',
        params: { a, b, found, expected: '-1 <= rho <= 1' },
      });
      continue;
    }
    const first = indexOf.get(a);
    const second = indexOf.get(b);
    if (first === undefined || second === undefined) continue;
    if (first === second) {
      problems.push({ code: 'correlation-with-itself', params: { name: a } });
      continue;
    }
    const row = table.get(Math.min(first, second)) ?? new Map<number, number>();
    table.set(Math.min(first, second), row);
    if (row.has(Math.max(first, second))) problems.push({ code: 'correlation-repeated', params: { a, b } });
    row.set(Math.max(first, second), rho);
  }
  return table;
}

function correlationOf(rho: CorrelationTable, i: number, j: number): number {
  return rho.get(Math.min(i, j))?.get(Math.max(i, j)) ?? 0;
}

/** Index groups with two members or more, each rising, joined by non-zero correlations. */
function connectedGroups(count: number, rho: CorrelationTable): number[][] {
  const root = Array.from({ length: count }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  for (const [i, row] of rho) {
    for (const [j, value] of row) {
      const low = Math.min(find(i), find(j));
      const high = Math.max(find(i), find(j));
      if (value !== 0) root[high] = low;
    }
  }
  const groups = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const members = groups.get(find(index)) ?? [];
    members.push(index);
    groups.set(find(index), members);
  }
  return [...groups.values()].filter((members) => members.length > 1);
}

/**
 * Lower factor L with L L^T = the correlation matrix of the group, off-diagonal entries times `scale`; undefined when
 * the matrix is not positive semidefinite, with the row at which it shows in `failed`.
 */
function choleskyFactor(
  indices: readonly number[],
  rho: CorrelationTable,
  scale: number,
  failed: { at: number },
): Float64Array | undefined {
  const size = indices.length;
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = i === j ? 1 : scale * correlationOf(rho, indices[i] ?? 0, indices[j] ?? 0);
      for (let k = 0; k < j; k++) rest -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0);
      const pivot = factor[j * size + j] ?? 0;
      if (i === j) {
        if (rest < -SINGULAR) failed.at = i;
        factor[i * size + i] = rest > SINGULAR ? Math.sqrt(rest) : 0;
      } else if (pivot > 0) factor[i * size + j] = rest / pivot;
      else if (Math.abs(rest) > Math.sqrt(SINGULAR)) failed.at = i;
      if (failed.at >= 0) return undefined;
    }
  }
  return factor;
}

function notPositiveDefinite(
  names: readonly string[],
  indices: readonly number[],
  rho: CorrelationTable,
  failedAt: number,
): Problem {
  // The identity is positive definite, so some share of the correlations always is; halving finds it.
  let low = 0;
  let high = 1;
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (choleskyFactor(indices, rho, middle, { at: -1 })) low = middle;
    else high = middle;
  }
  const nameOf = (index: number | undefined): string => names[index ?? -1] ?? '';
  return {
    code: 'correlation-not-positive-definite',
    params: {
      names: indices.map((index) => nameOf(index)).join(', '),
      name: nameOf(indices[failedAt]),
      factor: Math.floor(low * 1000) / 1000,
    },
  };
}

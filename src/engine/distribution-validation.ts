import type { Place, Problem } from '../problem/problem.ts';
import type { Distribution, DiscreteDistribution, PiecewiseDistribution } from './distribution.ts';
import { truncationProbability } from './truncation.ts';

/**
 * Everything wrong with a distribution, empty when it can be sampled. Codes:
 * `distribution-parameter-not-a-number`, `distribution-parameter-out-of-range`, `distribution-lengths-differ`,
 * `distribution-without-probability`. Params: `name` (of the input), `kind`, and as they apply `parameter`,
 * `found`, `expected` (a condition written as formula, the same in every language).
 */
export function validateDistribution(distribution: Distribution, name: string, place?: Place): Problem[] {
  const check = new Checker(name, distribution.kind, place);
  switch (distribution.kind) {
    case 'point':
      check.finite('value', distribution.value);
      break;
    case 'uniform':
      check.finite('low', distribution.low);
      check.finite('high', distribution.high);
      check.order('low', distribution.low, 'high', distribution.high);
      break;
    case 'triangular':
      check.finite('low', distribution.low);
      check.finite('mode', distribution.mode);
      check.finite('high', distribution.high);
      check.order('low', distribution.low, 'mode', distribution.mode);
      check.order('mode', distribution.mode, 'high', distribution.high);
      break;
    case 'normal':
      check.finite('mean', distribution.mean);
      check.nonNegative('sd', distribution.sd);
      break;
    case 'lognormal':
      check.positive('median', distribution.median);
      check.nonNegative('sigma', distribution.sigma);
      break;
    case 'split-lognormal':
      check.positive('median', distribution.median);
      check.nonNegative('sigmaLow', distribution.sigmaLow);
      check.nonNegative('sigmaHigh', distribution.sigmaHigh);
      break;
    case 'truncated-normal':
      check.finite('mean', distribution.mean);
      check.positive('sd', distribution.sd);
      check.number('low', distribution.low);
      check.number('high', distribution.high);
      check.order('low', distribution.low, 'high', distribution.high);
      if (check.problems.length === 0 && !(truncationProbability(distribution) > 0)) {
        check.report('distribution-without-probability', {});
      }
      break;
    case 'piecewise':
      checkPiecewise(distribution, check);
      break;
    case 'discrete':
      checkDiscrete(distribution, check);
      break;
  }
  return check.problems;
}

function checkPiecewise({ probabilities, quantiles }: PiecewiseDistribution, check: Checker): void {
  if (!check.sameLength('probabilities', probabilities, 'quantiles', quantiles, 2)) return;
  probabilities.forEach((value, index) => {
    const parameter = `probabilities[${index}]`;
    check.number(parameter, value);
    if (index === 0) check.range(parameter, value, '= 0', value === 0);
    else check.order(`probabilities[${index - 1}]`, probabilities[index - 1] ?? 0, parameter, value, true);
    if (index === probabilities.length - 1) check.range(parameter, value, '= 1', value === 1);
  });
  quantiles.forEach((value, index) => {
    const parameter = `quantiles[${index}]`;
    check.finite(parameter, value);
    if (index > 0) check.order(`quantiles[${index - 1}]`, quantiles[index - 1] ?? 0, parameter, value);
  });
}

function checkDiscrete({ values, weights }: DiscreteDistribution, check: Checker): void {
  if (!check.sameLength('values', values, 'weights', weights, 1)) return;
  let total = 0;
  values.forEach((value, index) => {
    const parameter = `values[${index}]`;
    check.finite(parameter, value);
    if (index > 0) check.order(`values[${index - 1}]`, values[index - 1] ?? 0, parameter, value, true);
    const weight = weights[index] ?? 0;
    check.nonNegative(`weights[${index}]`, weight);
    total += weight;
  });
  if (check.problems.length === 0 && !(total > 0 && total < Infinity)) {
    check.report('distribution-without-probability', {});
  }
}

class Checker {
  readonly problems: Problem[] = [];
  readonly #name: string;
  readonly #kind: string;
  readonly #place: Place | undefined;

  constructor(name: string, kind: string, place: Place | undefined) {
    this.#name = name;
    this.#kind = kind;
    this.#place = place;
  }

  report(code: string, params: Readonly<Record<string, string | number>>): void {
    const all = { name: this.#name, kind: this.#kind, ...params };
    this.problems.push(this.#place ? { code, place: this.#place, params: all } : { code, params: all });
  }

  /** A number that may be infinite. */
  number(parameter: string, value: number): void {
    if (typeof value === 'number' && !Number.isNaN(value)) return;
    this.report('distribution-parameter-not-a-number', { parameter, found: String(value) });
  }

  finite(parameter: string, value: number): void {
    if (Number.isFinite(value)) return;
    this.report('distribution-parameter-not-a-number', { parameter, found: String(value) });
  }

  positive(parameter: string, value: number): void {
    this.finite(parameter, value);
    this.range(parameter, value, '> 0', !Number.isFinite(value) || value > 0);
  }

  nonNegative(parameter: string, value: number): void {
    this.finite(parameter, value);
    this.range(parameter, value, '>= 0', !Number.isFinite(value) || value >= 0);
  }

  range(parameter: string, value: number, expected: string, holds: boolean): void {
    if (!holds) this.report('distribution-parameter-out-of-range', { parameter, found: value, expected });
  }

  /** Says nothing of a pair with NaN, which is reported by itself. */
  order(lowName: string, low: number, highName: string, high: number, strict = false): void {
    const broken = strict ? high <= low : high < low;
    this.range(highName, high, `${strict ? '>' : '>='} ${lowName} = ${low}`, !broken);
  }

  sameLength(
    firstName: string,
    first: readonly number[],
    secondName: string,
    second: readonly number[],
    least: number,
  ): boolean {
    if (first.length === second.length && first.length >= least) return true;
    this.report('distribution-lengths-differ', {
      parameter: `${firstName}, ${secondName}`,
      found: `${first.length}, ${second.length}`,
      expected: `>= ${least}`,
    });
    return false;
  }
}

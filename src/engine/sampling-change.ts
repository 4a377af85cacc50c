import type { Distribution } from './distribution.ts';
import type { SamplingPlan } from './sampling-plan.ts';

/**
 * Places of the variables that the draws of two plans may differ in, rising: those with another distribution, and
 * those with another random number, their own or one that is mixed into it. Undefined where the plans are not of the
 * same variables.
 */
export function changedVariables(before: SamplingPlan, after: SamplingPlan): number[] | undefined {
  if (before.names.length !== after.names.length) return undefined;
  if (before.names.some((name, i) => name !== after.names[i])) return undefined;
  const [one, other] = [numbersOf(before), numbersOf(after)];
  const anew = before.seed !== after.seed;
  return Array.from(before.variables.keys()).filter((variable) => {
    const [a, b] = [before.variables[variable]!.distribution, after.variables[variable]!.distribution];
    if (!sameDistribution(a, b)) return true;
    return a.kind !== 'point' && (anew || !sameNumbers(one[variable]!, other[variable]!));
  });
}

/** The Sobol dimension of a variable, -1 for Philox; where it is mixed, dimensions and shares of what is mixed in. */
function numbersOf({ variables, onSobol, copula }: SamplingPlan): readonly (readonly number[])[] {
  const dimensions = variables.map(() => -1);
  for (const [dimension, variable] of onSobol.entries()) dimensions[variable] = dimension;
  const numbers: (readonly number[])[] = dimensions.map((dimension) => [dimension]);
  for (const { indices, factor } of copula.groups)
    for (let i = 1; i < indices.length; i++) {
      const mixed = indices.slice(0, i + 1);
      numbers[indices[i]!] = mixed.flatMap((variable, j) => [
        variable,
        dimensions[variable]!,
        factor[i * indices.length + j]!,
      ]);
    }
  return numbers;
}

function sameDistribution(a: Distribution, b: Distribution): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [one, other] = [valueOf(a, name), valueOf(b, name)];
      return Array.isArray(one) && Array.isArray(other) ? sameNumbers(one, other) : Object.is(one, other);
    })
  );
}

function valueOf(distribution: Distribution, name: string): unknown {
  return (distribution as unknown as Readonly<Record<string, unknown>>)[name];
}

function sameNumbers(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

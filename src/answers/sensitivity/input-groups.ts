import { inputsBehind } from '../explain-inputs.ts';
import type { PreparedRun } from '../prepare-run.ts';

/** An input whose value is uncertain in a run. */
export interface UncertainInput {
  readonly name: string;
  /** Position in `graph.inputs`. */
  readonly index: number;
  /** Whether it falls where the first input of its factor rises. */
  readonly turned: boolean;
}

/** What moves on its own: one input, or several that are drawn together because they are correlated. */
export type Factor = readonly UncertainInput[];

/**
 * Inputs that are told as one: all of a family, such as `hbm path[...]`, and all that is correlated with any of them.
 * No input of a group is correlated with one outside it, so groups are independent and shares of variance add up.
 */
export interface InputGroup {
  /** Names of its families, in the model's order. */
  readonly families: readonly string[];
  readonly factors: readonly Factor[];
}

/** Groups of a run’s uncertain inputs, in the model’s order, as far as some scalars depend on any of their inputs. */
export function inputGroups(run: PreparedRun, scalars: readonly string[]): InputGroup[] {
  const names = run.inputs.map(({ name }) => name);
  const tied = new Ties(names.length);
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const firstTie = new Map<number, Map<number, number>>();
  for (const { a, b, rho } of run.correlations) {
    const [one, other] = [indexOf.get(a), indexOf.get(b)];
    if (one === undefined || other === undefined || rho === 0) continue;
    tied.join(one, other);
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      firstTie.set(from, (firstTie.get(from) ?? new Map<number, number>()).set(to, rho));
  }
  const uncertain = Array.from(names.keys()).filter((index) => isUncertain(run, names[index]!));
  const factors = gathered(uncertain, (index) => tied.of(index)).map((indices): Factor => {
    const [lead] = indices;
    return indices.map((index) => ({
      name: names[index]!,
      index,
      turned: (firstTie.get(lead!)?.get(index) ?? 0) < 0,
    }));
  });
  const families = [...new Set(names.map(familyOf))];
  const familyTies = new Ties(families.length);
  const familyIndex = new Map(families.map((family, index) => [family, index]));
  const placeOf = ({ name }: UncertainInput): number => familyIndex.get(familyOf(name))!;
  for (const factor of factors)
    for (const input of factor) familyTies.join(placeOf(factor[0]!), placeOf(input));
  const behind = new Set(inputsBehind(run.model.graph, scalars));
  return gathered(factors, (factor) => familyTies.of(placeOf(factor[0]!)))
    .filter((group) => group.flat().some(({ name }) => behind.has(name)))
    .map((group) => ({
      families: [...new Set(group.flat().map(({ name }) => familyOf(name)))],
      factors: group,
    }));
}

/** `initial gap + initial overdue`. */
export function groupName({ families }: Pick<InputGroup, 'families'>): string {
  return families.join(' + ');
}

/** How many uncertain inputs a group has. */
export function inputCount({ factors }: Pick<InputGroup, 'factors'>): number {
  return factors.reduce((sum, factor) => sum + factor.length, 0);
}

/** `hbm path` of `hbm path[micron,2026]`. */
export function familyOf(name: string): string {
  return name.split('[')[0] ?? name;
}

function isUncertain({ beliefs }: PreparedRun, name: string): boolean {
  const belief = beliefs.get(name);
  return belief !== undefined && belief.distribution.kind !== 'point';
}

function gathered<T>(items: readonly T[], key: (item: T) => number): T[][] {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const members = groups.get(key(item)) ?? [];
    members.push(item);
    groups.set(key(item), members);
  }
  return [...groups.values()];
}

/** Which of some things are tied to each other, directly or through others; told by the first of them. */
class Ties {
  readonly #root: number[];

  constructor(count: number) {
    this.#root = Array.from({ length: count }, (_, index) => index);
  }

  of(index: number): number {
    let at = index;
    while (this.#root[at] !== at) at = this.#root[at]!;
    return at;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    this.#root[Math.max(one, other)] = Math.min(one, other);
  }
}

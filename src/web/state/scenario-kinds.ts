import type { LeverFacts } from '../../answers/lever-facts.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';

/** Whether an address, on the scenario it names, differs from what was published, apart from its day, seed and draws. */
export function isChanged(address: ScenarioAddress, named: Scenario | undefined): boolean {
  const of = named ? named.overrides.length + named.delays.length + named.removals.length : 0;
  return of + address.levers.size + address.delays.length + address.removals.length > 0;
}

/** Whether it changes assumptions beside actions, so that each has a part in the difference. */
export function hasBothKinds(
  address: ScenarioAddress,
  named: Scenario | undefined,
  levers: readonly LeverFacts[],
): boolean {
  const paths = new Set([...address.levers.keys(), ...(named?.overrides.map(({ path }) => path) ?? [])]);
  const kinds = new Set(levers.flatMap(({ path, kind }) => (paths.has(path) ? [kind] : [])));
  const acts =
    kinds.has('action') ||
    address.delays.length + address.removals.length > 0 ||
    (named?.delays.length ?? 0) + (named?.removals.length ?? 0) > 0;
  return kinds.has('assumption') && acts;
}

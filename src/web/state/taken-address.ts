import type { LeverValue } from '../../scenario/scenario.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';

/** An address that was asked about, and what of it was taken. */
export interface AskedAddress {
  readonly asked: ScenarioAddress;
  readonly taken: ScenarioAddress;
}

/**
 * An address without what was left out when the last one was asked about, as far as it still says the same from the
 * same day: a lever that is unknown changes nothing, wherever another one is dragged to.
 */
export function takenOf(address: ScenarioAddress, { asked, taken }: AskedAddress): ScenarioAddress {
  if (address.asOf !== asked.asOf || address.scenario !== asked.scenario) return address;
  const isOut = (path: string, value: LeverValue): boolean =>
    !taken.levers.has(path) && textOf(asked.levers.get(path)) === textOf(value);
  const plants = unless(asked.delays.map(plantOf), taken.delays.map(plantOf));
  const names = unless(asked.removals, taken.removals);
  return {
    ...address,
    scenario: taken.scenario,
    levers: new Map([...address.levers].filter(([path, value]) => !isOut(path, value))),
    delays: address.delays.filter((delay) => !plants.has(plantOf(delay))),
    removals: address.removals.filter((name) => !names.has(name)),
  };
}

function textOf(value: LeverValue | undefined): string | undefined {
  return JSON.stringify(value);
}

function plantOf({ plant }: { readonly plant: string }): string {
  return plant;
}

function unless(names: readonly string[], taken: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => !taken.includes(name)));
}

import type { PlantDelay } from '../../../scenario/scenario.ts';
import type { ScenarioAddress } from '../../../scenario/scenario-url.ts';
import type { PageContents } from '../../compute/worker-message.ts';

export interface PlantDelays {
  /** Of the shipped scenario that an address names. */
  readonly named: readonly PlantDelay[];
  /** The same with those of the address in their place. */
  readonly wanted: readonly PlantDelay[];
}

/** By how many months an address makes plants open later than planned. */
export function plantDelays(address: ScenarioAddress, contents: PageContents | null): PlantDelays {
  const found = contents?.scenarios.find(({ scenario }) => scenario.name === address.scenario);
  const named = found?.scenario.delays ?? [];
  const months = new Map([...named, ...address.delays].map((delay) => [delay.plant, delay.months]));
  return { named, wanted: [...months].map(([plant, count]) => ({ plant, months: count })) };
}

import { ProblemError } from '../../problem/problem.ts';
import type { Problem } from '../../problem/problem.ts';
import { formatScenario } from '../../scenario/format-scenario.ts';
import { resolveScenario } from '../../scenario/resolve-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { DEFAULT_SCENARIO, PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { DayContents, PageContents } from '../compute/worker-message.ts';

/** The scenario of a page as the file that the command line reads. */
export function scenarioText(scenario: Scenario): string {
  return formatScenario(scenario);
}

/** A scenario file as an address, or every problem of it; then nothing of it is taken. */
export function readScenarioText(
  file: string,
  text: string,
  { scenarios }: PageContents,
  { levers, plants, products, programmes }: DayContents,
): { readonly address: ScenarioAddress } | { readonly problems: readonly Problem[] } {
  const load = (name: string): { file: string; text: string } | undefined => {
    const found = scenarios.find(({ scenario }) => scenario.name === name);
    return found && { file: found.scenario.file, text: formatScenario(found.scenario) };
  };
  try {
    const catalogue = { levers, plants, products, programmes };
    const names = scenarios.map(({ scenario }) => scenario.name);
    const read = resolveScenario({ file, text }, { catalogue, load, names });
    return {
      address: {
        ...PLAIN_ADDRESS,
        scenario: DEFAULT_SCENARIO,
        asOf: read.asOf,
        levers: new Map(read.overrides.map(({ path, value }) => [path, value])),
        delays: read.delays,
        removals: read.removals,
      },
    };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems };
    throw error;
  }
}

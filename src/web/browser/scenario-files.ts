import { ProblemError } from '../../problem/problem.ts';
import type { Problem } from '../../problem/problem.ts';
import { formatScenario } from '../../scenario/format-scenario.ts';
import { resolveScenario, scenarioDay } from '../../scenario/resolve-scenario.ts';
import type { ScenarioOptions } from '../../scenario/resolve-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { DEFAULT_SCENARIO, PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { DayContents, PageContents } from '../compute/worker-message.ts';

/** The scenario of a page as the file that the command line reads. */
export function scenarioText(scenario: Scenario): string {
  return formatScenario(scenario);
}

/** The day of a scenario file, its own or its parent's; that of the plain scenario where it names none. */
export function scenarioTextDay(file: string, text: string, contents: PageContents): string {
  const day = scenarioDay({ file, text }, loadingFrom(contents));
  const plain = contents.scenarios.find(({ scenario }) => scenario.name === DEFAULT_SCENARIO)?.day;
  return day ?? plain ?? contents.lastPublished;
}

/**
 * A scenario file as an address, or every problem of it; then nothing of it is taken. Levers, plants and products are
 * those known at its day.
 */
export function readScenarioText(
  file: string,
  text: string,
  contents: PageContents,
  { levers, plants, products, programmes }: DayContents,
): { readonly address: ScenarioAddress } | { readonly problems: readonly Problem[] } {
  try {
    const catalogue = { levers, plants, products, programmes };
    const read = resolveScenario({ file, text }, { ...loadingFrom(contents), catalogue });
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

function loadingFrom({ scenarios }: PageContents): Pick<ScenarioOptions, 'load' | 'names'> {
  return {
    load: (name) => {
      const found = scenarios.find(({ scenario }) => scenario.name === name);
      return found && { file: found.scenario.file, text: formatScenario(found.scenario) };
    },
    names: scenarios.map(({ scenario }) => scenario.name),
  };
}

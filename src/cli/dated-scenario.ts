import { leversAsOf } from '../answers/prepare-run.ts';
import type { Evidence } from '../answers/prepare-run.ts';
import type { LeverCatalogue } from '../model/lever.ts';
import { resolveScenario, scenarioDay } from '../scenario/resolve-scenario.ts';
import type { ScenarioOptions } from '../scenario/resolve-scenario.ts';
import type { ScenarioSource } from '../scenario/scenario-file.ts';
import { DEFAULT_SCENARIO } from '../scenario/scenario-url.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Files } from './files.ts';

/** A scenario whose every name is known at its day. */
export interface DatedScenario {
  readonly scenario: Scenario;
  /** ISO day after which nothing published is known. */
  readonly day: string;
  /** Every name that a scenario or `--set` may use at that day. */
  readonly catalogue: LeverCatalogue;
}

/**
 * The day from which whatever names no day looks: that of the scenario `latest`, so that a plain file and the scenario
 * it is held against know the same and can be drawn in the same futures. Throws `RangeError` where it names none.
 */
export function defaultDay(files: Files): string {
  const day = scenarioDay(DEFAULT_SCENARIO, loadingFrom(files));
  if (day === undefined) throw new RangeError(`the scenario ${DEFAULT_SCENARIO} names no day`);
  return day;
}

/**
 * Reads a scenario, shipped or a file, with the levers, plants and products known at its day: `day` where given, else
 * the scenario's own or its nearest parent's, else `defaultDay`. Throws `ProblemError` with every problem.
 */
export function readScenario(
  source: string | ScenarioSource,
  files: Files,
  evidence: Evidence,
  day?: string,
): DatedScenario {
  const options = loadingFrom(files);
  const date = day ?? scenarioDay(source, options) ?? defaultDay(files);
  const catalogue = leversAsOf(evidence, date);
  return { scenario: resolveScenario(source, { ...options, catalogue }), day: date, catalogue };
}

function loadingFrom(files: Files): Pick<ScenarioOptions, 'load' | 'names'> {
  return { load: (name) => files.readScenario(name), names: files.scenarioNames() };
}

import { leversAsOf } from '../answers/prepare-run.ts';
import type { Evidence } from '../answers/prepare-run.ts';
import type { LeverCatalogue } from '../model/lever.ts';
import { resolveScenario, scenarioDay } from '../scenario/resolve-scenario.ts';
import type { ScenarioSource } from '../scenario/scenario-file.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { lastPublished } from './evidence.ts';
import type { Files } from './files.ts';

/** A scenario whose every name is known at its day. */
export interface DatedScenario {
  readonly scenario: Scenario;
  /** ISO day after which nothing published is known. */
  readonly day: string;
  /** Every name that a scenario or `--set` may use at that day. */
  readonly catalogue: LeverCatalogue;
}

/** The day of a shipped scenario; undefined where it names none. Throws `ProblemError` where it cannot be read. */
export function shippedScenarioDay(name: string, files: Files): string | undefined {
  return scenarioDay(name, { load: (asked) => files.readScenario(asked), names: files.scenarioNames() });
}

/**
 * Reads a scenario, shipped or a file, with the levers, plants and products known at its day: `day` where given, else
 * the scenario's own, else the last day of the register. Throws `ProblemError` with every problem.
 */
export function readScenario(
  source: string | ScenarioSource,
  files: Files,
  evidence: Evidence,
  day?: string,
): DatedScenario {
  const options = {
    load: (name: string): ScenarioSource | undefined => files.readScenario(name),
    names: files.scenarioNames(),
  };
  const date = day ?? scenarioDay(source, options) ?? lastPublished(evidence);
  const catalogue = leversAsOf(evidence, date);
  return { scenario: resolveScenario(source, { ...options, catalogue }), day: date, catalogue };
}

import { prepareRun } from '../answers/prepare-run.ts';
import type { Evidence, PreparedRun } from '../answers/prepare-run.ts';
import type { History } from '../register/index.ts';
import { withOverrides } from '../scenario/resolve-scenario.ts';
import { parseSetOptions } from '../scenario/set-option.ts';
import { readScenario } from './dated-scenario.ts';
import { readEvidence } from './evidence.ts';
import type { Files } from './files.ts';

/** Which model: a scenario, what is set on top of it, and what counts as known. */
export interface ModelQuestion {
  /** Name of a shipped scenario, or a file. */
  readonly scenario: string;
  /** ISO day; takes the place of the scenario's own. */
  readonly asOf?: string;
  readonly history: History;
  /** `path=value`, in the order given. */
  readonly set: readonly string[];
}

/** A model with its beliefs, and the figures that made them. */
export interface LoadedModel {
  readonly evidence: Evidence;
  readonly run: PreparedRun;
}

/**
 * Reads figures, assumptions and scenario and prepares the run that is asked for.
 * Throws `ProblemError` with every problem of the scenario, or of `set`.
 */
export function loadModel(files: Files, { scenario: name, asOf, history, set }: ModelQuestion): LoadedModel {
  const evidence = readEvidence(files);
  const { scenario, day, catalogue } = readScenario(name, files, evidence, asOf);
  const dated = { ...withOverrides(scenario, parseSetOptions(set, catalogue)), asOf: day };
  return { evidence, run: prepareRun(evidence, dated, day, history) };
}

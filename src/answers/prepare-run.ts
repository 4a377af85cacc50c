import { buildCatalogue } from '../beliefs/build-catalogue.ts';
import type { BoundLeverCatalogue } from '../model/lever-list.ts';
import { leversOf } from '../model/lever-list.ts';
import type { History } from '../register/index.ts';
import { asOf } from '../register/index.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Conditioning } from './calibration/conditioning.ts';
import { baseOf } from './run-base.ts';
import type { Evidence } from './run-base.ts';
import { runOn } from './scenario-run.ts';
import type { PreparedRun } from './scenario-run.ts';

export type { Evidence } from './run-base.ts';
export type { PreparedRun } from './scenario-run.ts';

/** Sets and levers as of a day: what a scenario may name. */
export function leversAsOf(evidence: Evidence, day: string): BoundLeverCatalogue {
  const emitted = evidence.emitted?.base(day, 'strict', evidence);
  return leversOf(emitted?.catalogue ?? buildCatalogue(asOf(evidence.register, day), evidence.assumptions));
}

/**
 * Forms the beliefs of a scenario’s date, with history as published by then or, where asked for, from later estimates
 * as well, and lets the scenario’s overrides take their place. `conditioning` is `calibrate` of the same day and history.
 */
export function prepareRun(
  evidence: Evidence,
  scenario: Scenario,
  day: string,
  history: History = 'strict',
  conditioning?: Conditioning,
): PreparedRun {
  return runOn(baseOf(evidence, day, history), scenario, conditioning);
}

import { readClaimContrasts } from '../answers/claim-contrast.ts';
import type { PrepareClaimRun } from '../answers/claim-probability.ts';
import { readClaimRules } from '../answers/claim-rule.ts';
import type { ClaimMeasures } from '../answers/claims.ts';
import type { Evidence } from '../answers/prepare-run.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import { withOverrides } from '../scenario/resolve-scenario.ts';
import { parseSetOptions } from '../scenario/set-option.ts';
import { defaultDay, readScenario } from './dated-scenario.ts';
import type { Files } from './files.ts';

const RULES = 'claim-rules.csv';
const CONTRASTS = 'claim-contrasts.csv';
/** Scenarios that stand for the day of the article and for the latest. */
const SCENARIOS = { article: 'february-2025', latest: 'latest' } as const;

/** What the statements are judged by, from the files of the package. Throws `ProblemError` with every problem of a file. */
export function readClaimMeasures(files: Files, evidence: Evidence): ClaimMeasures {
  const { register } = evidence;
  return {
    rules: readClaimRules(files.readData(RULES), RULES, register),
    contrasts: readClaimContrasts(files.readData(CONTRASTS), CONTRASTS, register),
    day: defaultDay(files),
    prepare: preparer(files, evidence),
  };
}

function preparer(files: Files, evidence: Evidence): PrepareClaimRun {
  return (time, set) => {
    const { scenario, day, catalogue } = readScenario(SCENARIOS[time], files, evidence);
    const changed = withOverrides(scenario, parseSetOptions(set, catalogue));
    return prepareRun(evidence, { ...changed, asOf: day }, day);
  };
}

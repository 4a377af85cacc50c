import { answerSensitivity } from '../answers/sensitivity/sensitivity.ts';
import { headlineFigures } from '../answers/sensitivity/watched-figures.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import type { Evidence } from '../answers/prepare-run.ts';
import { memberNames } from '../answers/series.ts';
import { sensitivitySection } from '../show/validation/sensitivity-section.ts';
import type { ValidationSection } from '../show/validation/validation-report.ts';
import { readScenario } from './dated-scenario.ts';
import type { Files } from './files.ts';

const SCENARIO = 'latest';
const OPTIONS = { draws: 1024, seed: 1, method: 'variance', few: 12, trajectories: 50 } as const;

/** What the present headline depends on, as a section of the validation report. */
export async function sensitivityPart(
  files: Files,
  evidence: Evidence,
  progress: (done: number, all: number) => void,
): Promise<ValidationSection> {
  const { scenario, day } = readScenario(SCENARIO, files, evidence);
  const run = prepareRun(evidence, { ...scenario, asOf: day }, day);
  const answer = await answerSensitivity(run, evidence, headlineFigures(run), { ...OPTIONS, progress });
  const view = { answer, names: memberNames(run.catalogue), top: OPTIONS.few };
  return (_, language) => sensitivitySection(view, language);
}

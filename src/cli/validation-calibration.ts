import type { Evidence } from '../answers/prepare-run.ts';
import type { EnsembleOptions } from '../answers/ensemble.ts';
import { calibrationSection } from '../show/validation/calibration-section.ts';
import type { ValidationSection } from '../show/validation/validation-report.ts';
import { answerBacktest } from './backtest-run.ts';
import type { readShippedProtocol } from './backtest-run.ts';

/** What calibration by history does to the scores, as a section of the validation report. */
export async function calibrationPart(
  evidence: Evidence,
  shipped: ReturnType<typeof readShippedProtocol>,
  options: EnsembleOptions,
  progress: (done: number, all: number) => void,
): Promise<ValidationSection> {
  const calibrated = await answerBacktest(evidence, shipped, { calibrate: true }, options, ({ done, of }) =>
    progress(done, of),
  );
  return ({ backtest }, language) => calibrationSection(backtest, calibrated, language);
}

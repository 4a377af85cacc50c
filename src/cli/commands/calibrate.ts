import type { Command } from 'commander';
import { answerCalibration } from '../../answers/calibration/calibration-answer.ts';
import { CALIBRATION_COLUMNS, calibrationFields } from '../../show/calibration-data.ts';
import { renderCalibration } from '../../show/calibration-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { defaultDay } from '../dated-scenario.ts';
import { readEvidence } from '../evidence.ts';
import { addExamples } from '../help.ts';
import type { FutureOptions, HistoryOptions } from '../run-options.ts';
import { addDrawOptions, addHistoryOptions, calibrationOf } from '../run-options.ts';

/** `chokepoint calibrate`: what is known of the past against the model, and what it moves. */
export function registerCalibrate(program: Command, context: Context): void {
  const { language } = context;
  const command = program.command('calibrate').description(translate(language, 'command.calibrate'));
  addDrawOptions(addHistoryOptions(command, context), context).action(
    async (options: HistoryOptions & FutureOptions) => {
      const evidence = readEvidence(context.files);
      const { history, asOf: day = defaultDay(context.files) } = options;
      const answer = await answerCalibration(evidence, day, history, calibrationOf(context, options, day));
      context.progress(undefined);
      context.answer(command, {
        text: () => renderCalibration(answer, context.screen),
        json: () => answer,
        csv: () => ({ header: CALIBRATION_COLUMNS, rows: calibrationFields(answer) }),
      });
    },
  );
  addExamples(command, [
    { line: 'calibrate', text: translate(language, 'calibrate.example.plain') },
    {
      line: 'calibrate --as-of 2024-07-31 --history pseudo-real-time',
      text: translate(language, 'calibrate.example.asOf'),
    },
    { line: 'forecast --calibrate', text: translate(language, 'calibrate.example.forecast') },
  ]);
}

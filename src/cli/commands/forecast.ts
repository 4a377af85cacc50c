import type { Command } from 'commander';
import type { ForecastAnswer } from '../../answers/forecast.ts';
import { answerForecast } from '../../answers/forecast.ts';
import { answerOutcomes, readOutcomes } from '../../answers/outcomes.ts';
import { aboutRun } from '../../answers/run-about.ts';
import { OUTCOME_COLUMNS, outcomeFields, renderOutcomes } from '../../show/outcomes-view.ts';
import { forecastFields, FORECAST_COLUMNS } from '../../show/forecast-data.ts';
import { renderForecast } from '../../show/forecast-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import type { DrawingOptions } from '../drawing.ts';
import { addDrawingOption, writeDrawing } from '../drawing.ts';
import { addExamples } from '../help.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions, loadRun } from '../run-options.ts';

interface ForecastOptions extends RunOptions, DrawingOptions {
  readonly outcomes?: boolean;
}

/** `chokepoint forecast`: the first screen. */
export function registerForecast(program: Command, context: Context): void {
  const { language } = context;
  const command = addDrawingOption(
    addRunOptions(program.command('forecast').description(translate(language, 'command.forecast')), context),
    context,
  )
    .option('--outcomes', translate(language, 'forecast.option.outcomes'))
    .action(async (options: ForecastOptions) => {
      if (options.outcomes) {
        await answerWithOutcomes(options, command, context);
        return;
      }
      const answer = await forecastOf(options, context);
      if (options.svg !== undefined) {
        const { shortageDrawing } = await import('../../show/shortage-drawing.ts');
        await writeDrawing(shortageDrawing(answer, language), options.svg, answer, context);
        return;
      }
      context.answer(command, {
        text: () => renderForecast(answer, context.screen),
        json: () => answer,
        csv: () => ({ header: FORECAST_COLUMNS, rows: forecastFields(answer) }),
      });
    });
  addExamples(command, [
    { line: 'forecast', text: translate(language, 'forecast.example.plain') },
    { line: 'forecast --scenario february-2025', text: translate(language, 'forecast.example.asOf') },
    {
      line: 'forecast --scenario february-2025 --outcomes',
      text: translate(language, 'forecast.example.outcomes'),
    },
    { line: 'forecast --svg shortage.svg', text: translate(language, 'forecast.example.svg') },
    { line: 'forecast --set capex.all=0.8', text: translate(language, 'forecast.example.scenario') },
  ]);
}

async function answerWithOutcomes(options: RunOptions, command: Command, context: Context): Promise<void> {
  const { run, ensemble, evidence } = await loadRun(context, options);
  const definitions = readOutcomes(context.files.readData('outcomes.csv'), 'outcomes.csv');
  const answers = await answerOutcomes(run, evidence.register, definitions, ensemble);
  context.progress(undefined);
  context.answer(command, {
    text: () => renderOutcomes(answers, aboutRun(run, ensemble), context.screen),
    json: () => answers.map(({ rows, ...answer }) => ({ ...answer, rows: rows.map((row) => row.id) })),
    csv: () => ({ header: OUTCOME_COLUMNS, rows: answers.map((answer) => outcomeFields(answer)) }),
  });
}

/** Runs the ensemble behind the forecast and what is made of it. */
export async function forecastOf(options: RunOptions, context: Context): Promise<ForecastAnswer> {
  const { run, ensemble } = await loadRun(context, options);
  const answer = await answerForecast(run, ensemble);
  context.progress(undefined);
  return answer;
}

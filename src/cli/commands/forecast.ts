import type { Command } from 'commander';
import type { ForecastAnswer } from '../../answers/forecast.ts';
import { answerForecast } from '../../answers/forecast.ts';
import { forecastFields, FORECAST_COLUMNS } from '../../show/forecast-data.ts';
import { renderForecast } from '../../show/forecast-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions, loadRun } from '../run-options.ts';

/** `chokepoint forecast`: the first screen. */
export function registerForecast(program: Command, context: Context): void {
  const { language } = context;
  const command = addRunOptions(
    program.command('forecast').description(translate(language, 'command.forecast')),
    context,
  ).action((options: RunOptions) => {
    const answer = forecastOf(options, context);
    context.answer(command, {
      text: () => renderForecast(answer, context.screen),
      json: () => answer,
      csv: () => ({ header: FORECAST_COLUMNS, rows: forecastFields(answer) }),
    });
  });
  addExamples(command, [
    { line: 'forecast', text: translate(language, 'forecast.example.plain') },
    { line: 'forecast --scenario february-2025', text: translate(language, 'forecast.example.asOf') },
    { line: 'forecast --set capex.all=0.8', text: translate(language, 'forecast.example.scenario') },
  ]);
}

/** Runs the ensemble behind the forecast and what is made of it. */
export function forecastOf(options: RunOptions, context: Context): ForecastAnswer {
  const { run, ensemble } = loadRun(context, options);
  const answer = answerForecast(run, ensemble);
  context.progress(undefined);
  return answer;
}

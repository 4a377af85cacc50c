import type { Command } from 'commander';
import { bindingFields, BINDING_COLUMNS } from '../../show/forecast-data.ts';
import { renderBottlenecks } from '../../show/bottlenecks-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions } from '../run-options.ts';
import { forecastOf } from './forecast.ts';

/** `chokepoint bottlenecks`: what limits output, by quarter, and what comes next. */
export function registerBottlenecks(program: Command, context: Context): void {
  const { language } = context;
  const command = addRunOptions(
    program.command('bottlenecks').description(translate(language, 'command.bottlenecks')),
    context,
  ).action(async (options: RunOptions) => {
    const answer = await forecastOf(options, context);
    context.answer(command, {
      text: () => renderBottlenecks(answer, context.screen),
      json: () => ({
        scenario: answer.scenario,
        asOf: answer.asOf,
        history: answer.history,
        draws: answer.draws,
        seed: answer.seed,
        ...answer.binding,
      }),
      csv: () => ({ header: BINDING_COLUMNS, rows: bindingFields(answer) }),
    });
  });
  addExamples(command, [
    { line: 'bottlenecks', text: translate(language, 'bottlenecks.example.plain') },
    { line: 'bottlenecks --scenario packaging-slips', text: translate(language, 'bottlenecks.example.slip') },
  ]);
}

import type { Command } from 'commander';
import { answerForecast } from '../../answers/forecast.ts';
import { answerWorth } from '../../answers/input-worth.ts';
import { BOTTLENECK_COLUMNS, bottleneckFields, bottlenecksData } from '../../show/bottlenecks-data.ts';
import { renderBottlenecks } from '../../show/bottlenecks-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions, loadRun } from '../run-options.ts';

/** `chokepoint bottlenecks`: what limits output, by quarter, what comes next and what more of an input is worth. */
export function registerBottlenecks(program: Command, context: Context): void {
  const { language } = context;
  const command = addRunOptions(
    program.command('bottlenecks').description(translate(language, 'command.bottlenecks')),
    context,
  ).action(async (options: RunOptions) => {
    const { run, ensemble } = await loadRun(context, options);
    const answer = await answerForecast(run, ensemble);
    const worth = await answerWorth(run, { ...ensemble, progress: undefined });
    context.progress(undefined);
    context.answer(command, {
      text: () => renderBottlenecks(answer, worth, context.screen),
      json: () => bottlenecksData(answer, worth),
      csv: () => ({ header: BOTTLENECK_COLUMNS, rows: bottleneckFields(answer, worth) }),
    });
  });
  addExamples(command, [
    { line: 'bottlenecks', text: translate(language, 'bottlenecks.example.plain') },
    { line: 'bottlenecks --scenario packaging-slips', text: translate(language, 'bottlenecks.example.slip') },
  ]);
}

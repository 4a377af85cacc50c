import { Option } from 'commander';
import type { Command } from 'commander';
import { answerAllocate } from '../../answers/allocate.ts';
import { DELIVERY_MEASURES, renderAllocate } from '../../show/allocate-view.ts';
import type { DeliveryMeasure } from '../../show/allocate-view.ts';
import { translate } from '../../show/message.ts';
import { PAIRED_COLUMNS, pairedFields } from '../../show/paired-data.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions, loadRun } from '../run-options.ts';

interface AllocateOptions extends RunOptions {
  readonly year?: string;
  readonly measure: DeliveryMeasure;
}

/** `chokepoint allocate`: who gets it under every allocation rule. */
export function registerAllocate(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('allocate')
    .description(translate(language, 'command.allocate'))
    .option('--year <year>', translate(language, 'allocate.option.year'))
    .addOption(
      new Option('--measure <name>', translate(language, 'allocate.option.measure'))
        .choices(DELIVERY_MEASURES)
        .default('usd'),
    );
  addRunOptions(command, context).action(async (options: AllocateOptions) => {
    const { run, ensemble } = await loadRun(context, options);
    const answer = await answerAllocate(run, ensemble, options.year);
    context.progress(undefined);
    context.answer(command, {
      text: () => renderAllocate(answer, options.measure, context.screen),
      json: () => answer,
      csv: () => ({ header: PAIRED_COLUMNS, rows: pairedFields(answer.figures) }),
    });
  });
  addExamples(command, [
    { line: 'allocate', text: translate(language, 'allocate.example.plain') },
    { line: 'allocate --year 2028 --measure h100e', text: translate(language, 'allocate.example.year') },
    {
      line: 'allocate --set allocation.rule=strict-priority',
      text: translate(language, 'allocate.example.rule'),
    },
  ]);
}

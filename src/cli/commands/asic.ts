import type { Command } from 'commander';
import { answerAsic } from '../../answers/asic.ts';
import { renderAsic } from '../../show/asic-view.ts';
import { translate } from '../../show/message.ts';
import { PAIRED_COLUMNS, pairedFields } from '../../show/paired-data.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions, loadRun } from '../run-options.ts';

/** `chokepoint asic`: how far own chips fill the gap. */
export function registerAsic(program: Command, context: Context): void {
  const { language } = context;
  const command = addRunOptions(
    program.command('asic').description(translate(language, 'command.asic')),
    context,
  ).action(async (options: RunOptions) => {
    const { run, ensemble, evidence } = await loadRun(context, options);
    const answer = await answerAsic(run, evidence, ensemble);
    context.progress(undefined);
    context.answer(command, {
      text: () => renderAsic(answer, context.screen),
      json: () => answer,
      csv: () => ({ header: PAIRED_COLUMNS, rows: pairedFields(answer.figures) }),
    });
  });
  addExamples(command, [
    { line: 'asic', text: translate(language, 'asic.example.plain') },
    { line: 'asic --scenario asic-surge', text: translate(language, 'asic.example.surge') },
  ]);
}

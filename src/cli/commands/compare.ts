import type { Command } from 'commander';
import { answerCompare } from '../../answers/compare.ts';
import { ProblemError } from '../../problem/problem.ts';
import { COMPARE_COLUMNS, compareFields } from '../../show/compare-data.ts';
import { renderCompare } from '../../show/compare-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import type { DateOptions, FutureOptions } from '../run-options.ts';
import {
  addCalibrateOption,
  addDateOptions,
  addDrawOptions,
  ensembleOf,
  loadScenarios,
} from '../run-options.ts';

/** `chokepoint compare`: scenarios side by side in the same futures, and what each change does. */
export function registerCompare(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('compare')
    .description(translate(language, 'command.compare'))
    .argument('<scenario...>', translate(language, 'compare.argument'));
  addCalibrateOption(addDrawOptions(addDateOptions(command, context), context), context).action(
    async (names: readonly string[], options: DateOptions & FutureOptions) => {
      if (names.length + Math.min(options.set.length, 1) < 2)
        throw new ProblemError([{ code: 'nothing-to-compare', params: { found: names[0] ?? '' } }]);
      const runs = await loadScenarios(context, names, options);
      const answer = await answerCompare(runs, ensembleOf(context, options));
      context.progress(undefined);
      context.answer(command, {
        text: () => renderCompare(answer, context.screen),
        json: () => answer,
        csv: () => ({ header: COMPARE_COLUMNS, rows: compareFields(answer) }),
      });
    },
  );
  addExamples(command, [
    { line: 'compare latest packaging-slips', text: translate(language, 'compare.example.plain') },
    {
      line: 'compare latest --set capex.all=0.8 --set packaging.total=1.1',
      text: translate(language, 'compare.example.set'),
    },
    {
      line: 'compare latest packaging-slips --as-of 2026-06-30',
      text: translate(language, 'compare.example.day'),
    },
  ]);
}

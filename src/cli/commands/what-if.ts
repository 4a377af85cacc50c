import { Argument, InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { answerEfficiencyJump } from '../../answers/efficiency-jump.ts';
import { renderEfficiencyJump } from '../../show/efficiency-jump-view.ts';
import { translate } from '../../show/message.ts';
import { PAIRED_COLUMNS, pairedFields } from '../../show/paired-data.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import { parsePositive } from '../quantity-values.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions, loadRun } from '../run-options.ts';

interface JumpOptions extends RunOptions {
  readonly gain: number;
  readonly elasticity: readonly number[];
}

const DEFAULT_GAIN = 4;
const DEFAULT_ELASTICITIES: readonly number[] = [0.5, 1, 1.5];

/** `chokepoint what-if efficiency`: the DeepSeek question. */
export function registerWhatIf(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('what-if')
    .description(translate(language, 'command.what-if'))
    .addArgument(new Argument('<what>', translate(language, 'jump.argument')).choices(['efficiency']))
    .option('--gain <factor>', translate(language, 'jump.option.gain'), parsePositive, DEFAULT_GAIN)
    .option(
      '--elasticity <list>',
      translate(language, 'jump.option.elasticity'),
      parseElasticities,
      DEFAULT_ELASTICITIES,
    );
  addRunOptions(command, context).action(async (_what: string, options: JumpOptions) => {
    const { run, ensemble } = await loadRun(context, options);
    const question = { gain: options.gain, elasticities: options.elasticity };
    const answer = await answerEfficiencyJump(run, question, ensemble);
    context.progress(undefined);
    context.answer(command, {
      text: () => renderEfficiencyJump(answer, context.screen),
      json: () => answer,
      csv: () => ({ header: PAIRED_COLUMNS, rows: pairedFields(answer.figures) }),
    });
  });
  addExamples(command, [
    { line: 'what-if efficiency', text: translate(language, 'jump.example.plain') },
    {
      line: 'what-if efficiency --gain 10 --scenario february-2025',
      text: translate(language, 'jump.example.then'),
    },
  ]);
}

const MOST_ELASTICITIES = 5;

/** Some numbers from 0 to 3, parted by commas. */
function parseElasticities(text: string): readonly number[] {
  const values = text.split(',').map((part) => (/^\d*\.?\d+$/u.test(part.trim()) ? Number(part) : NaN));
  const isGood = values.length <= MOST_ELASTICITIES && values.every((value) => value >= 0 && value <= 3);
  if (!isGood) throw new InvalidArgumentError('0.5,1,1.5 (0 … 3)');
  return values;
}

import type { Command } from 'commander';
import { Option } from 'commander';
import type { Figure } from '../../answers/figure/figure.ts';
import { periodText } from '../../answers/period.ts';
import type { PreparedRun } from '../../answers/prepare-run.ts';
import { headlineFigures, quarterInAYear } from '../../answers/sensitivity/watched-figures.ts';
import { answerSensitivity, sensitivityMethods } from '../../answers/sensitivity/sensitivity.ts';
import type { SensitivityMethod } from '../../answers/sensitivity/sensitivity.ts';
import { memberNames } from '../../answers/series.ts';
import { ProblemError } from '../../problem/problem.ts';
import { translate } from '../../show/message.ts';
import { formatNumber } from '../../show/number-format.ts';
import { SENSITIVITY_COLUMNS, sensitivityFields, sensitivityRecord } from '../../show/sensitivity-data.ts';
import { renderSensitivity } from '../../show/sensitivity-view.ts';
import type { Context } from '../context.ts';
import { figureAsked } from '../figure-argument.ts';
import type { SeriesOptions } from '../figure-argument.ts';
import { addExamples } from '../help.ts';
import { parseWhole } from '../option-values.ts';
import { addDrawOptions, addModelOptions, loadRun } from '../run-options.ts';
import type { RunOptions } from '../run-options.ts';
import { timedProgress } from '../timed-progress.ts';

interface SensitivityCommandOptions extends RunOptions, SeriesOptions {
  readonly method: SensitivityMethod;
  readonly top: number;
  readonly thorough?: boolean;
}

/** Intervals of the groups that matter are then some five points wide, in seconds. */
const DRAWS = 1024;
/** All draws are kept, of every uncertain input: some 200 MB then. */
const MOST_DRAWS = 32_768;
const TOP = 12;
const MOST_TOP = 1000;
const TRAJECTORIES = 50;
const THOROUGH = { draws: 2048, trajectories: 100 } as const;

/** `chokepoint sensitivity`: what a figure depends on. */
export function registerSensitivity(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('sensitivity')
    .description(translate(language, 'command.sensitivity'))
    .argument('[figure]', translate(language, 'sensitivity.argument'))
    .option('--period <period>', translate(language, 'sensitivity.option.period'))
    .option('--by <dimension>', translate(language, 'explain.option.by'))
    .option('--member <name>', translate(language, 'explain.option.member'))
    .addOption(
      new Option('--method <method>', translate(language, 'sensitivity.option.method'))
        .choices(sensitivityMethods)
        .default('variance'),
    )
    .option(
      '--top <n>',
      translate(language, 'sensitivity.option.top', { top: TOP }),
      parseWhole(1, MOST_TOP),
      TOP,
    )
    .addOption(
      new Option('--thorough', translate(language, 'sensitivity.option.thorough', THOROUGH)).implies({
        draws: THOROUGH.draws,
      }),
    );
  // Without --calibrate: its indices need inputs that are drawn independently of each other.
  addDrawOptions(addModelOptions(command, context), context, DRAWS, MOST_DRAWS).action(
    async (name: string | undefined, options: SensitivityCommandOptions) => {
      await answerCommand(name, options, command, context);
    },
  );
  addExamples(command, [
    { line: 'sensitivity', text: translate(language, 'sensitivity.example.plain') },
    {
      line: 'sensitivity revenue --by designer --member NVIDIA --period FY2028',
      text: translate(language, 'sensitivity.example.series'),
    },
    {
      line: 'sensitivity own-chip-share/h100e/2027',
      text: translate(language, 'sensitivity.example.address'),
    },
    { line: 'sensitivity --thorough --json', text: translate(language, 'sensitivity.example.thorough') },
  ]);
}

async function answerCommand(
  name: string | undefined,
  options: SensitivityCommandOptions,
  command: Command,
  context: Context,
): Promise<void> {
  const { language, screen } = context;
  const { run, evidence, ensemble } = await loadRun(context, options);
  const { method, top, thorough = false } = options;
  const figures = name === undefined ? headlineFigures(run) : [figureToWatch(run, name, options)];
  const answer = await answerSensitivity(run, evidence, figures, {
    ...ensemble,
    method,
    few: thorough ? Infinity : top,
    trajectories: thorough ? THOROUGH.trajectories : TRAJECTORIES,
    progress: timedProgress((told) => {
      context.progress(
        told && translate(language, 'sensitivity.progress', { ...told, all: formatNumber(told.all) }),
      );
    }),
  });
  context.progress(undefined);
  context.answer(command, {
    text: () => renderSensitivity({ answer, names: memberNames(run.catalogue), top }, screen),
    json: () => sensitivityRecord(answer),
    csv: () => ({ header: SENSITIVITY_COLUMNS, rows: sensitivityFields(answer) }),
  });
}

/** Throws `address-with-change` for a figure that is not of the run as it is. */
function figureToWatch(
  run: PreparedRun,
  text: string,
  { by, member, period = periodText(quarterInAYear(run)) }: SeriesOptions,
): Figure {
  const { figure, change } = figureAsked(run, text, { by, member, period });
  if (change.held.length + change.moved.length === 0) return figure;
  throw new ProblemError([{ code: 'address-with-change', params: { found: text } }]);
}

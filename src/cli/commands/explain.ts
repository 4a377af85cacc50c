import type { Command } from 'commander';
import { Option } from 'commander';
import { answerExplain } from '../../answers/explain.ts';
import { aboutRun } from '../../answers/run-about.ts';
import { memberNames } from '../../answers/series.ts';
import { EXPLAIN_COLUMNS, explainFields, explainRecord } from '../../show/explain-data.ts';
import { renderExplanation } from '../../show/explain-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { figureAsked } from '../figure-argument.ts';
import { addExamples } from '../help.ts';
import { parseWhole } from '../option-values.ts';
import { explainOther } from './explain-other.ts';
import { addRunOptions, loadRun } from '../run-options.ts';
import type { RunOptions } from '../run-options.ts';

const DIMENSIONS = ['product', 'family', 'line', 'designer', 'buyer', 'input', 'plant', 'maker'] as const;
type Dimension = (typeof DIMENSIONS)[number];

interface ExplainOptions extends RunOptions, Partial<Readonly<Record<Dimension, string>>> {
  readonly by?: string;
  readonly member?: string;
  readonly period?: string;
  readonly depth: number;
  readonly draw?: number;
  readonly median?: boolean;
  readonly all?: boolean;
}

const DEFAULT_DEPTH = 6;
const MOST_DEPTH = 40;
const MOST_DRAW = 1_000_000;
/** For a range in words so many are plenty. */
const DRAWS = 256;

/** `chokepoint explain`: one figure down to its sources. */
export function registerExplain(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('explain')
    .description(translate(language, 'command.explain'))
    .argument('<figure>', translate(language, 'explain.argument'))
    .option('--period <period>', translate(language, 'explain.option.period'))
    .option('--by <dimension>', translate(language, 'explain.option.by'))
    .option('--member <name>', translate(language, 'explain.option.member'));
  for (const dimension of DIMENSIONS) {
    const others = ['by', 'member', ...DIMENSIONS.filter((other) => other !== dimension)];
    const text = translate(language, 'explain.option.of', { dimension });
    command.addOption(new Option(`--${dimension} <name>`, text).conflicts(others));
  }
  command
    .option(
      '--depth <n>',
      translate(language, 'explain.option.depth'),
      parseWhole(1, MOST_DEPTH),
      DEFAULT_DEPTH,
    )
    .addOption(
      new Option('--draw <k>', translate(language, 'explain.option.draw'))
        .argParser(parseWhole(1, MOST_DRAW))
        .conflicts('median'),
    )
    .option('--median', translate(language, 'explain.option.median'))
    .option('--all', translate(language, 'explain.option.all'));
  addRunOptions(command, context, DRAWS).action(async (name: string, options: ExplainOptions) => {
    await answerCommand(name, options, command, context);
  });
  addExamples(command, [
    { line: 'explain own-chip-share/shipments/2027', text: translate(language, 'explain.example.address') },
    {
      line: 'explain shipments --family "B300 incl. GB300" --period 2026Q4',
      text: translate(language, 'explain.example.family'),
    },
    {
      line: 'explain revenue --designer NVIDIA --period FY2027',
      text: translate(language, 'explain.example.designer'),
    },
    {
      line: 'explain capacity --input cowos --period 2025-12 --as-of 2025-02-15',
      text: translate(language, 'explain.example.capacity'),
    },
    { line: 'explain train-cost/deepseek-v3/owned', text: translate(language, 'explain.example.cost') },
    { line: 'explain overdue-months --json', text: translate(language, 'explain.example.json') },
  ]);
}

async function answerCommand(
  name: string,
  options: ExplainOptions,
  command: Command,
  context: Context,
): Promise<void> {
  if (await explainOther(name, options, command, context)) return;
  const { run, evidence, ensemble } = await loadRun(context, options);
  const { depth, draw } = options;
  const named = DIMENSIONS.find((dimension) => options[dimension] !== undefined);
  const { by = named, member = named && options[named], period } = options;
  const asked = figureAsked(run, name, { by, member, period });
  const question = { ...asked, depth, ...(draw === undefined ? {} : { draw: draw - 1 }) };
  const answer = await answerExplain(run, evidence, question, ensemble);
  context.progress(undefined);
  const about = aboutRun(run, ensemble);
  context.answer(command, {
    text: () => {
      const names = memberNames(run.catalogue);
      const all = options.all ?? false;
      return renderExplanation({ answer, names, depth, all, ...about }, context.screen);
    },
    json: () => ({ ...about, ...explainRecord(answer) }),
    csv: () => ({ header: EXPLAIN_COLUMNS, rows: explainFields(answer) }),
  });
}

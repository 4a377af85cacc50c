import { Option } from 'commander';
import type { Command } from 'commander';
import { answerTrainCost, trainingContext } from '../../answers/train-cost.ts';
import { listTraining } from '../../answers/training-list.ts';
import type { TrainingQuestion } from '../../answers/training-question.ts';
import { PRECISIONS } from '../../beliefs/precision.ts';
import type { Precision } from '../../beliefs/precision.ts';
import type { Distribution } from '../../engine/index.ts';
import { translate } from '../../show/message.ts';
import type { PlainMessageKey } from '../../show/message.ts';
import {
  TRAIN_COLUMNS,
  TRAIN_LIST_COLUMNS,
  trainFields,
  trainListFields,
  trainListRecord,
  trainRecord,
} from '../../show/train-data.ts';
import { renderTrainCost } from '../../show/train-cost-view.ts';
import { renderTrainingList } from '../../show/train-list-view.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import { parsePositive, parseRange } from '../quantity-values.ts';
import { loadModel } from '../load-model.ts';
import { addRunOptions, loadRun } from '../run-options.ts';
import type { RunOptions } from '../run-options.ts';

interface TrainOptions extends RunOptions {
  readonly parameters?: number;
  readonly active?: number;
  readonly tokens?: number;
  readonly flop?: number;
  readonly hours?: number;
  readonly accelerator?: string;
  readonly count?: number;
  readonly precision?: Precision;
  readonly mfu?: Distribution;
  readonly rental?: Distribution;
  readonly price?: Distribution;
  readonly electricity?: Distribution;
  readonly share?: Distribution;
  readonly days?: number;
  readonly list?: boolean;
}

/** `chokepoint train-cost`: what a training run costs, how long it takes, who can run it when. */
export function registerTrainCost(program: Command, context: Context): void {
  const { language } = context;
  const say = (key: PlainMessageKey): string => translate(language, key);
  const command = program
    .command('train-cost')
    .description(say('command.train-cost'))
    .argument('[model...]', say('train.argument'))
    .option('--parameters <n>', say('train.option.parameters'), parsePositive)
    .option('--active <n>', say('train.option.active'), parsePositive)
    .option('--tokens <n>', say('train.option.tokens'), parsePositive)
    .addOption(
      new Option('--flop <n>', say('train.option.flop'))
        .argParser(parsePositive)
        .conflicts(['parameters', 'active', 'tokens']),
    )
    .addOption(new Option('--hours <n>', say('train.option.hours')).argParser(parsePositive).conflicts('mfu'))
    .option('--accelerator <product>', say('train.option.accelerator'))
    .option('--count <n>', say('train.option.count'), parsePositive)
    .addOption(new Option('--precision <name>', say('train.option.precision')).choices(PRECISIONS))
    .option('--mfu <share>', say('train.option.mfu'), parseRange('0.4, 0.3..0.45', 1))
    .option('--rental <usd>', say('train.option.rental'), parseRange('2, 2..4'))
    .option('--price <usd>', say('train.option.price'), parseRange('30000, 25000..40000'))
    .option('--electricity <usd>', say('train.option.electricity'), parseRange('0.08, 0.05..0.12'))
    .option('--share <share>', say('train.option.share'), parseRange('0.2, 0.1..0.4', 1))
    .option('--days <n>', say('train.option.days'), parsePositive)
    .option('--list', say('train.option.list'));
  addRunOptions(command, context).action(async (words: readonly string[], options: TrainOptions) => {
    if (options.list) answerList(options, command, context);
    else
      await answerOne(
        questionOf(words.length === 0 ? undefined : words.join(' '), options),
        options,
        command,
        context,
      );
  });
  addExamples(command, [
    { line: 'train-cost deepseek-v3', text: say('train.example.name') },
    {
      line: 'train-cost --parameters 2T --active 100B --tokens 40T --accelerator b300 --precision fp8',
      text: say('train.example.own'),
    },
    { line: 'train-cost --flop 1e28 --accelerator vr200 --precision fp8', text: say('train.example.flop') },
    { line: 'train-cost llama-3.1-405b --accelerator b200', text: say('train.example.other') },
    { line: 'train-cost --list', text: say('train.example.list') },
  ]);
}

function questionOf(model: string | undefined, options: TrainOptions): TrainingQuestion {
  const { parameters, active, tokens, flop, hours, accelerator, count, precision } = options;
  const { mfu, rental, price, electricity, share, days } = options;
  return {
    ...(model === undefined ? {} : { model }),
    ...(parameters === undefined ? {} : { totalParameters: parameters }),
    ...(active === undefined ? {} : { activeParameters: active }),
    ...(tokens === undefined ? {} : { tokens }),
    ...(flop === undefined ? {} : { flop }),
    ...(hours === undefined ? {} : { hours }),
    ...(accelerator === undefined ? {} : { accelerator }),
    ...(count === undefined ? {} : { accelerators: count }),
    ...(precision === undefined ? {} : { precision }),
    ...(mfu === undefined ? {} : { utilisation: mfu }),
    ...(rental === undefined ? {} : { rentalRate: rental }),
    ...(price === undefined ? {} : { price }),
    ...(electricity === undefined ? {} : { electricityPrice: electricity }),
    ...(share === undefined ? {} : { share }),
    ...(days === undefined ? {} : { days }),
  };
}

async function answerOne(
  question: TrainingQuestion,
  options: TrainOptions,
  command: Command,
  context: Context,
): Promise<void> {
  const { run, ensemble, evidence } = await loadRun(context, options);
  const answer = await answerTrainCost(run, evidence, question, ensemble);
  context.progress(undefined);
  context.answer(command, {
    text: () => renderTrainCost(answer, context.screen),
    json: () => trainRecord(answer),
    csv: () => ({ header: TRAIN_COLUMNS, rows: trainFields(answer) }),
  });
}

function answerList(options: TrainOptions, command: Command, context: Context): void {
  const { run, evidence } = loadModel(context.files, options);
  const runs = listTraining(trainingContext(run.view, evidence), options);
  context.answer(command, {
    text: () => renderTrainingList(runs, run.view.date, context.screen),
    json: () => runs.map((each) => trainListRecord(each)),
    csv: () => ({ header: TRAIN_LIST_COLUMNS, rows: runs.map((each) => trainListFields(each)) }),
  });
}

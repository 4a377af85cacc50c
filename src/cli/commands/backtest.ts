import { Option } from 'commander';
import type { Command } from 'commander';
import type { Protocol } from '../../answers/backtest/protocol.ts';
import { nearestName } from '../../problem/nearest-name.ts';
import { ProblemError } from '../../problem/problem.ts';
import type { History } from '../../register/index.ts';
import { TARGET_COLUMNS, backtestData, targetFields } from '../../show/backtest-data.ts';
import { renderBacktest } from '../../show/backtest-view.ts';
import { translate } from '../../show/message.ts';
import { answerBacktest, readShippedProtocol } from '../backtest-run.ts';
import type { Context } from '../context.ts';
import { readEvidence } from '../evidence.ts';
import { addExamples } from '../help.ts';
import { parseDay } from '../option-values.ts';
import type { FutureOptions } from '../run-options.ts';
import { addCalibrateOption, addDrawOptions, ensembleOf } from '../run-options.ts';
import { timedProgress } from '../timed-progress.ts';

interface BacktestOptions extends FutureOptions {
  readonly asOf?: string;
  readonly history?: History;
  readonly series?: readonly string[];
  readonly calibrate?: boolean;
}

/** `chokepoint backtest`: the model as of past days, scored by what was published since. */
export function registerBacktest(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('backtest')
    .description(translate(language, 'command.backtest'))
    .option('--as-of <date>', translate(language, 'backtest.option.asOf'), parseDay)
    .addOption(
      new Option('--history <kind>', translate(language, 'backtest.option.history')).choices([
        'strict',
        'pseudo-real-time',
      ]),
    )
    .option('--series <name...>', translate(language, 'backtest.option.series'));
  addCalibrateOption(addDrawOptions(command, context), context).action((options: BacktestOptions) =>
    answerCommand(options, command, context),
  );
  addExamples(command, [
    { line: 'backtest', text: translate(language, 'backtest.example.all') },
    {
      line: 'backtest --as-of 2025-02-28 --history strict',
      text: translate(language, 'backtest.example.day'),
    },
    { line: 'backtest --series capex', text: translate(language, 'backtest.example.series') },
    { line: 'backtest --csv > targets.csv', text: translate(language, 'backtest.example.csv') },
  ]);
}

async function answerCommand(options: BacktestOptions, command: Command, context: Context): Promise<void> {
  const { asOf, history, series, calibrate, ...futures } = options;
  const shipped = readShippedProtocol(context.files);
  if (series !== undefined) checkSeries(series, shipped.protocol);
  const question = {
    ...(asOf === undefined ? {} : { days: [asOf] }),
    ...(history === undefined ? {} : { history }),
    ...(series === undefined ? {} : { series }),
    ...(calibrate === undefined ? {} : { calibrate }),
  };
  const { progress: _, ...ensemble } = ensembleOf(context, futures);
  const progress = timedProgress((told) => {
    context.progress(told && translate(context.language, 'backtest.progress', { ...told }));
  });
  const answer = await answerBacktest(
    readEvidence(context.files),
    shipped,
    question,
    ensemble,
    ({ done, of }) => progress(done, of),
  );
  context.progress(undefined);
  context.answer(command, {
    text: () => renderBacktest(answer, context.screen),
    json: () => backtestData(answer),
    csv: () => ({ header: TARGET_COLUMNS, rows: targetFields(answer) }),
  });
}

/** Every name must be an entry’s id or a subject. Throws `unknown-series` with the nearest. */
function checkSeries(names: readonly string[], protocol: Protocol): void {
  const known = [
    ...new Set(protocol.series.map(({ subject }): string => subject)),
    'dates',
    ...protocol.series.map(({ id }) => id),
    ...protocol.dateSeries.map(({ id }) => id),
  ];
  const problems = names
    .filter((name) => !known.includes(name))
    .map((found) => {
      const nearest = nearestName(found, known);
      return { code: 'unknown-series', params: { found, ...(nearest === undefined ? {} : { nearest }) } };
    });
  if (problems.length > 0) throw new ProblemError(problems);
}

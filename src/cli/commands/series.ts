import type { Command } from 'commander';
import { Option } from 'commander';
import type { PeriodLength } from '../../answers/period.ts';
import { aboutRun } from '../../answers/run-about.ts';
import { answerSeries, listSeries, memberNames } from '../../answers/series.ts';
import { answerSeriesSet } from '../../answers/series-set.ts';
import type { ChartSpec } from '../../show/charts/chart-spec.ts';
import { translate } from '../../show/message.ts';
import { renderSeriesList } from '../../show/series-list-view.ts';
import { SERIES_COLUMNS, seriesFields, seriesRecord } from '../../show/series-data.ts';
import { renderSeries } from '../../show/series-view.ts';
import type { SeriesView } from '../../show/series-view.ts';
import type { Context } from '../context.ts';
import type { DrawingOptions } from '../drawing.ts';
import { addDrawingOption, writeDrawing } from '../drawing.ts';
import { addFuturesOption, writeFutures } from '../futures.ts';
import type { FuturesOptions } from '../futures.ts';
import { addExamples } from '../help.ts';
import { addRunOptions, loadRun } from '../run-options.ts';
import type { LoadedRun, RunOptions } from '../run-options.ts';

interface SeriesOptions extends RunOptions, DrawingOptions, FuturesOptions {
  readonly by?: string;
  readonly period: PeriodLength;
  readonly list?: boolean;
}

const DIMENSIONS = 'product, family, designer, buyer, designer-buyer, input, plant, maker';

/** `chokepoint series`: any quantity over time, and the list of them. */
export function registerSeries(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('series')
    .description(translate(language, 'command.series'))
    .argument('[name]', translate(language, 'series.argument'))
    .option('--by <dimension>', translate(language, 'series.option.by', { dimensions: DIMENSIONS }))
    .addOption(
      new Option('--period <length>', translate(language, 'series.option.period'))
        .choices(['month', 'quarter', 'year'])
        .default('quarter'),
    )
    .option('--list', translate(language, 'series.option.list'));
  addFuturesOption(addDrawingOption(addRunOptions(command, context), context), context).action(
    async (name: string | undefined, options: SeriesOptions) => {
      const loaded = await loadRun(context, options);
      if (name === undefined || options.list) answerList(loaded, command, context);
      else await answerOne(name, options, loaded, command, context);
    },
  );
  addExamples(command, [
    { line: 'series shipments --by family', text: translate(language, 'series.example.plain') },
    {
      line: 'series revenue --by designer --period year --csv',
      text: translate(language, 'series.example.csv'),
    },
    {
      line: 'series capacity --as-of 2025-02-15 --period year',
      text: translate(language, 'series.example.asOf'),
    },
    {
      line: 'series shipments --by designer --svg shipments.svg',
      text: translate(language, 'series.example.svg'),
    },
    {
      line: 'series h100e --by designer-buyer --period year --svg flow.svg',
      text: translate(language, 'series.example.flow'),
    },
    {
      line: 'series shipments --by designer --period year --futures shipments.parquet',
      text: translate(language, 'series.example.futures'),
    },
    { line: 'series --list', text: translate(language, 'series.example.list') },
  ]);
}

async function answerOne(
  name: string,
  options: SeriesOptions,
  loaded: LoadedRun,
  command: Command,
  context: Context,
): Promise<void> {
  const { run, ensemble } = loaded;
  const { by, period } = options;
  const question = { name, period, ...(by === undefined ? {} : { by }) };
  if (options.futures !== undefined) {
    await writeFutures(options.futures, question, loaded, context);
    return;
  }
  const answer = await answerSeries(run, question, ensemble);
  context.progress(undefined);
  const about = aboutRun(run, ensemble);
  const view = { answer, length: period, names: memberNames(run.catalogue), ...about };
  if (options.svg !== undefined) {
    const spec =
      answer.dimension === 'designer-buyer'
        ? await drawFlow(view, loaded, context)
        : (await import('../../show/series-chart.ts')).seriesChart(view, context.language);
    await writeDrawing(spec, options.svg, about, context);
    return;
  }
  context.answer(command, {
    text: () => renderSeries(view, context.screen),
    json: () => ({
      series: answer.series.name,
      unit: answer.series.unit,
      meaning: answer.series.meaning,
      dimension: answer.dimension,
      period,
      ...about,
      basis: answer.basis,
      rows: answer.rows.map(seriesRecord),
    }),
    csv: () => ({ header: SERIES_COLUMNS, rows: answer.rows.map(seriesFields) }),
  });
}

/** Who delivers how much to whom in the period a year after the as-of date; the totals come from the same draws. */
async function drawFlow(
  view: SeriesView,
  { run, ensemble }: LoadedRun,
  { language }: Context,
): Promise<ChartSpec> {
  const { flowChart, flowRowsOf } = await import('../../show/flow-charts.ts');
  const { flowHead } = await import('../../show/flow-head.ts');
  const { series, basis, rows } = view.answer;
  const totals = await answerSeriesSet(
    run,
    ['designer', 'buyer'].map((by) => ({ name: series.name, by, period: view.length })),
    ensemble,
  );
  const [sales = [], designers = [], buyers = []] = [rows, ...totals.map((total) => total.rows)].map((all) =>
    all.filter(({ period }) => period.start === basis.period.start),
  );
  return flowChart(flowRowsOf(sales, designers, buyers), flowHead(view, language), language);
}

function answerList({ run }: LoadedRun, command: Command, context: Context): void {
  const list = listSeries(run.catalogue);
  context.answer(command, {
    text: () => renderSeriesList(list, context.screen),
    json: () => list,
    csv: () => ({
      header: ['series', 'unit', 'over_time', 'meaning_en', 'meaning_ja', 'dimension', 'member', 'name'],
      rows: list.flatMap(({ name: series, unit, overTime, meaning, dimensions }) =>
        dimensions.flatMap(({ dimension, members }) =>
          members.map(({ member, name }) => [
            series,
            unit,
            overTime,
            meaning.en,
            meaning.ja,
            dimension,
            member,
            name,
          ]),
        ),
      ),
    }),
  });
}

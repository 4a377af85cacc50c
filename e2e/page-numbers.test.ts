import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { AsicAnswer } from '../src/answers/asic.ts';
import type { GuidanceAnswer } from '../src/answers/capex-guidance.ts';
import type { VintageAnswer } from '../src/answers/facts.ts';
import type { ForecastRecord } from '../src/answers/forecast-record.ts';
import type { ForecastAnswer } from '../src/answers/forecast.ts';
import type { WorthAnswer } from '../src/answers/input-worth.ts';
import type { SeriesOfSet } from '../src/answers/series-set.ts';
import type { SeriesQuestion } from '../src/answers/series.ts';
import type { TrainCostAnswer } from '../src/answers/train-cost.ts';
import type { Row } from '../src/register/index.ts';
import { asicFans } from '../src/show/asic-charts.ts';
import type { ChartSpec } from '../src/show/charts/chart-spec.ts';
import { tableOf } from '../src/show/charts/chart.ts';
import { cellText } from '../src/show/charts/data-table.ts';
import type { DataTable } from '../src/show/charts/data-table.ts';
import { formatDay, formatPeriod, formatYear } from '../src/show/date-format.ts';
import { amountText, metricName, subjectOf } from '../src/show/facts-view.ts';
import { flowChart, flowRows } from '../src/show/flow-charts.ts';
import { guidanceIntervals } from '../src/show/guidance-charts.ts';
import type { Language } from '../src/show/language.ts';
import { translate } from '../src/show/message.ts';
import { movedLine } from '../src/show/moved-line.ts';
import { bindingHeatMap, hingeTornado, shortageFan, waitBars } from '../src/show/page-charts.ts';
import { builtTable, endsTable } from '../src/show/page-tables.ts';
import { publishedColumns } from '../src/show/row-columns.ts';
import { saidLine } from '../src/show/said-line.ts';
import { trainCostBars } from '../src/show/train-cost-bars.ts';
import { reliefBars, worthIntervals } from '../src/show/worth-charts.ts';
import { rowsByPeriod } from '../src/web/compute/rows-by-period.ts';
import { worthChoice } from '../src/web/pages/chokepoints/worth-query.ts';
import { seriesOfPage } from '../src/web/pages/series/panels.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage } from './support/page-browser.ts';
import { isInDocument, missingFrom } from './support/printed-table.ts';
import { shownTables } from './support/shown-tables.ts';
import type { ShownTable } from './support/shown-tables.ts';
import { rowOf } from './support/told-rows.ts';
import type { ToldRow } from './support/told-rows.ts';
import { ToldRuns } from './support/told-runs.ts';
import { isOfSeries, seriesCharts, seriesCommand, toldSeries } from './support/told-series.ts';

const DRAWS = 128;
/** Of the scenario that a page opens with. */
const AS_OF = '2026-09-30';
/** The same run in an address and on the command line, without and with a lever moved. */
const HASH = `v=1&draws=${DRAWS}&seed=3&capex.all=0.9&view=tables`;
const PLAIN = ['--draws', String(DRAWS), '--seed', '3'];
const RUN = [...PLAIN, '--set', 'capex.all=0.9'];
const PATIENCE = { timeout: 120_000, interval: 250 };

interface Opened {
  readonly name:
    | 'shortage'
    | 'chokepoints'
    | 'supply'
    | 'demand'
    | 'buyers'
    | 'asic'
    | 'fleet'
    | 'training'
    | 'record'
    | 'sources'
    | 'model';
  readonly language?: Language;
  /** What the page is asked, as in its address. */
  readonly ask?: string;
}

/** Every number in a table of a page is that of the command line, as it is printed there or as its data have it. */
describe.runIf(HAS_BROWSER)('numbers of the page', { timeout: 300_000 }, () => {
  const runs = new ToldRuns();
  const served = servedPage();
  /** One for all: what it has loaded it keeps. */
  let page: Page;

  beforeAll(async () => {
    page = await served.browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  });

  /** Tables of a page once `captions` are among them and nothing newer is on its way. */
  async function open(
    { name, language = 'en', ask = '' }: Opened,
    captions: readonly string[] = [],
  ): Promise<ReadonlyMap<string, ShownTable>> {
    const asked = ask === '' ? '' : `&ask=${encodeURIComponent(ask)}`;
    await page.goto(`${served.server.address}#${HASH}&page=${name}&lang=${language}${asked}`);
    await expect
      .poll(async () => {
        const here = await page.locator('nav [aria-current=page]').textContent();
        // A page that is on its way leaves the last one in its place, hidden.
        const done = await page.evaluate(
          '(document.querySelector("article[aria-busy=false]")?.offsetParent ?? null) !== null',
        );
        const busy = await page.locator('main .is-stale, main .loading').count();
        const isThere = here === translate(language, `page.name.${name}`) && done && busy === 0;
        const shown = await shownTables(page);
        return isThere && shown.size > 0 ? captions.filter((caption) => !shown.has(caption)) : 'on its way';
      }, PATIENCE)
      .toEqual([]);
    return shownTables(page);
  }

  /** Compares named tables of a page with what is expected of them; gives the others. */
  async function others(where: Opened, expected: readonly ShownTable[]): Promise<ShownTable[]> {
    const captions = expected.map(({ caption }) => caption);
    const shown = await open(where, captions);
    for (const table of expected) expect(shown.get(table.caption)).toEqual(table);
    return [...shown.values()].filter(({ caption }) => !captions.includes(caption));
  }

  /** The command at the foot of the page, on the widest screen. */
  async function printed(): Promise<string> {
    const command = await page.locator('footer code').first().innerText();
    const words = command.split(' ').slice(3);
    return runs.text([...words, '--width', '400']);
  }

  function expectPrinted(text: string, tables: readonly ShownTable[], count: number): void {
    expect(tables.map(({ caption }) => caption)).toHaveLength(count);
    for (const table of tables) expect(missingFrom(text, table), table.caption).toBeUndefined();
  }

  it('shortage', async () => {
    const [answer, baseline] = await Promise.all([
      runs.data<ForecastAnswer>(['forecast', ...RUN]),
      runs.data<ForecastAnswer>(['forecast', ...PLAIN]),
    ]);
    const year = formatYear(answer.years[1]?.start ?? '', 'en');
    const left = await others({ name: 'shortage' }, [
      ...chartTables(
        [
          shortageFan({ scenario: answer, baseline, assumptions: null, draws: DRAWS }, 'en'),
          bindingHeatMap(answer, 'en', 8),
          hingeTornado(answer, answer, 'en'),
          waitBars(answer, 'en'),
        ],
        'en',
      ),
      { caption: translate('en', 'page.built', { year }), ...plain(builtTable(answer, baseline, 'en')) },
      { caption: translate('en', 'page.ends'), ...plain(endsTable(answer, 'en')) },
    ]);
    expect(left).toEqual([]);
  });

  it.each(['en', 'ja'] as const)('chokepoints (%s)', async (language) => {
    type Found = WorthAnswer & ForecastAnswer['binding'] & { readonly worthDraws: number };
    const [answer, found] = await Promise.all([
      runs.data<ForecastAnswer>(['forecast', ...RUN]),
      runs.data<Found>(['bottlenecks', ...RUN]),
    ]);
    const { quarters, constraints, now, worthDraws } = found;
    const worth: WorthAnswer = { ...found, draws: worthDraws };
    const charts = [
      bindingHeatMap({ ...answer, binding: { ...answer.binding, quarters, constraints } }, language),
      reliefBars(worth, now?.input, language),
      worthIntervals(worth, worthChoice(''), language),
      hingeTornado(answer, answer, language),
    ];
    const left = await others({ name: 'chokepoints', language }, chartTables(charts, language));
    expectPrinted(await printed(), left, 2);
  });

  it.each([
    ['supply', 7],
    ['fleet', 4],
  ] as const)('%s', async (name, count) => {
    const series = await seriesOf(name);
    const shown = [...(await open({ name })).values()];
    expect(namesOf(notOfSeries(shown, series))).toEqual([]);
    expect(shown).toHaveLength(count);
    const commands = await page.locator('footer').innerText();
    for (const each of series) expect(commands).toContain(`series ${each.name} --by ${each.dimension}`);
  });

  it('who gets it', async () => {
    // Of what may flow, that which is drawn first.
    const series = await seriesOf('buyers', ({ name, by }) => name === 'shipments' || by === 'buyer');
    const rows = flowRows(series, 'shipments', '2027');
    const flow = rows && tableOf(flowChart(rows, { title: '' }, 'en'), 'en');
    const shown = [...(await open({ name: 'buyers' })).values()];
    const rest = notOfSeries(shown, series).filter((table) => flow === undefined || !isOfSeries(table, flow));
    expect(namesOf(rest)).toEqual([]);
    expect(shown).toHaveLength(5);
  });

  it('demand', async () => {
    const [series, { asOf, buyers }, guidance] = await Promise.all([
      seriesOf('demand'),
      runs.data<GuidanceAnswer>(['facts', '--guidance', '--as-of', AS_OF]),
      runs.text(['facts', '--guidance', '--as-of', AS_OF, '--width', '400']),
    ]);
    const capex = series.find(({ name }) => name === 'capex')?.rows ?? [];
    const ahead = capex.filter(({ period }) => period.end >= asOf);
    const charts = buyers.map((guided) =>
      guidanceIntervals(
        guided,
        ahead.filter(({ member }) => member === guided.buyer),
        'en',
      ),
    );
    const rows = buyers.flatMap(({ years }) =>
      years.flatMap(({ guides, reported }) => [...guides, ...(reported?.rows ?? [])]),
    );
    const left = await others({ name: 'demand' }, chartTables(charts, 'en'));
    const rest = notOfSeries(left, series);
    expect(left.length - rest.length, String(namesOf(rest))).toBe(4);
    const sources = rest.find(({ caption }) => caption === translate('en', 'page.guidance.rows'));
    expect(sources?.rows.toSorted(byText)).toEqual(rows.map(rowCells).toSorted(byText));
    expectPrinted(
      guidance,
      rest.filter((table) => table !== sources),
      1,
    );
  });

  it('own chips', async () => {
    const [answer, series] = await Promise.all([runs.data<AsicAnswer>(['asic', ...RUN]), seriesOf('asic')]);
    const left = await others({ name: 'asic' }, chartTables(asicFans(answer, 'en'), 'en'));
    const rest = notOfSeries(left, series);
    expect(left.length - rest.length, String(namesOf(rest))).toBe(4);
    expectPrinted(await printed(), rest, 3);
  });

  function seriesOf(
    name: string,
    isAsked: (question: SeriesQuestion) => boolean = () => true,
  ): Promise<SeriesOfSet[]> {
    return Promise.all(
      seriesOfPage(name)
        .filter(isAsked)
        .map(async (question) => toldSeries(question, await runs.text([...seriesCommand(question), ...RUN]))),
    );
  }

  function notOfSeries(tables: readonly ShownTable[], series: readonly SeriesOfSet[]): ShownTable[] {
    const charts = series.flatMap((each) => seriesCharts(each, { draws: DRAWS, asOf: AS_OF }));
    return tables.filter((table) => !charts.some((chart) => isOfSeries(table, chart)));
  }

  it('training cost', async () => {
    const told = await runs.data<TrainCostAnswer>(['train-cost', 'deepseek-v3', ...RUN]);
    const answer: TrainCostAnswer = { ...told, question: { model: 'deepseek-v3' } };
    const left = await others({ name: 'training' }, chartTables([trainCostBars(answer, 'en')], 'en'));
    expectPrinted(await printed(), left, 3);
  });

  it('claims and record', async () => {
    const wide = ['--width', '400'];
    const [record, list, groups] = await Promise.all([
      runs.data<ForecastRecord>(['claims', '--by', 'publisher']),
      runs.text(['claims', '--list', ...wide]),
      runs.text(['claims', '--by', 'publisher', ...wide]),
    ]);
    expect(record.vintages).toBeDefined();
    const moved = record.vintages ? chartTables([movedLine(record.vintages, 'en')], 'en') : [];
    const left = await others({ name: 'record' }, moved);
    const report = readFileSync(new URL('../docs/validation.md', import.meta.url), 'utf8');
    const tables = left.filter((table) => !isInDocument(report, table));
    expect(left.length - tables.length).toBeGreaterThan(2);
    expectPrinted(`${await printed()}\n${list}\n${groups}`, tables, 4);
  });

  it('sources', async () => {
    const command = ['facts', 'cowos', 'tsmc', '2026', '--as-of', AS_OF];
    type Told = Omit<VintageAnswer['vintages'], 'rows'> & Pick<VintageAnswer, 'disagreement'>;
    const [rows, vintages] = await Promise.all([
      runs.data<ToldRow[]>(command),
      runs.data<(Told & { readonly rows: readonly ToldRow[] })[]>([...command, '--vintages']),
    ]);
    const left = await others({ name: 'sources', ask: 'words=cowos tsmc 2026' }, []);
    const found = left.find(({ caption }) => caption === translate('en', 'page.sources.rows'));
    expect(found?.rows).toEqual(rows.slice(-60).toReversed().map(rowOf).map(rowCells));
    const lines = vintages.map(({ rows: group, disagreement, ...quantity }) =>
      saidLine(
        { vintages: { ...quantity, rows: group.map(rowOf) }, ...(disagreement && { disagreement }) },
        'en',
      ),
    );
    const stated = rows.map(({ published }) => ({ published, publishedStated: published }));
    const told = [publishedColumns(rowsByPeriod(stated), 'en'), ...lines];
    const charts = left.filter((table) => table !== found);
    expect(charts.length).toBeGreaterThan(2);
    expect(chartTables(told, 'en')).toEqual(expect.arrayContaining(charts));
  });

  it('model', async () => {
    const shown = await open({ name: 'model', ask: 'words=capacity' });
    const document = readFileSync(new URL('../docs/model.md', import.meta.url), 'utf8');
    expect(shown.size).toBeGreaterThan(2);
    expect([...shown.values()].filter((table) => !isInDocument(document, table))).toEqual([]);
  });
});

/** A row of the register as it stands among the sources. */
function rowCells(row: Row): string[] {
  return [
    formatDay(row.published, 'en', 'short'),
    `${metricName(row.metric)} · ${subjectOf(row)}${row.quote ?? ''}`,
    formatPeriod(row.periodStart, row.periodEnd, 'en', 'short'),
    amountText(row, 'en'),
    translate('en', `kind.${row.kind}`),
    row.publisher,
  ];
}

function byText(a: readonly string[], b: readonly string[]): number {
  return String(a) < String(b) ? -1 : 1;
}

function namesOf(tables: readonly ShownTable[]): string[] {
  return tables.map(({ caption }) => caption);
}

function chartTables(specs: readonly ChartSpec[], language: Language): ShownTable[] {
  return specs.map((spec) => ({ caption: spec.title, ...plain(tableOf(spec, language)) }));
}

function plain({ header, rows }: DataTable): Omit<ShownTable, 'caption'> {
  return { header, rows: rows.map((row) => row.map(cellText)) };
}

import { beforeAll, describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { answerPinnedSeries, answerSeriesDifferences } from '../answers/pinned-series.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import { answerSeriesSet } from '../answers/series-set.ts';
import type { SeriesOfSet } from '../answers/series-set.ts';
import type { AreaSpec, BarsSpec, FanSpec } from './charts/chart-spec.ts';
import { sceneOf, tableOf } from './charts/chart.ts';
import { cellText } from './charts/data-table.ts';
import { LANGUAGES } from './language.ts';
import { seriesChart } from './series-charts.ts';
import { differencesOf, withPins } from './series-pins.ts';
import type { PinOfSeries } from './series-pins.ts';

const DAY = '2026-09-30';
const overrides = [{ path: 'capex.all', unit: '1', value: 0.8, place: { file: 'test' } }];
const options = { draws: 32, seed: 3 };
const questions = [
  { name: 'capacity', by: 'input', period: 'quarter' },
  { name: 'deliveries', by: 'buyer', period: 'quarter' },
  { name: 'lead-time', by: 'buyer', period: 'year' },
] as const;
const how = { title: 'Title', draws: 32, asOf: DAY, year: '2027' };

describe('charts of series with pins', () => {
  let shown: readonly SeriesOfSet[];
  let plain: readonly (readonly SeriesOfSet[] | null)[];
  let differences: readonly (readonly SeriesOfSet[] | null)[];

  beforeAll(async () => {
    const base = runAsOf(DAY);
    const moved = prepareRun(evidence(), { ...PLAIN, name: 'moved', overrides }, DAY);
    const pins = [moved, runAsOf('2025-02-15')];
    shown = await answerSeriesSet(base, questions, options);
    plain = await answerPinnedSeries(pins, questions, options);
    differences = await answerSeriesDifferences(base, pins, questions, options);
  });

  const pinsOf = (answers: typeof plain, index: number): PinOfSeries[] =>
    answers.flatMap((set, pin) => {
      const series = set?.[index];
      return series ? [{ name: ['<b>moved</b>', 'earlier'][pin]!, number: pin + 1, series }] : [];
    });

  it('draw a fan with each pin between its edges, at the times of the scenario', () => {
    const fan = seriesChart(shown[0]!, { ...how, chart: 'fan', member: 'cowos' }, 'en');
    const spec = withPins(fan, shown[0]!, 'cowos', pinsOf(plain, 0), 'en') as FanSpec;
    expect(spec.fans.map(({ role, number }) => number ?? role)).toEqual(['scenario', 1, 2]);
    const known = new Map(
      plain[1]![0]!.rows
        .filter(({ member }) => member === 'cowos')
        .map((row) => [row.period.end, row.p50] as const),
    );
    expect(Array.from(spec.fans[2]!.median)).toEqual(spec.times.map((time) => known.get(time) ?? NaN));
    expect(tableOf(spec, 'en').header).toContain('<b>moved</b>, 80 of 100');
  });

  it('hold the sum of layers against that of each pin, in the table as well', () => {
    const area = seriesChart(shown[1]!, { ...how, chart: 'area' }, 'en');
    const spec = withPins(area, shown[1]!, '', pinsOf(plain, 1), 'en') as AreaSpec;
    const [own, moved] = spec.totals!;
    expect(own?.number).toBeUndefined();
    const last = spec.times.length - 1;
    expect(own!.values[last]).toBeCloseTo(
      spec.layers.reduce((sum, { values }) => sum + values[last]!, 0),
      0,
    );
    expect(moved!.values[last]).toBeLessThan(own!.values[last]!);
    const { header, rows } = tableOf(spec, 'en');
    expect(header.slice(-3)).toEqual(['this scenario, total', '<b>moved</b>, total', 'earlier, total']);
    expect(cellText(rows[last]!.at(-2)!)).toBe(spec.format.figure(moved!.values[last]!));
    const { marks, cursor } = sceneOf(spec, { width: 640, language: 'en' });
    expect(marks.filter((mark) => mark.kind === 'text' && /^[12]$/u.test(mark.text)).length).toBeGreaterThan(
      1,
    );
    expect(cursor.at(spec.layers.length, last)?.label).toContain('<b>moved</b>');
  });

  it('put each pin below its bar, with number and figure', () => {
    const bars = seriesChart(shown[2]!, { ...how, chart: 'bars' }, 'en');
    const spec = withPins(bars, shown[2]!, '', pinsOf(plain, 2), 'en') as BarsSpec;
    const [first] = spec.bars;
    const row = plain[0]![2]!.rows.find(({ address }) => address === first!.figure)!;
    expect(first!.pins?.[0]).toEqual({
      name: '<b>moved</b>',
      number: 1,
      value: row.p50,
      low: row.p10,
      high: row.p90,
    });
    expect(tableOf(spec, 'en').header.slice(1)).toEqual(['Value', '1 <b>moved</b>', '2 earlier']);
    const alone = sceneOf(bars, { width: 640, language: 'en' });
    expect(sceneOf(spec, { width: 640, language: 'en' }).height).toBeGreaterThan(alone.height);
  });

  it.each(LANGUAGES)('are differences where asked, without what has no future in common (%s)', (language) => {
    const told = (chart: 'fan' | 'area' | 'bars', index: number, member?: string) =>
      differencesOf(
        pinsOf(differences, index),
        { ...how, chart, ...(member === undefined ? {} : { member }) },
        language,
      )!;
    const fan = told('fan', 0, 'cowos');
    const area = told('area', 1);
    const bars = told('bars', 2);
    expect([fan.kind, area.kind, bars.kind]).toEqual(['fan', 'fan', 'intervals']);
    expect((fan as FanSpec).fans.map(({ number }) => number)).toEqual([1]);
    expect((area as FanSpec).fans[0]!.bands).toEqual([]);
    // Less money, less delivered.
    expect(Array.from((area as FanSpec).fans[0]!.median).at(-1)).toBeLessThan(0);
    for (const spec of [fan, area, bars]) {
      expect(spec.title).toContain('Title');
      expect(spec.title).not.toBe('Title');
      expect(JSON.stringify(tableOf(spec, language).rows)).toContain('−');
    }
  });

  it('are nothing without pins', () => {
    expect(differencesOf([], { ...how, chart: 'fan' }, 'en')).toBeUndefined();
  });
});

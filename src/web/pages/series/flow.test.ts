import { beforeAll, describe, expect, it } from 'vitest';
import { runAsOf } from '../../../../e2e/support/evidence.ts';
import { answerSeriesSet } from '../../../answers/series-set.ts';
import type { SeriesOfSet } from '../../../answers/series-set.ts';
import { FLOW_MEASURES, measureOf, yearOf } from './flow-measure.ts';
import { seriesOfPage } from './panels.ts';
import { flowChart, flowRows } from '../../../show/flow-charts.ts';
import { seriesHeadline } from '../../../show/series-headline.ts';

const day = '2026-09-30';
const near = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.abs(b));

describe('who gets it', () => {
  let series: readonly SeriesOfSet[];

  beforeAll(async () => {
    series = await answerSeriesSet(runAsOf(day), seriesOfPage('buyers'), { draws: 32, seed: 1 });
  });

  it.each(FLOW_MEASURES)(
    'flows: %s, in means that add up at both sides, each figure with its address',
    (measure) => {
      const rows = flowRows(series, measure, '2027');
      const { from, to, links } = flowChart(rows!, { title: measure }, 'ja');
      expect(links.length).toBeGreaterThan(10);
      for (const [side, ends, totals] of [
        ['from', from, rows!.designers],
        ['to', to, rows!.buyers],
      ] as const)
        for (const [index, row] of totals.entries()) {
          near(
            links
              .filter((link) => link[side] === index)
              .reduce((sum, { mean = Number.NaN }) => sum + mean, 0),
            row.mean,
          );
          expect(ends[index]?.total).toEqual({
            value: row.p50,
            low: row.p10,
            high: row.p90,
            figure: row.address,
          });
        }
      for (const { figure } of links)
        expect(figure).toMatch(new RegExp(`^${measure}/designer-buyer/.+/2027$`, 'u'));
    },
  );

  it('says who gets most of what buyers compete for, in the year and measure asked for', () => {
    const say = (measure: string, year: string, language: 'en' | 'ja' = 'en') =>
      seriesHeadline('buyers', series, day, language, { measure, year });
    const packages = say('shipments', '2027');
    expect(packages?.figure).toMatch(/^shipments\/designer-buyer\/NVIDIA\+to\+\w+\/2027$/u);
    expect(packages?.finding).toMatch(/^Of NVIDIA’s .+ in 2027 .+: \*.+ \(.+\)\*\.$/u);
    expect(packages).toEqual(seriesHeadline('buyers', series, day, 'en'));
    expect(say('h100e', '2028', 'ja')?.finding).toMatch(/^2028年に.+H100e/u);
    expect(say('unmet-demand', '2028')?.figure).toMatch(/^unmet-demand\/designer\/.+\/2028$/u);
    expect(say('shipments', '1999')).toBeUndefined();
  });
});

it('reads measure and year from a query, and takes the usual ones for any other', () => {
  expect(measureOf('')).toBe('shipments');
  expect(measureOf('measure=h100e&year=2028')).toBe('h100e');
  expect(measureOf('measure=price')).toBe('shipments');
  expect(yearOf('measure=h100e&year=2028', ['2027', '2028'], '2027')).toBe('2028');
  expect(yearOf('year=1999', ['2027', '2028'], '2027')).toBe('2027');
});

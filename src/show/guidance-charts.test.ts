import { describe, expect, it } from 'vitest';
import { evidence } from '../../e2e/support/evidence.ts';
import { answerGuidance } from '../answers/capex-guidance.ts';
import type { SeriesRow } from '../answers/series.ts';
import { sceneOf, tableOf } from './charts/chart.ts';
import { guidanceIntervals } from './guidance-charts.ts';
import { guidanceSentences } from './guidance-view.ts';

const answer = answerGuidance(evidence().register, '2026-09-30');
const LANGUAGES = ['en', 'ja'] as const;

function modelled(year: string, billions: number): SeriesRow {
  const value = billions * 1e9;
  return {
    series: 'capex',
    dimension: 'buyer',
    member: 'meta',
    unit: 'USD',
    period: { start: `${year}-01-01`, end: `${year}-12-31`, first: 0, last: 11 },
    address: `capex/buyer/meta/${year}`,
    mean: value,
    p025: value * 0.5,
    p05: value * 0.6,
    p10: value * 0.7,
    p25: value * 0.8,
    p50: value,
    p75: value * 1.2,
    p90: value * 1.3,
    p95: value * 1.4,
    p975: value * 1.5,
  };
}

const meta = answer.buyers.find(({ buyer }) => buyer === 'meta')!;
const rows = [modelled('2026', 140), modelled('2027', 210), modelled('2028', 300)];

describe('guidance as a chart', () => {
  it('has a row for each guide of three years, and for two years of the model', () => {
    const { items } = guidanceIntervals(meta, rows, 'en');
    const stated = items.filter(({ isStated }) => isStated);
    const guides = meta.years.slice(-3).flatMap((year) => year.guides);
    expect(stated.map(({ outer }) => outer)).toEqual(
      guides.map(({ low, value, high }) => [low ?? value, high ?? value]),
    );
    const model = items.filter(({ isStated }) => !isStated);
    expect(model.map(({ group, figure }) => [group, figure])).toEqual([
      ['2026', 'capex/buyer/meta/2026'],
      ['2027', 'capex/buyer/meta/2027'],
    ]);
    // The guides of a year and the model of it follow one another.
    const groups = items.map(({ group }) => group ?? '');
    expect(groups).toEqual(groups.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('marks what was reported beside every guide of the year, and nothing beside an open one', () => {
    const { items } = guidanceIntervals(meta, rows, 'en');
    for (const { group, outcome } of items)
      expect(outcome?.value).toBe({ '2024': 39.225e9, '2025': 72.2e9 }[group ?? '']);
  });

  it('reads a guide out as stated, and a future as a future', () => {
    const { cursor } = sceneOf(guidanceIntervals(meta, rows, 'en'), { width: 600, language: 'en' });
    expect(cursor.at(0, 0)?.label).toBe('18 Jan 2024: 30–35; came out at 39.2 bn, above');
    const last = cursor.at(0, cursor.count(0) - 1);
    expect(last?.label).toContain('80 of 100 futures');
    expect(last?.figure).toBe('capex/buyer/meta/2027');
  });

  it('is a table of ranges, in both languages, with the model or without', () => {
    for (const language of LANGUAGES)
      for (const known of [rows, []]) {
        const spec = guidanceIntervals(meta, known, language);
        const { header, rows: told } = tableOf(spec, language);
        expect(header).toHaveLength(4);
        expect(told).toHaveLength(spec.items.length);
        expect(new Set(told.map((row) => row.length))).toEqual(new Set([4]));
      }
  });
});

describe('guidance in words', () => {
  it('counts how often guides were beaten', () => {
    const text = guidanceSentences(answer, 'en').join(' ');
    expect(text).toContain(`*${answer.last.above} of ${answer.last.count}*`);
    expect(text).toContain(`${answer.first.above} of the ${answer.first.count}`);
  });

  it('says where there is nothing to count', () => {
    const none = { count: 0, above: 0, below: 0, over: Number.NaN };
    for (const language of LANGUAGES) {
      const [only, ...more] = guidanceSentences({ ...answer, first: none, last: none }, language);
      expect(only).not.toContain('NaN');
      expect(more).toEqual([]);
    }
  });
});

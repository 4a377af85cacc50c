import { expect, it } from 'vitest';
import { summarise } from '../../engine/index.ts';
import { withBandKey } from './band-key.ts';
import { LEAST_FUTURES_OF_HAIRLINE, futuresOf, summaryBands } from './summary-bands.ts';

const SUMMARIES = [summarise(Float64Array.from({ length: 1001 }, (_, index) => index))];

it('tells where 50, 80 and 95 of 100 futures lie', () => {
  expect(summaryBands(SUMMARIES, 1001)).toEqual([
    { share: 50, low: [250], high: [750] },
    { share: 80, low: [100], high: [900] },
    { share: 95, low: [25], high: [975] },
  ]);
});

it('says nothing of 95 of 100 from few futures, but keeps its place in a first look', () => {
  const sharesOf = (...futures: [number, number?]): number[] =>
    summaryBands(SUMMARIES, ...futures).map(({ share }) => share);
  expect(sharesOf(LEAST_FUTURES_OF_HAIRLINE)).toEqual([50, 80, 95]);
  expect(sharesOf(LEAST_FUTURES_OF_HAIRLINE - 1)).toEqual([50, 80]);
  expect(sharesOf(32, 256)).toEqual([50, 80]);
  expect(summaryBands(SUMMARIES, 32, 2048)[2]).toEqual({ share: 95, low: [NaN], high: [NaN] });
  expect(sharesOf(futuresOf({ draws: 1024, calibration: { effective: 80 } }))).toEqual([50, 80]);
});

it('names bands and hairlines apart, in both languages', () => {
  const bands = summaryBands(SUMMARIES, 1001);
  expect(withBandKey('months', bands, 'en')).toBe(
    'months; bands hold 50 and 80 of 100 futures, hairlines 95',
  );
  expect(withBandKey(undefined, bands, 'ja')).toBe('帯は100通りの未来のうち50・80通り、細線は95通りの範囲');
  expect(withBandKey('months', bands.slice(1, 2), 'en')).toBe('months; bands hold 80 of 100 futures');
  expect(withBandKey('months', [], 'en')).toBe('months');
});

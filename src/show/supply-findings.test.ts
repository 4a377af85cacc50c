import { expect, it } from 'vitest';
import { periodsOf } from '../answers/period.ts';
import type { SeriesOfSet } from '../answers/series-set.ts';
import { growthFinding, largestFinding, makersFinding, plantsFinding } from './supply-findings.ts';

const AS_OF = '2026-05-15';

/** Capacity by quarter from January 2026, certain. */
function capacity(
  dimension: 'input' | 'maker' | 'plant',
  values: Readonly<Record<string, readonly number[]>>,
): SeriesOfSet {
  const periods = periodsOf(2026, 36, 'quarter');
  const rows = Object.entries(values).flatMap(([member, own]) =>
    periods.map((period, index) => {
      const value = own[index] ?? own.at(-1) ?? 0;
      const summary = {
        mean: value,
        p025: value,
        p05: value,
        p10: value,
        p25: value,
        p50: value,
        p75: value,
        p90: value,
        p95: value,
        p975: value,
      };
      return { address: '', series: 'capacity', dimension, member, period, unit: 'wafer/month', ...summary };
    }),
  );
  const about = { name: 'capacity', unit: 'wafer/month', dimension, period: 'quarter' as const };
  return { ...about, members: Object.keys(values), periods, rows };
}

it('says when a capacity has doubled for good, or else by how much it differs at the end', () => {
  const say = (values: readonly number[]): string | undefined =>
    growthFinding('CoWoS', capacity('input', { cowos: values }), 'cowos', AS_OF, 'en');
  // The first quarter lies before the as-of date.
  expect(say([1, 100, 150, 199, 200, 300])).toBe('CoWoS doubles by 2027 Q1');
  expect(say([1, 100, 200, 150])).toBe('CoWoS grows by 50% until the end of 2028');
  expect(say([1, 100, 80])).toBe('CoWoS shrinks by 20% until the end of 2028');
  expect(say([1, 100, 102])).toBe('CoWoS stays about where it is until the end of 2028');
  expect(say([0])).toBeUndefined();
});

it('names the two that have most at the end of a year', () => {
  const series = capacity('maker', { 'sk-hynix': [50], samsung: [40], micron: [10] });
  expect(largestFinding('HBM', series, '2027', 'en')).toBe('HBM: SK hynix has 50% in 2027 Q4, Samsung 40%');
  expect(largestFinding('HBM', series, '2027', 'ja')).toBe(
    'HBM：2027年第4四半期はSKハイニックスが50%、サムスンが40%',
  );
  expect(largestFinding('HBM', series, '2035', 'en')).toBeUndefined();
  expect(largestFinding('HBM', capacity('maker', { micron: [10] }), '2027', 'en')).toBeUndefined();
});

it('names the two largest makers at the end of the next year', () => {
  const series = capacity('maker', {
    'sk-hynix': [50],
    samsung: [40, 40, 40, 40, 40, 40, 40, 40, 400],
    micron: [10],
  });
  expect(makersFinding(series, AS_OF, 'en')).toBe(
    'SK hynix has 50% of HBM capacity at the end of 2027, Samsung 40%',
  );
  expect(makersFinding(series, AS_OF, 'ja')).toBe('2027年末のHBM能力はSKハイニックスが50%、サムスンが40%');
});

it('says what part of plans is in plants that do not run yet', () => {
  const series = capacity('plant', { old: [60], half: [0, 10, 10], late: [0, 0, 0, 30] });
  expect(plantsFinding(series, AS_OF, 'en')).toBe(
    '30% of planned CoWoS at the end of 2027 is in plants still to open',
  );
});

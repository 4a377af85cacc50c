import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asOf, forecastPairs, readRegister, REGISTER_FILES } from '../register/index.ts';
import {
  answerForecastRecord,
  forecastVintages,
  summariseErrors,
  VINTAGE_QUANTITY,
} from './forecast-record.ts';

const folder = fileURLToPath(new URL('../../data/', import.meta.url));
const register = readRegister(
  Object.fromEntries(REGISTER_FILES.map((name) => [name, readFileSync(folder + name, 'utf8')])),
);
const DAY = '2026-09-30';

describe('the record of the register', () => {
  it('counts every scored forecast once, by subject, by publisher and by horizon', () => {
    const record = answerForecastRecord(register, DAY);
    const total = record.scored.length;
    for (const groups of [record.bySubject, record.byPublisher]) {
      expect(groups.reduce((sum, { figures, dates }) => sum + figures.count + dates.count, 0)).toBe(total);
      for (const { figures, horizons } of groups)
        expect(horizons.reduce((sum, { count }) => sum + count, 0)).toBe(figures.count);
    }
    expect(record.scored.every(({ horizon }) => horizon > 0)).toBe(true);
  });

  it('tells how forecasts of CoWoS at the end of 2026 fell and rose', () => {
    const rows = forecastVintages(register, DAY, VINTAGE_QUANTITY);
    const medians = new Map(rows.map(({ quarter, median }) => [quarter, median]));
    expect(medians.get('2024-10-01')).toBeGreaterThan(130_000);
    expect(medians.get('2025-04-01')).toBeLessThan(96_000);
    expect(medians.get('2026-04-01')).toBeGreaterThanOrEqual(120_000);
    expect(rows.every(({ low, median, high }) => low <= median && median <= high)).toBe(true);
  });
});

it('summarises errors by their middle, their size and how many were too low', () => {
  const scored = forecastPairs(asOf(register, DAY)).slice(0, 3);
  const [a, b, c] = scored;
  if (a === undefined || b === undefined || c === undefined) throw new Error('too few');
  const given = [-0.3, 0.1, 0.2].map((error, index) => ({
    ...(scored[index] ?? a),
    subject: 'capex' as const,
    error,
  }));
  expect(summariseErrors(given)).toEqual({ count: 3, median: 0.1, size: 0.2, low: 1 });
});

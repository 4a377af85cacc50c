import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asOf, forecastPairs, readRegister, REGISTER_FILES } from '../register/index.ts';
import { answerForecastRecord, summariseErrors } from './forecast-record.ts';
import { forecastVintages } from './forecast-vintages.ts';
import type { ForecastVintages } from './forecast-vintages.ts';

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
});

describe('forecasts of one quantity', () => {
  const vintages = (name?: string, day = DAY): ForecastVintages => {
    const found = forecastVintages(register, day, name);
    if (found === undefined) throw new Error(name ?? 'the usual quantity');
    return found;
  };

  it('of CoWoS at the end of 2026 fell and rose', () => {
    const { rows, quantity, outcome } = vintages();
    expect(quantity).toBe('cowos_capacity TSMC 2026');
    expect(outcome).toBeUndefined();
    const medians = new Map(rows.map(({ quarter, median }) => [quarter, median]));
    expect(medians.get('2024-10-01')).toBeGreaterThan(130_000);
    expect(medians.get('2025-04-01')).toBeLessThan(96_000);
    expect(medians.get('2026-04-01')).toBeGreaterThanOrEqual(120_000);
    expect(rows.every(({ low, median, high }) => low <= median && median <= high)).toBe(true);
  });

  it('stand beside what came, whatever the metric of the outcome', () => {
    const capacity = vintages('cowos_capacity TSMC 2025');
    expect(capacity.outcome?.value).toBeGreaterThan(60_000);
    expect(capacity.rows.reduce((sum, { count }) => sum + count, 0)).toBe(capacity.words.length);
    expect(capacity.words.every(({ published }) => published < '2025-12-31')).toBe(true);
    expect(vintages('capex_guidance Meta 2025').outcome?.value).toBeCloseTo(72.2e9, -8);
  });

  it('are named in any case and spelling of the company, and of the day nobody knew nothing is told', () => {
    expect(vintages('CoWoS_capacity tsmc, 2025').quantity).toBe('cowos_capacity TSMC 2025');
    expect(vintages('hbm_capacity Samsung HBM 2025').words.length).toBeGreaterThan(1);
    expect(forecastVintages(register, '2023-06-30')).toBeUndefined();
    expect(vintages('cowos_capacity TSMC 2025', '2025-12-31').outcome).toBeUndefined();
  });

  it('are refused under a name that nothing was forecast by, with the nearest', () => {
    expect(() => vintages('cowos_capacty TSMC 2026')).toThrowError(/cowos_capacity TSMC 2026/u);
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

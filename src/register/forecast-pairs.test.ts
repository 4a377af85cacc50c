import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asOf } from './as-of.ts';
import type { ForecastPair } from './forecast-pairs.ts';
import { forecastPairs } from './forecast-pairs.ts';
import { readRegister, REGISTER_FILES } from './read-register.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';

const folder = fileURLToPath(new URL('../../data/', import.meta.url));
const register = readRegister(
  Object.fromEntries(REGISTER_FILES.map((name) => [name, readFileSync(folder + name, 'utf8')])),
);
const DAY = '2026-09-30';
const row = (id: string): Row => {
  const found = register.facts.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const pairsOf = (from: Register, day: string): readonly ForecastPair[] => forecastPairs(asOf(from, day));
const errorOf = (from: Register, id: string): number | undefined =>
  pairsOf(from, DAY).find(({ forecast }) => forecast.id === id)?.error;

/** A register of these rows alone. */
const only = (...facts: Row[]): Register => ({ ...register, facts });
const forecast = row('cowos-capacity-tsmc-2025-12-31-for-2024-11-18-digitimes');
const outcome = row('cowos-capacity-tsmc-2025-12-31-est-2026-01-11-cna');
const variant = (base: Row, id: string, change: Partial<Row>): Row => ({
  ...base,
  id,
  statement: id,
  ...change,
});

describe('a forecast and its outcome', () => {
  it('are paired, and the error is the share by which the forecast was too high', () => {
    expect(errorOf(only(forecast, outcome), forecast.id)).toBeCloseTo(75 / 70 - 1, 9);
  });

  it.each<[string, Partial<Row>]>([
    ['another unit', { unit: 'wafer/year' }],
    ['another basis', { basis: 'with partners' }],
    ['another entity', { entity: 'ASE/SPIL' }],
    ['another end', { periodStart: '2026-12-31', periodEnd: '2026-12-31' }],
    ['a forecast as well', { kind: 'forecast' }],
    ['published before the period ended', { published: '2025-12-01' }],
    ['a bound alone', { quantity: 'at-least' }],
  ])('are not where the outcome is %s', (_, change) => {
    expect(pairsOf(only(forecast, variant(outcome, 'o', change)), DAY)).toEqual([]);
  });

  it('are one where outlets repeat a statement, and none after the period', () => {
    const repeated = { ...variant(forecast, 'again', { published: '2024-11-20' }), statement: forecast.id };
    expect(pairsOf(only(forecast, repeated, outcome), DAY)).toHaveLength(1);
    const late = variant(forecast, 'late', { published: '2026-01-02' });
    expect(pairsOf(only(late, outcome), DAY)).toEqual([]);
  });

  it('prefer what is actual to estimates, and take the middle of several sources', () => {
    const other = variant(outcome, 'other', { publisher: 'Another', value: 60_000 });
    const third = variant(outcome, 'third', { publisher: 'A third', value: 80_000 });
    expect(errorOf(only(forecast, outcome, other, third), forecast.id)).toBeCloseTo(75 / 70 - 1, 9);
    const actual = variant(outcome, 'actual', { kind: 'actual', value: 50_000 });
    expect(errorOf(only(forecast, outcome, other, third, actual), forecast.id)).toBeCloseTo(0.5, 9);
  });
});

describe('pairs of the register', () => {
  it('knows what companies guided and spent, and by how much dates slipped', () => {
    expect(errorOf(register, 'meta-guid-2025-jan')).toBeCloseTo(62.5 / 72.2 - 1, 9);
    expect(errorOf(register, 'googl-guid-2025-75')).toBeCloseTo(75 / 91.4 - 1, 9);
    const slip = errorOf(
      register,
      'fab-milestone-tsmc-ap8-tainan-innolux-fab-4-tool-move-in-2025-04-30-for-2025-01-03-liberty-times',
    );
    expect(slip).toBeGreaterThan(7);
    expect(slip).toBeLessThan(8);
  });

  it('scores no forecast whose outcome lies after the day', () => {
    const then = pairsOf(register, '2025-02-15');
    expect(then.length).toBeGreaterThan(5);
    expect(
      then.flatMap(({ outcomes }) => outcomes).filter(({ published }) => published > '2025-02-15'),
    ).toEqual([]);
    expect(then.length).toBeLessThan(pairsOf(register, DAY).length);
  });

  it('moves with an outcome: twice the outcome, a forecast half as high', () => {
    const doubled = register.facts.map((each) =>
      each.id === 'meta-capex-2025' ? { ...each, value: 2 * (each.value ?? 0) } : each,
    );
    expect(errorOf({ ...register, facts: doubled }, 'meta-guid-2025-jan')).toBeCloseTo(62.5 / 144.4 - 1, 9);
  });
});

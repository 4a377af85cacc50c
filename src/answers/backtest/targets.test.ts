import { describe, expect, it } from 'vitest';
import { dataText, evidence } from '../../../e2e/support/evidence.ts';
import { dayNumber } from '../../register/index.ts';
import type { Register } from '../../register/index.ts';
import { ProblemError } from '../../problem/problem.ts';
import { readProtocol } from './protocol.ts';
import { monthsUntil, nameOfSpan, spanOf } from './span.ts';
import { horizonClass, targetsOf } from './targets.ts';

const FILE = 'backtest-protocol.yaml';
const protocol = readProtocol(dataText(FILE), FILE);
const { register } = evidence();
const named = (of: Register, day: string): string[] =>
  targetsOf(of, protocol, day).map(
    ({ entry, member, outcome }) =>
      `${entry.id} ${member ?? ''} ${nameOfSpan(outcome.span)} ${outcome.value}`,
  );

describe('spans', () => {
  it('count fiscal periods by the nearest months', () => {
    const name = (periodStart: string, periodEnd: string, kind: 'quarter' | 'year' | 'level') => {
      const span = spanOf({ periodStart, periodEnd }, kind);
      return span && nameOfSpan(span);
    };
    expect(name('2025-01-27', '2025-04-27', 'quarter')).toBe('2025-02…2025-04');
    expect(name('2023-12-31', '2024-12-28', 'year')).toBe('2024');
    expect(name('2025-07-01', '2025-09-30', 'quarter')).toBe('2025Q3');
    expect(name('2025-07-01', '2025-09-30', 'year')).toBeUndefined();
    expect(name('2025-12-29', '2025-12-29', 'level')).toBe('2025-12');
    const year = spanOf({ periodStart: '2025-01-01', periodEnd: '2025-12-31' }, 'year');
    expect(year && monthsUntil(year, '2025-07-31')).toBeCloseTo(5.03, 2);
  });
});

describe('targets of the protocol', () => {
  it('end after the day, and their outcome was published after it and after their period', () => {
    for (const { day } of protocol.dates)
      for (const { entry, outcome, horizon } of targetsOf(register, protocol, day)) {
        expect(horizon).toBeGreaterThan(0);
        for (const row of outcome.rows) {
          expect(row.published > day && row.published <= protocol.evaluatedBy).toBe(true);
          const grace = entry.period === 'level' ? protocol.levelGraceDays : 0;
          expect(dayNumber(row.published)).toBeGreaterThanOrEqual(dayNumber(row.periodEnd) - grace);
        }
      }
  });

  it('hold what the register says, ranges and all', () => {
    const targets = targetsOf(register, protocol, '2025-02-28');
    const find = (id: string, name: string) =>
      targets.find(({ entry, outcome }) => entry.id === id && nameOfSpan(outcome.span) === name);
    // Epoch AI, 24 September 2026: 3.74, 4.46 and 5.30 million.
    expect(find('nvidia-units-year', '2025')?.outcome).toMatchObject({
      low: 3_738_907,
      value: 4_458_416,
      high: 5_300_363,
    });
    // Quarters of products add up to the year that their publisher states.
    const quarters = ['2025Q1', '2025Q2', '2025Q3', '2025Q4'].map(
      (name) => find('nvidia-units-quarter', name)?.outcome.value ?? 0,
    );
    expect(quarters.reduce((sum, value) => sum + value, 0)).toBeCloseTo(4_458_416, -2);
    expect(find('capex-four-year', '2025')?.outcome.value).toBe(416e9);
    expect(find('nvidia-revenue-year', '2025-02…2026-01')?.outcome.value).toBeCloseTo(193.7e9, -9);
    expect(find('nvidia-revenue-year', '2025-02…2026-01')?.event).toBe('nvidia 2025');
  });

  it('come from the register: another figure is another outcome, no row is no target', () => {
    const all = named(register, '2025-07-31');
    expect(all.length).toBeGreaterThan(50);
    const id = 'big4-capex-2025-plat';
    const changed = register.facts.map((row) => (row.id === id ? { ...row, value: 500e9 } : row));
    const moved = named({ ...register, facts: changed }, '2025-07-31');
    expect(moved.filter((name) => !all.includes(name))).toEqual(['capex-four-year  2025 500000000000']);
    const gone = named(
      { ...register, facts: register.facts.filter((row) => row.published <= '2025-07-31') },
      '2025-07-31',
    );
    expect(gone).toEqual([]);
  });

  it('know their class of horizon', () => {
    expect([3, 6, 6.1, 24, 25].map((months) => horizonClass(months, protocol.horizons))).toEqual([
      0, 0, 1, 2, 3,
    ]);
  });
});

describe('the protocol', () => {
  it('names every entry once, in both languages', () => {
    const ids = [...protocol.series, ...protocol.dateSeries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is refused with every problem of the file', () => {
    const broken = dataText(FILE).replace('seed: 1', 'seeds: 1').replace('floor: 1000', 'floor: none');
    expect(() => readProtocol(broken, FILE)).toThrow(ProblemError);
    try {
      readProtocol(broken, FILE);
    } catch (error) {
      expect((error as ProblemError).problems.length).toBeGreaterThanOrEqual(3);
    }
  });
});

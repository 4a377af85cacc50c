import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import { asOf } from './as-of.ts';
import { readRegister } from './read-register.ts';

const HEADER = 'id,metric,entity,period_start,period_end,value,unit,kind,published,publisher,confidence';
const row = (id: string, published: string): string =>
  `${id},capex,Meta,2027-01-01,2027-12-31,5,USD,forecast,${published},Desk,low`;
const file = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');
const shipped = { 'demand.csv': file(row('a', '2026-01-01')) };

describe('rows of one’s own', () => {
  it('come last, say so, and may stand in a file of any name', () => {
    const own = { 'a.csv': file(row('x', '2026-02-01')), 'demand.csv': file(row('y', '2026-03-01')) };
    const { facts } = readRegister(shipped, own);
    expect(facts.map(({ id, own: isOwn }) => [id, isOwn])).toEqual([
      ['a', undefined],
      ['x', true],
      ['y', true],
    ]);
    expect(asOf(readRegister(shipped, own), '2026-02-15').own).toEqual({ rows: 1, later: 1 });
    expect(asOf(readRegister(shipped), '2026-02-15')).not.toHaveProperty('own');
  });

  it('are refused where a slip keeps their metric from being known, along with whatever else is wrong', () => {
    const problemsOf = (text: string): unknown => {
      try {
        return readRegister(shipped, { 'a.csv': text }).facts.length;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return error.problems.map(({ code, place, params }) => [code, place?.line, params['nearest']]);
      }
    };
    const good = row('x', '2026-02-01');
    const slip = row('y', '2026-02-01').replace('capex', 'capx');
    expect(problemsOf(file(good, slip))).toEqual([['unknown-metric', 3, 'capex']]);
    expect(problemsOf(file(good, slip).replace('period_start', 'period_strt'))).toEqual([
      ['missing-column', 1, 'period_strt'],
      ['unknown-metric', 3, 'capex'],
    ]);
    expect(problemsOf(file(slip, row('z', 'soon')))).toEqual([
      ['unknown-metric', 2, 'capex'],
      ['not-a-date', 3, undefined],
    ]);
    // A metric that the register lacks is no slip, and case makes none.
    for (const metric of ['capital_stock', 'CapEx'])
      expect(problemsOf(file(good.replace('capex', metric)))).toBe(2);
  });

  it('clash with the register in their own file', () => {
    const read = (): unknown => readRegister(shipped, { 'a.csv': file(row('a', '2026-02-01')) });
    expect(read).toThrow(ProblemError);
    expect(read).toThrow(/duplicate-id at a\.csv:2:1/u);
  });
});

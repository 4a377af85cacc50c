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

  it('clash with the register in their own file', () => {
    const read = (): unknown => readRegister(shipped, { 'a.csv': file(row('a', '2026-02-01')) });
    expect(read).toThrow(ProblemError);
    expect(read).toThrow(/duplicate-id at a\.csv:2:1/u);
  });
});

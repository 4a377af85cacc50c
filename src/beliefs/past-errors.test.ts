import { describe, expect, it } from 'vitest';
import { evidence } from '../../e2e/support/evidence.ts';
import type { Row } from '../register/index.ts';
import { ErrorRecord } from './error-record.ts';
import { pastErrors } from './past-errors.ts';

const TARGET = { name: 'capacity[2024]', end: '2024-12-31' };
const DATE = '2025-06-30';

/** A real row of CoWoS capacity, changed to a figure about the end of 2024. */
function row(id: string, published: string, value: number, change: Partial<Row> = {}): Row {
  const real = evidence().register.facts.find(({ metric }) => metric === 'cowos_capacity');
  if (!real) throw new Error('no row of CoWoS capacity');
  const { low: _low, high: _high, ...rest } = real;
  const own: Partial<Row> = { quantity: 'value', kind: 'forecast', confidence: 'high', publisher: id };
  return { ...rest, ...own, id, statement: id, published, value, periodEnd: TARGET.end, ...change };
}

const forecast = row('a', '2024-02-10', 100);
const outcome = row('z', '2025-02-01', 80, { kind: 'estimate' });

describe('errors of a consensus', () => {
  it('are taken at each quarter’s end, against what was published afterwards', () => {
    const found = pastErrors(TARGET, [forecast, outcome], DATE);
    expect(found?.errors.map(({ day }) => day)).toEqual([
      '2024-03-31',
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
    for (const { error } of found?.errors ?? []) expect(error).toBeCloseTo(Math.log(100 / 80), 12);
    expect(found?.errors[0]?.horizon).toBeCloseTo(0.75, 2);
    expect(found?.rows.length).toBe(2);
  });

  it('do not know an outcome published after the day', () => {
    expect(pastErrors(TARGET, [forecast, outcome], '2025-01-31')).toBeUndefined();
    expect(pastErrors(TARGET, [forecast, { ...outcome, hindsight: true }], DATE)).toBeUndefined();
  });

  it('are not counted against a repetition of what was said', () => {
    const repeated = { ...outcome, statement: forecast.statement };
    expect(pastErrors(TARGET, [forecast, repeated], DATE)).toBeUndefined();
  });

  it('are not counted against another forecast, nor against an estimate from long before the end', () => {
    const again = row('b', '2024-12-20', 90);
    expect(pastErrors(TARGET, [forecast, again], DATE)).toBeUndefined();
    const early = row('b', '2024-10-20', 90, { kind: 'estimate' });
    expect(pastErrors(TARGET, [forecast, early], DATE)).toBeUndefined();
  });
});

describe('the record of a rule', () => {
  const group = (name: string, said: number, came: number): ReturnType<typeof pastErrors> => {
    const rows = [
      row(`${name}-said`, '2024-12-01', said),
      row(`${name}-came`, '2025-02-01', came, { kind: 'estimate' }),
    ];
    return pastErrors({ ...TARGET, name }, rows, DATE);
  };
  const record = new ErrorRecord(
    [group('a', 100, 80), group('b', 100, 120)].flatMap((each) => each ?? []),
    [0.06, 0.14, 0.12],
    1,
  );

  it('leaves out what shares a row with the belief', () => {
    const own = record.spread(1, ['supply.csv#a-said']).record;
    expect(own.groups).toBe(1);
    expect(own.largest.map(({ target }) => target)).toEqual(['b']);
    expect(own.rows.some((key) => key.endsWith('#a-came'))).toBe(false);
    expect(record.spread(1, []).record.groups).toBe(2);
  });

  it('rests on rows once more targets were missed than the assumed error is worth', () => {
    expect(record.spread(1, []).outweighsPrior).toBe(true);
    expect(record.spread(1, ['supply.csv#a-said']).outweighsPrior).toBe(false);
  });

  it('tells the bias by targets, and corrects nothing', () => {
    const { bias, largest } = record.spread(1, []).record;
    expect(bias).toBeCloseTo((Math.log(100 / 80) + Math.log(100 / 120)) / 2, 12);
    expect(largest[0]?.target).toBe('a');
  });
});

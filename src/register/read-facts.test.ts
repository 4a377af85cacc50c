import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem/problem.ts';
import { readFacts } from './read-facts.ts';
import type { Row } from './row.ts';

const HEADER =
  'id,metric,entity,site,product,period_start,period_end,low,value,high,unit,kind,published,publisher,confidence';
const GOOD =
  'a,cowos_capacity,TSMC,,,2025-12-31,2025-12-31,,75000,,wafers_per_month,forecast,2025-01-02,EDN,high';

const read = (...lines: string[]) => readFacts([HEADER, ...lines].join('\n'), 'mine.csv', new Map());

/** The good row with some cells replaced, by column name. */
function changed(cells: Readonly<Record<string, string>>): string {
  const names = HEADER.split(',');
  return GOOD.split(',')
    .map((cell, index) => cells[names[index] ?? ''] ?? cell)
    .join(',');
}

function onlyProblem(line: string): Problem | undefined {
  const { problems } = read(line);
  expect(problems).toHaveLength(1);
  return problems[0];
}

const row = (cells: Readonly<Record<string, string>>): Row | undefined => read(changed(cells)).rows[0];

describe('readFacts', () => {
  it('reads a row in any unit it knows', () => {
    const { rows, problems } = read(GOOD);
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      value: 75_000,
      unit: 'wafer/month',
      quantity: 'value',
      statement: 'a',
      file: 'mine.csv',
    });
    expect(rows[0]?.stated).toEqual({ value: 75_000, unit: 'wafers_per_month' });
  });

  it('counts a partial date as its last day and keeps it as stated', () => {
    expect(row({ published: '2025-Q1' })).toMatchObject({
      published: '2025-03-31',
      publishedStated: '2025-Q1',
    });
  });

  it.each([
    [{ low: '75000', value: '75000' }, 'at-least'],
    [{ low: '75000', value: '' }, 'at-least'],
    [{ value: '75000', high: '75000' }, 'at-most'],
    [{ value: '', high: '75000' }, 'at-most'],
    [{ low: '70000', high: '80000' }, 'range'],
    [{ low: '70000', value: '', high: '80000' }, 'range'],
    [{ low: '75000', high: '75000' }, 'value'],
    [{ low: '70000' }, 'value'],
    [{ value: '', unit: 'date' }, 'none'],
    [{ value: '1', unit: 'flag' }, 'none'],
  ])('reads what %j says', (cells, quantity) => {
    expect(row(cells)?.quantity).toBe(quantity);
  });

  it('checks canonical columns against the stated ones', () => {
    const header = `${HEADER},stated_low,stated_value,stated_high,stated_unit`;
    const rest = 'forecast,2025-01-02,EDN,high,,75,,percent';
    const file = (value: string) =>
      readFacts(
        `${header}\na,yield,TSMC,,,2025-12-31,2025-12-31,,${value},,fraction,${rest}`,
        'mine.csv',
        new Map(),
      );
    expect(file('0.75').problems).toEqual([]);
    expect(file('75').problems).toMatchObject([
      { code: 'canonical-differs', place: { line: 2, column: 39 }, params: { expected: 0.75, found: 75 } },
    ]);
  });
});

describe('what is wrong with a row', () => {
  it('a missing column, with the nearest one, and then no row at all', () => {
    const { rows, problems } = readFacts(
      `${HEADER.replace('publisher', 'publishers')}\n${GOOD}`,
      'mine.csv',
      new Map(),
    );
    expect(rows).toEqual([]);
    expect(problems).toEqual([
      {
        code: 'missing-column',
        place: { file: 'mine.csv', line: 1, column: 1 },
        params: { expected: 'publisher', nearest: 'publishers' },
      },
    ]);
  });

  it('a duplicate id, with the line of the first', () => {
    expect(read(GOOD, GOOD).problems).toEqual([
      {
        code: 'duplicate-id',
        place: { file: 'mine.csv', line: 3, column: 1 },
        params: { found: 'a', first: 'mine.csv:2' },
      },
    ]);
  });

  it.each([
    [{ value: 'NaN' }, 'not-a-number', { name: 'value', found: 'NaN' }],
    [{ value: 'Infinity' }, 'not-a-number', { found: 'Infinity' }],
    [{ value: '1e999' }, 'not-a-number', { found: '1e999' }],
    [{ value: '"75,000"' }, 'not-a-number', { found: '75,000' }],
    [{ value: '-75000' }, 'negative-quantity', { name: 'cowos_capacity', found: -75_000 }],
    [{ low: '80000' }, 'low-value-high-out-of-order', { found: '80000, 75000' }],
    [{ period_start: '2026-01-01' }, 'period-out-of-order', { expected: '2026-01-01', found: '2025-12-31' }],
    [{ published: '2025-02-30' }, 'not-a-date', { name: 'published', found: '2025-02-30' }],
    [{ published: '' }, 'missing-value', { expected: 'published' }],
    [{ unit: 'wafers_per_moth' }, 'unknown-unit', { found: 'wafers_per_moth', nearest: 'wafers_per_month' }],
    [{ value: '' }, 'quantity-missing', { name: 'cowos_capacity' }],
    [{ kind: 'forcast' }, 'unknown-kind', { found: 'forcast', nearest: 'forecast' }],
    [{ confidence: 'hihg' }, 'unknown-confidence', { found: 'hihg', nearest: 'high' }],
  ])('%j is %s', (cells, code, params) => {
    const changedLine = Object.values(cells).some((cell) => cell.startsWith('"'))
      ? changed({ value: '"75,000"' })
      : changed(cells);
    expect(onlyProblem(changedLine)).toMatchObject({ code, params, place: { file: 'mine.csv', line: 2 } });
  });

  it('names the column', () => {
    expect(onlyProblem(changed({ unit: 'wafers' }))?.place).toEqual({
      file: 'mine.csv',
      line: 2,
      column: 55,
    });
  });

  it('all of it at once', () => {
    const { problems } = read(
      changed({ value: 'NaN', published: 'soon', kind: 'rumour' }),
      changed({ id: '' }),
    );
    expect(problems.map((problem) => problem.code)).toEqual([
      'not-a-date',
      'not-a-number',
      'unknown-kind',
      'missing-value',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readFacts } from './read-facts.ts';
import type { Family } from './family.ts';
import { linkStatements } from './statements.ts';

const HEADER =
  'id,metric,entity,product,period_start,period_end,value,unit,kind,published,publisher,confidence,statement';

/** Statement of each row, by id: `[id, publisher, published, value, more]`. */
function link(
  rows: readonly (readonly [string, string, string, number, Partial<Record<string, string>>?])[],
  families: readonly Family[] = [],
) {
  const lines = rows.map(([id, publisher, published, value, more]) => {
    const cells = {
      metric: 'cowos_capacity',
      entity: 'TSMC',
      product: '',
      start: '2025-12-31',
      end: '2025-12-31',
      unit: 'wafer/month',
      kind: 'forecast',
      statement: '',
      ...more,
    };
    const { metric, entity, product, start, end, unit, kind, statement } = cells;
    return [
      id,
      metric,
      entity,
      product,
      start,
      end,
      value,
      unit,
      kind,
      published,
      `"${publisher}"`,
      'high',
      statement,
    ].join(',');
  });
  const { rows: facts, problems } = readFacts([HEADER, ...lines].join('\n'), 'f.csv', new Map());
  expect(problems).toEqual([]);
  return Object.fromEntries(linkStatements(facts, families).map((row) => [row.id, row.statement]));
}

const now = (day: string) => ({ metric: 'fab_count', start: day, end: day, unit: 'plant' });
const tie = (label: string): Family => ({
  family: '',
  designer: 'Google',
  level: 'designer',
  product: '',
  label,
  repeats: true,
  note: '',
});
const units = (product: string) => ({ metric: 'units_shipped', entity: 'Google', unit: 'unit', product });

describe('linkStatements', () => {
  it('links one source through several outlets, and an outlet that has no source of its own', () => {
    expect(
      link([
        ['edn', 'Economic Daily News', '2025-01-02', 75_000],
        ['toms', "DIGITIMES via Tom's Hardware", '2024-11-25', 75_000],
        ['digitimes', 'DIGITIMES', '2024-11-18', 75_000],
        ['smbom', 'smbom', '2024-12-01', 75_000],
      ]),
    ).toEqual({ digitimes: 'digitimes', toms: 'digitimes', smbom: 'digitimes', edn: 'edn' });
  });

  it('keeps research houses apart that share an outlet or a figure', () => {
    expect(
      link([
        ['ms', 'Morgan Stanley via Reportify', '2025-12-01', 125_000],
        ['jpm', 'JPMorgan via Reportify', '2025-12-05', 125_000],
        ['trendforce', 'Commercial Times via TrendForce', '2025-12-08', 125_000],
        ['bernstein', 'Bernstein via newscase', '2025-12-09', 125_000],
      ]),
    ).toEqual({ ms: 'ms', jpm: 'jpm', trendforce: 'trendforce', bernstein: 'bernstein' });
  });

  it('keeps later words of one source apart: another figure, or the same figure months later', () => {
    expect(
      link([
        ['first', 'DIGITIMES', '2024-11-18', 75_000],
        ['raised', 'DIGITIMES', '2024-11-30', 80_000],
        ['again', 'DIGITIMES', '2025-02-05', 75_000],
      ]),
    ).toEqual({ first: 'first', raised: 'raised', again: 'again' });
  });

  it('knows an outlet that came first', () => {
    expect(
      link([
        ['ic-pcb', 'ic-pcb (Taiwan media)', '2025-01-17', 8, now('2025-01-17')],
        ['udn', 'United Daily News', '2025-01-20', 8, now('2025-01-20')],
        ['late', 'DIGITIMES', '2025-12-10', 8, now('2025-12-10')],
      ]),
    ).toEqual({ 'ic-pcb': 'ic-pcb', udn: 'ic-pcb', late: 'late' });
  });

  it('takes labels that mean one family for one product, and a partial date for its span', () => {
    expect(
      link(
        [
          [
            'supply',
            'JPMorgan via itiger',
            '2025-09-23',
            2_500_000,
            { ...units('TPU'), metric: 'accelerator_output' },
          ],
          ['shipments', 'itiger / JPMorgan', '2025', 2_500_000, units('TPU (all)')],
        ],
        [tie('TPU'), tie('TPU (all)')],
      ),
    ).toEqual({ supply: 'supply', shipments: 'supply' });
  });

  it('does not take what happened for what was expected', () => {
    expect(
      link([
        ['expected', 'TSMC', '2025-12-20', 41, { kind: 'forecast', unit: 'USD_bn', metric: 'capex' }],
        ['spent', 'TSMC', '2026-01-15', 41, { kind: 'actual', unit: 'USD_bn', metric: 'capex' }],
      ]),
    ).toEqual({ expected: 'expected', spent: 'spent' });
  });

  it('keeps a link that a row states, and follows it', () => {
    expect(
      link([
        ['a', 'NVIDIA', '2025-10-28', 6],
        ['b', 'AsianFin', '2025-10-29', 6.2, { statement: 'a' }],
        ['c', 'AsianFin', '2025-10-30', 6.2],
      ]),
    ).toEqual({ a: 'a', b: 'a', c: 'a' });
  });
});

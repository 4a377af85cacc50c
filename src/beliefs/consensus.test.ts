import { describe, expect, it } from 'vitest';
import { evidence, evidenceFrom, runAsOf, runFrom, shippedTexts } from '../../e2e/support/evidence.ts';
import type { Row } from '../register/index.ts';
import { consensus } from './consensus.ts';

const DATE = '2025-02-15';
/** Standard normal quantile of 0.9: a stated range counts as 80% of what its publisher believes. */
const Z90 = 1.2815515655446004;

/** A real row of CoWoS capacity, changed. */
function row(change: Partial<Row> & { readonly id: string }): Row {
  const real = evidence().register.facts.find(({ metric }) => metric === 'cowos_capacity');
  if (!real) throw new Error('no row of CoWoS capacity');
  const { low: _low, high: _high, ...rest } = real;
  return {
    ...rest,
    value: 100,
    quantity: 'value',
    published: DATE,
    publisher: change.id,
    confidence: 'high',
    statement: change.id,
    ...change,
  };
}

describe('consensus', () => {
  it('of nothing is nothing', () => {
    expect(consensus([], DATE)).toBeUndefined();
    expect(consensus([row({ id: 'a', value: 0 })], DATE)).toBeUndefined();
  });

  it('of one figure is that figure, without spread', () => {
    const found = consensus([row({ id: 'a', value: 75_000 })], DATE);
    expect(found?.median).toBeCloseTo(75_000, 6);
    expect(found?.sigma).toBe(0);
    expect(found?.rows).toHaveLength(1);
  });

  it('reads a range as 80% of a lognormal', () => {
    const range = row({ id: 'a', low: 70, value: 80, high: 90, quantity: 'range' });
    expect(consensus([range], DATE)?.sigma).toBeCloseTo(Math.log(90 / 70) / 2 / Z90, 12);
  });

  it('takes the figure below and above which half of the weight lies', () => {
    const three = [row({ id: 'a', value: 60 }), row({ id: 'b', value: 70 }), row({ id: 'c', value: 200 })];
    expect(consensus(three, DATE)?.median).toBeCloseTo(70, 9);
    const spread = (Math.log(70 / 60) + Math.log(200 / 70)) / 3;
    expect(consensus(three, DATE)?.sigma).toBeCloseTo(1.2533 * spread, 9);
  });

  it('lets a statement lose half its weight in six months', () => {
    // Two old words weigh 0.25 each after a year: together less than one new word.
    const rows = [
      row({ id: 'a', value: 10, published: '2024-02-15' }),
      row({ id: 'b', value: 10, published: '2024-02-15' }),
      row({ id: 'c', value: 90 }),
    ];
    expect(consensus(rows, DATE)?.median).toBeCloseTo(90, 9);
    expect(
      consensus([...rows, row({ id: 'd', value: 10, published: '2024-06-15' })], DATE)?.median,
    ).toBeCloseTo(90, 9);
    expect(
      consensus([...rows, row({ id: 'd', value: 10, published: '2024-12-15' })], DATE)?.median,
    ).toBeCloseTo(10, 9);
  });

  it('counts a low-confidence row a quarter', () => {
    const low = ['a', 'b', 'c'].map((id) => row({ id, value: 40, confidence: 'low' }));
    expect(consensus([...low, row({ id: 'd', value: 90 })], DATE)?.median).toBeCloseTo(90, 9);
    const medium = ['a', 'b'].map((id) => row({ id, value: 40, confidence: 'medium' }));
    expect(consensus([...medium, row({ id: 'd', value: 90 })], DATE)?.median).toBeCloseTo(40, 9);
  });

  it('hears of each source only its latest word, and each statement once', () => {
    const words = [
      row({ id: 'a', value: 10, publisher: 'UBS', published: '2025-01-10' }),
      row({ id: 'b', value: 20, publisher: 'UBS', published: '2025-02-10' }),
    ];
    expect(consensus(words, DATE)?.rows).toEqual([`${words[1]?.file}#b`]);
    const repeats = ['b', 'c', 'd'].map((id) => row({ id, value: 10, statement: 'a' }));
    const found = consensus(
      [row({ id: 'a', value: 10 }), ...repeats, row({ id: 'e', value: 90 }), row({ id: 'f', value: 95 })],
      DATE,
    );
    expect(found?.median).toBeCloseTo(90, 9);
  });

  it('leaves bounds out unless all else is of low confidence', () => {
    const bound = row({ id: 'a', value: 500, quantity: 'at-least' });
    expect(consensus([bound, row({ id: 'b', value: 90 })], DATE)?.median).toBeCloseTo(90, 9);
    expect(consensus([bound], DATE)?.median).toBeCloseTo(500, 6);
    const doubtful = row({ id: 'b', value: 90, confidence: 'low' });
    expect(consensus([bound, doubtful], DATE)?.median).toBeCloseTo(500, 6);
  });

  it('moves a path by less than a twentieth for one wild row of low confidence', () => {
    const input = 'cowos path[2025]';
    const before = runAsOf(DATE).beliefs.get(input)?.distribution;
    const texts = shippedTexts();
    const real = (texts['supply.csv'] ?? '')
      .split('\n')
      .find((line) => line.startsWith('cowos-capacity-tsmc-2025-12-31-for-2024-08-20-humainism-ai,'));
    const wild = real
      ?.replaceAll('70000', '700000')
      .replace(/^[^,]+/, 'planted')
      .replace(/2024-08-20/g, '2025-02-14')
      .replaceAll('humainism.ai', 'a planted source');
    const planted = { ...texts, 'supply.csv': `${texts['supply.csv']?.trimEnd()}\n${wild}\n` };
    const run = runFrom(evidenceFrom(planted), DATE);
    const after = run.beliefs.get(input);
    expect(after?.rows).toContain('supply.csv#planted');
    const distribution = after?.distribution;
    if (before?.kind !== 'lognormal' || distribution?.kind !== 'lognormal') throw new Error('not lognormal');
    expect(Math.abs(distribution.median / before.median - 1)).toBeLessThan(0.05);
  });
});

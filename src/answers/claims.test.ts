import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../engine/index.ts';
import { asOf, readRegister, REGISTER_FILES } from '../register/index.ts';
import { recompute, type Recomputation } from './claim-arithmetic.ts';
import { CLAIM_RULES } from './claim-rules.ts';
import { answerClaims, lastDay, rowsFor } from './claims.ts';
import { factVintages, factsSummary, searchFacts } from './facts.ts';

const folder = fileURLToPath(new URL('../../data/', import.meta.url));
const register = readRegister(
  Object.fromEntries(REGISTER_FILES.map((name) => [name, readFileSync(folder + name, 'utf8')])),
);
const view = asOf(register, lastDay(register));
const answer = answerClaims(register);

const arithmetic = (claim: string): readonly Recomputation[] => recompute(claim, register, view);

describe('the evidence of the claims', () => {
  it('is named for each of the 101 statements, and for no other', () => {
    const named = new Set(register.evidence.map((entry) => entry.claim));
    expect(answer.claims).toHaveLength(101);
    expect(register.claims.filter((claim) => !named.has(claim.id))).toEqual([]);
    expect(named.size).toBe(101);
  });

  it('finds a row with every query, and everything of the catalogue it names', () => {
    const empty = register.evidence.filter(
      (entry) => entry.reason === '' && entry.catalogue === '' && rowsFor(entry, view).length === 0,
    );
    expect(empty).toEqual([]);
    const known = new Set([
      ...register.products.map((product) => `product:${product.id}`),
      ...register.models.map((model) => `model:${model.id}`),
    ]);
    const named = register.evidence.flatMap((entry) =>
      entry.catalogue === '' ? [] : entry.catalogue.split('|'),
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('is missing only where that is said, and these measurable statements have none', () => {
    const without = answer.claims.filter((item) => item.reason !== undefined);
    expect(without.filter((item) => item.reason === 'not-yet-known')).toEqual([]);
    expect(without.filter((item) => item.claim.metric !== '').map((item) => item.claim.id)).toEqual([
      'oracle-fy2021',
      'oracle-cloud-growth',
      'oracle-leases',
      'ap6b',
      'hynix-record',
      'micron-taiwan',
      'broadcom-cap',
      'oracle-oci-growth',
      'oracle-below-trillion',
      'marvell-cap',
    ]);
  });

  it('tells later rows from earlier ones and knows nothing after a date', () => {
    const meta = answerClaims(register, { id: 'meta-2025' }).claims[0];
    expect(meta?.evidence.some((item) => item.later && item.row.kind === 'actual')).toBe(true);
    const then = answerClaims(register, { id: 'meta-2025', asOf: '2025-02-15' }).claims[0];
    expect(then?.evidence.every((item) => item.row.published <= '2025-02-15')).toBe(true);
    expect(
      answerClaims(register, { section: 'hbm' }).claims.every((item) => item.claim.section === 'hbm'),
    ).toBe(true);
  });
});

describe('the arithmetic of the claims', () => {
  it('resolves every rule', () => {
    const done = new Set(register.claims.map((claim) => claim.id)).size;
    expect(done).toBe(101);
    const results = register.claims.flatMap((claim) => arithmetic(claim.id));
    expect(results).toHaveLength(CLAIM_RULES.length);
    expect(results.filter((item) => !Number.isFinite(item.result))).toEqual([]);
  });

  it('reproduces what DeepSeek-V3 was said to cost, and the two months', () => {
    const [hours, cost, wall, days] = arithmetic('deepseek-v3-cost');
    expect(hours?.result).toBe(hours?.said);
    const stated = register.models.find((model) => model.id === 'deepseek-v3');
    expect(cost?.result).toBe(stated?.costStated);
    expect(wall?.result).toBeCloseTo(1361, 0);
    expect(days?.result).toBeCloseTo((wall?.result ?? 0) / 24, 9);
  });

  it.each([
    ['amazon-2023', 0, 2.083],
    ['oracle-fy2025', 0, 1.971],
    ['microsoft-hopper', 0, 2.109],
    ['google-growth', 0, 0.415],
    ['micron-60k', 0, 3],
    ['asic-market-ms-growth', 0, 0.357],
    ['cowos-2025', 0, 2.143],
    ['model-peers', 2, 11.06],
  ])('%s, number %i: %d', (claim, index, expected) => {
    expect(arithmetic(claim)[index]?.result).toBeCloseTo(expected, 2);
  });

  it('adds the plans of the four largest to what was said of them', () => {
    const [plans, actual] = arithmetic('big4-2025');
    expect(plans?.result).toBe(plans?.said);
    expect(Math.abs((actual?.result ?? 0) / (actual?.said ?? 1) - 1)).toBeLessThan(0.01);
  });

  it('leaves out what was not known', () => {
    const then = asOf(register, '2025-02-15');
    expect(recompute('big4-2025', register, then)).toHaveLength(2);
    expect(recompute('asic-fills-gap', register, then)).toEqual([]);
  });
});

describe('facts', () => {
  it('searches by date and can leave out repeats', () => {
    const filter = { metric: 'cowos_capacity', entity: 'TSMC', product: '' } as const;
    const all = searchFacts(register, filter);
    const once = searchFacts(register, filter, { once: true });
    expect(all.rows.length).toBeGreaterThan(once.rows.length);
    expect(once.rows).toHaveLength(all.statements);
    expect(searchFacts(register, filter, { asOf: '2025-02-15' }).rows.length).toBeLessThan(all.rows.length);
  });

  it('shows vintages with the spread of the latest words', () => {
    const found = factVintages(register, { metric: 'cowos_capacity', entity: 'TSMC', product: '' });
    expect(found.length).toBeGreaterThan(3);
    expect(found.every((item) => item.vintages.rows.length >= 2)).toBe(true);
    expect(found.every((item) => item.disagreement !== undefined)).toBe(true);
  });

  it('speaks only units of the engine, besides rows without a quantity', () => {
    const units = new Set(register.facts.filter((row) => row.quantity !== 'none').map((row) => row.unit));
    const refused = [...units].filter((unit) => {
      try {
        parseUnit(unit);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual([]);
  });

  it('counts every row given', () => {
    expect(factsSummary(register).rowsGiven).toBe(2389);
  });
});

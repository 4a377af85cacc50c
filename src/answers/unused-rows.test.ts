import { describe, expect, it } from 'vitest';
import { DAYS, evidence, runAsOf } from '../../e2e/support/evidence.ts';
import { asOf } from '../register/index.ts';
import { disputedQuantities } from './fact-disagreement.ts';
import { UNUSED_REASONS, unusedRows } from './unused-rows.ts';
import { weakestInputs } from './weakest-inputs.ts';

describe.each(DAYS)('rows that enter no belief as of %s', (day) => {
  const run = runAsOf(day);
  const answer = unusedRows(run);

  it('are all the others, each once and with a reason', () => {
    const { facts } = asOf(evidence().register, day);
    const used = new Set(
      [...run.beliefs.values()].flatMap(({ rows, record }) => [...rows, ...(record?.rows ?? [])]),
    );
    const expected = facts.filter((row) => !used.has(`${row.file}#${row.id}`)).map(({ id }) => id);
    expect(answer.rows.map(({ row }) => row.id).toSorted()).toEqual(expected.toSorted());
    expect(answer.known).toBe(facts.length);
    expect(answer.used).toBe(facts.length - expected.length);
    expect(answer.used).toBeGreaterThan(50);
    expect(answer.counts.reduce((sum, { rows }) => sum + rows, 0)).toBe(expected.length);
    const order = answer.rows.map(({ reason }) => UNUSED_REASONS.indexOf(reason));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('name a later word of the same source, or a row that is used', () => {
    const byId = new Map(run.view.facts.map((row) => [row.id, row]));
    const used = new Set(
      [...run.beliefs.values()].flatMap(({ rows, record }) => [...rows, ...(record?.rows ?? [])]),
    );
    const newer = answer.rows.filter(({ reason }) => reason === 'newer-word');
    expect(newer.length).toBeGreaterThan(0);
    for (const { row, instead } of newer) {
      const other = byId.get(instead ?? '');
      expect([row.id, other?.publisher, (other?.published ?? '') > row.published]).toEqual([
        row.id,
        row.publisher,
        true,
      ]);
    }
    for (const { row, instead } of answer.rows.filter(({ reason }) => reason === 'other-row-preferred')) {
      const other = byId.get(instead ?? '');
      expect([row.id, used.has(`${other?.file}#${other?.id}`)]).toEqual([row.id, true]);
    }
  });

  it('can be searched', () => {
    const some = unusedRows(run, { metric: 'cowos_capacity' });
    expect(some.rows.length).toBeGreaterThan(0);
    expect(new Set(some.rows.map(({ row }) => row.metric))).toEqual(new Set(['cowos_capacity']));
    expect(some.known).toBeLessThan(answer.known);
  });
});

it('sources differ most where the highest of their latest words is the largest multiple of the lowest', () => {
  const all = disputedQuantities(evidence().register, { metric: 'cowos_capacity' }, { asOf: '2026-09-30' });
  const ratios = all.map(({ ratio }) => ratio);
  expect(ratios.length).toBeGreaterThan(2);
  expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
  for (const { ratio, disagreement } of all) {
    expect(ratio).toBe(disagreement.high / disagreement.low);
    expect(ratio).toBeGreaterThan(1);
    expect(disagreement.sources).toBeGreaterThan(1);
  }
  const later = disputedQuantities(evidence().register, {}, { asOf: '2025-02-15' });
  expect(
    later.flatMap(({ vintages }) => vintages.rows).every(({ published }) => published <= '2025-02-15'),
  ).toBe(true);
});

it('better data would help where what is assumed moves the headline', async () => {
  const { inputs } = await weakestInputs(runAsOf('2026-09-30'), evidence(), { draws: 256, seed: 1 });
  expect(inputs.length).toBeGreaterThan(3);
  for (const { rank, assumed, score, assumptions } of inputs) {
    // Beyond the 1.96 standard deviations that one input alone would need.
    expect(Math.abs(rank)).toBeGreaterThan(1.96 / Math.sqrt(255));
    expect(score).toBe(rank * rank * assumed);
    expect(assumptions.length).toBeGreaterThan(0);
  }
  expect(inputs.map(({ group }) => group).join()).toContain('initial gap');
});

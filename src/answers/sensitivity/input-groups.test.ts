import { describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../../e2e/support/evidence.ts';
import { prepareRun } from '../prepare-run.ts';
import { groupName, inputGroups } from './input-groups.ts';
import type { InputGroup } from './input-groups.ts';

const DAY = '2026-09-30';
const run = runAsOf(DAY);
const scalars = ['overdue months[gpu]'];

const namesIn = (group: InputGroup): string[] => group.factors.flat().map(({ name }) => name);

describe('groups of inputs', () => {
  const groups = inputGroups(run, scalars);

  it('hold every uncertain input of a family together, once, and nothing that is certain', () => {
    const names = groups.flatMap(namesIn);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(run.beliefs.get(name)?.distribution.kind).not.toBe('point');
    const paths = groups.find(({ families }) => families.includes('hbm path'))!;
    expect(namesIn(paths)).toHaveLength(
      run.inputs.filter(
        ({ name }) => name.startsWith('hbm path[') && run.beliefs.get(name)?.distribution.kind !== 'point',
      ).length,
    );
  });

  it('are closed under correlation, so that they are independent of each other', () => {
    const groupOf = new Map(
      groups.flatMap((group) => namesIn(group).map((name) => [name, groupName(group)])),
    );
    expect(run.correlations.length).toBeGreaterThan(50);
    for (const { a, b } of run.correlations) expect(groupOf.get(a)).toBe(groupOf.get(b));
  });

  it('tell what moves together as one factor', () => {
    const budgets = groups.find(({ families }) => families.includes('guide error, common'))!;
    const tied = budgets.factors.find((factor) => factor.some(({ name }) => name === 'guide error, common'))!;
    expect(tied.length).toBeGreaterThan(3);
    expect(budgets.factors.length).toBeGreaterThan(1);
    expect(groups.find(({ families }) => families.includes('price drift'))!.factors).toHaveLength(1);
  });

  it('leave out what the figure does not depend on, and what a scenario sets', () => {
    const has = (all: readonly InputGroup[], family: string): boolean =>
      all.some(({ families }) => families.includes(family));
    expect(has(groups, 'rental drift')).toBe(false);
    expect(has(groups, 'packaging lag')).toBe(true);
    const override = { path: 'packaging.lag', unit: 'month', value: 3, place: { file: 'test' } };
    const set = prepareRun(evidence(), { ...PLAIN, overrides: [override] }, DAY);
    expect(has(inputGroups(set, scalars), 'packaging lag')).toBe(false);
  });
});

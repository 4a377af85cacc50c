import { describe, expect, it } from 'vitest';
import { PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import { takenOf } from './taken-address.ts';

const asked: ScenarioAddress = {
  ...PLAIN_ADDRESS,
  levers: new Map<string, number | { kind: 'uniform'; low: number; high: number }>([
    ['capex.al', 0.8],
    ['capex.all', 0.9],
    ['hbm.total', { kind: 'uniform', low: 2, high: 99 }],
  ]),
  delays: [
    { plant: 'nowhere', months: 3 },
    { plant: 'AP7', months: 3 },
  ],
  removals: ['nothing', 'h100'],
};
const taken: ScenarioAddress = {
  ...asked,
  levers: new Map([['capex.all', 0.9]]),
  delays: [{ plant: 'AP7', months: 3 }],
  removals: ['h100'],
};

describe('takenOf', () => {
  it('is without what was left out', () => {
    expect(takenOf(asked, { asked, taken })).toEqual(taken);
    expect(takenOf(structuredClone(asked), { asked, taken })).toEqual(taken);
  });

  it('goes by the scenario that stands in for one that nobody knows', () => {
    const misspelt = { ...PLAIN_ADDRESS, scenario: 'hbm4-lat', seed: 3 };
    const said = { asked: { ...misspelt, seed: 1 }, taken: PLAIN_ADDRESS };
    expect(takenOf(misspelt, said)).toEqual({ ...PLAIN_ADDRESS, seed: 3 });
  });

  it('stays so while something else is dragged', () => {
    const dragged = { ...asked, levers: new Map(asked.levers).set('capex.all', 0.7) };
    expect(takenOf(dragged, { asked, taken })).toEqual({ ...taken, levers: new Map([['capex.all', 0.7]]) });
  });

  it('knows nothing of another value, another day or another scenario', () => {
    const moved = { ...asked, levers: new Map(asked.levers).set('hbm.total', 1.1) };
    expect(takenOf(moved, { asked, taken }).levers.get('hbm.total')).toBe(1.1);
    for (const elsewhere of [
      { ...asked, asOf: '2025-02-15' },
      { ...asked, scenario: 'hbm4-late' },
    ])
      expect(takenOf(elsewhere, { asked, taken })).toBe(elsewhere);
  });
});

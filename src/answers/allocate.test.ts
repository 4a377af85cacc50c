import { describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { ProblemError } from '../problem/problem.ts';
import { answerAllocate } from './allocate.ts';
import { prepareRun } from './prepare-run.ts';

const run = runAsOf('2026-09-30');
const options = { draws: 32, seed: 2 };

describe('allocate', () => {
  it('shares out every delivery under every rule: buyers sum to the total', async () => {
    const { figures, others, buyers } = await answerAllocate(run, options, '2027');
    expect(others).toEqual(['weighted-max-min', 'proportional', 'strict-priority']);
    for (const name of ['deliveries', 'h100e', 'unmet-demand']) {
      const mean = (member: string, rule: number): number => {
        const figure = figures.find((each) => each.name === name && each.member === member);
        return (rule < 0 ? figure?.base : figure?.changed[rule]?.value)?.mean ?? NaN;
      };
      for (let rule = -1; rule < others.length; rule++) {
        const sum = buyers.reduce((total, buyer) => total + mean(buyer, rule), 0);
        expect(sum / mean('all', rule), `${name} under rule ${rule}`).toBeCloseTo(1, 9);
      }
    }
    // Rules do differ.
    const moved = figures.filter(
      ({ name, changed }) => name === 'deliveries' && changed.every(({ difference }) => difference.p90 !== 0),
    );
    expect(moved.length).toBeGreaterThan(buyers.length / 2);
  });

  it('holds the others against the rule of the scenario, and gives the same figures from either side', async () => {
    const scenario = {
      ...PLAIN,
      overrides: [{ path: 'allocation.rule', unit: '1', value: 'proportional', place: { file: 'test' } }],
    };
    const other = await answerAllocate(prepareRun(evidence(), scenario, '2026-09-30'), options, '2027');
    const plain = await answerAllocate(run, options, '2027');
    expect(other.rule).toBe('proportional');
    const at = plain.others.indexOf('proportional');
    for (const [index, figure] of other.figures.entries())
      expect(figure.base).toEqual(plain.figures[index]?.changed[at]?.value);
  });

  it('knows no year outside the run', async () => {
    await expect(answerAllocate(run, options, '2040')).rejects.toThrow(ProblemError);
  });
});

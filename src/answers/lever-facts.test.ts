import { describe, expect, it } from 'vitest';
import { runAsOf } from '../../e2e/support/evidence.ts';
import { leverFacts } from './lever-facts.ts';

const facts = leverFacts(runAsOf('2026-09-30'));
const lever = (path: string): (typeof facts)[number] | undefined => facts.find((each) => each.path === path);

describe('facts of levers', () => {
  it('rest inside a track that holds the evidence and lies inside the limits', () => {
    for (const { path, rest, seen, track, minimum, maximum, choices } of facts) {
      const [from, to] = track;
      expect(from, path).toBeLessThan(to);
      expect(from, path).toBeLessThanOrEqual(rest);
      expect(to, path).toBeGreaterThanOrEqual(rest);
      if (choices) continue;
      expect(from, path).toBeGreaterThanOrEqual(minimum);
      expect(to, path).toBeLessThanOrEqual(maximum);
      if (seen === null) continue;
      expect(seen[0], path).toBeLessThanOrEqual(seen[1]);
      expect(Math.max(from, seen[0]), path).toBeLessThanOrEqual(Math.min(to, seen[1]));
    }
  });

  it('tell the evidence of an action and what an assumption is drawn from', () => {
    expect(lever('packaging.total')).toMatchObject({ rest: 1, seen: [0.75, 1.25], sources: 0 });
    const gap = lever('demand.initial-gap');
    expect(gap?.default).toBeNull();
    expect(gap?.seen?.[0]).toBeLessThan(gap?.rest ?? 0);
    expect(gap?.seen?.[1]).toBeGreaterThan(gap?.rest ?? 1);
  });

  it('count the rows behind what a lever replaces', () => {
    expect(Math.max(...facts.map(({ sources }) => sources))).toBeGreaterThan(0);
    expect(lever('packaging.total')?.track).toEqual([0.2, 1.8]);
  });
});

import { describe, expect, it } from 'vitest';
import { followBinding } from './binding.ts';
import { periodsOf } from './period.ts';

const quarters = periodsOf(2026, 12, 'quarter');
const constraint = (input: string, shares: readonly number[]) => ({
  input,
  shares,
  addresses: shares.map((_, quarter) => `${input} ${quarter}`),
});

describe('followBinding', () => {
  it('names what binds now and the first other input that takes the lead', () => {
    const { now, next } = followBinding(
      quarters,
      [
        constraint('cowos', [0.6, 0.5, 0.2, 0.1]),
        constraint('hbm', [0.1, 0.2, 0.4, 0.6]),
        constraint('demand', [0.3, 0.3, 0.4, 0.3]),
      ],
      4,
    );
    expect(now).toEqual({
      input: 'cowos',
      share: 0.5,
      address: 'cowos 1',
    });
    expect(next).toMatchObject({ input: 'hbm', share: 0.4, from: { start: '2026-07-01' } });
  });

  it('leaves out what never matters, and demand is no input', () => {
    const { now, next, constraints } = followBinding(
      quarters,
      [constraint('n7', [0, 0, 0.001, 0]), constraint('demand', [1, 1, 1, 1])],
      0,
    );
    expect(constraints.map(({ input }) => input)).toEqual(['demand']);
    expect([now, next]).toEqual([null, null]);
  });
});

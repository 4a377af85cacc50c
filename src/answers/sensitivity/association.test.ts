import { describe, expect, it } from 'vitest';
import { unitSample } from '../../../e2e/support/sensitivity-functions.ts';
import { associate } from './association.ts';
import type { InputGroup } from './input-groups.ts';

const DRAWS = 512;
const IDLE = 60;

/** Groups of one input each, and one of many that do nothing. */
function groupsOf(active: number): InputGroup[] {
  const factor = (index: number) => [{ name: `x${index}`, index, turned: false }];
  return [
    ...Array.from({ length: active }, (_, index) => ({ families: [`x${index}`], factors: [factor(index)] })),
    { families: ['idle'], factors: Array.from({ length: IDLE }, (_, index) => factor(active + index)) },
  ];
}

describe('what goes along with a figure', () => {
  it('is clear where an input moves it, and chance in a large family that does nothing', () => {
    let alarms = 0;
    for (let seed = 0; seed < 20; seed++) {
      const sample = unitSample(2 + IDLE, DRAWS, 'philox', seed);
      const column = (input: number): Float64Array => Float64Array.from(sample, (row) => row[input]!);
      const outputs = Float64Array.from(sample, ([a, b]) => a! - 0.5 * b!);
      const inputs = Array.from({ length: 2 + IDLE }, (_, input) => column(input));
      const [found] = associate(groupsOf(2), { outputs: [outputs], inputs }, 1);
      const [rising, falling, idle] = found!.leads;
      expect(rising).toMatchObject({ input: 'x0', clear: true });
      expect(falling).toMatchObject({ input: 'x1', clear: true });
      expect(rising!.rank).toBeGreaterThan(0.7);
      expect(falling!.rank).toBeLessThan(-0.3);
      // The best of sixty always looks like something to whoever counts it as one.
      expect(Math.abs(idle!.rank)).toBeGreaterThan(0.5 * found!.noise.rank);
      if (idle!.clear) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(3);
  });

  it('is nothing where the figure stands still', () => {
    const sample = unitSample(2 + IDLE, DRAWS, 'philox', 1);
    const inputs = Array.from({ length: 2 + IDLE }, (_, input) =>
      Float64Array.from(sample, (row) => row[input]!),
    );
    const [found] = associate(groupsOf(2), { outputs: [new Float64Array(DRAWS)], inputs }, 1);
    for (const lead of found!.leads)
      expect(lead).toMatchObject({ rank: 0, clear: false, pawn: { maximum: 0 } });
  });
});

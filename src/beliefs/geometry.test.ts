import { describe, expect, it } from 'vitest';
import { packagesOnWafer } from './interposer-packing.ts';
import { grossDies, murphyYield } from './logic-yield.ts';

describe('interposers on a wafer', () => {
  it('fit as reported: 29 at 2.0×, 16 at 3.3×, eight or nine at 5.5× the reticle', () => {
    expect(packagesOnWafer(1716)).toBe(29);
    expect(packagesOnWafer(2831)).toBe(16);
    expect([8, 9]).toContain(packagesOnWafer(4719));
  });

  it('never get more numerous as they grow, nor cover more than the wafer', () => {
    let before = Number.POSITIVE_INFINITY;
    for (let area = 300; area <= 9000; area += 50) {
      const count = packagesOnWafer(area);
      expect(count).toBeLessThanOrEqual(before);
      expect(count * area).toBeLessThanOrEqual(Math.PI * 147 * 147);
      before = count;
    }
  });
});

describe('dies on a wafer', () => {
  it('are π·150²/A − π·300/√(2A)', () => {
    expect(grossDies(814)).toBeCloseTo(63.48, 2);
    expect(grossDies(100)).toBeCloseTo(706.858 - 66.643, 2);
    expect(grossDies(1e6)).toBe(1);
  });

  it('are good in Murphy’s share', () => {
    expect(murphyYield(800, 0)).toBe(1);
    // One defect a die on average: (1 − 1/e)².
    expect(murphyYield(100, 1)).toBeCloseTo(0.399576, 6);
    expect(murphyYield(500, 0.1)).toBeCloseTo(((1 - Math.exp(-0.5)) / 0.5) ** 2, 12);
    expect(murphyYield(800, 0.1)).toBeLessThan(murphyYield(400, 0.1));
  });
});

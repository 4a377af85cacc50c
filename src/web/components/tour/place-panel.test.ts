import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePanel } from './place-panel.ts';
import type { Box, Size } from './place-panel.ts';

const size = (width: number, height: number): Size => ({ width, height });

describe('a panel about something', () => {
  it('stands below it, or where there is room', () => {
    const window = size(1440, 900);
    const panel = size(360, 200);
    const at = (left: number, top: number, width: number, height: number) =>
      placePanel({ left, top, width, height }, panel, window);
    expect(at(300, 100, 600, 100)).toEqual({ left: 300, top: 214 });
    expect(at(20, 500, 280, 300)).toEqual({ left: 314, top: 500 });
    expect(at(900, 300, 520, 560)).toEqual({ left: 526, top: 300 });
    expect(at(10, 600, 1420, 290)).toEqual({ left: 12, top: 386 });
    expect(at(0, 0, 1440, 900)).toEqual({ left: 1068, top: 688 });
  });

  it('stays in the window, and beside what it is about wherever it can', () => {
    const length = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: -500, max: 2000 }),
          top: fc.integer({ min: -500, max: 2000 }),
          width: length(2000),
          height: length(2000),
        }),
        fc.record({ width: length(400), height: length(300) }),
        fc.record({
          width: fc.integer({ min: 430, max: 2000 }),
          height: fc.integer({ min: 330, max: 2000 }),
        }),
        (target: Box, panel, window) => {
          const { left, top } = placePanel(target, panel, window);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(left + panel.width).toBeLessThanOrEqual(window.width);
          expect(top + panel.height).toBeLessThanOrEqual(window.height);
          const roomBelow = window.height - 12 - (target.top + target.height + 14) >= panel.height;
          if (roomBelow && target.top + target.height >= 0) expect(top).toBe(target.top + target.height + 14);
        },
      ),
    );
  });
});

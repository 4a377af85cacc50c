import { expect, it } from 'vitest';
import type { Progress } from './timed-progress.ts';
import { timedProgress } from './timed-progress.ts';

it('tells the time left as the rest would take at the pace so far, and nothing at the end', () => {
  const told: (Progress | undefined)[] = [];
  let now = 500;
  const progress = timedProgress(
    (each) => told.push(each),
    () => now,
  );
  progress(0, 400);
  now += 2000;
  progress(100, 400);
  now += 1000;
  progress(300, 400);
  progress(400, 400);
  expect(told).toEqual([{ percent: 25, all: 400, left: 6 }, { percent: 75, all: 400, left: 1 }, undefined]);
});

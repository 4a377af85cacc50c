import { middle } from './spread.ts';

/**
 * Work is timed in stretches of about this length, and the median of them counts: those in which the machine did
 * something else in between do not.
 */
export const STRETCH_MICROSECONDS = 300;

/** Microseconds that one call of `work` takes; `work` is called with 0, 1, 2 …, `calls` times or few less. */
export function timeStretches(work: (call: number) => void, calls: number): number {
  let before = performance.now();
  work(0);
  const first = (performance.now() - before) * 1000;
  const perStretch = Math.min(calls, Math.max(1, Math.floor(STRETCH_MICROSECONDS / Math.max(first, 0.1))));
  const stretches = Math.max(1, Math.floor(calls / perStretch));
  const times = new Float64Array(stretches);
  let call = 0;
  for (let stretch = 0; stretch < stretches; stretch++) {
    before = performance.now();
    for (let i = 0; i < perStretch; i++) work(call++);
    times[stretch] = ((performance.now() - before) * 1000) / perStretch;
  }
  return middle([...times]);
}

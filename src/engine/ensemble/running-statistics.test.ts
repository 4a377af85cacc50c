import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fan } from './fan.ts';
import { RunningMean } from './running-mean.ts';
import { RunningMoments } from './running-moments.ts';
import { ThresholdCount } from './threshold-count.ts';

function cut(values: Float64Array, part: number): Float64Array[] {
  return Array.from({ length: Math.ceil(values.length / part) }, (_, index) =>
    values.subarray(index * part, (index + 1) * part),
  );
}

function momentsOf(parts: readonly Float64Array[]): RunningMoments {
  const moments = new RunningMoments();
  for (const part of parts) moments.add(part);
  return moments;
}

describe('a running mean', () => {
  it('has the bits of a fan’s, in any parts', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 40 }), (list, part) => {
        const values = Float64Array.from(list);
        const [fan, running] = [new Fan(), new RunningMean()];
        for (const piece of cut(values, part)) {
          fan.add(piece);
          running.add(piece);
        }
        expect(running.mean).toBe(fan.summary().mean);
      }),
    );
  });

  it('is no number where there is none', () => {
    expect(new RunningMean().mean).toBeNaN();
  });
});

describe('running moments', () => {
  it('are those of the values together, in any parts and any order', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 200,
    });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 40 }), (list, part) => {
        const values = Float64Array.from(list);
        const whole = momentsOf([values]);
        for (const parts of [cut(values, part), cut(values, part).toReversed()]) {
          const { mean, variance, count } = momentsOf(parts);
          expect(count).toBe(values.length);
          expect(Math.abs(mean - whole.mean)).toBeLessThanOrEqual(1e-9 * Math.max(...list.map(Math.abs), 1));
          expect(Math.abs(variance - whole.variance)).toBeLessThanOrEqual(1e-9 * (whole.variance + 1));
        }
      }),
    );
  });

  it('keep a small variance about a large mean', () => {
    // NIST's certified values for NumAcc4: mean 10000000.2, standard deviation 0.1.
    const values = Float64Array.from({ length: 1001 }, (_, index) =>
      index === 0 ? 10_000_000.2 : index % 2 === 1 ? 10_000_000.1 : 10_000_000.3,
    );
    const { mean, variance } = momentsOf(cut(values, 64));
    expect(mean).toBeCloseTo(10_000_000.2, 7);
    expect(Math.sqrt(variance)).toBeCloseTo(0.1, 8);
  });

  it('are NaN and 0 of nothing', () => {
    expect(new RunningMoments().mean).toBeNaN();
    expect(momentsOf([Float64Array.of(4)]).variance).toBe(0);
  });
});

describe('a threshold count', () => {
  it('counts what lies above and below, and not what lies at it', () => {
    const count = new ThresholdCount(1);
    expect(count.shareAbove).toBe(0);
    count.add(Float64Array.of(0, 1, 2));
    count.add(Float64Array.of(3));
    expect([count.shareAbove, count.shareBelow]).toEqual([0.5, 0.25]);
  });
});

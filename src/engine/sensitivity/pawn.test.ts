import { describe, expect, it } from 'vitest';
import { ishigami, unitSample } from '../../../e2e/support/sensitivity-functions.ts';
import { Pawn } from './pawn.ts';
import { averageRanks } from './rank-correlation.ts';

const columnOf = (sample: readonly Float64Array[], input: number): Float64Array =>
  averageRanks(Float64Array.from(sample, (row) => row[input]!));

describe('PAWN', () => {
  it('has the known answer for an output that is its input', () => {
    // Uniform in slice s of ten lies max(s, 9 - s) / 10 from uniform over all: 0.9, 0.8, … 0.5, 0.5, … 0.9.
    const sample = unitSample(2, 2000, 'philox');
    const outputs = Float64Array.from(sample, ([x]) => x!);
    const index = new Pawn(outputs).of(columnOf(sample, 0));
    expect(index.median).toBeCloseTo(0.7, 12);
    expect(index.maximum).toBeCloseTo(0.9, 12);
  });

  it('has the known answer for an output of two values', () => {
    // 1 in the upper tenth alone: nine slices at 0.1 from all draws, one at 0.9.
    const sample = unitSample(1, 1000, 'philox');
    const ranks = columnOf(sample, 0);
    const outputs = ranks.map((rank) => Number(rank > 900));
    const index = new Pawn(outputs).of(ranks);
    expect(index.median).toBeCloseTo(0.1, 12);
    expect(index.maximum).toBeCloseTo(0.9, 12);
  });

  it('is the Kolmogorov–Smirnov distance computed the long way', () => {
    const sample = unitSample(3, 300, 'philox');
    const outputs = Float64Array.from(sample, (row) => Math.round(4 * ishigami(row)) / 4);
    const ranks = columnOf(sample, 2);
    const share = (of: readonly number[], at: number): number =>
      of.filter((value) => value <= at).length / of.length;
    const all = [...outputs];
    const distances = Array.from({ length: 6 }, (_, slice) => {
      const inside = all.filter((__, draw) => Math.ceil(ranks[draw]! / 50) - 1 === slice);
      return Math.max(...all.map((at) => Math.abs(share(inside, at) - share(all, at))));
    });
    const index = new Pawn(outputs, 6).of(ranks);
    expect(index.maximum).toBeCloseTo(Math.max(...distances), 12);
    const [, , third, fourth] = distances.sort((a, b) => a - b);
    expect(index.median).toBeCloseTo((third! + fourth!) / 2, 12);
  });

  it('puts an input that does nothing below the noise, and those of Ishigami’s function above it', () => {
    const sample = unitSample(4, 2048);
    const pawn = new Pawn(Float64Array.from(sample, ishigami));
    const noise = pawn.noise(3);
    const [first, second, third, idle] = [0, 1, 2, 3].map((input) => pawn.of(columnOf(sample, input)).median);
    expect(idle).toBeLessThan(noise);
    // The order that Pianosi and Wagener (2015) find: the second, the first, the third.
    expect(second).toBeGreaterThan(first!);
    expect(first).toBeGreaterThan(third!);
    expect(third).toBeGreaterThan(noise);
  });

  it('does not change when draws change places, ties of the input included', () => {
    const sample = unitSample(3, 200, 'philox');
    const inputs = Float64Array.from(sample, ([x]) => Math.floor(x! * 7));
    const outputs = Float64Array.from(sample, ishigami);
    const order = [...outputs.keys()].sort((a, b) => sample[a]![1]! - sample[b]![1]!);
    const permuted = (values: Float64Array): Float64Array => Float64Array.from(order, (row) => values[row]!);
    expect(new Pawn(permuted(outputs)).of(averageRanks(permuted(inputs)))).toEqual(
      new Pawn(outputs).of(averageRanks(inputs)),
    );
  });
});

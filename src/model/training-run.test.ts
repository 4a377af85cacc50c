import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  acceleratorHours,
  acceleratorsWithin,
  impliedUtilisation,
  largestRun,
  trainingFlop,
  wallClockDays,
} from './training-run.ts';

const H100_BF16 = 989.4e12;
const H100_FP8 = 1979e12;

describe('published runs', () => {
  it('gives the FLOP of DeepSeek-V3 from 37 bn active parameters and 14.8 trn tokens', () => {
    const flop = trainingFlop(37e9, 14.8e12);
    expect(flop).toBeCloseTo(3.2856e24, -20);
    // Technical report, table 1: 2,664k + 119k + 5k H800-hours, on 2,048 H800.
    const hours = 2_664_000 + 119_000 + 5_000;
    expect(hours).toBe(2_788_000);
    expect(wallClockDays(hours, 2048)).toBeCloseTo(56.7, 1);
    expect(impliedUtilisation(flop, hours, H100_FP8)).toBeCloseTo(0.1654, 4);
    expect(impliedUtilisation(flop, hours, 989e12)).toBeCloseTo(0.331, 3);
  });

  it('gives the 3.8e25 FLOP of Llama 3.1 405B, and 35% of the peak in 30.84 M H100-hours', () => {
    const flop = trainingFlop(405e9, 15.6e12);
    expect(flop / 3.8e25).toBeCloseTo(1, 2);
    expect(impliedUtilisation(flop, 30.84e6, H100_BF16)).toBeCloseTo(0.345, 3);
  });

  it('matches Epoch AI’s FLOP for other dense models with published tokens', () => {
    expect(trainingFlop(530e9, 270e9)).toBeCloseTo(8.586e23, -20);
    expect(trainingFlop(340e9, 9e12) / 1.8e25).toBeCloseTo(1.02, 2);
  });
});

const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const share = fc.double({ min: 0.01, max: 1, noNaN: true });

describe('properties', () => {
  it('turns hours into utilisation and back', () => {
    fc.assert(
      fc.property(positive, positive, share, (flop, peak, utilisation) => {
        const hours = acceleratorHours(flop, peak, utilisation);
        expect(impliedUtilisation(flop, hours, peak)).toBeCloseTo(utilisation, 9);
      }),
    );
  });

  it('takes the days that its accelerators were sized for', () => {
    fc.assert(
      fc.property(positive, positive, (hours, days) => {
        expect(wallClockDays(hours, acceleratorsWithin(hours, days)) / days).toBeCloseTo(1, 9);
      }),
    );
  });

  it('lets a fleet finish in time exactly the run that fills it', () => {
    fc.assert(
      fc.property(positive, share, positive, share, (h100e, part, days, utilisation) => {
        const fleet = { h100e, share: part, days, peakFlopPerSecond: H100_FP8, utilisation };
        const hours = acceleratorHours(largestRun(fleet), H100_FP8, utilisation);
        expect(wallClockDays(hours, h100e * part) / days).toBeCloseTo(1, 9);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acquisitionCost, amortisedCost, energyCost, energyUse, rentalCost } from './training-cost.ts';
import type { ClusterHardware } from './training-cost.ts';

/** Epoch AI's parameters; the price below is already that of a server's share at the start of the run. */
const EPOCH = { serverFactor: 1, networkShare: 0.19, depreciation: 0.14, age: 0 };
const H100_SERVER = { serverPower: 700 * 1.82, load: 0.75, electricityPrice: 0.0771 };
const A100_SERVER = { serverPower: 400 * 2.03, load: 0.75, electricityPrice: 0.0771 };
const HYPERSCALER = 1.1;
const OTHERS = 1.25;

const owned = (hours: number, acceleratorPrice: number): number =>
  amortisedCost(hours, { ...EPOCH, acceleratorPrice });

describe('rental', () => {
  it('gives DeepSeek’s 5.576 million USD for 2,788k H800-hours at 2 USD', () => {
    const parts = [2_664_000, 119_000, 5_000].map((hours) => rentalCost(hours, 2));
    expect(parts).toEqual([5_328_000, 238_000, 10_000]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(5_576_000);
  });
});

describe('Epoch AI’s method', () => {
  it.each([
    [33_750, 49.8e6],
    [41_200, 60.2e6],
    [46_900, 68.1e6],
  ])('gives Llama 3.1 405B its cost at %i USD an accelerator with server', (price, expected) => {
    const hours = 30.84e6;
    const total = owned(hours, price) + energyCost(hours, { ...H100_SERVER, pue: HYPERSCALER });
    expect(Math.abs(total / expected - 1)).toBeLessThan(0.002);
  });

  it('gives DeepSeek-V3 4.0 to 6.5 million USD at 30,000 to 49,000 USD', () => {
    const hours = 2_788_000;
    const energy = energyCost(hours, { ...H100_SERVER, pue: OTHERS });
    expect((owned(hours, 30_000) + energy) / 1e6).toBeCloseTo(4.05, 1);
    expect((owned(hours, 49_000) + energy) / 1e6).toBeCloseTo(6.5, 1);
  });

  it('gives GPT-4 the value its A100 had left when the run began', () => {
    // 25,000 A100 for 778 M USD (acquisition), bought in 2020 and 1.7 years past their first 90 days: 40.7 M USD.
    const hardware: ClusterHardware = {
      ...EPOCH,
      acceleratorPrice: (778e6 / 25_000) * 0.81,
      age: 1.7,
    };
    expect(acquisitionCost(25_000, hardware)).toBeCloseTo(778e6, -2);
    const total = amortisedCost(57e6, hardware) + energyCost(57e6, { ...A100_SERVER, pue: HYPERSCALER });
    expect(Math.abs(total / 40.7e6 - 1)).toBeLessThan(0.05);
  });

  it('writes hardware off at 0.322 of its value a year', () => {
    expect(amortisedCost(8766, { ...EPOCH, acceleratorPrice: 1, networkShare: 0 })).toBeCloseTo(0.3224, 4);
  });
});

const price = fc.double({ min: 100, max: 1e5, noNaN: true });
const hours = fc.double({ min: 1, max: 1e9, noNaN: true });

describe('properties', () => {
  it('loses a tenth of its write-off for each order of magnitude of age', () => {
    fc.assert(
      fc.property(price, hours, (acceleratorPrice, run) => {
        const hardware = { ...EPOCH, acceleratorPrice };
        const older = amortisedCost(run, { ...hardware, age: 1 / 0.14 });
        expect(older / amortisedCost(run, hardware)).toBeCloseTo(0.1, 9);
      }),
    );
  });

  it('scales every cost with its money', () => {
    fc.assert(
      fc.property(price, hours, (acceleratorPrice, run) => {
        const double = { ...EPOCH, acceleratorPrice: 2 * acceleratorPrice };
        const once = { ...EPOCH, acceleratorPrice };
        expect(amortisedCost(run, double)).toBeCloseTo(2 * amortisedCost(run, once), 3);
        expect(acquisitionCost(run, double)).toBeCloseTo(2 * acquisitionCost(run, once), 3);
        const energy = { ...H100_SERVER, pue: OTHERS };
        expect(energyCost(run, energy)).toBeCloseTo(energyUse(run, energy) * 0.0771, 6);
      }),
    );
  });
});

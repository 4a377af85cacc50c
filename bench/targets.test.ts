import { describe, expect, it } from 'vitest';
import type { CaseResult } from './case-results.ts';
import type { Measurement } from './measurement.ts';
import { renderTargets } from './render-targets.ts';
import { compareTargets } from './targets.ts';
import type { ModelSize, WholeModel } from './whole-models.ts';
import { fansOf, WORKERS_CASES } from './workers-cases.ts';

const SIZES: Readonly<Record<WholeModel, ModelSize>> = {
  judged: {
    asOf: '2023-07-31',
    scenario: 'latest',
    products: 26,
    buyers: 13,
    months: 72,
    inputs: 980,
    judged: true,
  },
  scenario: {
    asOf: '2026-09-30',
    scenario: 'latest',
    products: 58,
    buyers: 13,
    months: 72,
    inputs: 1429,
    judged: false,
  },
};

/** Made-up times: so many microseconds a draw on the model that limits are judged at, and thrice as many on the other. */
function resultsOf(microseconds: number): CaseResult[] {
  return WORKERS_CASES.map((which) => {
    const times = which.model === 'judged' ? 1 : 3;
    const draws = [256, 2048, 100_000].find((count) => fansOf(count) === which.workload)!;
    const measurement: Measurement = {
      draws,
      outputs: 1,
      warm: (times * microseconds) / which.workers,
      cold: 1,
      stages: { [`compile, webassembly ${which.precision}, fans`]: 200 * times },
      peakMemoryMB: 150 * times,
      model: SIZES[which.model!],
    };
    return { which, measured: [measurement] };
  });
}

describe('targets of the whole model', () => {
  // 100,000 draws within 8 s are 80 microseconds each, on two workers.
  const targets = compareTargets(resultsOf(120), []);

  it('are judged at one model, and stand beside the other under the same limit', () => {
    const name = 'all fans of 100,000 draws, f64, two workers';
    const [first, second] = targets.filter((target) => target.name.endsWith(`: ${name}`));
    expect(first).toMatchObject({
      name: `whole model, 26 products (as of 2023-07-31): ${name}`,
      wanted: 8000,
      median: 6000,
      met: true,
      judged: true,
    });
    expect(second).toMatchObject({
      name: `whole model, 58 products (as of 2026-09-30): ${name}`,
      wanted: 8000,
      median: 18_000,
      met: false,
      judged: false,
    });
    expect(targets.filter(({ judged }) => judged)).toHaveLength(targets.length / 2);
  });

  it('are printed in one line for both', () => {
    const screen = { language: 'en', width: 200, colour: false } as const;
    const [table = ''] = renderTargets(targets, Object.values(SIZES), screen);
    const lines = table.split('\n');
    const row = lines.find((line) => line.startsWith('all fans of 100,000 draws, f64, two workers'));
    expect(row?.split(/ {2,}/u)).toEqual([
      'all fans of 100,000 draws, f64, two workers',
      '≤ 8000 ms',
      '6,000 ms',
      '6,000–6,000',
      'met',
      '18,000 ms',
      '18,000–18,000',
      'missed',
    ]);
    for (const word of ['26 products', '58 products', 'judged', 'information']) expect(table).toContain(word);
  });
});

import { describe, expect, it } from 'vitest';
import { prepareRun } from '../src/answers/prepare-run.ts';
import { readScenario } from '../src/cli/dated-scenario.ts';
import { readFilesFrom } from '../src/cli/files.ts';
import { DrawBench, total } from './support/draws.ts';
import type { DrawResult } from './support/draws.ts';
import { evidence } from './support/evidence.ts';

const DRAWS = Array.from({ length: 24 }, (_, draw) => draw);
const files = readFilesFrom();
const benches = new Map<string, DrawBench>();

function benchOf(name: string): DrawBench {
  const known = benches.get(name);
  if (known) return known;
  const { scenario, day } = readScenario(name, files, evidence());
  // Philox numbers hang on names alone, so the draws of a scenario and its parent are pairs.
  const bench = new DrawBench(prepareRun(evidence(), scenario, day), { method: 'philox' });
  benches.set(name, bench);
  return bench;
}

/** Mean over draws of a figure of a scenario over that of its parent. */
function against(name: string, parent: string, of: (result: DrawResult, bench: DrawBench) => number): number {
  const mean = (bench: DrawBench): number =>
    total(DRAWS.map((draw) => of(bench.result(bench.inputs(draw)), bench))) / DRAWS.length;
  return mean(benchOf(name)) / mean(benchOf(parent));
}

const over = (result: DrawResult, scalars: readonly string[], from: number, to: number): number =>
  total(scalars.flatMap((name) => result.series(name).slice(from, to)));
const running = (result: DrawResult, bench: DrawBench): number =>
  over(result, bench.scalarsOf('running H100e'), 24, 36);
const owned = (result: DrawResult, bench: DrawBench): number =>
  over(result, bench.scalarsOf('owned H100e'), 24, 36);
const gpuRevenue = (result: DrawResult): number => over(result, ['delivered in scope[gpu]'], 12, 36);

describe('shipped scenarios move the forecast the way their names say', () => {
  it('packaging-slips: less CoWoS, no more compute', () => {
    const capacity = (result: DrawResult): number => over(result, ['packaging capacity'], 12, 36);
    expect(against('packaging-slips', 'latest', capacity)).toBeLessThan(1);
    expect(against('packaging-slips', 'latest', owned)).toBeLessThan(1);
  });

  it('hbm4-late: fewer of the products that need it, less compute', () => {
    const rubin = (result: DrawResult): number => over(result, ['delivered packages[nv_vr200]'], 0, 24);
    expect(against('hbm4-late', 'latest', rubin)).toBeLessThan(0.9);
    expect(against('hbm4-late', 'latest', owned)).toBeLessThan(1);
  });

  it('asic-surge: more own chips, smaller demand for GPUs', () => {
    const custom = (result: DrawResult): number =>
      over(
        result,
        ['google', 'aws', 'meta', 'microsoft', 'openai'].map((line) => `delivered value of line[${line}]`),
        12,
        60,
      );
    const gpus = (result: DrawResult): number => over(result, ['due in scope[gpu]'], 12, 60);
    // Their money grows by less than their weight: wafers are as scarce for them as for GPUs.
    expect(against('asic-surge', 'latest', custom)).toBeGreaterThan(1.03);
    expect(against('asic-surge', 'latest', gpus)).toBeLessThan(1);
  });

  it('power-bound: as much is owned, less runs, more waits for power', () => {
    const waits = (result: DrawResult, bench: DrawBench): number =>
      over(result, bench.scalarsOf('without power H100e'), 24, 36);
    expect(against('power-bound', 'latest', running)).toBeLessThan(0.9);
    // Failures strike what is installed, so what waits longer lasts a little longer.
    expect(against('power-bound', 'latest', owned)).toBeCloseTo(1, 1);
    expect(against('power-bound', 'latest', waits)).toBeGreaterThan(1.2);
  });

  it('stargate-full: OpenAI gets more, all others together less', () => {
    const openai = (result: DrawResult): number => over(result, ['delivered in scope[buyer openai]'], 12, 60);
    const others = (result: DrawResult): number =>
      over(result, ['delivered in scope[all]'], 12, 36) -
      over(result, ['delivered in scope[buyer openai]'], 12, 36);
    expect(against('stargate-full', 'latest', openai)).toBeGreaterThan(1.5);
    expect(against('stargate-full', 'latest', others)).toBeLessThan(1);
  });

  it('bubble-bursts: smaller revenue, shorter queues and idle packaging after it', () => {
    const late = (result: DrawResult): number => over(result, ['delivered in scope[gpu]'], 30, 54);
    const queue = (result: DrawResult): number => over(result, ['overdue in scope[gpu]'], 36, 54);
    const use = (result: DrawResult): number =>
      over(result, ['wafers used[cowos]'], 30, 42) / over(result, ['packaging capacity'], 30, 42);
    expect(against('bubble-bursts', 'latest', late)).toBeLessThan(0.8);
    expect(against('bubble-bursts', 'latest', queue)).toBeLessThan(0.7);
    expect(against('bubble-bursts', 'latest', use)).toBeLessThan(0.9);
  });

  it('taiwan-outage: fewer deliveries and longer waits', () => {
    const waits = (result: DrawResult): number => over(result, ['overdue in scope[gpu]'], 18, 30);
    expect(against('taiwan-outage', 'latest', gpuRevenue)).toBeLessThan(0.95);
    expect(against('taiwan-outage', 'latest', waits)).toBeGreaterThan(1.2);
  });

  it('deepseek-shock: less is spent on catch-up training; the whole stays within a half either way', () => {
    const catchUp = (result: DrawResult): number =>
      over(result, ['part of demand[catch-up training]'], 12, 36);
    expect(against('deepseek-shock', 'february-2025', catchUp)).toBeLessThan(1);
    const due = against('deepseek-shock', 'february-2025', (result) =>
      over(result, ['due in scope[all]'], 12, 36),
    );
    expect(due).toBeGreaterThan(0.5);
    expect(due).toBeLessThan(1.5);
  });
});

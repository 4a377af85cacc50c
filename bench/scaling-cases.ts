import { isOperation } from '../src/engine/program.ts';
import { planProgram } from '../src/engine/index.ts';
import { timeKernel, WARM_UP } from './kernel-timing.ts';
import type { Case, Engine } from './measurement.ts';
import { drawsOf } from './measurement.ts';
import { smallSampler } from './small-cases.ts';
import { SMALL, SMALL_OUTPUT, smallModel } from './small-model.ts';

interface Point {
  /** Products, and as many resources. */
  readonly products: number;
  readonly draws: number;
  readonly months: number;
}

const ENGINES: readonly Engine[] = ['c', 'webassembly', 'javascript'];
const MIDDLE: Point = { products: 12, draws: 2048, months: 60 };

const SWEEPS: readonly Point[] = [
  ...[SMALL.products, 6, 12, 24, 48].map((products) => ({ ...MIDDLE, products })),
  ...[256, 10_000, 100_000].map((draws) => ({ ...MIDDLE, draws })),
  ...[12, 24, 120].map((months) => ({ ...MIDDLE, months })),
];

/** Draws times steps of a measurement at most, not counting those that each point asks for. */
const WORK = 2 ** 18;

/** The small model with more products and resources, more draws, more months: one of the three at a time. */
export const SCALING_CASES: readonly Case[] = SWEEPS.flatMap((point) =>
  ENGINES.map(
    (engine): Case => ({
      part: 'scaling',
      workload: nameOf(point),
      engine,
      precision: 'f64',
      workers: 1,
      measure: (settings, timed) => {
        const { products, months } = point;
        const graph = smallModel({ products, resources: products });
        const draws = drawsOf(point.draws, settings);
        const work = {
          graph,
          outputs: [SMALL_OUTPUT],
          tables: new Float64Array(0),
          months,
          sampler: () => smallSampler(graph),
          draws,
          warmUp: drawsOf(WARM_UP, settings),
          passes: Math.max(1, Math.floor(WORK / (draws * months))),
        };
        const { stepNodes } = planProgram(graph, work.outputs);
        const operations = stepNodes.filter((node) => isOperation(graph, node)).length;
        return {
          ...timeKernel({ engine, precision: 'f64' }, work, `${products} products`, timed),
          operations,
        };
      },
    }),
  ),
);

function nameOf({ products, draws, months }: Point): string {
  return `${products} products, ${draws.toLocaleString('en-US')} draws, ${months} months`;
}

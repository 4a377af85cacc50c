import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { min, ratio, sum } from '../engine/index.ts';
import { memoryGenerations } from './catalogue.ts';
import { each } from './each.ts';
import type { Memory } from './memory.ts';
import type { Products } from './products.ts';
import type { Sets } from './sets.ts';

/** Part of each maker's memory that NVIDIA accepts: only from makers qualified for what it builds this month. */
export function declareAcceptedMemory(
  m: ModelBuilder,
  sets: Sets,
  memory: Memory,
  products: Products,
  /** Packages a line asks inputs for (unit/month). */
  requested: (line: string) => Expr,
): VariableFamily {
  const generationShare = m.variable(
    {
      name: 'qualified need by generation',
      unit: '1',
      description: 'Share of a memory generation in what lines that need qualified memory want',
      over: [sets.generation],
    },
    each((generation) => {
      const lines = sets.line.members.filter((line) => sets.lineOf(line).needsQualifiedMemory);
      const own = sum(
        lines.map((line) => requested(line).times(products.memoryPerPackage(line, generation))),
        'wafer/month',
      );
      const all = sum(
        lines.map((line) => requested(line).times(products.memoryPerPackageAll.at(line))),
        'wafer/month',
      );
      return ratio(own, all, 1 / memoryGenerations.length);
    }),
  );
  return m.variable(
    {
      name: 'accepted memory',
      unit: '1',
      description: 'Part of a maker’s memory that NVIDIA accepts for what it builds',
      over: [sets.maker],
    },
    each((maker) =>
      // Shares that sum to one may sum to a rounding more.
      min(
        sum(
          sets.generation.members.map((generation) =>
            generationShare.at(generation).times(memory.qualified.at(maker, generation)),
          ),
        ),
        1,
      ),
    ),
  );
}

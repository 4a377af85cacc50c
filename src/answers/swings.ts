import { compileBatch, periodValue } from '../engine/index.ts';
import type { Reading } from '../engine/index.ts';
import type { Period } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { SeriesMember } from './series-catalogue.ts';

/** One input moved to a value, all others where they are. */
export interface Move {
  /** Position in `graph.inputs`. */
  readonly index: number;
  readonly value: number;
}

/**
 * A member's figure for a period, before any threshold, under each of some moves from `base` (in the order of
 * `graph.inputs`). Several moves run at once; every figure has the bits of a run of its own.
 */
export function figuresUnder(
  moves: readonly Move[],
  base: Float64Array,
  run: PreparedRun,
  member: Pick<SeriesMember, 'scalars' | 'factor'>,
  overTime: Reading['overTime'],
  period: Period,
): number[] {
  const { graph, tables } = run.model;
  const { months } = run.catalogue;
  const { scalars, factor } = member;
  const kernel = compileBatch(graph, scalars);
  const { lanes } = kernel;
  const width = scalars.length;
  const inputs = new Float64Array(base.length * lanes);
  for (let input = 0; input < base.length; input++)
    inputs.fill(base[input]!, input * lanes, (input + 1) * lanes);
  const out = new Float64Array(months * width * lanes);
  const reading = { factor, overTime, columns: scalars.map((_, index) => index) };
  const figures: number[] = [];
  for (let from = 0; from < moves.length; from += lanes) {
    const chunk = moves.slice(from, from + lanes);
    for (const [lane, { index, value }] of chunk.entries()) inputs[index * lanes + lane] = value;
    kernel.run(inputs, tables, months, out);
    for (const [lane, { index }] of chunk.entries()) {
      inputs[index * lanes + lane] = base[index]!;
      figures.push(periodValue(reading, period, { out, width, lanes, lane }));
    }
  }
  return figures;
}

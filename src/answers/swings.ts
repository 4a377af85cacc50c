import { compileBatch, periodValue } from '../engine/index.ts';
import type { Request } from './ensemble.ts';
import type { PreparedRun } from './prepare-run.ts';

/** One input moved to a value, all others where they are. */
export interface Move {
  /** Position in `graph.inputs`. */
  readonly index: number;
  readonly value: number;
}

/**
 * What is asked for under each of some moves from `base` (in the order of `graph.inputs`): `[slot][move]`, slots as
 * `slotsOf` counts them. Several moves run at once; every number has the bits of a run of its own.
 */
export function valuesUnder(
  moves: readonly Move[],
  base: Float64Array,
  run: PreparedRun,
  requests: readonly Request[],
): Float64Array[] {
  const { graph, tables } = run.model;
  const { months } = run.catalogue;
  const scalars = [...new Set(requests.flatMap((request) => request.scalars))];
  const column = new Map(scalars.map((name, index) => [name, index]));
  const kernel = compileBatch(graph, scalars);
  const { lanes } = kernel;
  const width = scalars.length;
  const inputs = new Float64Array(base.length * lanes);
  for (let input = 0; input < base.length; input++)
    inputs.fill(base[input]!, input * lanes, (input + 1) * lanes);
  const out = new Float64Array(months * width * lanes);
  const slots = requests.flatMap(({ scalars: own, periods, ...reduction }) => {
    const reading = { ...reduction, columns: own.map((name) => column.get(name)!) };
    return periods.map((period) => ({ reading, period, values: new Float64Array(moves.length) }));
  });
  for (let from = 0; from < moves.length; from += lanes) {
    const chunk = moves.slice(from, from + lanes);
    for (const [lane, { index, value }] of chunk.entries()) inputs[index * lanes + lane] = value;
    kernel.run(inputs, tables, months, out);
    for (const [lane, { index }] of chunk.entries()) {
      inputs[index * lanes + lane] = base[index]!;
      for (const { reading, period, values } of slots)
        values[from + lane] = periodValue(reading, period, { out, width, lanes, lane });
    }
  }
  return slots.map(({ values }) => values);
}

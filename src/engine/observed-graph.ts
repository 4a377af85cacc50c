import type { Observation } from './ensemble/observation.ts';
import type { Graph } from './graph.ts';
import { NodeTable } from './node-table.ts';
import { Opcode } from './opcode.ts';
import { planNodes } from './program.ts';
import type { Program } from './program.ts';

/** A graph that also computes what is observed of a month. */
export interface ObservedGraph {
  readonly graph: Graph;
  /** Its outputs are the observations of a month, in their order. */
  readonly program: Program;
}

/**
 * Lets the model itself compute what is kept of a month: the sum of the scalars in their order, times the factor, or
 * 1 where that exceeds `above` and 0 where not. Backends then need not hand out the scalars.
 * Throws `ProblemError` (`unknown-name`) for a scalar that is neither a variable nor a stock.
 */
export function observeMonths(
  graph: Graph,
  observations: readonly Pick<Observation, 'scalars' | 'factor' | 'above'>[],
): ObservedGraph {
  const table = NodeTable.from(graph.nodes);
  const outputs = observations.map(({ scalars, factor, above }) => {
    const total = scalars
      .map((name) => graph.nodeOf(name))
      .reduce((sum, node) => table.operation(Opcode.ADD, sum, node), table.constant(0));
    const value = table.operation(Opcode.MULTIPLY, total, table.constant(factor));
    return above === undefined ? value : table.operation(Opcode.LESS, table.constant(above), value);
  });
  const observed = graph.withNodes(table.finish());
  const names = observations.map(({ scalars }) => scalars.join(' + '));
  return { graph: observed, program: planNodes(observed, names, Int32Array.from(outputs)) };
}

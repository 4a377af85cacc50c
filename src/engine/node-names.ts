import type { Graph } from './graph.ts';
import { Opcode } from './opcode.ts';

/**
 * What the model calls each node: variables, opening and closing values of stocks, inputs, and tables with the months
 * they are read ahead. Nodes between these have no name; one that is several things has all their names.
 */
export function namesOfNodes(graph: Graph): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const add = (node: number, name: string): void => {
    const before = names.get(node);
    names.set(node, before === undefined ? name : `${before}; ${name}`);
  };
  const { count, opcode, a, b } = graph.nodes;
  for (let node = 0; node < count; node++) {
    const position = a[node]!;
    if (opcode[node] === Opcode.INPUT) add(node, graph.inputs[position]!.name);
    else if (opcode[node] === Opcode.TABLE || opcode[node] === Opcode.TABLE_START) {
      const { name } = graph.tables[position]!;
      add(node, b[node] === 0 ? name : `${name}, ${b[node]} months ahead`);
    }
  }
  for (const { node, name } of graph.states) add(node, name);
  for (const { node, name } of graph.variables) add(node, name);
  for (const { next, name } of graph.states) add(next, `${name}, closing`);
  return names;
}

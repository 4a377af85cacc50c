import type { Graph } from './graph.ts';

/** What the model calls each node: variables, opening values of stocks, inputs and tables have names, others none. */
export function namesOfNodes(graph: Graph): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const add = (node: number, name: string): void => {
    const before = names.get(node);
    names.set(node, before === undefined ? name : `${before}; ${name}`);
  };
  for (const { node, name } of graph.states) add(node, name);
  for (const { node, name } of graph.variables) add(node, name);
  return names;
}

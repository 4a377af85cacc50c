import type { Graph } from './graph.ts';
import { forEachOperand } from './node-table.ts';
import { ARITY, Opcode, Phase } from './opcode.ts';

/** What a backend has to compute for some outputs, and nothing else. */
export interface Program {
  readonly outputs: readonly string[];
  /** Node of each output. */
  readonly outputNodes: Int32Array;
  /** States that the outputs depend on, as positions in `graph.states`. */
  readonly states: Int32Array;
  /** Operations done once per draw (inputs and first table values included), in order of evaluation. */
  readonly drawNodes: Int32Array;
  /** Operations done each month (states and tables included), in order of evaluation. */
  readonly stepNodes: Int32Array;
}

/**
 * Which nodes some outputs need: the equations behind them, the states these read, and what those states
 * need in turn. Throws `ProblemError` (`unknown-name`) for an output that does not exist.
 */
export function planProgram(graph: Graph, outputs: readonly string[]): Program {
  return planNodes(
    graph,
    outputs,
    Int32Array.from(outputs, (name) => graph.nodeOf(name)),
  );
}

/** The same for outputs that need not have a name in the model: `outputNodes` are theirs, in their order. */
export function planNodes(graph: Graph, outputs: readonly string[], outputNodes: Int32Array): Program {
  const { nodes } = graph;
  const needed = new Uint8Array(nodes.count);
  const waiting: number[] = [];
  const states: number[] = [];
  const need = (node: number): void => {
    if (needed[node] !== 0) return;
    needed[node] = 1;
    waiting.push(node);
  };
  for (const node of outputNodes) need(node);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (nodes.opcode[node] === Opcode.STATE) {
      const position = nodes.a[node]!;
      const state = graph.states[position];
      states.push(position);
      need(state?.initial ?? 0);
      need(state?.next ?? 0);
    }
    forEachOperand(nodes, node, need);
  }
  const ofPhase = (phase: number): Int32Array => {
    const list: number[] = [];
    for (let node = 0; node < nodes.count; node++) {
      if (needed[node] !== 0 && nodes.phase[node] === phase) list.push(node);
    }
    return Int32Array.from(list);
  };
  return {
    outputs,
    outputNodes,
    states: Int32Array.from(states.sort((a, b) => a - b)),
    drawNodes: ofPhase(Phase.DRAW),
    stepNodes: ofPhase(Phase.STEP),
  };
}

/** Whether a node computes something (is no leaf). */
export function isOperation(graph: Graph, node: number): boolean {
  return ARITY[graph.nodes.opcode[node]!] !== 0;
}

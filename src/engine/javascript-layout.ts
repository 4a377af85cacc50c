import type { Graph } from './graph.ts';
import { scheduleMonth, SMALLEST_ARM } from './lazy-arms.ts';
import type { Guard } from './lazy-arms.ts';
import { forEachOperand } from './node-table.ts';
import type { Nodes } from './node-table.ts';
import { Opcode, Phase } from './opcode.ts';
import { isOperation } from './program.ts';
import type { Program } from './program.ts';

/** A value to be written where the driver or a later function finds it. */
export interface Store {
  readonly node: number;
  readonly target: string;
}

/** How a program is cut into functions and where values that leave a function are kept. */
export interface Layout {
  readonly drawChunks: readonly Int32Array[];
  /** Those of a month may be left out where a guard fails; guards are asked in order. */
  readonly stepChunks: readonly { readonly operations: Int32Array; readonly guards: readonly Guard[] }[];
  /** Number of the function an operation is computed in, draw and step counted through; -1 for leaves. */
  readonly chunkOf: Int32Array;
  /** Place of a node in `v`, -1 for none: states first, then their closing values, then values that cross. */
  readonly slotOf: Int32Array;
  /** How many times a node's value is written in text, so that one written once can stand in place. */
  readonly uses: Uint32Array;
  readonly slots: number;
  readonly states: number;
  /** Writes that follow an operation at once, by node. */
  readonly storesOf: ReadonlyMap<number, readonly string[]>;
  /** Initial values, written once the draw's operations are done. */
  readonly initialStores: readonly Store[];
  /** Closing values and outputs that no operation of the month computes. */
  readonly closingStores: readonly Store[];
}

/** Plans functions of at most `operationsPerFunction` operations, in order of evaluation. */
export function layOut(graph: Graph, program: Program, operationsPerFunction: number): Layout {
  const { nodes } = graph;
  const chunkOf = new Int32Array(nodes.count).fill(-1);
  const slotOf = new Int32Array(nodes.count).fill(-1);
  const uses = new Uint32Array(nodes.count);
  const drawChunks = cut(
    nodes,
    program.drawNodes.filter((node) => isOperation(graph, node)),
    operationsPerFunction,
  );
  const smallestArm = Math.min(SMALLEST_ARM, operationsPerFunction);
  const stepChunks = scheduleMonth(graph, program, smallestArm).flatMap(({ nodes: segment, guards }) =>
    cut(nodes, segment, operationsPerFunction).map((operations) => ({ operations, guards })),
  );
  const chunks = [...drawChunks, ...stepChunks.map(({ operations }) => operations)];
  for (const [chunk, list] of chunks.entries()) for (const node of list) chunkOf[node] = chunk;

  const states = program.states.length;
  const storesOf = new Map<number, string[]>();
  const initialStores: Store[] = [];
  const closingStores: Store[] = [];
  const crossing = new Set<number>();
  const store = (node: number, target: string): void => {
    if (nodes.phase[node] === Phase.STEP && isOperation(graph, node)) {
      const list = storesOf.get(node);
      if (list === undefined) storesOf.set(node, [target]);
      else list.push(target);
    } else {
      closingStores.push({ node, target });
      if (isOperation(graph, node)) crossing.add(node);
    }
  };
  for (const [position, state] of program.states.entries()) {
    const scalar = graph.states[state];
    if (scalar === undefined) continue;
    const closing = states + position;
    slotOf[scalar.node] = position;
    initialStores.push({ node: scalar.initial, target: `v[${position}]` });
    if (isOperation(graph, scalar.initial)) crossing.add(scalar.initial);
    store(scalar.next, `v[${closing}]`);
    if (
      nodes.phase[scalar.next] === Phase.STEP &&
      isOperation(graph, scalar.next) &&
      slotOf[scalar.next] === -1
    ) {
      slotOf[scalar.next] = closing;
    }
  }
  for (const [output, node] of program.outputNodes.entries()) store(node, `O[o + ${output}]`);

  for (const { guards } of stepChunks)
    for (const { condition } of guards) if (isOperation(graph, condition)) crossing.add(condition);
  for (const list of chunks) {
    for (const node of list) {
      const twice = nodes.opcode[node] === Opcode.MIN || nodes.opcode[node] === Opcode.MAX ? 2 : 1;
      forEachOperand(nodes, node, (operand) => {
        uses[operand] = uses[operand]! + twice;
        if (chunkOf[operand] !== -1 && chunkOf[operand] !== chunkOf[node]) crossing.add(operand);
      });
    }
  }
  let slots = 2 * states;
  for (const node of crossing) {
    if (slotOf[node] === -1) slotOf[node] = slots++;
  }
  return {
    drawChunks,
    stepChunks,
    chunkOf,
    slotOf,
    uses,
    slots,
    states,
    storesOf,
    initialStores,
    closingStores,
  };
}

/**
 * Cuts a list into parts of about equal weight. A call weighs as much as many operations, since V8 describes
 * every local value again at each call when it optimises.
 */
function cut(nodes: Nodes, list: Int32Array, most: number): Int32Array[] {
  const weights = Array.from(list, (node) => WEIGHT[nodes.opcode[node]!] ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const each = total / Math.max(1, Math.ceil(total / most));
  const parts: Int32Array[] = [];
  let start = 0;
  let weight = 0;
  for (let position = 0; position < list.length; position++) {
    if (weight > 0 && weight + weights[position]! > each + 1) {
      parts.push(list.subarray(start, position));
      start = position;
      weight = 0;
    }
    weight += weights[position]!;
  }
  if (start < list.length) parts.push(list.subarray(start));
  return parts;
}

const WEIGHT: Readonly<Record<number, number>> = { [Opcode.EXP]: 10, [Opcode.LOG]: 10, [Opcode.POW]: 10 };

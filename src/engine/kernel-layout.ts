import type { Graph } from './graph.ts';
import { scheduleMonth, SMALLEST_ARM } from './lazy-arms.ts';
import type { Guard } from './lazy-arms.ts';
import { forEachOperand } from './node-table.ts';
import type { Nodes } from './node-table.ts';
import { Opcode, Phase } from './opcode.ts';
import { isOperation } from './program.ts';
import type { Program } from './program.ts';

/** The regions a value is kept in: closing values, outputs, values that outlive a function. */
export type Region = 'closing' | 'output' | 'value';

/** A value to be written, and its position in the region. */
export interface Store {
  readonly node: number;
  readonly region: Region;
  readonly position: number;
}

/** Operations of a month, to be left out where one of the guards fails in all lanes; asked in this order. */
export interface StepFunction {
  readonly operations: Int32Array;
  readonly guards: readonly Guard[];
}

/** How a program is cut into functions, and where values that leave a function are kept. */
export interface KernelLayout {
  readonly drawFunctions: readonly Int32Array[];
  readonly stepFunctions: readonly StepFunction[];
  /** Which function an operation is computed in, draw and step counted through; -1 for leaves. */
  readonly functionOf: Int32Array;
  /** Region of values: position of a node that outlives its function, -1 for none. */
  readonly valueOf: Int32Array;
  /** Region of closing values: position of a node that is the closing value of a state, -1 for none. */
  readonly closingOf: Int32Array;
  /** Position of a state's node among the program's states. */
  readonly openingOf: Int32Array;
  /** How often a value is read, by operations of its function and by stores. */
  readonly uses: Uint32Array;
  readonly values: number;
  readonly states: number;
  /** Writes that follow an operation at once, by node. */
  readonly storesOf: ReadonlyMap<number, readonly Store[]>;
  /** Initial values, written into the opening values once the draw's operations are done. */
  readonly initialStores: readonly Store[];
  /** Closing values and outputs that no operation of the month computes. */
  readonly closingStores: readonly Store[];
  /** Positions in `graph.tables` of the tables that are read. */
  readonly tables: readonly number[];
  /** Months ahead at which tables are read. */
  readonly aheads: readonly number[];
}

/** Plans functions of about `operationsPerFunction` operations, in order of evaluation. */
export function layOutKernel(graph: Graph, program: Program, operationsPerFunction: number): KernelLayout {
  const { nodes } = graph;
  const column = (): Int32Array => new Int32Array(nodes.count).fill(-1);
  const functionOf = column();
  const valueOf = column();
  const closingOf = column();
  const openingOf = column();
  const uses = new Uint32Array(nodes.count);
  const operations = (list: Int32Array): Int32Array => list.filter((node) => isOperation(graph, node));
  const drawFunctions = cut(operations(program.drawNodes), operationsPerFunction);
  const smallestArm = Math.min(SMALLEST_ARM, operationsPerFunction);
  const stepFunctions = scheduleMonth(graph, program, smallestArm).flatMap(({ nodes: segment, guards }) =>
    cut(segment, operationsPerFunction).map((part) => ({ operations: part, guards })),
  );
  const functions = [...drawFunctions, ...stepFunctions.map((step) => step.operations)];
  for (const [index, list] of functions.entries()) for (const node of list) functionOf[node] = index;

  const storesOf = new Map<number, Store[]>();
  const initialStores: Store[] = [];
  const closingStores: Store[] = [];
  const outliving = new Set<number>();
  const store = (entry: Store): void => {
    const { node } = entry;
    if (nodes.phase[node] === Phase.STEP && isOperation(graph, node)) {
      const list = storesOf.get(node);
      if (list === undefined) storesOf.set(node, [entry]);
      else list.push(entry);
      if (entry.region === 'closing') closingOf[node] = entry.position;
    } else {
      closingStores.push(entry);
      if (isOperation(graph, node)) outliving.add(node);
    }
  };
  for (const [position, state] of program.states.entries()) {
    const scalar = graph.states[state]!;
    openingOf[scalar.node] = position;
    // The driver passes the opening values as the closing ones of the month before the first.
    initialStores.push({ node: scalar.initial, region: 'closing', position });
    if (isOperation(graph, scalar.initial)) outliving.add(scalar.initial);
    store({ node: scalar.next, region: 'closing', position });
  }
  for (const [position, node] of program.outputNodes.entries()) store({ node, region: 'output', position });

  for (const list of functions) {
    for (const node of list) {
      forEachOperand(nodes, node, (operand) => {
        if (functionOf[operand] === functionOf[node]) uses[operand] = uses[operand]! + 1;
        else if (functionOf[operand] !== -1) outliving.add(operand);
      });
    }
  }
  for (const { guards } of stepFunctions)
    for (const { condition } of guards) if (isOperation(graph, condition)) outliving.add(condition);
  let values = 0;
  for (const node of outliving) {
    // A closing value can be read where the next month's opening values are being gathered.
    if (closingOf[node] !== -1) continue;
    valueOf[node] = values;
    const entry: Store = { node, region: 'value', position: values };
    storesOf.set(node, [entry, ...(storesOf.get(node) ?? [])]);
    values++;
  }
  for (const [node, list] of storesOf) uses[node] = uses[node]! + list.length;

  for (const list of functions) list.set(depthFirst(nodes, list, (node) => storesOf.has(node)));

  const tables = new Set<number>();
  const aheads = new Set<number>();
  for (const node of [...program.drawNodes, ...program.stepNodes]) {
    if (nodes.opcode[node] === Opcode.TABLE || nodes.opcode[node] === Opcode.TABLE_START) {
      tables.add(nodes.a[node]!);
      aheads.add(nodes.b[node]!);
    }
  }
  return {
    drawFunctions,
    stepFunctions,
    functionOf,
    valueOf,
    closingOf,
    openingOf,
    uses,
    values,
    states: program.states.length,
    storesOf,
    initialStores,
    closingStores,
    tables: [...tables],
    aheads: [...aheads],
  };
}

/**
 * The operations of a function so that what is kept is computed one after the other, each with what it needs just
 * before it: fewer values wait at a time, and more of them stay in registers.
 */
function depthFirst(nodes: Nodes, list: Int32Array, isKept: (node: number) => boolean): Int32Array {
  const left = new Set(list);
  const order = new Int32Array(list.length);
  let count = 0;
  const visit = (root: number): void => {
    const path = [root];
    while (path.length > 0) {
      const node = path.at(-1)!;
      const before = path.length;
      if (left.has(node)) forEachOperand(nodes, node, (operand) => left.has(operand) && path.push(operand));
      if (path.length > before) continue;
      path.pop();
      if (left.delete(node)) order[count++] = node;
    }
  };
  for (const node of list) if (isKept(node)) visit(node);
  for (const node of list) visit(node);
  return order;
}

/** Cuts a list into parts of about equal length, none longer than `most`. */
function cut(list: Int32Array, most: number): Int32Array[] {
  const parts = Math.ceil(list.length / most);
  return Array.from({ length: parts }, (_, part) =>
    list.subarray(Math.floor((part * list.length) / parts), Math.floor(((part + 1) * list.length) / parts)),
  );
}

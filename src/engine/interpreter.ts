import type { Graph } from './graph.ts';
import { checkLengths, tableMonth } from './kernel.ts';
import type { Kernel } from './kernel.ts';
import { evaluate, evaluateSingle, Opcode } from './opcode.ts';
import { constantsOf } from './precision.ts';
import type { Precision } from './precision.ts';
import { planProgram } from './program.ts';
import type { Program } from './program.ts';

/** The plain reading of a graph, node by node: the oracle for every other backend of that precision. */
export function createInterpreter(
  graph: Graph,
  outputs: readonly string[],
  precision: Precision = 'f64',
): Kernel {
  const machine = new Machine(graph, planProgram(graph, outputs), precision);
  const { outputNodes } = machine.program;
  const counts = { inputs: graph.inputs.length, tables: graph.tables.length, outputs: outputs.length };
  return {
    backend: 'interpreter',
    outputs,
    run(inputs, tables, months, out) {
      checkLengths(counts, inputs, tables, months, out);
      machine.start(inputs, tables, months);
      for (let month = 0; month < months; month++) {
        machine.step(month);
        for (let output = 0; output < outputNodes.length; output++) {
          out[month * outputNodes.length + output] = machine.values[outputNodes[output]!]!;
        }
        machine.commit();
      }
    },
  };
}

/** The values of every node, month by month: for explanations. */
export class Machine {
  readonly program: Program;
  /** Value of each node in the current month. */
  readonly values: Float64Array;
  readonly #graph: Graph;
  readonly #closing: Float64Array;
  readonly #evaluateOperation: typeof evaluate;
  /** Rounds what comes from outside. */
  readonly #rounded: (value: number) => number;
  #inputs: Float64Array = new Float64Array();
  #tables: Float64Array = new Float64Array();
  #months = 0;
  #month = 0;

  constructor(graph: Graph, program: Program, precision: Precision = 'f64') {
    this.#graph = graph;
    this.program = program;
    this.#closing = new Float64Array(program.states.length);
    this.values = new Float64Array(graph.nodes.count);
    this.#evaluateOperation = precision === 'f64' ? evaluate : evaluateSingle;
    this.#rounded = precision === 'f64' ? (value) => value : Math.fround;
    const { count, opcode, a } = graph.nodes;
    const constants = constantsOf(graph.nodes, precision);
    for (let node = 0; node < count; node++) {
      if (opcode[node] === Opcode.CONSTANT) this.values[node] = constants[a[node]!]!;
    }
  }

  /** Takes a draw's inputs and sets the stocks to their initial values. */
  start(inputs: Float64Array, tables: Float64Array, months: number): void {
    this.#inputs = inputs;
    this.#tables = tables;
    this.#months = months;
    this.#month = 0;
    for (const node of this.program.drawNodes) this.#evaluate(node);
    this.#move((state) => this.#graph.states[state]?.initial ?? 0);
  }

  /** Computes everything of a month from the opening values. */
  step(month: number): void {
    this.#month = month;
    for (const node of this.program.stepNodes) this.#evaluate(node);
  }

  /** Opens the next month with this month's closing values, all at once. */
  commit(): void {
    this.#move((state) => this.#graph.states[state]?.next ?? 0);
  }

  #move(from: (state: number) => number): void {
    const { states } = this.program;
    for (let i = 0; i < states.length; i++) this.#closing[i] = this.values[from(states[i]!)]!;
    for (let i = 0; i < states.length; i++) {
      this.values[this.#graph.states[states[i]!]?.node ?? 0] = this.#closing[i]!;
    }
  }

  #evaluate(node: number): void {
    const { opcode, a, b, c } = this.#graph.nodes;
    const operation = opcode[node]!;
    const first = a[node]!;
    const second = b[node]!;
    const { values } = this;
    switch (operation) {
      case Opcode.INPUT:
        values[node] = this.#rounded(this.#inputs[first]!);
        return;
      case Opcode.TABLE:
        values[node] = this.#tableValue(first, tableMonth(this.#month, second, this.#months));
        return;
      case Opcode.TABLE_START:
        values[node] = this.#tableValue(first, tableMonth(0, second, this.#months));
        return;
      case Opcode.STATE:
        return;
      default:
        values[node] = this.#evaluateOperation(
          operation,
          values[first]!,
          second < 0 ? 0 : values[second]!,
          second < 0 ? 0 : (values[c[node]!] ?? 0),
        );
    }
  }

  #tableValue(table: number, month: number): number {
    return this.#rounded(this.#tables[table * this.#months + month]!);
  }
}

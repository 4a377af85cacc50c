import type { Graph } from '../graph.ts';
import type { Nodes } from '../node-table.ts';
import { Opcode } from '../opcode.ts';
import { isOperation } from '../program.ts';
import type { Guard } from '../lazy-arms.ts';
import { CodeWriter, Plain, ValueType, Vector } from './code-writer.ts';
import type { FloatInstruction } from './code-writer.ts';
import { VECTOR_BYTES } from './lane-type.ts';
import type { LaneType } from './lane-type.ts';
import type { ElementaryFunctions } from './wasm-elementary.ts';
import type { Region, Store, KernelLayout } from '../kernel-layout.ts';

/**
 * Parameters of every function of a kernel: addresses of values that outlive functions, opening values, closing
 * values, this month's outputs, and inputs; each of the first lane of the block of lanes to be computed.
 */
export const Parameter = { VALUES: 0, OPENING: 1, CLOSING: 2, OUTPUTS: 3, INPUTS: 4 } as const;

/** What a reader calls the parameters. */
const PARAMETER_NAMES = ['values', 'opening', 'closing', 'outputs', 'inputs'];

export const PARAMETERS = PARAMETER_NAMES.map(() => ValueType.I32);

/** What functions of a kernel share. */
export interface FunctionContext {
  readonly graph: Graph;
  readonly layout: KernelLayout;
  /** What a reader is to call nodes, as comments of the text; bytes hold none of it. */
  readonly names: ReadonlyMap<number, string>;
  /** What vectors hold. */
  readonly type: LaneType;
  /** Values of the CONSTANT nodes in its precision. */
  readonly constants: Float64Array;
  /** Names of the outputs, in order. */
  readonly outputs: readonly string[];
  /** Vectors computed at once. */
  readonly groups: number;
  /** Bytes from one input, or one output, to the next: all lanes of a run. */
  readonly stride: number;
  readonly elementary: ElementaryFunctions;
  /** Where the driver keeps the address of the month of tables that is read so many months ahead. */
  readonly monthAddress: (ahead: number) => number;
}

/**
 * Writes one function of a kernel. Values computed here and read once stand where they are read; the others, and
 * what comes from memory, are kept in local variables, comparisons as masks.
 */
export class FunctionWriter {
  readonly #context: FunctionContext;
  readonly #nodes: Nodes;
  /** Instructions on numbers. */
  readonly #float: LaneType['vector'];
  readonly #code = new CodeWriter(PARAMETERS.length, PARAMETER_NAMES);
  /** First of the local variables of a node, one for each group. */
  readonly #locals = new Map<number, number>();
  /** The same for nodes that other functions compute, and for leaves; and how many groups are loaded. */
  readonly #arrived = new Map<number, { readonly first: number; groups: number }>();
  /** Local variables with the addresses of months, by months ahead. */
  readonly #months = new Map<number, number>();
  #function = NO_FUNCTION;

  constructor(context: FunctionContext) {
    this.#context = context;
    this.#nodes = context.graph.nodes;
    this.#float = context.type.vector;
  }

  get code(): CodeWriter {
    return this.#code;
  }

  /** All operations of one function of the layout. */
  operations(list: Int32Array): this {
    const { layout, groups } = this.#context;
    this.#function = layout.functionOf[list[0]!]!;
    for (const node of list) {
      const name = this.#context.names.get(node);
      if (name !== undefined) this.#code.about.push(name);
    }
    for (const node of list) {
      const stores = layout.storesOf.get(node) ?? [];
      const call = this.#callee(node);
      if (call !== undefined) {
        this.#call(node, call);
      } else if (layout.uses[node]! > 1) {
        const first = this.#newLocals(node);
        const isTest = TESTS.has(this.#nodes.opcode[node]!);
        for (let group = 0; group < groups; group++) {
          if (isTest) this.#maskOf(node, group);
          else this.#compute(node, group);
          this.#code.set(first + group);
          this.#note(node);
        }
        this.#locals.set(node, first);
      }
      this.stores(stores);
    }
    return this;
  }

  /** Returns where a guard fails in all lanes, before anything else is done. */
  guards(list: readonly Guard[]): this {
    const code = this.#code;
    const { groups } = this.#context;
    for (const { condition, expected } of list) {
      for (let group = 0; group < groups; group++) {
        this.#value(condition, group);
        this.#constant(0);
        code.vector(expected ? this.#float.NE : this.#float.EQ);
        if (group > 0) code.vector(Vector.OR);
      }
      code.vector(Vector.ANY_TRUE).plain(Plain.I32_EQUAL_ZERO).returnIf().note('no lane needs the rest');
    }
    return this;
  }

  /** Writes values where others look for them. */
  stores(list: readonly Store[]): this {
    const { groups } = this.#context;
    for (const { node, region, position } of list) {
      for (let group = 0; group < groups; group++) {
        this.#code.get(REGION_PARAMETER[region]);
        this.#value(node, group);
        const stride = region === 'output' ? this.#context.stride : groups * VECTOR_BYTES;
        this.#code.vectorStore(position * stride + group * VECTOR_BYTES);
        // One number can be many outputs.
        if (region === 'output') this.#code.note(this.#context.outputs[position]!);
        else this.#note(node);
      }
    }
    return this;
  }

  /** Says in the text which variables, stocks, inputs or tables a node is, where it is any. */
  #note(node: number): void {
    const name = this.#context.names.get(node);
    if (name !== undefined) this.#code.note(name);
  }

  /** Local variables for a node, one for each group. */
  #newLocals(node: number): number {
    const name = this.#context.names.get(node) ?? `x${node}`;
    const first = this.#code.local(ValueType.V128, name);
    for (let group = 1; group < this.#context.groups; group++) this.#code.local(ValueType.V128, name);
    return first;
  }

  #callee(node: number): number | undefined {
    const { elementary } = this.#context;
    switch (this.#nodes.opcode[node]) {
      case Opcode.EXP:
        return elementary.exp;
      case Opcode.LOG:
        return elementary.log;
      case Opcode.POW:
        return elementary.pow;
      default:
        return undefined;
    }
  }

  #call(node: number, callee: number): void {
    const { groups } = this.#context;
    const { opcode, a, b } = this.#nodes;
    const operands = opcode[node] === Opcode.POW ? [a[node]!, b[node]!] : [a[node]!];
    for (const operand of operands) for (let group = 0; group < groups; group++) this.#value(operand, group);
    this.#code.call(callee);
    const first = this.#newLocals(node);
    for (let group = groups - 1; group >= 0; group--) this.#code.set(first + group);
    this.#note(node);
    this.#locals.set(node, first);
  }

  /** Puts the value of a node on the stack. */
  #value(node: number, group: number): void {
    const isTest = TESTS.has(this.#nodes.opcode[node]!);
    const local = this.#locals.get(node);
    if (local !== undefined && !isTest) this.#code.get(local + group);
    else if (this.#nodes.opcode[node] === Opcode.CONSTANT)
      this.#constant(this.#context.constants[this.#nodes.a[node]!]!);
    else if (!this.#isHere(node)) this.#loaded(node, group);
    else if (isTest) {
      // A mask has all bits set or none, so what it leaves of 1 is 1 or 0.
      this.#mask(node, group);
      this.#constant(1);
      this.#code.vector(Vector.AND);
      if (local === undefined) this.#note(node);
    } else {
      this.#compute(node, group);
      this.#note(node);
    }
  }

  /** Puts a mask on the stack: all bits where the value is not 0. */
  #mask(node: number, group: number): void {
    const local = this.#locals.get(node);
    if (!this.#isHere(node) || !TESTS.has(this.#nodes.opcode[node]!)) {
      this.#value(node, group);
      this.#constant(0);
      this.#code.vector(this.#float.NE);
    } else if (local === undefined) {
      this.#maskOf(node, group);
      this.#note(node);
    } else this.#code.get(local + group);
  }

  /** Whether a node is computed in this function: such a one has a variable already, or is read only once. */
  #isHere(node: number): boolean {
    return this.#context.layout.functionOf[node] === this.#function;
  }

  #maskOf(node: number, group: number): void {
    const { opcode, a, b } = this.#nodes;
    const [first, second] = [a[node]!, b[node]!];
    switch (opcode[node]) {
      case Opcode.AND:
      case Opcode.OR:
        this.#mask(first, group);
        this.#mask(second, group);
        this.#code.vector(opcode[node] === Opcode.AND ? Vector.AND : Vector.OR);
        return;
      case Opcode.NOT:
        this.#mask(first, group);
        this.#code.vector(Vector.NOT);
        return;
      default:
        this.#value(first, group);
        this.#value(second, group);
        this.#code.vector(this.#float[COMPARISON[opcode[node]!]!]);
    }
  }

  /** Puts the result of an operation that is no test and no call on the stack. */
  #compute(node: number, group: number): void {
    const { opcode, a, b, c } = this.#nodes;
    const operation = opcode[node]!;
    if (operation === Opcode.SELECT) {
      this.#select(a[node]!, b[node]!, c[node]!, group);
      return;
    }
    const instruction = INSTRUCTION[operation];
    if (instruction === undefined) throw new RangeError(`not an operation: ${operation}`);
    this.#value(a[node]!, group);
    if (BINARY.has(operation)) this.#value(b[node]!, group);
    this.#code.vector(this.#float[instruction]);
  }

  #select(condition: number, yes: number, no: number, group: number): void {
    // Selecting from 0 is keeping the bits of the other where the mask has them.
    if (this.#isZero(no) || this.#isZero(yes)) {
      this.#value(this.#isZero(no) ? yes : no, group);
      this.#mask(condition, group);
      this.#code.vector(this.#isZero(no) ? Vector.AND : Vector.AND_NOT);
      return;
    }
    this.#value(yes, group);
    this.#value(no, group);
    this.#mask(condition, group);
    this.#code.vector(Vector.BITSELECT);
  }

  #isZero(node: number): boolean {
    const { opcode, a } = this.#nodes;
    return opcode[node] === Opcode.CONSTANT && Object.is(this.#context.constants[a[node]!], 0);
  }

  #constant(value: number): void {
    this.#code.vectorConstant(value, this.#context.type);
  }

  /** Puts a value from memory on the stack; it is loaded when first asked for, group after group, and kept. */
  #loaded(node: number, group: number): void {
    let arrived = this.#arrived.get(node);
    if (arrived === undefined)
      this.#arrived.set(node, (arrived = { first: this.#newLocals(node), groups: 0 }));
    const local = arrived.first + group;
    if (group < arrived.groups) {
      this.#code.get(local);
      return;
    }
    this.#load(node, group);
    this.#code.tee(local);
    this.#note(node);
    arrived.groups++;
  }

  #load(node: number, group: number): void {
    const { graph, layout, type, groups, stride } = this.#context;
    const { opcode, a, b } = this.#nodes;
    const at = (position: number): number => (position * groups + group) * VECTOR_BYTES;
    if (isOperation(graph, node)) {
      const closing = layout.closingOf[node]!;
      if (closing === -1) this.#code.get(Parameter.VALUES).vectorLoad(at(layout.valueOf[node]!));
      else this.#code.get(Parameter.CLOSING).vectorLoad(at(closing));
      return;
    }
    switch (opcode[node]) {
      case Opcode.STATE:
        this.#code.get(Parameter.OPENING).vectorLoad(at(layout.openingOf[node]!));
        return;
      case Opcode.INPUT:
        this.#code.get(Parameter.INPUTS).vectorLoad(a[node]! * stride + group * VECTOR_BYTES);
        return;
      default: {
        const local = this.#month(b[node]!);
        this.#code.get(local).vectorLoadSplat(layout.tables.indexOf(a[node]!) * type.bytes, type);
      }
    }
  }

  /** The local variable with the address of a month of tables. */
  #month(ahead: number): number {
    let local = this.#months.get(ahead);
    if (local === undefined) {
      local = this.#code.local(ValueType.I32, ahead < 0 ? `month${ahead}` : `month+${ahead}`);
      this.#code.integer(0).integerLoad(this.#context.monthAddress(ahead)).set(local);
      this.#months.set(ahead, local);
    }
    return local;
  }
}

/** Leaves have -1, so a function of stores alone needs a number of its own. */
const NO_FUNCTION = -2;

const REGION_PARAMETER: Readonly<Record<Region, number>> = {
  value: Parameter.VALUES,
  closing: Parameter.CLOSING,
  output: Parameter.OUTPUTS,
};

const COMPARISON: Readonly<Record<number, FloatInstruction>> = {
  [Opcode.LESS]: 'LT',
  [Opcode.LESS_OR_EQUAL]: 'LE',
  [Opcode.EQUAL]: 'EQ',
};

/** Operations whose result is 1 or 0. */
const TESTS: ReadonlySet<number> = new Set([
  Opcode.LESS,
  Opcode.LESS_OR_EQUAL,
  Opcode.EQUAL,
  Opcode.AND,
  Opcode.OR,
  Opcode.NOT,
]);

const INSTRUCTION: Readonly<Record<number, FloatInstruction>> = {
  [Opcode.ADD]: 'ADD',
  [Opcode.SUBTRACT]: 'SUBTRACT',
  [Opcode.MULTIPLY]: 'MULTIPLY',
  [Opcode.DIVIDE]: 'DIVIDE',
  [Opcode.NEGATE]: 'NEGATE',
  [Opcode.MIN]: 'PMIN',
  [Opcode.MAX]: 'PMAX',
  [Opcode.SQRT]: 'SQRT',
  [Opcode.FLOOR]: 'FLOOR',
  [Opcode.ABS]: 'ABS',
};

const BINARY: ReadonlySet<number> = new Set([
  Opcode.ADD,
  Opcode.SUBTRACT,
  Opcode.MULTIPLY,
  Opcode.DIVIDE,
  Opcode.MIN,
  Opcode.MAX,
]);

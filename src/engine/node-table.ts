import { ARITY, evaluate, Opcode, Phase } from './opcode.ts';

/**
 * The operations of a model in static single assignment: node `i` applies `opcode[i]` to nodes `a[i]`,
 * `b[i]`, `c[i]`, all smaller than `i` (unused operands are -1). Plain typed arrays, so that a backend in any
 * language can read them.
 */
export interface Nodes {
  readonly count: number;
  readonly opcode: Uint8Array;
  readonly phase: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  /** Values of the CONSTANT nodes. */
  readonly constants: Float64Array;
  /** The same for backends of single precision, not yet rounded to it; only tolerances differ. */
  readonly singleConstants: Float64Array;
}

const UNUSED = -1;

/**
 * Builds nodes, each distinct one once (hash-consing), and folds what is known. Every simplification gives
 * the same bits for finite values, save that it may turn -0 into 0; all backends run the simplified graph.
 */
export class NodeTable {
  #count = 0;
  #opcode = new Uint8Array(1024);
  #phase = new Uint8Array(1024);
  #a = new Int32Array(1024);
  #b = new Int32Array(1024);
  #c = new Int32Array(1024);
  #buckets = new Int32Array(4096).fill(UNUSED);
  readonly #constants: number[] = [];
  readonly #singleConstants: number[] = [];
  readonly #constantNodes = new Map<number, number>();
  #negativeZero = UNUSED;
  /** Constants that differ by precision. */
  readonly #tolerances: number[] = [];

  /** A table that has these nodes already, under the numbers they have. */
  static from(nodes: Nodes): NodeTable {
    const table = new NodeTable();
    for (let node = 0; node < nodes.count; node++) {
      const [opcode, a] = [nodes.opcode[node]!, nodes.a[node]!];
      if (opcode === Opcode.CONSTANT) table.#newConstant(nodes.constants[a]!, nodes.singleConstants[a]!);
      else table.#append(opcode, nodes.phase[node]!, a, nodes.b[node]!, nodes.c[node]!);
    }
    table.#rehash();
    return table;
  }

  constant(value: number, single = value): number {
    const known = this.#knownConstant(value, single);
    return known === UNUSED ? this.#newConstant(value, single) : known;
  }

  input(input: number): number {
    return this.#unique(Opcode.INPUT, Phase.DRAW, input, UNUSED, UNUSED);
  }

  table(table: number, ahead: number): number {
    return this.#unique(Opcode.TABLE, Phase.STEP, table, ahead, UNUSED);
  }

  /** The table's value `ahead` months after the first. */
  tableStart(table: number, ahead: number): number {
    return this.#unique(Opcode.TABLE_START, Phase.DRAW, table, ahead, UNUSED);
  }

  state(state: number): number {
    return this.#unique(Opcode.STATE, Phase.STEP, state, UNUSED, UNUSED);
  }

  phaseOf(node: number): number {
    return this.#phase[node]!;
  }

  /** The node of an operation on nodes; constants are folded with the very functions used at run time. */
  operation(opcode: number, a: number, b = UNUSED, c = UNUSED): number {
    const simpler = this.#simplify(opcode, a, b, c);
    if (simpler !== UNUSED) return simpler;
    const phase = Math.max(this.phaseOf(a), b < 0 ? 0 : this.phaseOf(b), c < 0 ? 0 : this.phaseOf(c));
    if (phase === Phase.CONSTANT) {
      return this.constant(
        evaluate(opcode, this.#value(a), this.#value(b), this.#value(c)),
        evaluate(opcode, this.#single(a), this.#single(b), this.#single(c)),
      );
    }
    // Sums and products of two are the same bits either way round, so one order serves both.
    const swap = (opcode === Opcode.ADD || opcode === Opcode.MULTIPLY) && b < a;
    return swap ? this.#unique(opcode, phase, b, a, c) : this.#unique(opcode, phase, a, b, c);
  }

  finish(): Nodes {
    const count = this.#count;
    return {
      count,
      opcode: this.#opcode.slice(0, count),
      phase: this.#phase.slice(0, count),
      a: this.#a.slice(0, count),
      b: this.#b.slice(0, count),
      c: this.#c.slice(0, count),
      constants: Float64Array.from(this.#constants),
      singleConstants: Float64Array.from(this.#singleConstants),
    };
  }

  #knownConstant(value: number, single: number): number {
    if (!Object.is(value, single)) {
      const isIt = (node: number): boolean =>
        Object.is(this.#value(node), value) && Object.is(this.#single(node), single);
      return this.#tolerances.find(isIt) ?? UNUSED;
    }
    return Object.is(value, -0) ? this.#negativeZero : (this.#constantNodes.get(value) ?? UNUSED);
  }

  #newConstant(value: number, single: number): number {
    const node = this.#append(Opcode.CONSTANT, Phase.CONSTANT, this.#constants.length, UNUSED, UNUSED);
    this.#constants.push(value);
    this.#singleConstants.push(single);
    if (!Object.is(value, single)) this.#tolerances.push(node);
    else if (Object.is(value, -0)) this.#negativeZero = node;
    else this.#constantNodes.set(value, node);
    return node;
  }

  #simplify(opcode: number, a: number, b: number, c: number): number {
    switch (opcode) {
      case Opcode.ADD:
        if (this.#isZero(a)) return b;
        return this.#isZero(b) ? a : UNUSED;
      case Opcode.SUBTRACT:
        if (a === b) return this.constant(0);
        return this.#isZero(b) ? a : UNUSED;
      case Opcode.MULTIPLY:
        if (this.#isZero(a) || this.#isZero(b)) return this.constant(0);
        if (this.#isOne(a)) return b;
        return this.#isOne(b) ? a : UNUSED;
      case Opcode.DIVIDE:
        if (this.#isZero(a) && !this.#isZero(b)) return this.constant(0);
        return this.#isOne(b) ? a : UNUSED;
      case Opcode.NEGATE:
        return this.#opcode[a] === Opcode.NEGATE ? this.#a[a]! : UNUSED;
      case Opcode.MIN:
      case Opcode.MAX:
        return a === b ? a : UNUSED;
      case Opcode.SELECT:
        if (b === c) return b;
        if (this.#isNonZero(a)) return b;
        return this.#isZero(a) ? c : UNUSED;
      case Opcode.AND:
        return this.#isZero(a) || this.#isZero(b) ? this.constant(0) : UNUSED;
      case Opcode.OR:
        return this.#isNonZero(a) || this.#isNonZero(b) ? this.constant(1) : UNUSED;
      default:
        return UNUSED;
    }
  }

  #isZero(node: number): boolean {
    return this.#isConstant(node, 0);
  }

  #isOne(node: number): boolean {
    return this.#isConstant(node, 1);
  }

  #isNonZero(node: number): boolean {
    return this.#opcode[node] === Opcode.CONSTANT && this.#value(node) !== 0 && this.#single(node) !== 0;
  }

  #isConstant(node: number, value: number): boolean {
    return (
      this.#opcode[node] === Opcode.CONSTANT && this.#value(node) === value && this.#single(node) === value
    );
  }

  #value(node: number): number {
    return node < 0 ? 0 : this.#constants[this.#a[node]!]!;
  }

  #single(node: number): number {
    return node < 0 ? 0 : this.#singleConstants[this.#a[node]!]!;
  }

  #unique(opcode: number, phase: number, a: number, b: number, c: number): number {
    const mask = this.#buckets.length - 1;
    let bucket = hash(opcode, a, b, c) & mask;
    for (;;) {
      const node = this.#buckets[bucket]!;
      if (node === UNUSED) break;
      if (
        this.#opcode[node] === opcode &&
        this.#a[node] === a &&
        this.#b[node] === b &&
        this.#c[node] === c
      ) {
        return node;
      }
      bucket = (bucket + 1) & mask;
    }
    const node = this.#append(opcode, phase, a, b, c);
    this.#buckets[bucket] = node;
    if (this.#count * 2 > this.#buckets.length) this.#rehash();
    return node;
  }

  #append(opcode: number, phase: number, a: number, b: number, c: number): number {
    if (this.#count === this.#opcode.length) this.#grow();
    const node = this.#count++;
    this.#opcode[node] = opcode;
    this.#phase[node] = phase;
    this.#a[node] = a;
    this.#b[node] = b;
    this.#c[node] = c;
    return node;
  }

  #grow(): void {
    const size = this.#opcode.length * 2;
    this.#opcode = enlarged(this.#opcode, new Uint8Array(size));
    this.#phase = enlarged(this.#phase, new Uint8Array(size));
    this.#a = enlarged(this.#a, new Int32Array(size));
    this.#b = enlarged(this.#b, new Int32Array(size));
    this.#c = enlarged(this.#c, new Int32Array(size));
  }

  #rehash(): void {
    let size = this.#buckets.length * 4;
    while (this.#count * 2 > size) size *= 2;
    this.#buckets = new Int32Array(size).fill(UNUSED);
    const mask = this.#buckets.length - 1;
    for (let node = 0; node < this.#count; node++) {
      if (this.#opcode[node] === Opcode.CONSTANT) continue;
      const { a, b, c } = this.#operands(node);
      let bucket = hash(this.#opcode[node]!, a, b, c) & mask;
      while (this.#buckets[bucket] !== UNUSED) bucket = (bucket + 1) & mask;
      this.#buckets[bucket] = node;
    }
  }

  #operands(node: number): { a: number; b: number; c: number } {
    return { a: this.#a[node]!, b: this.#b[node]!, c: this.#c[node]! };
  }
}

/** Calls back with each operand node of a node; leaves have none. */
export function forEachOperand(nodes: Nodes, node: number, visit: (operand: number) => void): void {
  const arity = ARITY[nodes.opcode[node]!]!;
  if (arity > 0) visit(nodes.a[node]!);
  if (arity > 1) visit(nodes.b[node]!);
  if (arity > 2) visit(nodes.c[node]!);
}

function enlarged<Kind extends Uint8Array | Int32Array>(from: Kind, to: Kind): Kind {
  to.set(from);
  return to;
}

function hash(opcode: number, a: number, b: number, c: number): number {
  let h = Math.imul(opcode + 1, 0x9e3779b1) ^ Math.imul(a + 2, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 3, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ Math.imul(c + 5, 0x27d4eb2f);
  return (h ^ (h >>> 16)) >>> 0;
}

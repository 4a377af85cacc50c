import { ValueType, Vector } from './code-writer.ts';
import type { CodeWriter, FloatInstruction } from './code-writer.ts';
import type { ConstantPool } from './constant-pool.ts';
import { DOUBLES, VECTOR_BYTES } from './lane-type.ts';
import type { LaneType } from './lane-type.ts';

/** Writes the code that puts a vector on the stack, for one group of lanes. */
export type Lanes = (group: number) => void;

export interface Variable {
  readonly get: Lanes;
  set(value: Lanes): void;
}

/**
 * Formulas over groups of lanes, written nearly as in TypeScript. Each value that gets a name with `let` is
 * computed for all groups in turn, so that the processor has independent work at hand while a result is awaited.
 */
export class LaneWriter {
  readonly code: CodeWriter;
  readonly groups: number;
  readonly type: LaneType;
  readonly #constants: ConstantPool;

  constructor(code: CodeWriter, groups: number, constants: ConstantPool, type = DOUBLES) {
    this.code = code;
    this.groups = groups;
    this.type = type;
    this.#constants = constants;
  }

  /** For values of another type in the same function, held in so many vectors. */
  of(type: LaneType, groups: number): LaneWriter {
    return new LaneWriter(this.code, groups, this.#constants, type);
  }

  /** Parameter number `position` of a function that takes its vectors as (first, group by group), (second, ...). */
  parameter(position: number): Lanes {
    return (group) => this.code.get(position * this.groups + group);
  }

  /** Computes a value now and keeps it. */
  let(value: Lanes): Lanes {
    const kept = this.variable();
    kept.set(value);
    return kept.get;
  }

  /** A value that changes: each group takes its new one from its own old one. */
  variable(): Variable {
    const locals = Array.from({ length: this.groups }, () => this.code.local(ValueType.V128));
    return {
      get: (group) => this.code.get(locals[group]!),
      set: (value) => {
        for (const [group, local] of locals.entries()) {
          value(group);
          this.code.set(local);
        }
      },
    };
  }

  /** Computes a value that is the same for all groups now and keeps it. */
  shared(value: Lanes): Lanes {
    const local = this.code.local(ValueType.V128);
    value(0);
    this.code.set(local);
    return () => this.code.get(local);
  }

  /** The vectors that lie one after the other from an address, in a local variable, plus `offset`. */
  load(address: number, offset = 0): Lanes {
    return (group) => this.code.get(address).vectorLoad(offset + VECTOR_BYTES * group);
  }

  /** The number at the address in a local variable plus `offset`, in all lanes. */
  loadSplat(address: number, offset: number): Lanes {
    return () => this.code.get(address).vectorLoadSplat(offset, this.type);
  }

  /** Puts the vectors of all groups one after the other, from the address in a local variable plus `offset` on. */
  store(address: number, value: Lanes, offset = 0): void {
    for (let group = 0; group < this.groups; group++) {
      this.code.get(address);
      value(group);
      this.code.vectorStore(offset + VECTOR_BYTES * group);
    }
  }

  constant(value: number): Lanes {
    return () => this.#constants.write(this.code, value, this.type);
  }

  bits(value: bigint): Lanes {
    return () => this.code.vectorBits(value);
  }

  apply(instruction: number, ...operands: readonly Lanes[]): Lanes {
    return (group) => {
      for (const operand of operands) operand(group);
      this.code.vector(instruction);
    };
  }

  /** An instruction on floats of this type. */
  float(instruction: FloatInstruction, ...operands: readonly Lanes[]): Lanes {
    return this.apply(this.type.vector[instruction], ...operands);
  }

  /** Bits of each lane moved by a fixed count. */
  shift(instruction: number, value: Lanes, by: number): Lanes {
    return (group) => {
      value(group);
      this.code.integer(by).vector(instruction);
    };
  }

  /** Sum from left to right. */
  add(first: Lanes, ...rest: readonly Lanes[]): Lanes {
    return rest.reduce((sum, next) => this.float('ADD', sum, next), first);
  }

  /** c0 + c1 x. */
  line(c0: number, c1: number, x: Lanes): Lanes {
    return this.add(this.constant(c0), this.multiply(this.constant(c1), x));
  }

  /** Not below `low`, not above `high`; NaN stays. */
  bounded(x: Lanes, low: number, high: number): Lanes {
    return this.float('PMAX', this.float('PMIN', x, this.constant(high)), this.constant(low));
  }

  subtract(a: Lanes, b: Lanes): Lanes {
    return this.float('SUBTRACT', a, b);
  }

  multiply(a: Lanes, b: Lanes): Lanes {
    return this.float('MULTIPLY', a, b);
  }

  divide(a: Lanes, b: Lanes): Lanes {
    return this.float('DIVIDE', a, b);
  }

  less(a: Lanes, b: Lanes): Lanes {
    return this.float('LT', a, b);
  }

  equal(a: Lanes, b: Lanes): Lanes {
    return this.float('EQ', a, b);
  }

  /** Lane by lane `yes` where the mask is set, else `no`. */
  select(mask: Lanes, yes: Lanes, no: Lanes): Lanes {
    return this.apply(Vector.BITSELECT, yes, no, mask);
  }

  /** Leaves a value of each group on the stack, as results of the function. */
  give(value: Lanes): void {
    for (let group = 0; group < this.groups; group++) value(group);
  }
}

import { ValueType, Vector } from './code-writer.ts';
import type { CodeWriter } from './code-writer.ts';
import type { ConstantPool } from './constant-pool.ts';

/** Writes the code that puts a vector on the stack, for one group of lanes. */
export type Lanes = (group: number) => void;

/**
 * Formulas over groups of lanes, written nearly as in TypeScript. Each value that gets a name with `let` is
 * computed for all groups in turn, so that the processor has independent work at hand while a result is awaited.
 */
export class LaneWriter {
  readonly code: CodeWriter;
  readonly groups: number;
  readonly #constants: ConstantPool;

  constructor(code: CodeWriter, groups: number, constants: ConstantPool) {
    this.code = code;
    this.groups = groups;
    this.#constants = constants;
  }

  /** Parameter number `position` of a function that takes its vectors as (first, group by group), (second, ...). */
  parameter(position: number): Lanes {
    return (group) => this.code.get(position * this.groups + group);
  }

  /** Computes a value now and keeps it. */
  let(value: Lanes): Lanes {
    const locals: number[] = [];
    for (let group = 0; group < this.groups; group++) {
      value(group);
      const local = this.code.local(ValueType.V128);
      this.code.set(local);
      locals.push(local);
    }
    return (group) => this.code.get(locals[group]!);
  }

  constant(value: number): Lanes {
    return () => this.#constants.write(this.code, value);
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

  /** Bits of each lane moved by a fixed count. */
  shift(instruction: number, value: Lanes, by: number): Lanes {
    return (group) => {
      value(group);
      this.code.integer(by).vector(instruction);
    };
  }

  /** Sum from left to right. */
  add(first: Lanes, ...rest: readonly Lanes[]): Lanes {
    return rest.reduce((sum, next) => this.apply(Vector.ADD, sum, next), first);
  }

  subtract(a: Lanes, b: Lanes): Lanes {
    return this.apply(Vector.SUBTRACT, a, b);
  }

  multiply(a: Lanes, b: Lanes): Lanes {
    return this.apply(Vector.MULTIPLY, a, b);
  }

  divide(a: Lanes, b: Lanes): Lanes {
    return this.apply(Vector.DIVIDE, a, b);
  }

  less(a: Lanes, b: Lanes): Lanes {
    return this.apply(Vector.LT, a, b);
  }

  equal(a: Lanes, b: Lanes): Lanes {
    return this.apply(Vector.EQ, a, b);
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

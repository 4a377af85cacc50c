import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeTable } from './node-table.ts';
import { ARITY, evaluate, Opcode, Phase } from './opcode.ts';

describe('NodeTable', () => {
  it('keeps each operation once, sums and products either way round', () => {
    const nodes = new NodeTable();
    const x = nodes.input(0);
    const y = nodes.input(1);
    expect(nodes.input(0)).toBe(x);
    expect(nodes.operation(Opcode.ADD, x, y)).toBe(nodes.operation(Opcode.ADD, y, x));
    expect(nodes.operation(Opcode.MULTIPLY, x, y)).toBe(nodes.operation(Opcode.MULTIPLY, y, x));
    expect(nodes.operation(Opcode.SUBTRACT, x, y)).not.toBe(nodes.operation(Opcode.SUBTRACT, y, x));
    expect(nodes.operation(Opcode.MIN, x, y)).not.toBe(nodes.operation(Opcode.MIN, y, x));
  });

  it('keeps each operation once among many', () => {
    const nodes = new NodeTable();
    const inputs = Array.from({ length: 200 }, (_, i) => nodes.input(i));
    const make = (): number[] =>
      inputs.flatMap((x) => inputs.map((y) => nodes.operation(Opcode.SUBTRACT, x, y)));
    expect(make()).toEqual(make());
    expect(nodes.finish().count).toBe(200 + 200 * 199 + 1);
  });

  it('folds constants to the bits of run time', () => {
    const value = fc.double();
    fc.assert(
      fc.property(
        fc.integer({ min: Opcode.ADD, max: Opcode.NOT }),
        value,
        value,
        value,
        (opcode, a, b, c) => {
          const nodes = new NodeTable();
          const arity = ARITY[opcode]!;
          const node = nodes.operation(
            opcode,
            nodes.constant(a),
            arity > 1 ? nodes.constant(b) : -1,
            arity > 2 ? nodes.constant(c) : -1,
          );
          const { opcode: opcodes, a: first, constants } = nodes.finish();
          expect(opcodes[node]).toBe(Opcode.CONSTANT);
          const found = constants[first[node]!]!;
          const expected = evaluate(opcode, a, b, c);
          // Simplifications assume finite operands and may turn -0 into 0.
          if ([a, b, c].every(Number.isFinite)) expect(found + 0).toBe(expected + 0);
        },
      ),
    );
  });

  it('keeps tolerances of both precisions apart, and what is computed from them', () => {
    const nodes = new NodeTable();
    const x = nodes.input(0);
    const tolerance = nodes.constant(0.25, 0.5);
    expect(nodes.constant(0.25, 0.5)).toBe(tolerance);
    expect(nodes.constant(0.25)).not.toBe(tolerance);
    expect(nodes.constant(0.5)).not.toBe(tolerance);
    const rest = nodes.operation(Opcode.SUBTRACT, nodes.constant(1), tolerance);
    const half = nodes.operation(Opcode.MULTIPLY, tolerance, nodes.constant(2));
    // Above a threshold in one precision only: not known before the precision is.
    const above = nodes.operation(Opcode.LESS, nodes.constant(0.3), tolerance);
    const chosen = nodes.operation(Opcode.SELECT, above, x, rest);
    const { opcode, a, constants, singleConstants } = nodes.finish();
    const both = (node: number): number[] => [constants[a[node]!]!, singleConstants[a[node]!]!];
    expect(both(rest)).toEqual([0.75, 0.5]);
    expect(both(half)).toEqual([0.5, 1]);
    expect(both(above)).toEqual([0, 1]);
    expect(opcode[chosen]).toBe(Opcode.SELECT);
    // One in single precision alone changes nothing there, but a double.
    expect(nodes.operation(Opcode.MULTIPLY, x, half)).not.toBe(x);
  });

  it('tells zero from minus zero', () => {
    const nodes = new NodeTable();
    expect(nodes.constant(0)).not.toBe(nodes.constant(-0));
    expect(nodes.constant(-0)).toBe(nodes.constant(-0));
    expect(nodes.constant(Number.NaN)).toBe(nodes.constant(Number.NaN));
  });

  it('leaves out what changes nothing', () => {
    const nodes = new NodeTable();
    const x = nodes.input(0);
    const y = nodes.input(1);
    const zero = nodes.constant(0);
    const one = nodes.constant(1);
    expect(nodes.operation(Opcode.ADD, x, zero)).toBe(x);
    expect(nodes.operation(Opcode.ADD, zero, x)).toBe(x);
    expect(nodes.operation(Opcode.SUBTRACT, x, zero)).toBe(x);
    expect(nodes.operation(Opcode.SUBTRACT, x, x)).toBe(zero);
    expect(nodes.operation(Opcode.MULTIPLY, one, x)).toBe(x);
    expect(nodes.operation(Opcode.MULTIPLY, x, zero)).toBe(zero);
    expect(nodes.operation(Opcode.DIVIDE, x, one)).toBe(x);
    expect(nodes.operation(Opcode.DIVIDE, zero, x)).toBe(zero);
    expect(nodes.operation(Opcode.NEGATE, nodes.operation(Opcode.NEGATE, x))).toBe(x);
    expect(nodes.operation(Opcode.MIN, x, x)).toBe(x);
    expect(nodes.operation(Opcode.SELECT, one, x, y)).toBe(x);
    expect(nodes.operation(Opcode.SELECT, zero, x, y)).toBe(y);
    expect(nodes.operation(Opcode.SELECT, x, y, y)).toBe(y);
    expect(nodes.operation(Opcode.AND, x, zero)).toBe(zero);
    expect(nodes.operation(Opcode.OR, x, one)).toBe(one);
  });

  it('knows when a value is known', () => {
    const nodes = new NodeTable();
    const x = nodes.input(0);
    const t = nodes.table(0, 0);
    expect(nodes.phaseOf(nodes.operation(Opcode.EXP, x))).toBe(Phase.DRAW);
    expect(nodes.phaseOf(nodes.operation(Opcode.ADD, x, t))).toBe(Phase.STEP);
    expect(nodes.phaseOf(nodes.operation(Opcode.ADD, x, nodes.tableStart(0, 0)))).toBe(Phase.DRAW);
    expect(nodes.phaseOf(nodes.state(0))).toBe(Phase.STEP);
    expect(nodes.phaseOf(nodes.constant(1))).toBe(Phase.CONSTANT);
  });
});

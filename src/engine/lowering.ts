import type { Problem } from '../problem/problem.ts';
import type { Expr, Reference } from './expression.ts';
import type { NodeTable } from './node-table.ts';
import { Opcode } from './opcode.ts';

/** In `initial` mode stocks stand for their initial equations and tables for their first months. */
export type Mode = 'step' | 'initial';

/** How references are resolved, by whoever owns the families. */
export interface Definitions {
  /** Whether the reference points into a family of this model. */
  owns(reference: Reference): boolean;
  /** The equation behind a variable, a closing value or (initial mode) a stock; undefined when it is missing. */
  equationOf(reference: Reference, initial: boolean): Expr | undefined;
  /** Position among all scalars of the same kind. */
  indexOf(reference: Reference): number;
}

const BINARY: Partial<Record<Expr['operation'], number>> = {
  plus: Opcode.ADD,
  minus: Opcode.SUBTRACT,
  times: Opcode.MULTIPLY,
  over: Opcode.DIVIDE,
  min: Opcode.MIN,
  max: Opcode.MAX,
  pow: Opcode.POW,
  less: Opcode.LESS,
  lessOrEqual: Opcode.LESS_OR_EQUAL,
  equal: Opcode.EQUAL,
  and: Opcode.AND,
  or: Opcode.OR,
};

const UNARY: Partial<Record<Expr['operation'], number>> = {
  negate: Opcode.NEGATE,
  exp: Opcode.EXP,
  log: Opcode.LOG,
  sqrt: Opcode.SQRT,
  floor: Opcode.FLOOR,
  abs: Opcode.ABS,
  not: Opcode.NOT,
};

const IN_PROGRESS = -1;

/**
 * Turns expressions into nodes, following references into the equations behind them. Works with a stack of
 * its own, since chains of equations may be longer than the call stack. Problems (faults of expressions,
 * cycles) are reported and replaced by zero, so that all of them are found.
 */
export class Lowering {
  readonly #nodes: NodeTable;
  readonly #definitions: Definitions;
  readonly #report: (problem: Problem, expr: Expr, path: readonly Expr[]) => void;
  readonly #stepMemory = new Map<Expr, number>();
  readonly #initialMemory = new Map<Expr, number>();

  constructor(
    nodes: NodeTable,
    definitions: Definitions,
    report: (problem: Problem, expr: Expr, path: readonly Expr[]) => void,
  ) {
    this.#nodes = nodes;
    this.#definitions = definitions;
    this.#report = report;
  }

  lower(root: Expr, mode: Mode): number {
    const memory = this.#memoryOf(mode);
    const path: Expr[] = [root];
    const visited: number[] = [0];
    const lowered = memory.get(root);
    if (lowered !== undefined) return lowered;
    memory.set(root, IN_PROGRESS);
    while (path.length > 0) {
      const top = path.length - 1;
      const expr = path[top]!;
      const child = this.#child(expr, visited[top]!, mode);
      if (child === undefined) {
        memory.set(expr, this.#node(expr, mode, path));
        if (expr.fault !== undefined) this.#report(expr.fault, expr, path);
        path.pop();
        visited.pop();
        continue;
      }
      visited[top] = visited[top]! + 1;
      const known = memory.get(child);
      if (known === undefined) {
        memory.set(child, IN_PROGRESS);
        path.push(child);
        visited.push(0);
      } else if (known === IN_PROGRESS) {
        this.#report(cycle(path.slice(path.indexOf(child))), expr, path);
      }
    }
    return this.#known(root, mode);
  }

  #memoryOf(mode: Mode): Map<Expr, number> {
    return mode === 'step' ? this.#stepMemory : this.#initialMemory;
  }

  #child(expr: Expr, position: number, mode: Mode): Expr | undefined {
    if (expr.reference === undefined) return expr.args[position];
    return position === 0 ? this.#definition(expr.reference, mode) : undefined;
  }

  #definition(reference: Reference, mode: Mode): Expr | undefined {
    const { kind } = reference;
    if (kind === 'input' || kind === 'table' || !this.#definitions.owns(reference)) return undefined;
    if (kind === 'stock' && mode === 'step') return undefined;
    return this.#definitions.equationOf(reference, kind === 'stock');
  }

  #known(expr: Expr | undefined, mode: Mode): number {
    const node = expr === undefined ? undefined : this.#memoryOf(mode).get(expr);
    return node === undefined || node === IN_PROGRESS ? this.#nodes.constant(0) : node;
  }

  #node(expr: Expr, mode: Mode, path: readonly Expr[]): number {
    const nodes = this.#nodes;
    const arg = (position: number): number => this.#known(expr.args[position], mode);
    const binary = BINARY[expr.operation];
    if (binary !== undefined) return nodes.operation(binary, arg(0), arg(1));
    const unary = UNARY[expr.operation];
    if (unary !== undefined) return nodes.operation(unary, arg(0));
    switch (expr.operation) {
      case 'constant':
        return nodes.constant(expr.value, expr.single);
      case 'reference':
        return this.#referenced(expr, mode, path);
      case 'sum': {
        let total = arg(0);
        for (let position = 1; position < expr.args.length; position++) {
          total = nodes.operation(Opcode.ADD, total, arg(position));
        }
        return total;
      }
      case 'clamp':
        return nodes.operation(Opcode.MIN, nodes.operation(Opcode.MAX, arg(0), arg(1)), arg(2));
      case 'ratio': {
        const positive = nodes.operation(Opcode.LESS, nodes.constant(0), arg(1));
        return nodes.operation(
          Opcode.SELECT,
          positive,
          nodes.operation(Opcode.DIVIDE, arg(0), arg(1)),
          arg(2),
        );
      }
      case 'select':
        return nodes.operation(Opcode.SELECT, arg(0), arg(1), arg(2));
      case 'greater':
        return nodes.operation(Opcode.LESS, arg(1), arg(0));
      case 'greaterOrEqual':
        return nodes.operation(Opcode.LESS_OR_EQUAL, arg(1), arg(0));
      case 'convert':
        return nodes.operation(Opcode.MULTIPLY, arg(0), nodes.constant(expr.value));
      case 'dimensionless':
      case 'call':
        return arg(0);
      default:
        throw new RangeError(`not an operation: ${expr.operation}`);
    }
  }

  #referenced(expr: Expr, mode: Mode, path: readonly Expr[]): number {
    const reference = expr.reference!;
    if (!this.#definitions.owns(reference)) {
      const name = reference.family.scalarName(reference.position);
      this.#report(
        { code: 'foreign-reference', params: { name, expected: 'a family of this model' } },
        expr,
        path.slice(0, -1),
      );
      return this.#nodes.constant(0);
    }
    const index = this.#definitions.indexOf(reference);
    switch (reference.kind) {
      case 'input':
        return this.#nodes.input(index);
      case 'table':
        return mode === 'step'
          ? this.#nodes.table(index, reference.ahead)
          : this.#nodes.tableStart(index, reference.ahead);
      case 'stock':
        if (mode === 'step') return this.#nodes.state(index);
        break;
      default:
        break;
    }
    return this.#known(this.#definition(reference, mode), mode);
  }
}

function cycle(path: readonly Expr[]): Problem {
  const names = path.flatMap(({ reference }) =>
    reference ? [reference.family.scalarName(reference.position)] : [],
  );
  return { code: 'cycle', params: { path: [...names, names[0] ?? ''].join(' -> ') } };
}

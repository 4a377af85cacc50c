import { exp, log, pow } from './elementary.ts';
import type { Expr } from './expression.ts';

/**
 * One equation, ready to be computed for any values of what it refers to. The values are those of the lowered graph,
 * up to the last digits where the graph folds constants in another order.
 */
export class ExpressionValues {
  /** Every part of the equation, arguments before what uses them; the equation itself is last. */
  readonly #order: readonly Expr[];
  readonly #args: readonly (readonly number[])[];
  readonly #positions = new Map<Expr, number>();
  readonly #values: Float64Array;

  constructor(root: Expr) {
    this.#order = postOrder(root);
    for (const [position, expr] of this.#order.entries()) this.#positions.set(expr, position);
    this.#args = this.#order.map((expr) => expr.args.map((arg) => this.#positions.get(arg) ?? 0));
    this.#values = new Float64Array(this.#order.length);
  }

  /** Every reference in the equation, once each. */
  get references(): readonly Expr[] {
    return this.#order.filter((expr) => expr.operation === 'reference');
  }

  /** Computes the equation; parts can then be asked for with `of`. */
  compute(valueOf: (reference: Expr) => number): number {
    const values = this.#values;
    for (let position = 0; position < this.#order.length; position++) {
      const expr = this.#order[position]!;
      values[position] =
        expr.operation === 'reference' ? valueOf(expr) : valueFrom(expr, this.#args[position]!, values);
    }
    return values[values.length - 1] ?? 0;
  }

  /** Value of a part of the equation in the last computation. */
  of(expr: Expr): number {
    return this.#values[this.#positions.get(expr) ?? 0] ?? 0;
  }
}

function postOrder(root: Expr): Expr[] {
  const order: Expr[] = [];
  const seen = new Set<Expr>([root]);
  const path: { readonly expr: Expr; next: number }[] = [{ expr: root, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const arg = top.expr.args[top.next];
    top.next += 1;
    if (arg === undefined) {
      order.push(top.expr);
      path.pop();
    } else if (!seen.has(arg)) {
      seen.add(arg);
      path.push({ expr: arg, next: 0 });
    }
  }
  return order;
}

function valueFrom(expr: Expr, args: readonly number[], values: Float64Array): number {
  const a = values[args[0] ?? 0] ?? 0;
  const b = values[args[1] ?? 0] ?? 0;
  const c = values[args[2] ?? 0] ?? 0;
  switch (expr.operation) {
    case 'sum': {
      let total = a;
      for (let position = 1; position < args.length; position++) total += values[args[position]!] ?? 0;
      return total;
    }
    case 'plus':
      return a + b;
    case 'minus':
      return a - b;
    case 'times':
      return a * b;
    case 'over':
      return a / b;
    case 'negate':
      return -a;
    case 'min':
      return smaller(a, b);
    case 'max':
      return larger(a, b);
    case 'clamp':
      return smaller(larger(a, b), c);
    case 'ratio':
      return b > 0 ? a / b : c;
    case 'select':
      return a !== 0 ? b : c;
    case 'constant':
      return expr.value;
    case 'convert':
      return a * expr.value;
    case 'dimensionless':
    case 'call':
      return a;
    default:
      return functionValue(expr, a, b);
  }
}

function functionValue({ operation }: Expr, a: number, b: number): number {
  switch (operation) {
    case 'exp':
      return exp(a);
    case 'log':
      return log(a);
    case 'pow':
      return pow(a, b);
    case 'sqrt':
      return Math.sqrt(a);
    case 'floor':
      return Math.floor(a);
    case 'abs':
      return Math.abs(a);
    case 'less':
      return Number(a < b);
    case 'lessOrEqual':
      return Number(a <= b);
    case 'greater':
      return Number(a > b);
    case 'greaterOrEqual':
      return Number(a >= b);
    case 'equal':
      return Number(a === b);
    case 'and':
      return Number(a !== 0 && b !== 0);
    case 'or':
      return Number(a !== 0 || b !== 0);
    case 'not':
      return Number(a === 0);
    default:
      throw new RangeError(`not an operation: ${operation}`);
  }
}

function smaller(a: number, b: number): number {
  return b < a ? b : a;
}

function larger(a: number, b: number): number {
  return a < b ? b : a;
}

import { constantOf, Expr } from './expression.ts';
import type { ExpressionValues } from './expression-value.ts';

/**
 * The equation as it works at some values: terms that are zero, factors that are one, branches not taken and bounds not
 * reached are left out, so that what is left has the same value and can be read. `values` must have been computed.
 * An equation whose value is zero is followed to the factor, numerator or term that makes it so.
 */
export function reduceExpression(root: Expr, values: ExpressionValues): Expr {
  const reduction = new Reduction(values);
  return values.of(root) === 0 ? reduction.reduceZero(root) : reduction.reduce(root);
}

class Reduction {
  readonly #values: ExpressionValues;
  readonly #reduced = new Map<Expr, Expr>();

  constructor(values: ExpressionValues) {
    this.#values = values;
  }

  reduce(expr: Expr): Expr {
    const known = this.#reduced.get(expr);
    if (known !== undefined) return known;
    const reduced = this.#reduce(expr);
    this.#reduced.set(expr, reduced);
    return reduced;
  }

  /** What makes an expression zero. */
  reduceZero(expr: Expr): Expr {
    const { operation, args } = expr;
    switch (operation) {
      case 'times':
      case 'over':
      case 'ratio':
      case 'negate':
      case 'convert':
      case 'dimensionless': {
        if (operation === 'ratio' && !(this.#value(expr, 1) > 0)) return expr;
        const zero = args.find((arg) => this.#values.of(arg) === 0);
        return zero === undefined ? expr : this.reduceZero(zero);
      }
      case 'select':
        return this.reduceZero(args[this.#value(expr, 0) === 0 ? 2 : 1]!);
      case 'sum':
      case 'plus':
      case 'minus':
      case 'min':
      case 'max':
      case 'clamp':
        return rebuilt(
          expr,
          args.map((arg) => (this.#values.of(arg) === 0 ? this.reduceZero(arg) : this.reduce(arg))),
        );
      default:
        return expr;
    }
  }

  #reduce(expr: Expr): Expr {
    const value = this.#values.of(expr);
    switch (expr.operation) {
      case 'constant':
      case 'reference':
        return expr;
      case 'sum':
      case 'plus':
        return this.#sum(expr);
      case 'minus':
        return this.#difference(expr);
      case 'times':
        return this.#product(expr);
      case 'over':
        return this.#quotient(expr, 0, 1);
      case 'ratio':
        return this.#value(expr, 1) > 0 ? this.#quotient(expr, 0, 1) : this.#arg(expr, 2);
      case 'select':
        return this.#arg(expr, this.#value(expr, 0) === 0 ? 2 : 1);
      case 'min':
      case 'max':
        return this.#bounded(expr);
      case 'clamp':
        return this.#clamped(expr);
      case 'less':
      case 'lessOrEqual':
      case 'greater':
      case 'greaterOrEqual':
      case 'equal':
      case 'and':
      case 'or':
      case 'not':
        return constantOf(value, expr.unit);
      case 'call':
        return rebuilt(expr, [expr.args[0]!, ...expr.args.slice(1).map((arg) => this.reduce(arg))]);
      default:
        return rebuilt(
          expr,
          expr.args.map((arg) => this.reduce(arg)),
        );
    }
  }

  #value(expr: Expr, position: number): number {
    const arg = expr.args[position];
    return arg === undefined ? 0 : this.#values.of(arg);
  }

  #arg(expr: Expr, position: number): Expr {
    return this.reduce(expr.args[position]!);
  }

  #sum(expr: Expr): Expr {
    const terms = expr.args.filter((arg) => this.#values.of(arg) !== 0).map((arg) => this.reduce(arg));
    const [first] = terms;
    if (first === undefined) return constantOf(0, expr.unit);
    return terms.length === 1 ? first : new Expr({ operation: 'sum', args: terms, unit: expr.unit });
  }

  #difference(expr: Expr): Expr {
    if (this.#value(expr, 1) === 0) return this.#arg(expr, 0);
    if (this.#value(expr, 0) !== 0) return rebuilt(expr, [this.#arg(expr, 0), this.#arg(expr, 1)]);
    return new Expr({ operation: 'negate', args: [this.#arg(expr, 1)], unit: expr.unit });
  }

  #product(expr: Expr): Expr {
    if (this.#values.of(expr) === 0) return constantOf(0, expr.unit);
    const factors = expr.args.filter((arg) => this.#values.of(arg) !== 1);
    const [first, second] = factors;
    if (first === undefined) return this.#arg(expr, 0);
    return second === undefined
      ? this.reduce(first)
      : rebuilt(expr, [this.reduce(first), this.reduce(second)]);
  }

  #quotient(expr: Expr, above: number, below: number): Expr {
    if (this.#value(expr, above) === 0) return constantOf(0, expr.unit);
    if (this.#value(expr, below) === 1) return this.#arg(expr, above);
    const args = [this.#arg(expr, above), this.#arg(expr, below)];
    return new Expr({ operation: 'over', args, unit: expr.unit });
  }

  /** A fixed bound that is not reached says nothing; a bound that moves is part of the story. */
  #bounded(expr: Expr): Expr {
    const [a, b] = expr.args;
    if (a === undefined || b === undefined) return expr;
    const value = this.#values.of(expr);
    for (const [bound, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (isFixed(bound) && this.#values.of(other) === value) return this.reduce(other);
    }
    return rebuilt(expr, [this.reduce(a), this.reduce(b)]);
  }

  #clamped(expr: Expr): Expr {
    const value = this.#values.of(expr);
    if (this.#value(expr, 0) === value) return this.#arg(expr, 0);
    return this.#arg(expr, this.#value(expr, 2) === value ? 2 : 1);
  }
}

function isFixed(expr: Expr): boolean {
  return expr.operation === 'constant';
}

function rebuilt(expr: Expr, args: readonly Expr[]): Expr {
  const { operation, unit, value, single, label } = expr;
  return new Expr({ operation, args, unit, value, single, label });
}

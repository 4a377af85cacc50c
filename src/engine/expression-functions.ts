import type { Problem } from '../problem/problem.ts';
import { align, aligned, asExpr, constantOf, Expr, unitMismatch } from './expression.ts';
import type { Operand, Operation } from './expression.ts';
import {
  conversionFactor,
  DIMENSIONLESS,
  divideUnits,
  parseUnit,
  raiseUnit,
  unitsComparable,
  unitsEqual,
} from './units.ts';
import type { Unit } from './units.ts';

/** A number in a unit (dimensionless by default); must be finite. */
export function constant(value: number, unit: string | Unit = DIMENSIONLESS): Expr {
  return constantOf(value, asUnit(unit));
}

/**
 * A number that depends on the precision a backend computes in: for tolerances, which follow the rounding of sums and
 * differences (2^-53 of a double, 2^-24 of a single), and for what keeps quotients in range.
 */
export function byPrecision(
  { double, single }: { readonly double: number; readonly single: number },
  unit: string | Unit = DIMENSIONLESS,
): Expr {
  return constantOf(double, asUnit(unit), single);
}

/** Sum from left to right, all in one unit. An empty list is zero and needs the unit. */
export function sum(list: readonly Operand[], unit?: string | Unit): Expr {
  if (list.length === 0) {
    if (unit !== undefined) return constant(0, unit);
    return withFault(constant(0), {
      code: 'empty-sum',
      params: { expected: 'a unit for a sum without terms' },
    });
  }
  const total = aligned('sum', list);
  if (unit === undefined || total.fault !== undefined) return total;
  const expected = asUnit(unit);
  return unitsEqual(expected, total.unit)
    ? total
    : withFault(total, unitMismatch('sum', expected, total.unit));
}

/** The smaller: `b < a ? b : a` in every backend (WebAssembly `pmin`). */
export function min(a: Operand, b: Operand): Expr {
  return aligned('min', [a, b]);
}

/** The larger: `a < b ? b : a` in every backend (WebAssembly `pmax`). */
export function max(a: Operand, b: Operand): Expr {
  return aligned('max', [a, b]);
}

/** `min(max(x, low), high)`: where the bounds cross, `high` wins. */
export function clamp(x: Operand, low: Operand, high: Operand): Expr {
  return aligned('clamp', [x, low, high]);
}

/** `a / b` where `b` is positive, else `ifZero`, which is in the unit of the quotient. Never divides by zero. */
export function ratio(a: Operand, b: Operand, ifZero: Operand): Expr {
  const numerator = asExpr(a);
  const divisor = asExpr(b);
  const unit = divideUnits(numerator.unit, divisor.unit);
  const fallback = asExpr(ifZero, unit);
  const fault = unitsEqual(unit, fallback.unit) ? undefined : unitMismatch('ratio', unit, fallback.unit);
  return new Expr({ operation: 'ratio', args: [numerator, divisor, fallback], unit, fault });
}

/** e to a dimensionless power. */
export function exp(x: Operand): Expr {
  return pure('exp', [x]);
}

/** Natural logarithm of a dimensionless number. */
export function log(x: Operand): Expr {
  return pure('log', [x]);
}

/** Power. The exponent is dimensionless; so is the base, unless the exponent is a plain number. */
export function pow(base: Operand, exponent: Operand): Expr {
  if (typeof exponent === 'number') {
    const x = asExpr(base);
    return new Expr({ operation: 'pow', args: [x, asExpr(exponent)], unit: raiseUnit(x.unit, exponent) });
  }
  return pure('pow', [base, exponent]);
}

/** Square root; halves the exponents of the unit. */
export function sqrt(x: Operand): Expr {
  const arg = asExpr(x);
  return new Expr({ operation: 'sqrt', args: [arg], unit: raiseUnit(arg.unit, 0.5) });
}

/** The largest whole number (in the argument's unit) not above the argument. */
export function floor(x: Operand): Expr {
  return aligned('floor', [x]);
}

export function abs(x: Operand): Expr {
  return aligned('abs', [x]);
}

/** `a` where the condition is not zero, else `b`. Both are always evaluated. */
export function select(condition: Operand, a: Operand, b: Operand): Expr {
  const test = pureAlignment('select', [condition]);
  const { args, unit, fault } = align('select', [a, b]);
  return new Expr({ operation: 'select', args: [...test.args, ...args], unit, fault: test.fault ?? fault });
}

/** 1 where `a < b`, else 0. Both in one unit. */
export function less(a: Operand, b: Operand): Expr {
  return aligned('less', [a, b], DIMENSIONLESS);
}

/** 1 where `a <= b`, else 0. Both in one unit. */
export function lessOrEqual(a: Operand, b: Operand): Expr {
  return aligned('lessOrEqual', [a, b], DIMENSIONLESS);
}

/** 1 where `a > b`, else 0. Both in one unit. */
export function greater(a: Operand, b: Operand): Expr {
  return aligned('greater', [a, b], DIMENSIONLESS);
}

/** 1 where `a >= b`, else 0. Both in one unit. */
export function greaterOrEqual(a: Operand, b: Operand): Expr {
  return aligned('greaterOrEqual', [a, b], DIMENSIONLESS);
}

/** 1 where the two numbers are the same, else 0. Both in one unit. */
export function equal(a: Operand, b: Operand): Expr {
  return aligned('equal', [a, b], DIMENSIONLESS);
}

/** 1 where both are not zero, else 0. */
export function and(a: Operand, b: Operand): Expr {
  return pure('and', [a, b]);
}

/** 1 where one or both are not zero, else 0. */
export function or(a: Operand, b: Operand): Expr {
  return pure('or', [a, b]);
}

/** 1 where the argument is zero, else 0. */
export function not(a: Operand): Expr {
  return pure('not', [a]);
}

/** The same quantity on another scale of the same kind: months in weeks, kW in GW. */
export function convert(x: Expr, unit: string | Unit): Expr {
  const target = asUnit(unit);
  const fault = unitsComparable(x.unit, target) ? undefined : unitMismatch('convert', x.unit, target);
  const value = fault ? 1 : conversionFactor(x.unit, target);
  return new Expr({ operation: 'convert', args: [x], unit: target, value, fault });
}

/** The bare number of a quantity that must be in `unit`: for exponents, logarithms and floors. */
export function dimensionless(x: Expr, unit: string | Unit): Expr {
  const expected = asUnit(unit);
  const fault = unitsEqual(x.unit, expected) ? undefined : unitMismatch('dimensionless', expected, x.unit);
  return new Expr({ operation: 'dimensionless', args: [x], unit: DIMENSIONLESS, value: 1, fault });
}

/**
 * `exp(x) − 1` with all its digits, where those of `exp` are lost in the one: a factor a little off, month after month,
 * would add up, in single precision to what can be seen. W. Kahan's way (N. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2002, section 1.14.1): errors of u = exp(x) cancel in (u − 1) / ln u.
 */
export function expm1(x: Expr): Expr {
  const u = exp(x);
  const small = select(equal(u, 1), x, u.minus(1).times(x.over(log(u))));
  return called('expm1', [x], select(less(abs(x), 1), small, u.minus(1)));
}

/**
 * `exp` of a small dimensionless number, by five terms of its series: a tenth of the operations. Off by less than 3e-9
 * of the result up to 0.05 either way, by 1e-7 up to 0.1, by 4e-4 at half.
 */
export function expOfSmall(x: Operand): Expr {
  const power = asExpr(x);
  const series = [1 / 6, 1 / 2, 1, 1].reduce<Expr>(
    (rest, coefficient) => rest.times(power).plus(coefficient),
    constant(1 / 24),
  );
  return called('exp', [power], series);
}

/**
 * The value of `value`, written as `name(args…)` in explanations. For results of long procedures (an
 * allocation, an interpolation), whose own operations nobody wants to read: `explain` follows `args` only.
 */
export function called(name: string, args: readonly Expr[], value: Expr): Expr {
  return new Expr({ operation: 'call', args: [value, ...args], unit: value.unit, label: name });
}

/** The expression with a problem attached, to be reported by `build()`. */
export function withFault(expr: Expr, fault: Problem): Expr {
  const { operation, args, unit, value, single, label, reference } = expr;
  return new Expr({
    operation,
    args,
    unit,
    value,
    single,
    label,
    fault,
    ...(reference ? { reference } : {}),
  });
}

function pure(operation: Operation, operands: readonly Operand[]): Expr {
  const { args, fault } = pureAlignment(operation, operands);
  return new Expr({ operation, args, unit: DIMENSIONLESS, fault });
}

function pureAlignment(
  operation: string,
  operands: readonly Operand[],
): { args: Expr[]; fault: Problem | undefined } {
  let fault: Problem | undefined;
  const args = operands.map((operand) => {
    const arg = asExpr(operand);
    if (!unitsEqual(arg.unit, DIMENSIONLESS)) fault ??= unitMismatch(operation, DIMENSIONLESS, arg.unit);
    return arg;
  });
  return { args, fault };
}

function asUnit(unit: string | Unit): Unit {
  return typeof unit === 'string' ? parseUnit(unit) : unit;
}

import type { Problem } from '../problem/problem.ts';
import { DIMENSIONLESS, divideUnits, multiplyUnits, unitsEqual } from './units.ts';
import type { Unit } from './units.ts';

/** What an expression does with its arguments; `call` only gives its value another way of being written. */
export type Operation =
  | 'constant'
  | 'reference'
  | 'negate'
  | 'plus'
  | 'minus'
  | 'times'
  | 'over'
  | 'sum'
  | 'min'
  | 'max'
  | 'clamp'
  | 'ratio'
  | 'exp'
  | 'log'
  | 'pow'
  | 'sqrt'
  | 'floor'
  | 'abs'
  | 'select'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'equal'
  | 'and'
  | 'or'
  | 'not'
  | 'convert'
  | 'dimensionless'
  | 'call';

export type ReferenceKind = 'input' | 'table' | 'variable' | 'stock' | 'closing';

/** What a reference needs to know of the family it points into. */
export interface ReferencedFamily {
  readonly owner: object;
  readonly name: string;
  readonly unit: Unit;
  scalarName(position: number): string;
}

/** One named scalar: a member of a family, at a moment. `ahead` (months) only for tables. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly family: ReferencedFamily;
  readonly position: number;
  readonly ahead: number;
}

/** Anything an equation may be built from. A plain number is dimensionless; a literal 0 fits any unit. */
export type Operand = Expr | number;

export interface ExprParts {
  readonly operation: Operation;
  readonly args: readonly Expr[];
  readonly unit: Unit;
  readonly value?: number;
  readonly single?: number;
  readonly label?: string;
  readonly reference?: Reference;
  readonly fault?: Problem | undefined;
}

/**
 * An immutable scalar expression with a unit. Build them with the methods here, the functions of
 * `expression-functions.ts`, and the `.at()` of families. A mistake (units that do not fit, an unknown
 * member) does not throw: it stays on the expression as `fault`, and `ModelBuilder.build()` reports all of
 * them at once, each with the equation it was found in.
 */
export class Expr {
  readonly operation: Operation;
  readonly args: readonly Expr[];
  readonly unit: Unit;
  /** The number of a constant, the factor of a conversion; 0 otherwise. */
  readonly value: number;
  /** The number of a constant in single precision; `value` unless it is a tolerance. */
  readonly single: number;
  /** How a call is written; empty otherwise. */
  readonly label: string;
  readonly reference: Reference | undefined;
  readonly fault: Problem | undefined;

  constructor(parts: ExprParts) {
    this.operation = parts.operation;
    this.args = parts.args;
    this.unit = parts.unit;
    this.value = parts.value ?? 0;
    this.single = parts.single ?? this.value;
    this.label = parts.label ?? '';
    this.reference = parts.reference;
    this.fault = parts.fault;
  }

  /** Sum; both in the same unit. */
  plus(other: Operand): Expr {
    return aligned('plus', [this, other]);
  }

  /** Difference; both in the same unit. */
  minus(other: Operand): Expr {
    return aligned('minus', [this, other]);
  }

  /** Product; the units multiply. */
  times(other: Operand): Expr {
    const factor = asExpr(other);
    return new Expr({
      operation: 'times',
      args: [this, factor],
      unit: multiplyUnits(this.unit, factor.unit),
    });
  }

  /** Quotient; the units divide. Where the divisor can be zero use `ratio`. */
  over(other: Operand): Expr {
    const divisor = asExpr(other);
    return new Expr({ operation: 'over', args: [this, divisor], unit: divideUnits(this.unit, divisor.unit) });
  }

  negate(): Expr {
    return new Expr({ operation: 'negate', args: [this], unit: this.unit });
  }
}

/** A number in a unit, in single precision perhaps another. Must be finite. */
export function constantOf(value: number, unit: Unit, single = value): Expr {
  const found = [value, single].find((number) => !Number.isFinite(number));
  if (found === undefined) return new Expr({ operation: 'constant', args: [], unit, value, single });
  const fault = { code: 'not-finite', params: { found: String(found), expected: 'a finite number' } };
  return new Expr({ operation: 'constant', args: [], unit, value: 0, fault });
}

/** The operand as an expression: a plain number is dimensionless. */
export function asExpr(operand: Operand, unit: Unit = DIMENSIONLESS): Expr {
  return typeof operand === 'number' ? constantOf(operand, operand === 0 ? unit : DIMENSIONLESS) : operand;
}

export interface Alignment {
  readonly args: Expr[];
  readonly unit: Unit;
  readonly fault: Problem | undefined;
}

/**
 * Brings operands to one unit, that of the first that is not a plain number. Literal zeros take it; any
 * other unit is a fault of `operation`, and the result carries on in the expected unit.
 */
export function align(operation: string, operands: readonly Operand[]): Alignment {
  let unit = DIMENSIONLESS;
  for (const operand of operands) {
    if (typeof operand !== 'number') {
      unit = operand.unit;
      break;
    }
  }
  let fault: Problem | undefined;
  const args = operands.map((operand) => {
    const arg = asExpr(operand, unit);
    if (arg.unit !== unit && !unitsEqual(arg.unit, unit)) fault ??= unitMismatch(operation, unit, arg.unit);
    return arg;
  });
  return { args, unit, fault };
}

/** An operation whose operands share one unit, which is also that of the result unless `unit` says otherwise. */
export function aligned(operation: Operation, operands: readonly Operand[], unit?: Unit): Expr {
  const alignment = align(operation, operands);
  return new Expr({ operation, args: alignment.args, unit: unit ?? alignment.unit, fault: alignment.fault });
}

export function unitMismatch(operation: string, expected: Unit, found: Unit): Problem {
  return { code: 'unit-mismatch', params: { operation, expected: expected.text, found: found.text } };
}

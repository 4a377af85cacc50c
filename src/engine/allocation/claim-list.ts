import { ProblemError } from '../../problem/problem.ts';
import type { Expr, Operand } from '../expression.ts';
import { asExpr } from '../expression.ts';
import { called } from '../expression-functions.ts';

/** Throws `ProblemError` (`allocation-lengths`) unless every list has one entry for each claimant, and at least one. */
export function requireOneEach(rule: string, lists: Readonly<Record<string, readonly unknown[]>>): void {
  const [first] = Object.values(lists);
  const expected = first?.length ?? 0;
  const problems = Object.entries(lists)
    .filter(([, list]) => list.length !== expected || list.length === 0)
    .map(([name, list]) => ({
      code: 'allocation-lengths',
      params: { rule, name, expected: Math.max(expected, 1), found: list.length },
    }));
  if (problems.length > 0) throw new ProblemError(problems);
}

/** Operands as expressions; plain numbers are dimensionless. */
export function expressions(operands: readonly Operand[]): Expr[] {
  return operands.map((operand) => asExpr(operand));
}

/** The entry at a position that is known to exist. */
export function entry<T>(list: readonly T[], position: number): T {
  const value = list[position];
  if (value === undefined) throw new RangeError(`no entry ${position} in a list of ${list.length}`);
  return value;
}

/** Results written in explanations as the rule's name over what each claimant brought. */
export function named(
  rule: string,
  results: readonly Expr[],
  argumentsOf: (position: number) => readonly Expr[],
): Expr[] {
  return results.map((result, position) => called(rule, argumentsOf(position), result));
}

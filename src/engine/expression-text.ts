import type { Expr, Operation } from './expression.ts';
import { DIMENSIONLESS } from './units.ts';

/** A piece of a written equation: plain text, or a named scalar (by its expression) to put a name or a number. */
export type EquationPiece = string | Expr;

const PRECEDENCE: Partial<Record<Operation, number>> = {
  or: 1,
  and: 2,
  less: 3,
  lessOrEqual: 3,
  greater: 3,
  greaterOrEqual: 3,
  equal: 3,
  plus: 4,
  minus: 4,
  sum: 4,
  times: 5,
  over: 5,
  negate: 6,
};

const INFIX: Partial<Record<Operation, string>> = {
  or: ' or ',
  and: ' and ',
  less: ' < ',
  lessOrEqual: ' <= ',
  greater: ' > ',
  greaterOrEqual: ' >= ',
  equal: ' = ',
  plus: ' + ',
  sum: ' + ',
  minus: ' - ',
  times: ' * ',
  over: ' / ',
};

const ATOM = 9;

/**
 * An expression in infix notation with the fewest parentheses, in pieces. A subexpression that occurs more
 * than once and is not small is written once, after `where`, so the text never grows beyond the expression.
 */
export function equationPieces(expr: Expr): EquationPiece[] {
  const writer = new Writer(sharedExpressions(expr));
  writer.write(expr, 0, true);
  for (const [position, shared] of writer.pending.entries()) {
    writer.pieces.push(position === 0 ? ' where ' : '; ', `${letterName(position)} = `);
    writer.write(shared, 0, true);
  }
  return writer.pieces;
}

/** An expression as text with names, cut with an ellipsis at `limit` characters. */
export function equationText(expr: Expr, limit = Infinity): string {
  let text = '';
  for (const piece of equationPieces(expr)) {
    text += typeof piece === 'string' ? piece : referenceText(piece);
    if (text.length > limit) return `${text.slice(0, limit - 1)}…`;
  }
  return text;
}

/** How a reference is written: its name, with the moment where it is not the current opening value. */
export function referenceText(expr: Expr): string {
  const { reference } = expr;
  if (reference === undefined) return '';
  const name = reference.family.scalarName(reference.position);
  if (reference.kind === 'closing') return `closing ${name}`;
  if (reference.ahead === 0) return name;
  return `${name} (${reference.ahead > 0 ? '+' : ''}${reference.ahead} months)`;
}

/** The arguments that are written: of a call those it names, not the computation of its value. */
export function writtenArgs(expr: Expr): readonly Expr[] {
  return expr.operation === 'call' ? expr.args.slice(1) : expr.args;
}

/** A number for reading: at most six significant digits, no locale. */
export function numberText(value: number, digits = 6): string {
  if (!Number.isFinite(value) || value === 0) return String(value);
  return String(Number(value.toPrecision(digits)));
}

function sharedExpressions(root: Expr): Set<Expr> {
  const seen = new Set<Expr>();
  const shared = new Set<Expr>();
  const waiting = [root];
  for (let expr = waiting.pop(); expr !== undefined; expr = waiting.pop()) {
    if (seen.has(expr)) {
      if (writtenArgs(expr).some((arg) => arg.args.length > 0) || expr.args.length > 2) shared.add(expr);
      continue;
    }
    seen.add(expr);
    waiting.push(...writtenArgs(expr));
  }
  return shared;
}

function letterName(position: number): string {
  return `x${position + 1}`;
}

class Writer {
  readonly pieces: EquationPiece[] = [];
  readonly pending: Expr[] = [];
  readonly #shared: ReadonlySet<Expr>;
  readonly #names = new Map<Expr, string>();

  constructor(shared: ReadonlySet<Expr>) {
    this.#shared = shared;
  }

  /** Writes an expression where operators weaker than `strength` need parentheses. */
  write(expr: Expr, strength: number, isDefinition = false): void {
    if (!isDefinition && this.#shared.has(expr)) {
      this.pieces.push(this.#nameOf(expr));
      return;
    }
    const precedence = PRECEDENCE[expr.operation] ?? ATOM;
    const parenthesised = precedence < strength;
    if (parenthesised) this.pieces.push('(');
    this.#writeBare(expr, precedence);
    if (parenthesised) this.pieces.push(')');
  }

  #nameOf(expr: Expr): string {
    let name = this.#names.get(expr);
    if (name === undefined) {
      name = letterName(this.pending.length);
      this.#names.set(expr, name);
      this.pending.push(expr);
    }
    return name;
  }

  #writeBare(expr: Expr, precedence: number): void {
    const infix = INFIX[expr.operation];
    if (infix !== undefined) {
      for (const [position, arg] of expr.args.entries()) {
        if (position > 0) this.pieces.push(infix);
        // The right side of - and / needs parentheses at equal strength; so do compared comparisons.
        this.write(arg, position > 0 || precedence === 3 ? precedence + 1 : precedence);
      }
      return;
    }
    switch (expr.operation) {
      case 'reference':
        this.pieces.push(expr);
        return;
      case 'constant':
        this.pieces.push(constantText(expr));
        return;
      case 'negate':
        this.pieces.push('-');
        this.write(expr.args[0]!, precedence);
        return;
      case 'dimensionless':
        this.write(expr.args[0]!, precedence);
        return;
      case 'convert':
        this.#writeCall('convert', expr.args, `, ${expr.unit.text}`);
        return;
      default:
        this.#writeCall(callName(expr), writtenArgs(expr), '');
    }
  }

  #writeCall(name: string, args: readonly Expr[], end: string): void {
    this.pieces.push(`${name}(`);
    for (const [position, arg] of args.entries()) {
      if (position > 0) this.pieces.push(', ');
      this.write(arg, 0);
    }
    this.pieces.push(`${end})`);
  }
}

function constantText({ value, unit }: Expr): string {
  return value === 0 || unit === DIMENSIONLESS ? numberText(value) : `${numberText(value)} ${unit.text}`;
}

function callName(expr: Expr): string {
  if (expr.operation === 'call') return expr.label;
  return expr.operation === 'select' ? 'if' : expr.operation;
}

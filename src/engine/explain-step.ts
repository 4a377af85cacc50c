import type { Moment, Trace } from './explain.ts';
import { equationPieces, referenceText } from './expression-text.ts';
import { reduceExpression } from './expression-reduction.ts';
import { ExpressionValues } from './expression-value.ts';
import type { Expr, Reference } from './expression.ts';
import type { FamilyKind } from './graph.ts';
import { tableMonth } from './kernel.ts';

/** Which number is meant: a named scalar in a month; for stocks also which of its two values. */
export interface NumberPlace {
  readonly name: string;
  /** From 0. */
  readonly month: number;
  readonly moment: Moment;
}

/** A named number of a run. */
export interface NamedNumber extends NumberPlace {
  readonly kind: FamilyKind;
  readonly unit: string;
  readonly description: string;
  readonly value: number;
}

/** A number that an equation names, and how much it matters there. */
export interface StepPart extends NamedNumber {
  /**
   * Per cent by which the result moves when the part moves by one per cent; 0 where the part is zero. Where the result
   * is zero, all parts count alike.
   */
  readonly weight: number;
}

/** One equation at the numbers of a run, without what the numbers make idle. */
export interface Step extends NamedNumber {
  /** The equation with names, whole; empty for inputs and tables. */
  readonly equation: string;
  /**
   * The equation as it works at these numbers (see `reduceExpression`): text, and where a name stands, the number.
   * Names are to be written by `numberName`. Empty for inputs and tables.
   */
  readonly pieces: readonly (string | StepPart)[];
  /** The numbers that `pieces` name, each once, in order. */
  readonly parts: readonly StepPart[];
}

/** Relative step of the numerical derivative: far above rounding, far below what moves anything else. */
const STEP = 1e-4;

/**
 * Explains one number of a traced draw by its equation. A stock's opening value is explained by the month before, or by
 * its initial equation. Throws `ProblemError` (`unknown-name`), and `RangeError` for a month outside the run.
 */
export function explainStep(trace: Trace, place: NumberPlace): Step {
  const number = namedNumber(trace, place);
  const equation = equationAt(trace, place);
  if (equation === undefined) return { ...number, equation: '', pieces: [], parts: [] };
  const { expr, month } = equation;
  const valueOf = ({ reference }: Expr): number => {
    const { name, month: when, moment } = placeOf(reference!, month, trace.months);
    return trace.valueOf(name, when, moment);
  };
  const values = new ExpressionValues(expr);
  values.compute(valueOf);
  const reduced = reduceExpression(expr, values);
  const whole = equationPieces(expr).map((piece) =>
    typeof piece === 'string' ? piece : referenceText(piece),
  );
  const parts = new Map<Expr, StepPart>();
  const pieces: (string | StepPart)[] = [];
  for (const piece of equationPieces(reduced)) {
    if (typeof piece === 'string') {
      pieces.push(piece);
      continue;
    }
    const named = namedNumber(trace, placeOf(piece.reference!, month, trace.months));
    const part = parts.get(piece) ?? {
      ...named,
      weight: elasticity(values, piece, valueOf, number.value),
    };
    parts.set(piece, part);
    pieces.push(part);
  }
  const named = [...parts.values()];
  const even = 1 / Math.max(1, named.length);
  return {
    ...number,
    equation: whole.join(''),
    pieces,
    parts: number.value === 0 ? named.map((part) => Object.assign(part, { weight: even })) : named,
  };
}

function namedNumber(trace: Trace, place: NumberPlace): NamedNumber {
  const { name, month, moment } = place;
  const { kind, scalar } = trace.graph.find(name);
  const { unit, description } = scalar;
  return {
    name,
    month,
    moment,
    kind,
    unit: unit.text,
    description,
    value: trace.valueOf(name, month, moment),
  };
}

/** The equation behind a number, and the month whose values it takes. */
function equationAt(
  { graph }: Trace,
  { name, month, moment }: NumberPlace,
): { readonly expr: Expr; readonly month: number } | undefined {
  const equation = graph.equations.get(name);
  if (equation === undefined) return undefined;
  const { kind } = graph.find(name);
  if (kind === 'variable' || moment === 'closing') return { expr: equation.value, month };
  if (month > 0) return { expr: equation.value, month: month - 1 };
  return equation.initial === undefined ? undefined : { expr: equation.initial, month: 0 };
}

function placeOf(reference: Reference, month: number, months: number): NumberPlace {
  return {
    name: reference.family.scalarName(reference.position),
    month: reference.kind === 'table' ? tableMonth(month, reference.ahead, months) : month,
    moment: reference.kind === 'closing' ? 'closing' : 'opening',
  };
}

/** Central difference, so that a kink counts half on either side. */
function elasticity(
  values: ExpressionValues,
  part: Expr,
  valueOf: (reference: Expr) => number,
  result: number,
): number {
  const value = valueOf(part);
  if (value === 0 || result === 0) return 0;
  const moved = (factor: number): number =>
    values.compute((reference) => (reference === part ? value * factor : valueOf(reference)));
  return (moved(1 + STEP) - moved(1 - STEP)) / (2 * STEP * result);
}

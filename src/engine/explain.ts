import { equationPieces, numberText, referenceText } from './expression-text.ts';
import type { EquationPiece } from './expression-text.ts';
import type { Expr, Reference } from './expression.ts';
import type { FamilyKind, Graph } from './graph.ts';
import { Machine } from './interpreter.ts';
import { tableMonth } from './kernel.ts';
import { planProgram } from './program.ts';

/** Which value of a stock is meant: the one a month opens or closes with. */
export type Moment = 'opening' | 'closing';

/** Why a number is what it is: its equation, the numbers in it, and the same for each of them. */
export interface Explanation {
  readonly name: string;
  readonly kind: FamilyKind;
  /** For stocks, the moment of `value`; `opening` for everything else. */
  readonly moment: Moment;
  readonly unit: string;
  readonly description: string;
  /** Month of `value`, from 0. */
  readonly month: number;
  /** Exactly the number of the run. */
  readonly value: number;
  /** The equation with names; empty for inputs and tables. A stock's is that of the month before (or its initial one). */
  readonly equation: string;
  /** The equation with numbers in place of names, to six digits. */
  readonly substituted: string;
  /** The named numbers of the equation, in the order in which it names them; `explained` by `depth`. */
  readonly parts: readonly Explanation[];
  /** Whether `parts` were left out: the depth was reached, or it is explained elsewhere in the same answer. */
  readonly cut: boolean;
}

export interface ExplainOptions {
  /** How many equations deep; 3 if not given. Each month that a stock goes back counts as one. */
  readonly depth?: number;
  readonly moment?: Moment;
}

/** A whole draw, with the value of every name in every month, to be asked as often as needed. */
export interface Trace {
  readonly graph: Graph;
  readonly months: number;
  /** The value of a variable, stock (opening), input or table in a month. Throws `ProblemError`, `RangeError`. */
  valueOf(name: string, month: number, moment?: Moment): number;
}

/**
 * Explains one number of one draw: `explain(graph, inputs, tables, 72, 'shipments[b300]', 23)`.
 * Throws `ProblemError` (`unknown-name`) and `RangeError` for a month outside the run.
 */
export function explain(
  graph: Graph,
  inputs: Float64Array,
  tables: Float64Array,
  months: number,
  name: string,
  month: number,
  options: ExplainOptions = {},
): Explanation {
  return explainTrace(traceDraw(graph, inputs, tables, months), name, month, options);
}

/** Runs one draw and keeps all of it: about 8 bytes for each of the graph's nodes and months. */
export function traceDraw(graph: Graph, inputs: Float64Array, tables: Float64Array, months: number): Trace {
  const everything = [...graph.variables, ...graph.states].map((scalar) => scalar.name);
  const machine = new Machine(graph, planProgram(graph, everything));
  const { count } = graph.nodes;
  const values = new Float64Array(count * months);
  machine.start(inputs, tables, months);
  for (let month = 0; month < months; month++) {
    machine.step(month);
    values.set(machine.values, month * count);
    machine.commit();
  }
  const nodeValue = (node: number, month: number): number => values[month * count + node]!;
  return {
    graph,
    months,
    valueOf(name, month, moment = 'opening') {
      if (!(month >= 0 && month < months))
        throw new RangeError(`month ${month} is not one of 0 to ${months - 1}`);
      const { kind, index } = graph.find(name);
      switch (kind) {
        case 'input':
          return inputs[index]!;
        case 'table':
          return tables[index * months + month]!;
        case 'variable':
          return nodeValue(graph.variables[index]?.node ?? 0, month);
        default: {
          const state = graph.states[index]!;
          return nodeValue(moment === 'opening' ? state.node : state.next, month);
        }
      }
    },
  };
}

/** Explains a number of a draw that was traced before. */
export function explainTrace(
  trace: Trace,
  name: string,
  month: number,
  options: ExplainOptions = {},
): Explanation {
  const { depth = 3, moment = 'opening' } = options;
  return new Explainer(trace).explain({ name, month, moment }, depth);
}

interface Question {
  readonly name: string;
  readonly month: number;
  readonly moment: Moment;
}

class Explainer {
  readonly #trace: Trace;
  /** How deep each number was explained already. */
  readonly #explained = new Map<string, number>();

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  explain(question: Question, depth: number): Explanation {
    const { name, month, moment } = question;
    const { kind, scalar } = this.#trace.graph.find(name);
    const base = {
      name,
      kind,
      moment,
      unit: scalar.unit.text,
      description: scalar.description,
      month,
      value: this.#trace.valueOf(name, month, moment),
    };
    const written = this.#equation(question, kind);
    if (written === undefined) return { ...base, equation: '', substituted: '', parts: [], cut: false };
    const pieces = equationPieces(written.expr);
    const questions = uniqueQuestions(pieces, written.month, this.#trace.months);
    const key = `${name}@${month}${moment}`;
    const cut = depth <= 0 || (this.#explained.get(key) ?? 0) >= depth;
    if (!cut) this.#explained.set(key, depth);
    return {
      ...base,
      equation: pieces.map((piece) => (typeof piece === 'string' ? piece : referenceText(piece))).join(''),
      substituted: pieces.map((piece) => this.#substitute(piece, written.month)).join(''),
      parts: cut ? [] : questions.map((part) => this.explain(part, depth - 1)),
      cut: cut && questions.length > 0,
    };
  }

  /** The equation behind a number, and the month whose values it takes. */
  #equation({ name, month, moment }: Question, kind: FamilyKind): { expr: Expr; month: number } | undefined {
    const equation = this.#trace.graph.equations.get(name);
    if (equation === undefined) return undefined;
    if (kind === 'variable' || moment === 'closing') return { expr: equation.value, month };
    if (month > 0) return { expr: equation.value, month: month - 1 };
    return equation.initial === undefined ? undefined : { expr: equation.initial, month: 0 };
  }

  #substitute(piece: EquationPiece, month: number): string {
    if (typeof piece === 'string') return piece;
    const question = questionOf(piece.reference!, month, this.#trace.months);
    return numberText(this.#trace.valueOf(question.name, question.month, question.moment));
  }
}

function uniqueQuestions(pieces: readonly EquationPiece[], month: number, months: number): Question[] {
  const references = new Set(
    pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.reference!])),
  );
  return [...references].map((reference) => questionOf(reference, month, months));
}

function questionOf(reference: Reference, month: number, months: number): Question {
  return {
    name: reference.family.scalarName(reference.position),
    month: reference.kind === 'table' ? tableMonth(month, reference.ahead, months) : month,
    moment: reference.kind === 'closing' ? 'closing' : 'opening',
  };
}

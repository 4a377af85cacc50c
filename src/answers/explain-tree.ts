import { explainStep } from '../engine/index.ts';
import type { NamedNumber, NumberPlace, Step, StepPart, Trace } from '../engine/index.ts';

/**
 * How a branch of an explanation ends: `explained` goes on, `above` is explained elsewhere in the same tree, perhaps for
 * another member or month, `input` and `calendar` are leaves of the model, `cut` is where depth or importance end it.
 */
export type NodeEnd = 'explained' | 'above' | 'input' | 'calendar' | 'cut';

/** The value of a stock at the opening of an earlier month. */
export interface EarlierValue {
  /** From 0. */
  readonly month: number;
  readonly value: number;
}

/** One number of an explanation with the equation behind it. */
export interface ExplainNode extends NamedNumber {
  /** Names through which the number passes unchanged before its equation, in order. */
  readonly same: readonly NamedNumber[];
  /** Per cent by which the figure moves when this number alone moves by one per cent. */
  readonly weight: number;
  readonly end: NodeEnd;
  /** Of the last of `same`, else of the node itself: the whole equation with names. */
  readonly equation: string;
  /** The equation as it works at these numbers; empty unless explained. */
  readonly pieces: readonly (string | NamedNumber)[];
  /** The month whose numbers the equation takes, from 0. */
  readonly from: number;
  /** Of a stock that is explained: how it came here, latest first. */
  readonly earlier: readonly EarlierValue[];
  /** What the equation names, most important first. */
  readonly parts: readonly ExplainNode[];
}

export interface TreeOptions {
  /** Equations below each other; names that pass a number on unchanged do not count. */
  readonly depth: number;
  /** What moves the figure by less than this share of its own movement is not followed. */
  readonly least?: number;
  /** Months that the tree, and a stock's earlier values, may go back. */
  readonly monthsBack?: number;
  /** Equations in the whole tree. */
  readonly most?: number;
}

const LEAST = 0.02;
const MONTHS_BACK = 6;
const MOST = 40;

/**
 * The tree below some numbers that add up to a figure. It follows what moves the figure most, explains each family once
 * (other members and months follow the same equation), and ends at inputs, at the calendar, or where depth, importance or
 * time say so.
 */
export function explainTree(
  trace: Trace,
  roots: readonly { readonly place: NumberPlace; readonly weight: number }[],
  options: TreeOptions,
): ExplainNode[] {
  const tree = new Tree(trace, options);
  tree.choose(roots);
  return roots.map(({ place, weight }) => tree.node(place, weight));
}

interface Candidate {
  readonly place: NumberPlace;
  readonly weight: number;
  readonly depth: number;
}

class Tree {
  readonly #trace: Trace;
  readonly #options: Required<TreeOptions>;
  readonly #steps = new Map<string, Step>();
  /** By family: the number that is explained. */
  readonly #chosen = new Map<string, string>();
  readonly #written = new Set<string>();

  constructor(trace: Trace, options: TreeOptions) {
    this.#trace = trace;
    this.#options = { least: LEAST, monthsBack: MONTHS_BACK, most: MOST, ...options };
  }

  /** Chooses the numbers to explain, the most important first. */
  choose(roots: readonly { readonly place: NumberPlace; readonly weight: number }[]): void {
    const { depth, least, monthsBack, most } = this.#options;
    const earliest = Math.max(...roots.map(({ place }) => place.month)) - monthsBack;
    const waiting: Candidate[] = roots.map(({ place, weight }) => ({ place, weight, depth: 1 }));
    while (waiting.length > 0 && this.#chosen.size < most) {
      const candidate = takeHeaviest(waiting);
      if (candidate.depth > depth || candidate.place.month < earliest) continue;
      const { step } = this.#follow(candidate.place);
      if (step.pieces.length === 0 || this.#chosen.has(familyOf(step))) continue;
      this.#chosen.set(familyOf(step), keyOf(step));
      for (const part of step.parts) {
        const weight = candidate.weight * Math.abs(part.weight);
        if (weight >= least) waiting.push({ place: part, weight, depth: candidate.depth + 1 });
      }
    }
  }

  node(place: NumberPlace, weight: number): ExplainNode {
    const { step, passed } = this.#follow(place);
    const [first, ...same] = [...passed.map(numberOf), numberOf(step)];
    const number = first ?? numberOf(step);
    const end = this.#end(step);
    const base = { ...number, same, weight, end, equation: step.equation, from: fromMonth(step) };
    if (end !== 'explained') return { ...base, pieces: [], earlier: [], parts: [] };
    this.#written.add(step.name);
    const parts = [...step.parts].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    return {
      ...base,
      pieces: step.pieces.map((piece) => (typeof piece === 'string' ? piece : numberOf(piece))),
      earlier: this.#earlier(step),
      parts: parts.map((part) => this.node(part, weight * Math.abs(part.weight))),
    };
  }

  #end(step: Step): NodeEnd {
    if (step.kind === 'input') return 'input';
    if (step.kind === 'table') return 'calendar';
    const chosen = this.#chosen.get(familyOf(step));
    if (chosen === undefined) return 'cut';
    return chosen === keyOf(step) && !this.#written.has(step.name) ? 'explained' : 'above';
  }

  /** Only of stocks that grow out of themselves: others are pipes, whose earlier values are of other things. */
  #earlier({ name, kind, month, parts }: Step): EarlierValue[] {
    if (kind !== 'stock' || !parts.some((part) => part.name === name)) return [];
    const count = Math.min(month, this.#options.monthsBack);
    return Array.from({ length: count }, (_, index) => ({
      month: month - 1 - index,
      value: this.#trace.valueOf(name, month - 1 - index),
    }));
  }

  /** Goes on while an equation does nothing but pass a single number on. */
  #follow(place: NumberPlace): { readonly step: Step; readonly passed: readonly Step[] } {
    const passed: Step[] = [];
    let step = this.#step(place);
    for (let next = onlyPart(step); next !== undefined; next = onlyPart(step)) {
      passed.push(step);
      step = this.#step(next);
    }
    return { step, passed };
  }

  #step(place: NumberPlace): Step {
    const key = keyOf(place);
    const known = this.#steps.get(key) ?? explainStep(this.#trace, place);
    this.#steps.set(key, known);
    return known;
  }
}

function onlyPart({ pieces, value }: Step): StepPart | undefined {
  const [piece] = pieces;
  if (pieces.length !== 1 || piece === undefined || typeof piece === 'string') return undefined;
  return piece.value === value ? piece : undefined;
}

function takeHeaviest(waiting: Candidate[]): Candidate {
  let heaviest = 0;
  for (const [index, { weight }] of waiting.entries()) {
    if (weight > (waiting[heaviest]?.weight ?? 0)) heaviest = index;
  }
  return waiting.splice(heaviest, 1)[0]!;
}

/** A stock's opening value comes from the month before. */
function fromMonth({ kind, moment, month }: Step): number {
  return kind === 'stock' && moment === 'opening' ? Math.max(month - 1, 0) : month;
}

function numberOf({ name, month, moment, kind, unit, description, value }: NamedNumber): NamedNumber {
  return { name, month, moment, kind, unit, description, value };
}

function keyOf({ name, month, moment }: NumberPlace): string {
  return `${name}@${month}${moment}`;
}

function familyOf({ name }: NumberPlace): string {
  const bracket = name.indexOf('[');
  return bracket < 0 ? name : name.slice(0, bracket);
}

import type { OverTime } from '../../engine/index.ts';
import type { Figure, LeafFigure } from './figure.ts';

/** Terms of a long sum or list: so many are told, and the last. */
const TOLD = 3;
const LONG = 6;

const SIGNS = { sum: ' + ', difference: ' - ', product: ' * ', share: ' / ' } as const;

/** A figure as arithmetic, in the signs of programs; `leafText` writes what it is made of. */
export function figureText(figure: Figure, leafText: (leaf: LeafFigure) => string): string {
  switch (figure.kind) {
    case 'series':
    case 'scalar':
      return leafText(figure);
    case 'named':
      return figureText(figure.of[0], leafText);
    case 'above':
      return `(${figureText(figure.of[0], leafText)} > ${figure.threshold})`;
    case 'reach':
    case 'relief': {
      const months = shortened(figure.of.map((part) => bracketed(part, leafText))).join(', ');
      const test = figure.kind === 'reach' ? `>= ${figure.threshold}` : `<= ${figure.threshold}, 3 in a row`;
      return `first month of [${months}] with ${test}`;
    }
    default:
      return shortened(figure.of.map((part) => bracketed(part, leafText))).join(SIGNS[figure.kind]);
  }
}

function bracketed(part: Figure, leafText: (leaf: LeafFigure) => string): string {
  const text = figureText(part, leafText);
  return ['sum', 'difference', 'product', 'share'].includes(
    part.kind === 'named' ? part.of[0].kind : part.kind,
  )
    ? `(${text})`
    : text;
}

function shortened(parts: readonly string[]): string[] {
  if (parts.length <= LONG) return [...parts];
  return [...parts.slice(0, TOLD), '…', parts.at(-1)!];
}

/** How months become one figure: `sum(delivered packages[a], 2026-10 … 2026-12)`, and with numbers `1 + 2 + 3`. */
export function monthsText(overTime: OverTime, terms: readonly string[], threshold: number | null): string {
  const tested = threshold === null ? terms : terms.map((term) => `(${term} > ${threshold})`);
  const text = tested.join(' + ');
  return overTime === 'mean' && tested.length > 1 ? `(${text}) / ${tested.length}` : text;
}

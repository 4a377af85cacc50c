import type { ExplainNode } from '../answers/explain-tree.ts';
import type { NamedNumber } from '../engine/index.ts';
import { formatAmount } from './amount-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatCompact } from './number-format.ts';

type Pieces = ExplainNode['pieces'];

/** Terms of one family in a row: so many are told, largest first, and the others counted. */
const TOLD = 3;
const LONG_SUM = 6;

/** An equation with names, and below it with numbers; long sums over members are cut to their largest terms. */
export function equationTexts(
  pieces: Pieces,
  language: Language,
): { readonly named: string; readonly numbered: string } {
  let [named, numbered] = ['', ''];
  for (const piece of withShortSums(pieces)) {
    if (typeof piece === 'string') {
      named += typeset(piece);
      numbered += typeset(piece);
    } else if (Array.isArray(piece)) {
      const terms = [...piece].sort((a, b) => b.value - a.value);
      const others = terms.slice(TOLD);
      const total = others.reduce((sum, { value }) => sum + value, 0);
      const more = translate(language, 'explain.equation.more', { count: others.length });
      named += [...terms.slice(0, TOLD).map(placeName), more].join(' + ');
      const values = [...terms.slice(0, TOLD).map(({ value }) => value), total];
      numbered += values.map((value) => plainNumber(value, language)).join(' + ');
    } else {
      named += placeName(piece);
      numbered += plainNumber(piece.value, language);
    }
  }
  return { named, numbered };
}

/** Pieces in which each long run of `family[a] + family[b] + …` is one list. */
function withShortSums(pieces: Pieces): (string | NamedNumber | NamedNumber[])[] {
  const short: (string | NamedNumber | NamedNumber[])[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const run = runFrom(pieces, at);
    if (run.length < LONG_SUM) {
      short.push(pieces[at] ?? '');
    } else {
      short.push(run);
      at += 2 * run.length - 2;
    }
  }
  return short;
}

/** Terms of one family, joined by nothing but plus signs, of a sum that starts at a piece. */
function runFrom(pieces: Pieces, start: number): NamedNumber[] {
  const first = pieces[start];
  const before = pieces[start - 1] ?? '';
  if (first === undefined || typeof first === 'string') return [];
  if (typeof before === 'string' && /[-*/] $/u.test(before)) return [];
  const run = [first];
  for (let at = start + 1; pieces[at] === ' + '; at += 2) {
    const next = pieces[at + 1];
    const after = pieces[at + 2] ?? '';
    if (next === undefined || typeof next === 'string' || familyOf(next) !== familyOf(first)) break;
    if (typeof after === 'string' && /^ [*/]/u.test(after)) break;
    run.push(next);
  }
  return run;
}

function familyOf({ name }: NamedNumber): string {
  return name.split('[')[0] ?? name;
}

/** A number's name; the closing value of a stock says so. */
export function placeName({ name, moment }: Pick<NamedNumber, 'name' | 'moment'>): string {
  return moment === 'closing' ? `closing ${name}` : name;
}

/** A number with its unit, to four digits. */
export function amountOf({ value, unit }: Pick<NamedNumber, 'value' | 'unit'>, language: Language): string {
  return formatAmount(value, unit, language, { significant: 4 });
}

/** A number without its unit, to four digits. */
export function plainNumber(value: number, language: Language): string {
  const text = formatCompact(value, language, { significant: 4 });
  return value < 0 ? `(${text})` : text;
}

/** Signs as they are printed: a multiplication sign and a true minus. */
export function typeset(text: string): string {
  return text
    .replaceAll(' * ', ' × ')
    .replaceAll(' - ', ' − ')
    .replaceAll(' <= ', ' ≤ ')
    .replaceAll(' >= ', ' ≥ ')
    .replaceAll(/(?<=^|\()-(?=\d)/gu, '−');
}

import { nearestName } from '../problem/nearest-name.ts';

/** A factor as a quotient, so that 57 percent is exactly 57/100 and not 57 × 0.01. */
interface Atom {
  readonly base: string;
  readonly times: number;
  readonly over: number;
}

const atom = (base: string, times = 1, over = 1): Atom => ({ base, times, over });

/** Units people write in scenarios, by base unit. The empty base is a plain number. */
const atoms: Readonly<Record<string, Atom>> = {
  '1': atom(''),
  x: atom(''),
  '×': atom(''),
  fraction: atom(''),
  percent: atom('', 1, 100),
  '%': atom('', 1, 100),
  k: atom('', 1e3),
  thousand: atom('', 1e3),
  mn: atom('', 1e6),
  million: atom('', 1e6),
  bn: atom('', 1e9),
  billion: atom('', 1e9),
  tn: atom('', 1e12),
  trillion: atom('', 1e12),
  day: atom('month', 12, 365.2425),
  week: atom('month', 12, 52.1775),
  month: atom('month'),
  quarter: atom('month', 3),
  year: atom('month', 12),
  USD: atom('USD'),
  unit: atom('unit'),
  package: atom('package'),
  wafer: atom('wafer'),
  GB: atom('TB', 1, 1e3),
  TB: atom('TB'),
  PB: atom('TB', 1e3),
  W: atom('W'),
  kW: atom('W', 1e3),
  MW: atom('W', 1e6),
  GW: atom('W', 1e9),
};

interface Measure {
  readonly times: number;
  readonly over: number;
  readonly exponents: ReadonlyMap<string, number>;
}

export type QuantityProblem =
  | { readonly code: 'unreadable-number' | 'not-finite' | 'wrong-unit' }
  | { readonly code: 'unknown-unit'; readonly nearest: string | undefined };

/**
 * Reads `40000 wafer/month`, `125 percent`, `x1.25` or a bare number as a number in the unit `unit`. A bare number is
 * taken to be in that unit already. Names of units that stand in `unit` itself are always understood.
 */
export function readQuantity(
  text: string,
  unit: string,
): { readonly value: number } | { readonly problem: QuantityProblem } {
  const trimmed = text.trim();
  if (/^[+-]?\.?(nan|inf|infinity)\b/i.test(trimmed)) return { problem: { code: 'not-finite' } };
  const factor = /^[x×]\s*([+-]?[\d.].*)$/.exec(trimmed);
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/.exec(factor?.[1] ?? trimmed);
  if (!parts) return { problem: { code: 'unreadable-number' } };
  const value = Number(parts[1]);
  const rest = parts[2] ?? '';
  if (!Number.isFinite(value)) return { problem: { code: 'not-finite' } };
  if (factor && rest !== '') return { problem: { code: 'unreadable-number' } };
  // A comma or a second number is a way of writing the number, not a unit.
  if (/^[,.\d_]/.test(rest)) return { problem: { code: 'unreadable-number' } };
  if (!factor && rest === '') return { value };
  return convert(value, factor ? 'x' : rest, unit);
}

function convert(value: number, from: string, to: string): { value: number } | { problem: QuantityProblem } {
  const own = new Set(wordsOf(to));
  const target = measure(to, own);
  const source = measure(from, own);
  if ('unknown' in source) {
    return {
      problem: {
        code: 'unknown-unit',
        nearest: nearestName(source.unknown, [...Object.keys(atoms), ...own]),
      },
    };
  }
  if ('unknown' in target || !sameExponents(source.exponents, target.exponents)) {
    return { problem: { code: 'wrong-unit' } };
  }
  const [times, over] = [source.times * target.over, source.over * target.times];
  const converted = times === over ? value : (value * times) / over;
  return Number.isFinite(converted) ? { value: converted } : { problem: { code: 'not-finite' } };
}

/** Splits `USD bn/year` into its words; the first segment multiplies, every later one divides. */
function segmentsOf(unit: string): string[][] {
  return unit
    .trim()
    .replace(/\s+(?:per|a|an)\s+/g, '/')
    .split('/')
    .map((segment) => segment.split(/[\s_*·]+/).filter((word) => word !== ''));
}

function wordsOf(unit: string): string[] {
  return segmentsOf(unit).flat();
}

function measure(unit: string, own: ReadonlySet<string>): Measure | { readonly unknown: string } {
  const exponents = new Map<string, number>();
  let [times, over] = [1, 1];
  for (const [index, segment] of segmentsOf(unit).entries()) {
    for (const word of segment) {
      const found = findAtom(word, own);
      if (!found) return { unknown: word };
      times *= index === 0 ? found.times : found.over;
      over *= index === 0 ? found.over : found.times;
      const exponent = (exponents.get(found.base) ?? 0) + (index === 0 ? 1 : -1);
      exponents.set(found.base, exponent);
    }
  }
  return { times, over, exponents };
}

function findAtom(word: string, own: ReadonlySet<string>): Atom | undefined {
  for (const candidate of word.endsWith('s') ? [word, word.slice(0, -1)] : [word]) {
    if (Object.hasOwn(atoms, candidate)) return atoms[candidate];
    if (own.has(candidate)) return atom(candidate);
  }
  return undefined;
}

function sameExponents(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  const bases = [...new Set([...a.keys(), ...b.keys()])].filter((base) => base !== '');
  return bases.every((base) => (a.get(base) ?? 0) === (b.get(base) ?? 0));
}

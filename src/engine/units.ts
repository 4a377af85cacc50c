import { ProblemError } from '../problem/problem.ts';

/**
 * A unit of measure: a product of powers of symbols. Every identifier is a base unit of its own
 * (`unit`, `wafer`, `USD`, `H100e`), except the derived ones below, which are multiples of a base unit.
 * Units are interned: the same canonical text is the same object.
 */
export interface Unit {
  /** Canonical text, e.g. `USD/month/unit`; `1` when dimensionless. */
  readonly text: string;
  /** Symbols with their exponents, sorted by code unit. */
  readonly symbols: readonly UnitPower[];
  /** Canonical text of the base units alone: equal texts measure the same kind of quantity. */
  readonly base: string;
  /** How many of the base unit one of this unit is: `year` is 12 (months). */
  readonly factor: number;
}

export interface UnitPower {
  readonly symbol: string;
  readonly exponent: number;
}

/** Mean month of the Julian year (365.25 days): 730.5 hours, 30.4375 days, 4.348 weeks. */
const HOURS_PER_MONTH = 730.5;

const DERIVED: ReadonlyMap<string, { readonly base: string; readonly factor: number }> = new Map([
  ['year', { base: 'month', factor: 12 }],
  ['quarter', { base: 'month', factor: 3 }],
  ['week', { base: 'month', factor: 168 / HOURS_PER_MONTH }],
  ['day', { base: 'month', factor: 24 / HOURS_PER_MONTH }],
  ['hour', { base: 'month', factor: 1 / HOURS_PER_MONTH }],
  ['second', { base: 'month', factor: 1 / (3600 * HOURS_PER_MONTH) }],
  ['kW', { base: 'W', factor: 1e3 }],
  ['MW', { base: 'W', factor: 1e6 }],
  ['GW', { base: 'W', factor: 1e9 }],
  ['GB', { base: 'TB', factor: 1e-3 }],
  ['PB', { base: 'TB', factor: 1e3 }],
  ['percent', { base: '', factor: 0.01 }],
]);

const NOTHING: ReadonlySet<string> = new Set(['fraction']);

const interned = new Map<string, Unit>();
const parsed = new Map<string, Unit>();
const products = new Map<Unit, Map<Unit, Unit>>();
const quotients = new Map<Unit, Map<Unit, Unit>>();

/** The unit of plain numbers. */
export const DIMENSIONLESS: Unit = intern(new Map());

/**
 * Reads a unit: identifiers joined by `*` and `/`, powers with `^`, parentheses. `1`, the empty text and
 * `fraction` are dimensionless. Throws `ProblemError` (`invalid-unit`) when the text is not one.
 */
export function parseUnit(text: string): Unit {
  let unit = parsed.get(text);
  if (unit === undefined) {
    unit = new UnitReader(text).read();
    parsed.set(text, unit);
  }
  return unit;
}

/** The canonical text of a unit, e.g. `USD/month`; `1` when dimensionless. */
export function formatUnit(unit: Unit): string {
  return unit.text;
}

/** Whether two units measure the same quantity on the same scale: `year` equals neither `month` nor `USD`. */
export function unitsEqual(a: Unit, b: Unit): boolean {
  return a === b || (unitsComparable(a, b) && sameFactor(a.factor, b.factor));
}

/** Whether one can be converted into the other: same quantity, perhaps another scale. */
export function unitsComparable(a: Unit, b: Unit): boolean {
  return a.base === b.base;
}

/** What to multiply a value in `from` with to have it in `to`; exactly 1 for equal units. */
export function conversionFactor(from: Unit, to: Unit): number {
  return unitsEqual(from, to) ? 1 : from.factor / to.factor;
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (a === DIMENSIONLESS) return b;
  if (b === DIMENSIONLESS) return a;
  return remembered(products, a, b, () => combine(a, b, 1));
}

export function divideUnits(a: Unit, b: Unit): Unit {
  if (b === DIMENSIONLESS) return a;
  return remembered(quotients, a, b, () => combine(a, b, -1));
}

/** The unit raised to a power; the exponent may be a fraction (a square root halves exponents). */
export function raiseUnit(unit: Unit, exponent: number): Unit {
  return intern(new Map(unit.symbols.map((power) => [power.symbol, power.exponent * exponent])));
}

// Factors come from products and quotients of the table above, so equal scales may differ by roundings only.
function sameFactor(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function remembered(memory: Map<Unit, Map<Unit, Unit>>, a: Unit, b: Unit, make: () => Unit): Unit {
  let row = memory.get(a);
  if (row === undefined) {
    row = new Map();
    memory.set(a, row);
  }
  let unit = row.get(b);
  if (unit === undefined) {
    unit = make();
    row.set(b, unit);
  }
  return unit;
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const exponents = new Map(a.symbols.map((power) => [power.symbol, power.exponent]));
  for (const { symbol, exponent } of b.symbols) {
    exponents.set(symbol, (exponents.get(symbol) ?? 0) + sign * exponent);
  }
  return intern(exponents);
}

function intern(exponents: ReadonlyMap<string, number>): Unit {
  const symbols = [...exponents]
    .filter(([, exponent]) => exponent !== 0)
    .map(([symbol, exponent]) => ({ symbol, exponent }))
    .sort((a, b) => (a.symbol < b.symbol ? -1 : a.symbol > b.symbol ? 1 : 0));
  const text = powersText(symbols);
  const known = interned.get(text);
  if (known !== undefined) return known;
  const base = new Map<string, number>();
  let factor = 1;
  for (const { symbol, exponent } of symbols) {
    const derived = DERIVED.get(symbol);
    const name = derived === undefined ? symbol : derived.base;
    if (derived !== undefined) factor *= scalePower(derived.factor, exponent);
    if (name !== '') base.set(name, (base.get(name) ?? 0) + exponent);
  }
  const basePowers = [...base]
    .filter(([, exponent]) => exponent !== 0)
    .map(([symbol, exponent]) => ({ symbol, exponent }))
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const unit: Unit = { text, symbols, base: powersText(basePowers), factor };
  interned.set(text, unit);
  return unit;
}

/** A factor to a whole or half power, by multiplication and square root only, so that it is the same everywhere. */
function scalePower(factor: number, exponent: number): number {
  const whole = Math.floor(Math.abs(exponent));
  let result = Math.abs(exponent) - whole >= 0.5 ? Math.sqrt(factor) : 1;
  for (let i = 0; i < whole; i++) result *= factor;
  return exponent < 0 ? 1 / result : result;
}

function powersText(powers: readonly UnitPower[]): string {
  const numerator = powers.filter((power) => power.exponent > 0).map((power) => powerText(power, 1));
  const denominator = powers.filter((power) => power.exponent < 0).map((power) => powerText(power, -1));
  return [numerator.length === 0 ? '1' : numerator.join('*'), ...denominator].join('/');
}

function powerText({ symbol, exponent }: UnitPower, sign: 1 | -1): string {
  const power = exponent * sign;
  return power === 1 ? symbol : `${symbol}^${power}`;
}

/** Recursive descent over `product := power (('*'|'/') power)*`, `power := atom ('^' number)?`. */
class UnitReader {
  readonly #text: string;
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = text.match(/[A-Za-z_][A-Za-z0-9_-]*|-?\d+(?:\.\d+)?|\S/g) ?? [];
  }

  read(): Unit {
    if (this.#tokens.length === 0) return DIMENSIONLESS;
    const unit = this.#product();
    if (this.#next < this.#tokens.length) this.#fail();
    return unit;
  }

  #product(): Unit {
    let unit = this.#power();
    for (;;) {
      const sign = this.#tokens[this.#next];
      if (sign !== '*' && sign !== '/') return unit;
      this.#next++;
      unit = sign === '*' ? multiplyUnits(unit, this.#power()) : divideUnits(unit, this.#power());
    }
  }

  #power(): Unit {
    const unit = this.#atom();
    if (this.#tokens[this.#next] !== '^') return unit;
    this.#next++;
    const exponent = Number(this.#tokens[this.#next]);
    if (!Number.isFinite(exponent)) this.#fail();
    this.#next++;
    return raiseUnit(unit, exponent);
  }

  #atom(): Unit {
    const token = this.#tokens[this.#next];
    if (token === undefined) return this.#fail();
    this.#next++;
    if (token === '1' || NOTHING.has(token)) return DIMENSIONLESS;
    if (/^[A-Za-z_]/.test(token)) return intern(new Map([[token, 1]]));
    if (token !== '(') {
      this.#next--;
      return this.#fail();
    }
    const unit = this.#product();
    if (this.#tokens[this.#next] !== ')') this.#fail();
    this.#next++;
    return unit;
  }

  #fail(): never {
    const found = this.#tokens[this.#next] ?? 'the end of the text';
    throw new ProblemError([
      {
        code: 'invalid-unit',
        params: { unit: this.#text, found, expected: 'a product of units, e.g. USD/month' },
      },
    ]);
  }
}

import { powOf } from '../engine/index.ts';

/** One number a formula reads: `row(ID; low)`, `median(metric=…; entity=…)`, `series(…)`. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  /** Letter that stands for it in `expression`; equal calls share one. */
  readonly symbol: string;
  /** Position in the text, from zero. */
  readonly at: number;
}

/** Arithmetic over calls: `+ - * / ^`, `&` for the lesser of two, brackets, numbers. */
export interface Formula {
  readonly text: string;
  readonly calls: readonly Call[];
  /** The arithmetic alone, with letters for the calls: `(a + b) / c`. */
  readonly expression: string;
  /** Its value from those of the calls, in their order. */
  readonly evaluate: (values: readonly number[]) => number;
}

/** What is wrong with a formula, and where in its text. */
export interface FormulaFault {
  readonly at: number;
  readonly expected: string;
  readonly found: string;
}

export type ParsedFormula = { readonly formula: Formula } | { readonly fault: FormulaFault };

type Node = (values: readonly number[]) => number;

/**
 * Reads a formula. Arguments of a call stand between semicolons and may hold anything but an unbalanced bracket, so
 * that names of the register need no quotes.
 */
export function parseFormula(text: string): ParsedFormula {
  const reader = new Reader(text);
  try {
    const evaluate = reader.lesser();
    reader.end();
    return { formula: { text, calls: reader.calls, expression: reader.expression.trim(), evaluate } };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

class Stop extends Error {
  readonly fault: FormulaFault;

  constructor(fault: FormulaFault) {
    super(fault.expected);
    this.fault = fault;
  }
}

const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?/u;
const NAME = /^[a-z]+(?=\()/u;

class Reader {
  readonly calls: Call[] = [];
  expression = '';
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  lesser(): Node {
    let left = this.sum();
    while (this.#take('&') !== undefined) {
      const [a, b] = [left, this.sum()];
      left = (values) => Math.min(a(values), b(values));
    }
    return left;
  }

  sum(): Node {
    let left = this.product();
    for (let sign = this.#take('+', '-'); sign !== undefined; sign = this.#take('+', '-')) {
      const [a, b] = [left, this.product()];
      left = sign === '+' ? (values) => a(values) + b(values) : (values) => a(values) - b(values);
    }
    return left;
  }

  product(): Node {
    let left = this.power();
    for (let sign = this.#take('*', '/'); sign !== undefined; sign = this.#take('*', '/')) {
      const [a, b] = [left, this.power()];
      left = sign === '*' ? (values) => a(values) * b(values) : (values) => a(values) / b(values);
    }
    return left;
  }

  power(): Node {
    const base = this.atom();
    if (this.#take('^') === undefined) return base;
    const exponent = this.atom();
    return (values) => powOf(base(values), exponent(values));
  }

  atom(): Node {
    if (this.#take('(') !== undefined) {
      const inner = this.lesser();
      if (this.#take(')') === undefined) this.#stop(')');
      return inner;
    }
    this.#skip();
    const number = NUMBER.exec(this.#rest())?.[0];
    if (number !== undefined) {
      this.#at += number.length;
      this.expression += number;
      return () => Number(number);
    }
    const name = NAME.exec(this.#rest())?.[0];
    if (name === undefined) this.#stop('number, name(…)');
    return this.#call(name);
  }

  end(): void {
    this.#skip();
    if (this.#at < this.#text.length) this.#stop('+ - * / ^ &');
  }

  #call(name: string): Node {
    const at = this.#at;
    const open = at + name.length;
    const close = closingBracket(this.#text, open);
    if (close === undefined) this.#stop(')');
    const inside = this.#text.slice(open + 1, close);
    this.#at = close + 1;
    const args = inside.trim() === '' ? [] : inside.split(';').map((arg) => arg.trim());
    const known = this.calls.findIndex(
      (call) => call.name === name && call.args.join(';') === args.join(';'),
    );
    const index = known < 0 ? this.calls.length : known;
    const symbol = String.fromCodePoint('a'.codePointAt(0)! + index);
    if (known < 0) this.calls.push({ name, args, symbol, at });
    this.expression += symbol;
    return (values) => values[index] ?? Number.NaN;
  }

  #take(...signs: readonly string[]): string | undefined {
    this.#skip();
    const sign = signs.find((candidate) => this.#text[this.#at] === candidate);
    if (sign === undefined) return undefined;
    this.#at++;
    this.expression += '()^'.includes(sign) ? sign : ` ${sign === '*' ? '×' : sign} `;
    return sign;
  }

  #skip(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }

  #rest(): string {
    return this.#text.slice(this.#at);
  }

  #stop(expected: string): never {
    throw new Stop({ at: this.#at, expected, found: this.#rest().slice(0, 20) });
  }
}

function closingBracket(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return undefined;
}

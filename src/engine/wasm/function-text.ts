import { ByteReader } from './byte-reader.ts';
import { ValueType } from './code-writer.ts';
import type { CodeWriter } from './code-writer.ts';
import type { FunctionType } from './encoder.ts';
import { Identifiers, commentText } from './identifier-text.ts';
import { instructionText, VECTOR_PREFIX, vectorKey } from './instruction-text.ts';
import type { InstructionText } from './instruction-text.ts';
import { numberText, vectorText } from './literal-text.ts';

/** A function as others refer to it. */
export interface NamedFunction {
  readonly identifier: string;
  readonly type: FunctionType;
}

export const LINE_WIDTH = 110;
const INDENT = '  ';
/** Behind an instruction; above its function stands all that it computes. */
const LONGEST_COMMENT = 120;
/** Expressions nested deeper than this are written one instruction after the other. */
const DEEPEST = 30;

const TYPE_NAMES = new Map<number, string>([
  [ValueType.I32, 'i32'],
  [ValueType.F64, 'f64'],
  [ValueType.V128, 'v128'],
]);

export function typeName(type: number): string {
  const name = TYPE_NAMES.get(type);
  if (name === undefined) throw new RangeError(`no text for type 0x${type.toString(16)}`);
  return name;
}

/** Names of the parameters and local variables of a function, then its instructions, line by line. */
export function functionText(
  code: CodeWriter,
  type: FunctionType,
  functions: readonly NamedFunction[],
): { parameters: string[]; locals: string[]; body: string[] } {
  const identifiers = new Identifiers();
  const types = [...type.parameters, ...code.locals];
  const names = types.map((_, number) => identifiers.of(code.names.get(number) ?? `x${number}`));
  const declared = types.map((each, number) => `${names[number]!} ${typeName(each)}`);
  const { parameters } = type;
  return {
    parameters: declared.slice(0, parameters.length).map((text) => `(param ${text})`),
    locals: declared.slice(parameters.length).map((text) => `(local ${text})`),
    body: new BodyText(code, names, functions).lines(),
  };
}

const STORES_LOCAL = /^\(v128\.store [^(]*\(local\.get \S+\) \(local\.get \S+\)\)/u;

/** Instructions that belong together, as text. */
interface Item {
  readonly lines: readonly string[];
  /** Values that it leaves on the stack. */
  readonly results: number;
  /** Levels of brackets; 0 for plain instructions in a row, which no instruction can take as its operands. */
  readonly depth: number;
  /** Whether a comment names it. */
  readonly isNamed: boolean;
}

/** What stands between the beginning of a function, or of a loop, and its end. */
interface Frame {
  readonly head: string;
  items: Item[];
}

/** Reads the instructions of a function and brackets each with its operands. */
class BodyText {
  readonly #reader: ByteReader;
  readonly #locals: readonly string[];
  readonly #functions: readonly NamedFunction[];
  readonly #comments = new Map<number, string>();
  readonly #frames: Frame[] = [{ head: '', items: [] }];

  constructor(code: CodeWriter, locals: readonly string[], functions: readonly NamedFunction[]) {
    this.#reader = new ByteReader(code.instructions);
    this.#locals = locals;
    this.#functions = functions;
    for (const { at, text } of code.notes) {
      const before = this.#comments.get(at);
      this.#comments.set(at, before === undefined ? text : `${before}; ${text}`);
    }
  }

  lines(): string[] {
    while (!this.#reader.atEnd) this.#next();
    const { items } = this.#frames[0]!;
    return items.flatMap((item, position) => {
      // Behind an equation with a name, and whatever stores its value, another begins.
      const isNew = items[position - 1]?.isNamed === true && !STORES_LOCAL.test(item.lines[0]!);
      return isNew ? ['', ...item.lines] : item.lines;
    });
  }

  #next(): void {
    const number = this.#reader.byte();
    switch (number) {
      case Control.BLOCK:
      case Control.LOOP:
      case Control.IF:
        this.#open(number);
        return;
      case Control.ELSE:
        this.#frames.push({ head: 'else', items: [] });
        return;
      case Control.END:
        this.#close();
        return;
      default: {
        const key = number === VECTOR_PREFIX ? vectorKey(this.#reader.unsigned()) : number;
        this.#instruction(instructionText(key));
      }
    }
  }

  /** The beginning of instructions without results that belong to a block, a loop or a condition. */
  #open(number: number): void {
    const NO_RESULT = 0x40;
    if (this.#reader.byte() !== NO_RESULT) throw new RangeError('no text for blocks with results');
    this.#frames.push({ head: CONTROL_NAMES[number]!, items: [] });
  }

  #close(): void {
    const branches: string[] = [];
    for (;;) {
      const { head, items } = this.#frames.pop()!;
      branches.unshift(head, ...indented(items.flatMap(({ lines }) => lines)));
      if (head !== 'else') break;
    }
    const operands = branches[0] === 'if' ? this.#take(1) : { items: [], results: 0 };
    const before = operands.items.flatMap(({ lines }) => lines);
    this.#put({ lines: [...before, ...branches, 'end'], results: 0, depth: 0, isNamed: false });
  }

  #instruction(instruction: InstructionText): void {
    const { text, operands, results } = this.#withImmediate(instruction);
    const taken = this.#take(operands);
    const about = this.#comment();
    const depth = 1 + Math.max(0, ...taken.items.map((item) => item.depth));
    const left = taken.results - operands + results;
    const isNamed = about !== '';
    const foldable = taken.results === operands && depth <= DEEPEST;
    if (foldable && taken.items.every((item) => item.depth > 0))
      this.#put({ lines: bracketed(text, about, taken.items), results: left, depth, isNamed });
    else {
      const lines = [...taken.items.flatMap((item) => item.lines), `${text}${about}`];
      this.#put({ lines, results: left, depth: 0, isNamed });
    }
  }

  #withImmediate(instruction: InstructionText): { text: string; operands: number; results: number } {
    const { name, operands, results, immediate, bytes } = instruction;
    const reader = this.#reader;
    const as = (value: string): { text: string; operands: number; results: number } => ({
      text: `${name} ${value}`,
      operands,
      results,
    });
    switch (immediate) {
      case 'none':
        return { text: name, operands, results };
      case 'local':
        return as(this.#locals[reader.unsigned()]!);
      case 'label':
      case 'lane':
        return as(String(reader.unsigned()));
      case 'lanes':
        return as(Array.from({ length: 16 }, () => reader.byte()).join(' '));
      case 'function': {
        const { identifier, type } = this.#functions[reader.unsigned()]!;
        return {
          text: `${name} ${identifier}`,
          operands: type.parameters.length,
          results: type.results.length,
        };
      }
      case 'memory':
      case 'memory and lane': {
        const alignment = 2 ** reader.unsigned();
        const offset = reader.unsigned();
        const words = [name];
        if (offset !== 0) words.push(`offset=${offset}`);
        if (alignment !== bytes) words.push(`align=${alignment}`);
        if (immediate !== 'memory') words.push(String(reader.byte()));
        return { text: words.join(' '), operands, results };
      }
      case 'i32':
      case 'i64':
        return as(String(reader.signed()));
      case 'f32':
        return as(numberText(reader.take(4).getFloat32(0, true)));
      case 'f64':
        return as(numberText(reader.take(8).getFloat64(0, true)));
      default:
        return as(vectorText(reader.take(16)));
    }
  }

  /** What is said about the instruction read last. */
  #comment(): string {
    const words = this.#comments.get(this.#reader.position);
    if (words === undefined) return '';
    return ` ${commentText(words.length <= LONGEST_COMMENT ? words : `${words.slice(0, LONGEST_COMMENT)}…`)}`;
  }

  /** Takes the items that leave so many values, and what stands between them. */
  #take(count: number): { items: Item[]; results: number } {
    const { items } = this.#frames.at(-1)!;
    let first = items.length;
    let results = 0;
    while (results < count) {
      const item = items[--first];
      if (item === undefined) throw new RangeError('an instruction has too few operands');
      results += item.results;
    }
    return { items: items.splice(first), results };
  }

  #put(item: Item): void {
    this.#frames.at(-1)!.items.push(item);
  }
}

const Control = { BLOCK: 0x02, LOOP: 0x03, IF: 0x04, ELSE: 0x05, END: 0x0b } as const;

const CONTROL_NAMES: Readonly<Record<number, string>> = {
  [Control.BLOCK]: 'block',
  [Control.LOOP]: 'loop',
  [Control.IF]: 'if',
};

/** An instruction with its operands in brackets, on one line where they fit. */
function bracketed(text: string, about: string, operands: readonly Item[]): string[] {
  const short = operands.flatMap(({ lines }) => lines);
  const line = `(${[text, ...short].join(' ')})`;
  const isShort = short.length === operands.length && !short.some(endsWithComment);
  if (isShort && line.length <= LINE_WIDTH) return [`${line}${about}`];
  const lines = [`(${text}${about}`, ...indented(short)];
  if (endsWithComment(lines.at(-1)!)) lines.push(')');
  else lines[lines.length - 1] += ')';
  return lines;
}

/** Such a line would take brackets behind it into the comment. */
function endsWithComment(line: string): boolean {
  return line.includes(';;');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `${INDENT}${line}`);
}

import type { Graph } from './graph.ts';
import type { Guard } from './lazy-arms.ts';
import { layOut } from './javascript-layout.ts';
import type { Layout, Store } from './javascript-layout.ts';
import type { Nodes } from './node-table.ts';
import { Opcode } from './opcode.ts';
import { isOperation } from './program.ts';
import type { Program } from './program.ts';
import { INFIX, plain, test } from './written.ts';
import type { Written } from './written.ts';

/**
 * A program as JavaScript function bodies. `draw` bodies run once per draw, then the `step` bodies every
 * month, after which the closing values `v[states..2*states)` become the opening ones `v[0..states)`.
 */
export interface JavaScriptSource {
  readonly draw: readonly string[];
  readonly step: readonly string[];
  /** Length of the array `v` of everything that outlives one function. */
  readonly slots: number;
  readonly states: number;
}

/** Parameters of every body: `v` values, `I` inputs, `T` tables, `m` months, `t` month, `O` outputs from `o` on. */
export const PARAMETERS = ['v', 'I', 'T', 'm', 't', 'O', 'o', 'exp', 'log', 'pow'] as const;

/**
 * V8 never optimises a function above 61,440 bytes of bytecode (a 43-fold slowdown); an operation takes about
 * 15. Smaller functions also compile sooner, so the first draws come sooner.
 */
export const OPERATIONS_PER_FUNCTION = 600;

/** Texts above this length get a name of their own instead of standing inside another. */
const LONGEST_INLINE = 120;

/**
 * Writes `program` as functions of at most `operationsPerFunction` operations. Nodes that have one of `names` stand
 * on lines of their own, with the name as a comment.
 */
export function writeJavaScript(
  graph: Graph,
  program: Program,
  operationsPerFunction = OPERATIONS_PER_FUNCTION,
  names: ReadonlyMap<number, string> = NO_NAMES,
): JavaScriptSource {
  const layout = layOut(graph, program, operationsPerFunction);
  const body = (list: Int32Array, guards: readonly Guard[] = []): string =>
    new BodyWriter(graph, layout, names).guards(guards).operations(list).text();
  const stores = (list: readonly Store[]): string[] =>
    cutList(list, operationsPerFunction).map((part) =>
      new BodyWriter(graph, layout, names).stores(part).text(),
    );
  return {
    draw: [...layout.drawChunks.map((list) => body(list)), ...stores(layout.initialStores)],
    step: [
      ...layout.stepChunks.map(({ operations, guards }) => body(operations, guards)),
      ...stores(layout.closingStores),
    ],
    slots: layout.slots,
    states: layout.states,
  };
}

const NO_NAMES: ReadonlyMap<number, string> = new Map();

class BodyWriter {
  readonly #graph: Graph;
  readonly #nodes: Nodes;
  readonly #layout: Layout;
  readonly #names: ReadonlyMap<number, string>;
  readonly #lines: string[] = ["'use strict';"];
  readonly #written = new Map<number, Written>();
  readonly #months = new Map<string, string>();

  constructor(graph: Graph, layout: Layout, names: ReadonlyMap<number, string>) {
    this.#graph = graph;
    this.#nodes = graph.nodes;
    this.#layout = layout;
    this.#names = names;
  }

  text(): string {
    return this.#lines.join('\n');
  }

  /** Returns where a guard fails, before anything else is done. */
  guards(list: readonly Guard[]): this {
    for (const { condition, expected } of list) {
      const holds = this.#test(condition);
      this.#lines.push(`if (${expected ? `!${holds}` : holds}) return;`);
    }
    return this;
  }

  operations(list: Int32Array): this {
    for (const node of list) {
      const written = this.#operation(node);
      const slot = this.#layout.slotOf[node]!;
      const stores = this.#layout.storesOf.get(node) ?? [];
      const targets = slot === -1 || stores.includes(`v[${slot}]`) ? stores : [`v[${slot}]`, ...stores];
      const inline =
        targets.length === 0 &&
        this.#layout.uses[node] === 1 &&
        written.text.length < LONGEST_INLINE &&
        !this.#names.has(node);
      if (inline) {
        this.#written.set(node, written);
        continue;
      }
      this.#lines.push(
        `const x${node} = ${targets.map((target) => `${target} = `).join('')}${value(written)};${this.#about(node)}`,
      );
      this.#written.set(node, { text: `x${node}`, isTest: false });
    }
    return this;
  }

  stores(list: readonly Store[]): this {
    for (const { node, target } of list) this.#lines.push(`${target} = ${this.#value(node)};`);
    return this;
  }

  #operation(node: number): Written {
    const { opcode, a, b, c } = this.#nodes;
    const first = a[node]!;
    const second = b[node]!;
    const operation = opcode[node]!;
    const infix = INFIX[operation];
    if (infix !== undefined) return plain(`(${this.#value(first)} ${infix} ${this.#value(second)})`);
    const comparison = COMPARISON[operation];
    if (comparison !== undefined) return test(`(${this.#value(first)} ${comparison} ${this.#value(second)})`);
    const call = CALL[operation];
    if (call !== undefined) {
      return plain(`${call}(${this.#value(first)}${second < 0 ? '' : `, ${this.#value(second)}`})`);
    }
    switch (operation) {
      case Opcode.NEGATE:
        return plain(`(-${this.#value(first)})`);
      case Opcode.MIN:
        return plain(
          choose('<', this.#value(second), this.#value(first), this.#value(second), this.#value(first)),
        );
      case Opcode.MAX:
        return plain(
          choose('<', this.#value(first), this.#value(second), this.#value(second), this.#value(first)),
        );
      case Opcode.SELECT:
        return plain(`(${this.#test(first)} ? ${this.#value(second)} : ${this.#value(c[node]!)})`);
      case Opcode.AND:
        return test(`(${this.#test(first)} && ${this.#test(second)})`);
      case Opcode.OR:
        return test(`(${this.#test(first)} || ${this.#test(second)})`);
      case Opcode.NOT:
        return test(`(!${this.#test(first)})`);
      default:
        throw new RangeError(`not an operation: ${operation}`);
    }
  }

  #value(node: number): string {
    return value(this.#reach(node));
  }

  #test(node: number): string {
    const written = this.#reach(node);
    return written.isTest ? written.text : `(${written.text} !== 0)`;
  }

  /** The text of a value available here; what was computed elsewhere is loaded once and named. */
  #reach(node: number): Written {
    const known = this.#written.get(node);
    if (known !== undefined) return known;
    const { opcode, a, constants } = this.#nodes;
    if (opcode[node] === Opcode.CONSTANT) return plain(numberLiteral(constants[a[node]!]!));
    this.#lines.push(`const x${node} = ${this.#load(node)};${this.#about(node)}`);
    const written = plain(`x${node}`);
    this.#written.set(node, written);
    return written;
  }

  #about(node: number): string {
    const name = this.#names.get(node);
    return name === undefined ? '' : ` // ${lineComment(name)}`;
  }

  #load(node: number): string {
    const { opcode, a, b } = this.#nodes;
    const position = a[node]!;
    if (isOperation(this.#graph, node) || opcode[node] === Opcode.STATE)
      return `v[${this.#layout.slotOf[node]}]`;
    if (opcode[node] === Opcode.INPUT) return `I[${position}]`;
    const month = this.#month(opcode[node] === Opcode.TABLE ? 't' : '0', b[node]!);
    return `T[${position} * m + ${month}]`;
  }

  /** The month a table is read at, held at the first and the last. */
  #month(from: string, ahead: number): string {
    if (ahead === 0) return from;
    const key = `${from}${ahead}`;
    let name = this.#months.get(key);
    if (name === undefined) {
      name = `m${this.#months.size}`;
      this.#months.set(key, name);
      this.#lines.push(`const ${name} = Math.max(0, Math.min(${from} + ${numberLiteral(ahead)}, m - 1));`);
    }
    return name;
  }
}

const COMPARISON: Readonly<Record<number, string>> = {
  [Opcode.LESS]: '<',
  [Opcode.LESS_OR_EQUAL]: '<=',
  [Opcode.EQUAL]: '===',
};

const CALL: Readonly<Record<number, string>> = {
  [Opcode.EXP]: 'exp',
  [Opcode.LOG]: 'log',
  [Opcode.POW]: 'pow',
  [Opcode.SQRT]: 'Math.sqrt',
  [Opcode.FLOOR]: 'Math.floor',
  [Opcode.ABS]: 'Math.abs',
};

function value(written: Written): string {
  return written.isTest ? `(${written.text} ? 1 : 0)` : written.text;
}

function choose(sign: string, left: string, right: string, yes: string, no: string): string {
  return `(${left} ${sign} ${right} ? ${yes} : ${no})`;
}

function numberLiteral(number: number): string {
  if (Number.isNaN(number)) return '(0 / 0)';
  if (!Number.isFinite(number)) return number > 0 ? '(1 / 0)' : '(-1 / 0)';
  if (Object.is(number, -0)) return '(-0)';
  return number < 0 ? `(${number})` : String(number);
}

/** A name can hold anything, the end of a line too. */
export function lineComment(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]/gu, ' ');
}

function cutList<Item>(list: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < list.length; start += size) parts.push(list.slice(start, start + size));
  return parts;
}

import { C_ELEMENTARY } from './c-elementary.ts';
import { C_LANES, cPrelude, NUMBER_TYPE } from './c-prelude.ts';
import { C_SINGLE_ELEMENTARY } from './c-single-elementary.ts';
import type { Graph } from './graph.ts';
import { namesOfNodes } from './node-names.ts';
import type { Nodes } from './node-table.ts';
import { Opcode } from './opcode.ts';
import { isOperation } from './program.ts';
import type { Program } from './program.ts';
import { layOutKernel } from './kernel-layout.ts';
import type { Guard } from './lazy-arms.ts';
import type { Store, KernelLayout } from './kernel-layout.ts';
import { constantsOf } from './precision.ts';
import type { Precision } from './precision.ts';
import { INFIX, plain, test } from './written.ts';
import type { Written } from './written.ts';

/** Operations of a C function: of 150, 300, 1,000 and 3,000 what ran fastest on the whole model, by some percent. */
const OPERATIONS_PER_FUNCTION = 1000;

/**
 * Writes a program as C99 with the vector extensions of GCC. It defines
 * `void run(const double *inputs, const double *tables, int months, double *out)`, which runs `C_LANES` draws:
 * `inputs` are `[input][lane]` in the order of `graph.inputs`, `tables` are `[table][month]`, and `out` receives
 * `[month][output][lane]`; in single precision all of them are floats. Every lane gets the bits of the interpreter of
 * the same precision (a NaN may have another payload) if compiled with `-ffp-contract=off` and without `-ffast-math`. Variables, stocks, inputs and tables stand as comments where
 * they are computed or read.
 */
export function writeC(
  graph: Graph,
  program: Program,
  { precision = 'f64' }: { readonly precision?: Precision } = {},
): string {
  const layout = layOutKernel(graph, program, OPERATIONS_PER_FUNCTION);
  const names = namesOfNodes(graph);
  const functions: string[] = [];
  const define = (name: string, write: (writer: BodyWriter) => BodyWriter): string => {
    const body = write(new BodyWriter(graph, layout, names, precision)).text();
    functions.push(`static __attribute__((noinline)) void ${name}(PARAMETERS) {\n${body}\n}\n`);
    return name;
  };
  const operating = (name: string, lists: readonly Int32Array[]): string[] =>
    lists.map((list, index) => define(`${name}_${index}`, (writer) => writer.operations(list)));
  const storing = (name: string, list: readonly Store[]): string[] =>
    list.length === 0 ? [] : [define(name, (writer) => writer.stores(list))];
  const draw = [
    ...operating('draw', layout.drawFunctions),
    ...storing('opening_values', layout.initialStores),
  ];
  const step = [
    ...layout.stepFunctions.map(({ operations, guards }, index) =>
      define(`month_${index}`, (writer) => writer.guards(guards).operations(operations)),
    ),
    ...storing('closing_values', layout.closingStores),
  ];
  return [
    `/* ${comment(graph.name)}: ${layout.states} stocks, ${program.outputs.length} outputs.`,
    `   ${C_LANES} draws (lanes) a call; inputs: [input][lane]; tables: [table][month]; out: [month][output][lane].`,
    '   Compile with -O3 -march=native -ffp-contract=off. */',
    cPrelude(precision),
    precision === 'f64' ? C_ELEMENTARY : C_SINGLE_ELEMENTARY,
    regions(layout, NUMBER_TYPE[precision]),
    ...functions,
    driver(layout, NUMBER_TYPE[precision], { outputs: program.outputs.length, draw, step }),
  ].join('\n');
}

/** Texts above this length get a name of their own instead of standing inside another. */
const LONGEST_INLINE = 120;

class BodyWriter {
  readonly #graph: Graph;
  readonly #nodes: Nodes;
  readonly #constants: Float64Array;
  /** What ends a literal. */
  readonly #suffix: string;
  readonly #layout: KernelLayout;
  readonly #names: ReadonlyMap<number, string>;
  readonly #lines: string[] = [];
  readonly #written = new Map<number, Written>();

  constructor(graph: Graph, layout: KernelLayout, names: ReadonlyMap<number, string>, precision: Precision) {
    this.#graph = graph;
    this.#constants = constantsOf(graph.nodes, precision);
    this.#suffix = precision === 'f64' ? '' : 'f';
    this.#nodes = graph.nodes;
    this.#layout = layout;
    this.#names = names;
  }

  text(): string {
    return this.#lines.join('\n');
  }

  operations(list: Int32Array): this {
    for (const node of list) {
      const written = this.#operation(node);
      const stores = this.#layout.storesOf.get(node) ?? [];
      const name = this.#names.get(node);
      const once = this.#layout.uses[node] === 1 && stores.length === 0;
      if (once && name === undefined && written.text.length < LONGEST_INLINE) {
        this.#written.set(node, written);
        continue;
      }
      this.#define(node, written, name);
      this.stores(stores);
    }
    return this;
  }

  /** Returns where a guard fails in all lanes, before anything else is done. */
  guards(list: readonly Guard[]): this {
    for (const { condition, expected } of list)
      this.#lines.push(`  if (none(${expected ? '' : '~'}${this.#test(condition)})) return;`);
    return this;
  }

  stores(list: readonly Store[]): this {
    for (const { node, region, position } of list) {
      const target = region === 'output' ? `OUT(${position})` : `${region}[${position}]`;
      this.#lines.push(`  ${target} = ${this.#value(node)};`);
    }
    return this;
  }

  #define(node: number, { text, isTest }: Written, name: string | undefined): Written {
    const about = name === undefined ? '' : ` /* ${comment(name)} */`;
    this.#lines.push(`  const ${isTest ? 'ints' : 'vec'} x${node} = ${text};${about}`);
    const written = { text: `x${node}`, isTest };
    this.#written.set(node, written);
    return written;
  }

  #operation(node: number): Written {
    const { opcode, a, b, c } = this.#nodes;
    const [first, second] = [a[node]!, b[node]!];
    const operation = opcode[node]!;
    const infix = INFIX[operation];
    if (infix !== undefined) return plain(`(${this.#value(first)} ${infix} ${this.#value(second)})`);
    const comparison = COMPARISON[operation];
    if (comparison !== undefined)
      return test(`(ints)(${this.#value(first)} ${comparison} ${this.#value(second)})`);
    const call = CALL[operation];
    if (call !== undefined)
      return plain(`${call}(${this.#value(first)}${second < 0 ? '' : `, ${this.#value(second)}`})`);
    switch (operation) {
      case Opcode.NEGATE:
        return plain(`(-${this.#value(first)})`);
      case Opcode.SELECT:
        return plain(`choose(${this.#test(first)}, ${this.#value(second)}, ${this.#value(c[node]!)})`);
      case Opcode.AND:
        return test(`(${this.#test(first)} & ${this.#test(second)})`);
      case Opcode.OR:
        return test(`(${this.#test(first)} | ${this.#test(second)})`);
      case Opcode.NOT:
        return test(`(~${this.#test(first)})`);
      default:
        throw new RangeError(`not an operation: ${operation}`);
    }
  }

  #value(node: number): string {
    const { text, isTest } = this.#reach(node);
    return isTest ? `one_where(${text})` : text;
  }

  #test(node: number): string {
    const { text, isTest } = this.#reach(node);
    return isTest ? text : `(ints)(${text} != all(0))`;
  }

  /** The text of a value available here; what was computed elsewhere is loaded once and named. */
  #reach(node: number): Written {
    const known = this.#written.get(node);
    if (known !== undefined) return known;
    const { opcode, a, b } = this.#nodes;
    const position = a[node]!;
    if (isOperation(this.#graph, node)) {
      const closing = this.#layout.closingOf[node]!;
      const from = closing === -1 ? `value[${this.#layout.valueOf[node]!}]` : `closing[${closing}]`;
      return this.#define(node, plain(from), this.#names.get(node));
    }
    const name = this.#names.get(node);
    switch (opcode[node]) {
      case Opcode.CONSTANT:
        return plain(`all(${numberLiteral(this.#constants[position]!, this.#suffix)})`);
      case Opcode.STATE:
        return this.#define(node, plain(`opening[${this.#layout.openingOf[node]!}]`), name);
      case Opcode.INPUT:
        return this.#define(node, plain(`IN(${position})`), name);
      default: {
        const { aheads, tables } = this.#layout;
        const at = `now[${aheads.indexOf(b[node]!)}][${tables.indexOf(position)}]`;
        return this.#define(node, plain(`all(${at})`), name);
      }
    }
  }
}

const COMPARISON: Readonly<Record<number, string>> = {
  [Opcode.LESS]: '<',
  [Opcode.LESS_OR_EQUAL]: '<=',
  [Opcode.EQUAL]: '==',
};

const CALL: Readonly<Record<number, string>> = {
  [Opcode.MIN]: 'min_of',
  [Opcode.MAX]: 'max_of',
  [Opcode.EXP]: 'exp_of',
  [Opcode.LOG]: 'log_of',
  [Opcode.POW]: 'pow_of',
  [Opcode.SQRT]: 'sqrt_of',
  [Opcode.FLOOR]: 'floor_of',
  [Opcode.ABS]: 'abs_of',
};

function numberLiteral(number: number, suffix: string): string {
  if (Number.isNaN(number)) return '__builtin_nan("")';
  if (!Number.isFinite(number)) return number > 0 ? '__builtin_inf()' : '-__builtin_inf()';
  if (Object.is(number, -0)) return `-0.0${suffix}`;
  const text = String(number);
  return `${/[.e]/u.test(text) ? text : `${text}.0`}${suffix}`;
}

/** A name can hold anything, the end of a comment too. */
function comment(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll(/[\r\n]/gu, ' ');
}

function regions({ tables, aheads, states, values }: KernelLayout, number: string): string {
  const list = (numbers: readonly number[]): string => `{${numbers.length === 0 ? 0 : numbers.join(', ')}}`;
  return `#define TABLES ${tables.length}
#define AHEADS ${aheads.length}
static const int table_of[] = ${list(tables)};
static const int ahead_of[] = ${list(aheads)};
/* Tables as they stand this month, by months ahead. */
static ${number} now[AHEADS + 1][TABLES + 1];
/* Opening and closing values of stocks, which change places every month; values that outlive a function. */
static vec stocks[2][BLOCKS][${states + 1}];
static vec value_of[BLOCKS][${values + 1}];

#define PARAMETERS \\
  vec *restrict value, const vec *restrict opening, vec *restrict closing, ${number} *restrict out, \\
    const ${number} *restrict in
#define IN(i) (*(const loose *)(in + (i) * LANES))
#define OUT(i) (*(loose *)(out + (i) * LANES))
`;
}

function driver(
  { states }: KernelLayout,
  number: string,
  {
    outputs,
    draw,
    step,
  }: { readonly outputs: number; readonly draw: readonly string[]; readonly step: readonly string[] },
): string {
  const calls = (functions: readonly string[], indent: string): string =>
    functions.map((name) => `${indent}EACH_BLOCK(${name})\n`).join('');
  return `/* Every function does all blocks while its code is at hand. */
#define EACH_BLOCK(function) \\
  for (int block = 0; block < BLOCKS; block++) \\
    function(value_of[block], stocks[side][block], stocks[1 - side][block], out + block * WIDTH, \\
      inputs + block * WIDTH);

static void read_tables(const ${number} *tables, int months, int month) {
  for (int a = 0; a < AHEADS; a++) {
    int at = month + ahead_of[a];
    if (at > months - 1) at = months - 1;
    if (at < 0) at = 0;
    for (int t = 0; t < TABLES; t++) now[a][t] = tables[table_of[t] * months + at];
  }
}

/* ${C_LANES} draws from the first month on; ${states} stocks, ${outputs} outputs. */
void run(const ${number} *inputs, const ${number} *tables, int months, ${number} *out) {
  if (months < 1) return;
  int side = 1;
  read_tables(tables, months, 0);
${calls(draw, '  ')}  side = 0;
  for (int month = 0; month < months; month++) {
    read_tables(tables, months, month);
${calls(step, '    ')}    side = 1 - side;
    out += ${outputs} * LANES;
  }
}
`;
}

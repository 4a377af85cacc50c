import { C_ELEMENTARY } from './c-elementary.ts';
import type { Graph } from './graph.ts';
import { namesOfNodes } from './node-names.ts';
import type { Nodes } from './node-table.ts';
import { Opcode } from './opcode.ts';
import { isOperation } from './program.ts';
import type { Program } from './program.ts';
import { layOutKernel } from './kernel-layout.ts';
import type { Guard } from './lazy-arms.ts';
import type { Store, KernelLayout } from './kernel-layout.ts';
import { INFIX, plain, test } from './written.ts';
import type { Written } from './written.ts';

/** Draws that one call of the C kernel runs. */
export const C_LANES = 16;

/** Operations of a C function: of 150, 300, 1,000 and 3,000 what ran fastest on the whole model, by some percent. */
const OPERATIONS_PER_FUNCTION = 1000;

/**
 * Writes a program as C99 with the vector extensions of GCC. It defines
 * `void run(const double *inputs, const double *tables, int months, double *out)`, which runs `C_LANES` draws:
 * `inputs` are `[input][lane]` in the order of `graph.inputs`, `tables` are `[table][month]`, and `out` receives
 * `[month][output][lane]`. Every lane gets the bits of the interpreter (a NaN may have another payload) if compiled
 * with `-ffp-contract=off` and without `-ffast-math`. Variables, stocks, inputs and tables stand as comments where
 * they are computed or read.
 */
export function writeC(graph: Graph, program: Program): string {
  const layout = layOutKernel(graph, program, OPERATIONS_PER_FUNCTION);
  const names = namesOfNodes(graph);
  const functions: string[] = [];
  const define = (name: string, write: (writer: BodyWriter) => BodyWriter): string => {
    const body = write(new BodyWriter(graph, layout, names)).text();
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
    PRELUDE,
    C_ELEMENTARY,
    regions(layout),
    ...functions,
    driver(layout, program.outputs.length, draw, step),
  ].join('\n');
}

/** Texts above this length get a name of their own instead of standing inside another. */
const LONGEST_INLINE = 120;

class BodyWriter {
  readonly #graph: Graph;
  readonly #nodes: Nodes;
  readonly #layout: KernelLayout;
  readonly #names: ReadonlyMap<number, string>;
  readonly #lines: string[] = [];
  readonly #written = new Map<number, Written>();

  constructor(graph: Graph, layout: KernelLayout, names: ReadonlyMap<number, string>) {
    this.#graph = graph;
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
    return isTest ? text : `(ints)(${text} != 0.0)`;
  }

  /** The text of a value available here; what was computed elsewhere is loaded once and named. */
  #reach(node: number): Written {
    const known = this.#written.get(node);
    if (known !== undefined) return known;
    const { opcode, a, b, constants } = this.#nodes;
    const position = a[node]!;
    if (isOperation(this.#graph, node)) {
      const closing = this.#layout.closingOf[node]!;
      const from = closing === -1 ? `value[${this.#layout.valueOf[node]!}]` : `closing[${closing}]`;
      return this.#define(node, plain(from), this.#names.get(node));
    }
    const name = this.#names.get(node);
    switch (opcode[node]) {
      case Opcode.CONSTANT:
        return plain(`all(${numberLiteral(constants[position]!)})`);
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

function numberLiteral(number: number): string {
  if (Number.isNaN(number)) return '__builtin_nan("")';
  if (!Number.isFinite(number)) return number > 0 ? '__builtin_inf()' : '-__builtin_inf()';
  if (Object.is(number, -0)) return '-0.0';
  const text = String(number);
  return /[.e]/u.test(text) ? text : `${text}.0`;
}

/** A name can hold anything, the end of a comment too. */
function comment(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll(/[\r\n]/gu, ' ');
}

function regions({ tables, aheads, states, values }: KernelLayout): string {
  const list = (numbers: readonly number[]): string => `{${numbers.length === 0 ? 0 : numbers.join(', ')}}`;
  return `#define TABLES ${tables.length}
#define AHEADS ${aheads.length}
static const int table_of[] = ${list(tables)};
static const int ahead_of[] = ${list(aheads)};
/* Tables as they stand this month, by months ahead. */
static double now[AHEADS + 1][TABLES + 1];
/* Opening and closing values of stocks, which change places every month; values that outlive a function. */
static vec stocks[2][BLOCKS][${states + 1}];
static vec value_of[BLOCKS][${values + 1}];

#define PARAMETERS \\
  vec *restrict value, const vec *restrict opening, vec *restrict closing, double *restrict out, \\
    const double *restrict in
#define IN(i) (*(const loose *)(in + (i) * LANES))
#define OUT(i) (*(loose *)(out + (i) * LANES))
`;
}

function driver(
  { states }: KernelLayout,
  outputs: number,
  draw: readonly string[],
  step: readonly string[],
): string {
  const calls = (functions: readonly string[], indent: string): string =>
    functions.map((name) => `${indent}EACH_BLOCK(${name})\n`).join('');
  return `/* Every function does all blocks while its code is at hand. */
#define EACH_BLOCK(function) \\
  for (int block = 0; block < BLOCKS; block++) \\
    function(value_of[block], stocks[side][block], stocks[1 - side][block], out + block * WIDTH, \\
      inputs + block * WIDTH);

static void read_tables(const double *tables, int months, int month) {
  for (int a = 0; a < AHEADS; a++) {
    int at = month + ahead_of[a];
    if (at > months - 1) at = months - 1;
    if (at < 0) at = 0;
    for (int t = 0; t < TABLES; t++) now[a][t] = tables[table_of[t] * months + at];
  }
}

/* ${C_LANES} draws from the first month on; ${states} stocks, ${outputs} outputs. */
void run(const double *inputs, const double *tables, int months, double *out) {
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

const PRELUDE = `#include <stdint.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

#define LANES ${C_LANES}
#if defined(__AVX512F__) && defined(__AVX512DQ__)
#define WIDTH 8
#elif defined(__AVX__)
#define WIDTH 4
#else
#define WIDTH 2
#endif
#define BLOCKS (LANES / WIDTH)

typedef double vec __attribute__((vector_size(8 * WIDTH)));
typedef int64_t ints __attribute__((vector_size(8 * WIDTH)));
typedef uint64_t bits __attribute__((vector_size(8 * WIDTH)));
/* The same in arrays that need not be aligned. */
typedef double loose __attribute__((vector_size(8 * WIDTH), aligned(8), may_alias));

static inline vec all(double x) {
#if WIDTH == 8
  return (vec){x, x, x, x, x, x, x, x};
#elif WIDTH == 4
  return (vec){x, x, x, x};
#else
  return (vec){x, x};
#endif
}

static inline vec choose(ints mask, vec yes, vec no) {
#if WIDTH == 8
  return _mm512_mask_blend_pd(_mm512_movepi64_mask((__m512i)mask), no, yes);
#elif WIDTH == 4
  return _mm256_blendv_pd(no, yes, (vec)mask);
#else
  return (vec)((mask & (ints)yes) | (~mask & (ints)no));
#endif
}

/* Whether no lane of a mask is set. */
static inline int none(ints mask) {
#if WIDTH == 8
  return _mm512_movepi64_mask((__m512i)mask) == 0;
#elif WIDTH == 4
  return _mm256_movemask_pd((vec)mask) == 0;
#else
  return (mask[0] | mask[1]) == 0;
#endif
}

static inline vec one_where(ints mask) { return (vec)(mask & (ints)all(1.0)); }
static inline vec abs_of(vec x) { return (vec)((ints)x & INT64_MAX); }

/* b < a ? b : a, as the processor has it with its operands exchanged. */
static inline vec min_of(vec a, vec b) {
#if WIDTH == 8
  return _mm512_min_pd(b, a);
#elif WIDTH == 4
  return _mm256_min_pd(b, a);
#else
  return choose((ints)(b < a), b, a);
#endif
}

/* a < b ? b : a */
static inline vec max_of(vec a, vec b) {
#if WIDTH == 8
  return _mm512_max_pd(b, a);
#elif WIDTH == 4
  return _mm256_max_pd(b, a);
#else
  return choose((ints)(a < b), b, a);
#endif
}

static inline vec floor_of(vec x) {
#if WIDTH == 8
  return _mm512_floor_pd(x);
#elif WIDTH == 4
  return _mm256_floor_pd(x);
#else
  for (int lane = 0; lane < WIDTH; lane++) x[lane] = __builtin_floor(x[lane]);
  return x;
#endif
}

static inline vec sqrt_of(vec x) {
#if WIDTH == 8
  return _mm512_sqrt_pd(x);
#elif WIDTH == 4
  return _mm256_sqrt_pd(x);
#else
  for (int lane = 0; lane < WIDTH; lane++) x[lane] = __builtin_sqrt(x[lane]);
  return x;
#endif
}
`;

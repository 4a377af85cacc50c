import { exp, log, pow } from './elementary.ts';
import type { Graph } from './graph.ts';
import { OPERATIONS_PER_FUNCTION, PARAMETERS, writeJavaScript } from './javascript-source.ts';
import type { JavaScriptSource } from './javascript-source.ts';
import { checkLengths } from './kernel.ts';
import type { Kernel } from './kernel.ts';
import { planProgram } from './program.ts';

type Body = (
  v: Float64Array,
  inputs: Float64Array,
  tables: Float64Array,
  months: number,
  month: number,
  out: Float64Array,
  first: number,
  exponential: typeof exp,
  logarithm: typeof log,
  power: typeof pow,
) => void;

/**
 * Compiles a graph to JavaScript, computing what `outputs` need and nothing else. Gives the same bits as the
 * interpreter. Needs `new Function`, so a page must allow `unsafe-eval`.
 * Throws `ProblemError` (`unknown-name`) for an output that is neither a variable nor a stock.
 */
export function compileJavaScript(
  graph: Graph,
  outputs: readonly string[],
  operationsPerFunction = OPERATIONS_PER_FUNCTION,
): Kernel {
  const source = writeJavaScript(graph, planProgram(graph, outputs), operationsPerFunction);
  const counts = { inputs: graph.inputs.length, tables: graph.tables.length };
  return openJavaScript({ backend: 'javascript', outputs, counts, source });
}

/** A kernel as text, which can be posted to another thread. */
export interface JavaScriptKernelSource {
  readonly backend: 'javascript';
  readonly outputs: readonly string[];
  /** Of the graph, whether the outputs need them or not. */
  readonly counts: { readonly inputs: number; readonly tables: number };
  readonly source: JavaScriptSource;
}

/** Compiles the text of a kernel. */
export function openJavaScript({ outputs, source, counts: of }: JavaScriptKernelSource): Kernel {
  const draw = source.draw.map(compile);
  const step = source.step.map(compile);
  const { states } = source;
  const v = new Float64Array(source.slots);
  const counts = { ...of, outputs: outputs.length };
  return {
    backend: 'javascript',
    outputs,
    run(inputs, tables, months, out) {
      checkLengths(counts, inputs, tables, months, out);
      for (const body of draw) body(v, inputs, tables, months, 0, out, 0, exp, log, pow);
      for (let month = 0; month < months; month++) {
        const first = month * outputs.length;
        for (const body of step) body(v, inputs, tables, months, month, out, first, exp, log, pow);
        v.copyWithin(0, states, 2 * states);
      }
    },
  };
}

function compile(body: string): Body {
  // The text is written here from the graph's numbers and fixed names; no text of a user reaches it.
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-type-assertion
  return new Function(...PARAMETERS, body) as Body;
}

import type { Graph } from '../graph.ts';
import { openJavaScript } from '../javascript-backend.ts';
import type { JavaScriptKernelSource } from '../javascript-backend.ts';
import { writeJavaScript } from '../javascript-source.ts';
import { checkLengths } from '../kernel.ts';
import type { Kernel } from '../kernel.ts';
import type { Precision } from '../precision.ts';
import { planProgram } from '../program.ts';
import type { BatchKernel } from './batch-kernel.ts';
import { simdSupported } from './simd-support.ts';
import { openWebAssembly, writeWebAssemblyKernel } from './wasm-backend.ts';
import type { WasmKernelSource } from './wasm-backend.ts';

export interface BatchOptions {
  /** Without it, WebAssembly where it runs, else JavaScript. */
  readonly backend?: 'webassembly' | 'javascript';
  /** Doubles unless singles are asked for, which cost about half. JavaScript has no singles: it computes doubles then. */
  readonly precision?: Precision;
}

/** A compiled kernel as data that can be posted to another thread, and opened there without its graph. */
export type BatchSource = WasmKernelSource | (JavaScriptKernelSource & { readonly lanes: number });

/**
 * Compiles a graph for several draws at a time, computing what `outputs` need and nothing else. Both backends give
 * the same bits in doubles. Throws `ProblemError` (`unknown-name`) for an output that is neither a variable nor a stock.
 */
export function compileBatch(
  graph: Graph,
  outputs: readonly string[],
  options: BatchOptions = {},
): BatchKernel {
  return openBatch(writeBatch(graph, outputs, options));
}

/** The first half of `compileBatch`, with its errors. */
export function writeBatch(
  graph: Graph,
  outputs: readonly string[],
  { backend = simdSupported() ? 'webassembly' : 'javascript', precision = 'f64' }: BatchOptions = {},
): BatchSource {
  if (backend === 'webassembly') return writeWebAssemblyKernel(graph, outputs, { precision });
  const counts = { inputs: graph.inputs.length, tables: graph.tables.length };
  const source = writeJavaScript(graph, planProgram(graph, outputs));
  return { backend, outputs, counts, source, lanes: JAVASCRIPT_LANES };
}

/** Draws of a batch in JavaScript, where it makes no difference how many. */
export const JAVASCRIPT_LANES = 8;

/** The second half of `compileBatch`. Opened twice, the kernels share no state. */
export function openBatch(source: BatchSource): BatchKernel {
  return source.backend === 'webassembly'
    ? openWebAssembly(source)
    : batchOf(openJavaScript(source), source.counts, source.lanes);
}

/** Runs a kernel of single draws once for each lane. */
function batchOf(kernel: Kernel, single: JavaScriptKernelSource['counts'], lanes: number): BatchKernel {
  const { outputs } = kernel;
  const counts = {
    inputs: single.inputs * lanes,
    tables: single.tables,
    outputs: outputs.length * lanes,
  };
  const draw = new Float64Array(single.inputs);
  let result = new Float64Array();
  return {
    backend: 'javascript',
    precision: 'f64',
    outputs,
    lanes,
    run(inputs, tables, months, out) {
      checkLengths(counts, inputs, tables, months, out);
      const size = outputs.length * months;
      if (result.length < size) result = new Float64Array(size);
      for (let lane = 0; lane < lanes; lane++) {
        for (let input = 0; input < draw.length; input++) draw[input] = inputs[input * lanes + lane]!;
        kernel.run(draw, tables, months, result);
        for (let position = 0; position < size; position++) out[position * lanes + lane] = result[position]!;
      }
    },
  };
}

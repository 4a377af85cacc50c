import type { Graph } from '../graph.ts';
import { compileJavaScript } from '../javascript-backend.ts';
import { checkLengths } from '../kernel.ts';
import type { Kernel } from '../kernel.ts';
import type { BatchKernel } from './batch-kernel.ts';
import { simdSupported } from './simd-support.ts';
import { compileWebAssembly } from './wasm-backend.ts';
import { WASM_OPTIONS } from './wasm-module.ts';

export interface BatchOptions {
  /** Without it, WebAssembly where it runs, else JavaScript. */
  readonly backend?: 'webassembly' | 'javascript';
}

/**
 * Compiles a graph for several draws at a time, computing what `outputs` need and nothing else. Both backends give
 * the same bits. Throws `ProblemError` (`unknown-name`) for an output that is neither a variable nor a stock.
 */
export function compileBatch(
  graph: Graph,
  outputs: readonly string[],
  { backend = simdSupported() ? 'webassembly' : 'javascript' }: BatchOptions = {},
): BatchKernel {
  if (backend === 'webassembly') return compileWebAssembly(graph, outputs);
  const lanes = 2 * WASM_OPTIONS.groups * WASM_OPTIONS.blocks;
  return batchOf(compileJavaScript(graph, outputs), graph, lanes);
}

/** Runs a kernel of single draws once for each lane. */
function batchOf(kernel: Kernel, graph: Graph, lanes: number): BatchKernel {
  const { outputs } = kernel;
  const counts = {
    inputs: graph.inputs.length * lanes,
    tables: graph.tables.length,
    outputs: outputs.length * lanes,
  };
  const draw = new Float64Array(graph.inputs.length);
  let result = new Float64Array();
  return {
    backend: 'javascript',
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

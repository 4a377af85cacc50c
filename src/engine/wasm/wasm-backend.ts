import type { Graph } from '../graph.ts';
import { checkLengths } from '../kernel.ts';
import { planProgram } from '../program.ts';
import type { BatchKernel } from './batch-kernel.ts';
import { webAssemblyHost } from './host.ts';
import type { WebAssemblyMemory } from './host.ts';
import { WASM_OPTIONS, writeWebAssembly } from './wasm-module.ts';
import type { WasmOptions } from './wasm-module.ts';

const PAGE = 65536;

/**
 * Compiles a graph to WebAssembly, computing what `outputs` need and nothing else, for several draws at a time.
 * Gives the same bits as the interpreter. Needs WebAssembly with vectors (`simdSupported`); a page must allow
 * `wasm-unsafe-eval`. Throws `ProblemError` (`unknown-name`) for an output that is neither a variable nor a stock,
 * and `RangeError` where there is no WebAssembly.
 */
export function compileWebAssembly(
  graph: Graph,
  outputs: readonly string[],
  options: Partial<WasmOptions> = {},
): BatchKernel {
  const host = webAssemblyHost();
  if (host === undefined) throw new RangeError('no WebAssembly here');
  const module = writeWebAssembly(graph, planProgram(graph, outputs), { ...WASM_OPTIONS, ...options });
  const { exports } = new host.Instance(new host.Module(module.bytes));
  const memory = exports['memory'] as WebAssemblyMemory;
  const run = exports['run'] as (months: number, tables: number, outputs: number) => void;
  const { lanes, tables: used } = module;
  const counts = {
    inputs: graph.inputs.length * lanes,
    tables: graph.tables.length,
    outputs: outputs.length * lanes,
  };
  let doubles = new Float64Array(memory.buffer);
  return {
    backend: 'webassembly',
    outputs,
    lanes,
    run(inputs, tables, months, out) {
      checkLengths(counts, inputs, tables, months, out);
      if (months < 1) return;
      const tablesAt = module.free / 8;
      // Rounded up to a line of the processor's cache.
      const outputsAt = tablesAt + Math.ceil((used.length * months) / 8) * 8;
      const size = counts.outputs * months;
      const missing = (outputsAt + size) * 8 - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      // Growing gives the memory another buffer.
      if (doubles.buffer !== memory.buffer) doubles = new Float64Array(memory.buffer);
      doubles.set(inputs.subarray(0, counts.inputs), module.inputs / 8);
      for (let month = 0; month < months; month++) {
        const first = tablesAt + month * used.length;
        for (let table = 0; table < used.length; table++)
          doubles[first + table] = tables[used[table]! * months + month]!;
      }
      run(months, tablesAt * 8, outputsAt * 8);
      out.set(doubles.subarray(outputsAt, outputsAt + size));
    },
  };
}

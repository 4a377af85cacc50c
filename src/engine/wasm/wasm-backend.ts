import type { Graph } from '../graph.ts';
import { checkLengths } from '../kernel.ts';
import { planProgram } from '../program.ts';
import type { BatchKernel } from './batch-kernel.ts';
import { webAssemblyHost } from './host.ts';
import type { WebAssemblyHost, WebAssemblyMemory } from './host.ts';
import { WASM_OPTIONS, writeWebAssembly } from './wasm-module.ts';
import type { WasmModule, WasmOptions } from './wasm-module.ts';

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
  return openWebAssembly(writeWebAssemblyKernel(graph, outputs, options));
}

/** A compiled module with what must be known to run it; it can be posted to another thread. */
export interface WasmKernelSource extends Omit<WasmModule, 'bytes'> {
  readonly backend: 'webassembly';
  readonly outputs: readonly string[];
  /** Of the graph, whether the outputs need them or not. */
  readonly counts: { readonly inputs: number; readonly tables: number };
  /** A `WebAssembly.Module`. */
  readonly module: object;
}

/** The first half of `compileWebAssembly`, with its errors. */
export function writeWebAssemblyKernel(
  graph: Graph,
  outputs: readonly string[],
  options: Partial<WasmOptions> = {},
): WasmKernelSource {
  const host = requireHost();
  const { bytes, ...layout } = writeWebAssembly(graph, planProgram(graph, outputs), {
    ...WASM_OPTIONS,
    ...options,
  });
  const counts = { inputs: graph.inputs.length, tables: graph.tables.length };
  return { backend: 'webassembly', outputs, counts, ...layout, module: new host.Module(bytes) };
}

/** The second half of `compileWebAssembly`; every opened kernel has a memory of its own. */
export function openWebAssembly(source: WasmKernelSource): BatchKernel {
  const host = requireHost();
  const { outputs } = source;
  const { exports } = new host.Instance(source.module);
  const memory = exports['memory'] as WebAssemblyMemory;
  const run = exports['run'] as (months: number, tables: number, outputs: number) => void;
  const { lanes, tables: used } = source;
  const counts = {
    inputs: source.counts.inputs * lanes,
    tables: source.counts.tables,
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
      const tablesAt = source.free / 8;
      // Rounded up to a line of the processor's cache.
      const outputsAt = tablesAt + Math.ceil((used.length * months) / 8) * 8;
      const size = counts.outputs * months;
      const missing = (outputsAt + size) * 8 - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      // Growing gives the memory another buffer.
      if (doubles.buffer !== memory.buffer) doubles = new Float64Array(memory.buffer);
      doubles.set(inputs.subarray(0, counts.inputs), source.inputs / 8);
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

function requireHost(): WebAssemblyHost {
  const host = webAssemblyHost();
  if (host === undefined) throw new RangeError('no WebAssembly here');
  return host;
}

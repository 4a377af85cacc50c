import type { Graph } from '../graph.ts';
import { checkLengths } from '../kernel.ts';
import type { ObservationPlan } from '../observation-plan.ts';
import { planProgram } from '../program.ts';
import type { Program } from '../program.ts';
import type { BatchKernel } from './batch-kernel.ts';
import { webAssemblyHost } from './host.ts';
import type { WebAssemblyHost, WebAssemblyMemory } from './host.ts';
import type { Numbers } from '../precision.ts';
import { LANE_TYPES } from './lane-type.ts';
import type { LaneType } from './lane-type.ts';
import { writeWebAssembly } from './wasm-module.ts';
import type { WasmModule, WasmOptions } from './wasm-module.ts';

const PAGE = 65536;

/**
 * Compiles a graph to WebAssembly, computing what `outputs` need and nothing else, for several draws at a time.
 * Gives the same bits as the interpreter of the same precision. Needs WebAssembly with vectors (`simdSupported`); a
 * page must allow `wasm-unsafe-eval`. Throws `ProblemError` (`unknown-name`) for an output that is neither a variable
 * nor a stock, and `RangeError` where there is no WebAssembly.
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
  return loadWebAssembly(emitWebAssembly(graph, planProgram(graph, outputs), options));
}

/** The bytes of a module not yet compiled, with what must be known to run it. */
export type EmittedWasmKernel = Omit<WasmKernelSource, 'module'> & Pick<WasmModule, 'bytes'>;

/** Writes a program, which may gather what is observed of it instead of handing it out. */
export function emitWebAssembly(
  graph: Graph,
  program: Program,
  options: Partial<WasmOptions> = {},
  observations?: ObservationPlan,
): EmittedWasmKernel {
  const counts = { inputs: graph.inputs.length, tables: graph.tables.length };
  const { outputs } = program;
  const module = writeWebAssembly(graph, program, options, observations);
  return { backend: 'webassembly', outputs, counts, ...module };
}

export function loadWebAssembly({ bytes, ...about }: EmittedWasmKernel): WasmKernelSource {
  const { Module } = requireHost();
  return { ...about, module: new Module(bytes) };
}

/** The second half of `compileWebAssembly`; every opened kernel has a memory of its own. */
export function openWebAssembly(source: WasmKernelSource): BatchKernel {
  const { precision, lanes, outputs } = source;
  const instance = new KernelInstance(source);
  const counts = {
    inputs: source.counts.inputs * lanes,
    tables: source.counts.tables,
    outputs: outputs.length * lanes,
  };
  return {
    backend: 'webassembly',
    precision,
    outputs,
    lanes,
    run(inputs, tables, months, out) {
      checkLengths(counts, inputs, tables, months, out);
      if (months < 1) return;
      const size = counts.outputs * months;
      const outputsAt = instance.place(inputs, tables, months, size);
      instance.run(months, outputsAt, 0, 0);
      out.set(instance.numbers.subarray(outputsAt, outputsAt + size));
    },
  };
}

/** Bytes of a line of the processor's cache. */
const LINE = 64;

/** An instance of a kernel's module with its memory; places are counted in numbers of the kernel's precision. */
export class KernelInstance {
  readonly #source: WasmKernelSource;
  readonly #memory: WebAssemblyMemory;
  readonly #run: (months: number, tables: number, outputs: number, slots: number, positions: number) => void;
  readonly #type: LaneType;
  #numbers: Numbers;

  constructor(source: WasmKernelSource) {
    const { exports } = new (requireHost().Instance)(source.module);
    this.#source = source;
    this.#memory = exports['memory'] as WebAssemblyMemory;
    this.#run = exports['run'] as KernelInstance['run'];
    this.#type = LANE_TYPES[source.precision];
    this.#numbers = this.#type.view(this.#memory.buffer);
  }

  /** The memory as it is now; growing gives it another buffer. */
  get numbers(): Numbers {
    if (this.#numbers.buffer !== this.#memory.buffer) this.#numbers = this.#type.view(this.#memory.buffer);
    return this.#numbers;
  }

  /** Puts inputs and tables where the module expects them; gives the place of `size` free numbers after them. */
  place(inputs: Numbers, tables: Float64Array, months: number, size: number): number {
    const { lanes, counts, tables: used } = this.#source;
    const { bytes } = this.#type;
    const line = LINE / bytes;
    const free = this.#tablesAt + Math.ceil((used.length * months) / line) * line;
    const missing = (free + size) * bytes - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    const { numbers } = this;
    numbers.set(inputs.subarray(0, counts.inputs * lanes), this.#source.inputs / bytes);
    for (let month = 0; month < months; month++) {
      const first = this.#tablesAt + month * used.length;
      for (let table = 0; table < used.length; table++)
        numbers[first + table] = tables[used[table]! * months + month]!;
    }
    return free;
  }

  run(months: number, outputs: number, slots: number, positions: number): void {
    const { bytes } = this.#type;
    this.#run(months, this.#source.free, outputs * bytes, slots * bytes, positions * bytes);
  }

  get #tablesAt(): number {
    return this.#source.free / this.#type.bytes;
  }
}

function requireHost(): WebAssemblyHost {
  const host = webAssemblyHost();
  if (host === undefined) throw new RangeError('no WebAssembly here');
  return host;
}

import type { SamplingPlan } from '../../sampling-plan.ts';
import { webAssemblyHost } from '../host.ts';
import type { WebAssemblyHost, WebAssemblyMemory } from '../host.ts';
import type { ModuleFunction } from './random-tables.ts';
import { STEP } from './sampling-function.ts';
import { writeSamplingModule } from './sampling-module.ts';
import { layOutTables } from './sampling-tables.ts';
import type { SamplingTables } from './sampling-tables.ts';

const PAGE = 65536;

/** Draws of a plan's variables in WebAssembly, `lanes` at a time. */
export class WasmSampler {
  readonly #plan: SamplingPlan;
  readonly #lanes: number;
  /** Draws of a run of the module: `lanes` and what fills the last step up. */
  readonly #width: number;
  readonly #functions: Readonly<Record<string, ModuleFunction>>;
  readonly #memory: WebAssemblyMemory;
  readonly #free: number;
  #selected: readonly number[] = [];
  #tables: SamplingTables | undefined;
  #doubles = new Float64Array();

  /** Throws `RangeError` where there is no WebAssembly. */
  constructor(plan: SamplingPlan, lanes: number) {
    const host = webAssemblyHost();
    if (host === undefined) throw new RangeError('no WebAssembly here');
    const { module, free } = compiledModule(host);
    const { exports } = new host.Instance(module);
    this.#plan = plan;
    this.#lanes = lanes;
    this.#width = Math.ceil(lanes / STEP) * STEP;
    this.#functions = exports as Readonly<Record<string, ModuleFunction>>;
    this.#memory = exports['memory'] as WebAssemblyMemory;
    this.#free = free;
  }

  /** Values of variables `selected` for `lanes` draws from `first` on, into their places of `[variable][lane]`. */
  fill(first: number, into: Float64Array, selected: readonly number[]): void {
    const tables = this.#tablesOf(selected);
    // Runs begin at multiples of four draws, so a first draw that is none takes two.
    for (let lane = 0; lane < this.#lanes; ) {
      const skipped = (first + lane) % STEP;
      tables.random.draw(this.#functions, first + lane - skipped, this.#width);
      for (const { name, parameters } of tables.calls) this.#functions[name]!(...parameters);
      const count = Math.min(this.#width - skipped, this.#lanes - lane);
      this.#copy(tables.results / 8 + skipped, count, into, lane);
      lane += count;
    }
  }

  /** Copies `count` draws of all results, the first of them from position `from` of the memory. */
  #copy(from: number, count: number, into: Float64Array, lane: number): void {
    const selected = this.#selected;
    const whole = count === this.#lanes && count === this.#width;
    for (let position = 0; position < selected.length; ) {
      let rows = 1;
      // Neighbours lie one after the other here as there.
      if (whole) while (selected[position + rows] === selected[position]! + rows) rows++;
      const start = from + position * this.#width;
      into.set(
        this.#doubles.subarray(start, start + (whole ? rows * count : count)),
        selected[position]! * this.#lanes + lane,
      );
      position += rows;
    }
  }

  #tablesOf(selected: readonly number[]): SamplingTables {
    const known = this.#selected;
    const same =
      selected === known ||
      (selected.length === known.length && selected.every((variable, i) => variable === known[i]));
    if (this.#tables !== undefined && same) return this.#tables;
    const tables = layOutTables(this.#plan, selected, this.#width, this.#free);
    const missing = tables.memory.end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    tables.memory.writeTo(this.#memory.buffer);
    this.#doubles = new Float64Array(this.#memory.buffer);
    this.#tables = tables;
    this.#selected = selected.slice();
    return tables;
  }
}

let compiled: { readonly host: WebAssemblyHost; readonly module: object; readonly free: number } | undefined;

/** The module, which is the same for all samplers, compiled once. */
function compiledModule(host: WebAssemblyHost): { readonly module: object; readonly free: number } {
  if (compiled?.host !== host) {
    const { bytes, free } = writeSamplingModule();
    compiled = { host, module: new host.Module(bytes), free };
  }
  return compiled;
}

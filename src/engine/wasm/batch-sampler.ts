import type { Problem } from '../../problem/problem.ts';
import { quantileFunction } from '../quantile-function.ts';
import { samplerOf } from '../sampler.ts';
import type { Sampler } from '../sampler.ts';
import { checkDraw, planSampling } from '../sampling-plan.ts';
import type { SamplerOptions, SamplingMethod, SamplingPlan } from '../sampling-plan.ts';
import { WasmSampler } from './sampling/wasm-sampler.ts';
import { simdSupported } from './simd-support.ts';

/** Draws of all uncertain inputs, several at a time. Both backends give the bits of `createSampler`. */
export interface BatchSampler {
  readonly backend: 'webassembly' | 'javascript';
  readonly names: readonly string[];
  readonly method: SamplingMethod;
  /** How many random numbers a draw takes: variables other than points. */
  readonly dimensions: number;
  /** As of `Sampler`. */
  readonly notes: readonly Problem[];
  readonly lanes: number;
  /**
   * Values of draws `firstDraw` to `firstDraw + lanes - 1` into `into`, `[variable][lane]`. With `variables`, places
   * of variables, each once and rising, only those are drawn and the rest of `into` stays as it is; WebAssembly then
   * takes less time, JavaScript does not.
   * Best are first draws that are multiples of four: others may take twice the time.
   * Throws `RangeError` for draws that `Sampler` refuses, an `into` that is too short and variables that are none.
   */
  fill(firstDraw: number, into: Float64Array, variables?: readonly number[]): void;
  /** Every variable at its quantile `p` in all lanes, without correlation. */
  fillQuantile(p: number, into: Float64Array): void;
}

export interface BatchSamplerOptions {
  /** Without it, WebAssembly where it runs, else JavaScript. */
  readonly backend?: 'webassembly' | 'javascript' | undefined;
}

/**
 * A sampler of `lanes` draws at a time, a whole number from 1 on, best a multiple of four. Throws what `createSampler`
 * throws, and `RangeError` for other `lanes`, or where WebAssembly is asked for and missing.
 */
export function createBatchSampler(
  options: SamplerOptions,
  lanes: number,
  { backend = simdSupported() ? 'webassembly' : 'javascript' }: BatchSamplerOptions = {},
): BatchSampler {
  const plan = planSampling(options);
  if (!(Number.isSafeInteger(lanes) && lanes > 0))
    throw new RangeError(`lanes must be a whole number from 1 on, got ${lanes}`);
  return new PlannedSampler(plan, lanes, backend);
}

class PlannedSampler implements BatchSampler {
  readonly backend: BatchSampler['backend'];
  readonly lanes: number;
  readonly #plan: SamplingPlan;
  /** Places of all variables. */
  readonly #all: readonly number[];
  readonly #draws: Draws;

  constructor(plan: SamplingPlan, lanes: number, backend: BatchSampler['backend']) {
    this.backend = backend;
    this.lanes = lanes;
    this.#plan = plan;
    this.#all = Array.from(plan.variables.keys());
    this.#draws = drawsOf(plan, lanes, backend);
  }

  get names(): readonly string[] {
    return this.#plan.names;
  }

  get method(): SamplingMethod {
    return this.#plan.method;
  }

  get dimensions(): number {
    return this.#plan.onSobol.length + this.#plan.onPhilox.length;
  }

  get notes(): readonly Problem[] {
    return this.#plan.notes;
  }

  fill(firstDraw: number, into: Float64Array, variables = this.#all): void {
    checkDraw(firstDraw, this.#plan);
    checkDraw(firstDraw + this.lanes - 1, this.#plan);
    this.#checkLength(into);
    if (variables !== this.#all) checkPlaces(variables, this.#all.length);
    this.#draws.fill(firstDraw, into, variables);
  }

  fillQuantile(p: number, into: Float64Array): void {
    this.#checkLength(into);
    for (const [variable, { distribution }] of this.#plan.variables.entries())
      into.fill(quantileFunction(distribution)(p), variable * this.lanes, (variable + 1) * this.lanes);
  }

  #checkLength(into: Float64Array): void {
    const length = this.#all.length * this.lanes;
    if (into.length < length) throw new RangeError(`into holds ${into.length} numbers, not ${length}`);
  }
}

/** WebAssembly draws lanes that follow each other; picked draws do not. */
function drawsOf(plan: SamplingPlan, lanes: number, backend: BatchSampler['backend']): Draws {
  return backend === 'webassembly' && plan.ancestors === undefined
    ? new WasmSampler(plan, lanes)
    : new LaneByLane(plan, lanes);
}

/** What differs between the backends. */
interface Draws {
  fill(firstDraw: number, into: Float64Array, variables: readonly number[]): void;
}

/** Single draws, one after the other. */
class LaneByLane implements Draws {
  readonly #sampler: Sampler;
  readonly #lanes: number;
  readonly #draw: Float64Array;

  constructor(plan: SamplingPlan, lanes: number) {
    this.#sampler = samplerOf(plan);
    this.#lanes = lanes;
    this.#draw = new Float64Array(plan.variables.length);
  }

  fill(firstDraw: number, into: Float64Array, variables: readonly number[]): void {
    for (let lane = 0; lane < this.#lanes; lane++) {
      this.#sampler.fill(firstDraw + lane, this.#draw);
      for (const variable of variables) into[variable * this.#lanes + lane] = this.#draw[variable]!;
    }
  }
}

/** Throws a RangeError unless these are places below `count`, each once and rising. */
function checkPlaces(places: readonly number[], count: number): void {
  let last = -1;
  for (const place of places) {
    if (!(Number.isInteger(place) && place > last && place < count))
      throw new RangeError(`not places of variables below ${count}, each once and rising: ${place}`);
    last = place;
  }
}

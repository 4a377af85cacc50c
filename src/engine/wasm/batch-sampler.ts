import type { Problem } from '../../problem/problem.ts';
import { quantileFunction } from '../quantile-function.ts';
import { samplerOf } from '../sampler.ts';
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
   * A first draw that is a multiple of four takes half the time of others.
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
  { backend }: BatchSamplerOptions = {},
): BatchSampler {
  return batchSamplerOf(planSampling(options), lanes, backend);
}

/** The batch sampler of a plan. */
export function batchSamplerOf(
  plan: SamplingPlan,
  lanes: number,
  backend: BatchSampler['backend'] = simdSupported() ? 'webassembly' : 'javascript',
): BatchSampler {
  if (!(Number.isSafeInteger(lanes) && lanes > 0))
    throw new RangeError(`lanes must be a whole number from 1 on, got ${lanes}`);
  const { variables, names, method, notes, onSobol, onPhilox } = plan;
  const all = Array.from(variables.keys());
  const checkLength = (into: Float64Array): void => {
    if (into.length < all.length * lanes)
      throw new RangeError(`into holds ${into.length} numbers, not ${all.length * lanes}`);
  };
  const fill =
    backend === 'webassembly' ? wasmFill(new WasmSampler(plan, lanes)) : javaScriptFill(plan, lanes);
  return {
    backend,
    names,
    method,
    dimensions: onSobol.length + onPhilox.length,
    notes,
    lanes,
    fill(firstDraw, into, selected = all) {
      checkDraw(firstDraw, plan);
      checkDraw(firstDraw + lanes - 1, plan);
      checkLength(into);
      if (selected !== all) checkSelection(selected, all.length);
      fill(firstDraw, into, selected);
    },
    fillQuantile(p, into) {
      checkLength(into);
      for (const [variable, { distribution }] of variables.entries())
        into.fill(quantileFunction(distribution)(p), variable * lanes, (variable + 1) * lanes);
    },
  };
}

type Fill = (firstDraw: number, into: Float64Array, selected: readonly number[]) => void;

function wasmFill(sampler: WasmSampler): Fill {
  return (firstDraw, into, selected) => sampler.fill(firstDraw, into, selected);
}

function javaScriptFill(plan: SamplingPlan, lanes: number): Fill {
  const sampler = samplerOf(plan);
  const draw = new Float64Array(plan.variables.length);
  return (firstDraw, into, selected) => {
    for (let lane = 0; lane < lanes; lane++) {
      sampler.fill(firstDraw + lane, draw);
      for (const variable of selected) into[variable * lanes + lane] = draw[variable]!;
    }
  };
}

function checkSelection(selected: readonly number[], count: number): void {
  let last = -1;
  for (const variable of selected) {
    if (!(Number.isInteger(variable) && variable > last && variable < count))
      throw new RangeError(`not places of variables below ${count}, each once and rising: ${variable}`);
    last = variable;
  }
}

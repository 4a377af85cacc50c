import type { Observation } from '../ensemble/observation.ts';
import type { Graph } from '../graph.ts';
import { openJavaScript } from '../javascript-backend.ts';
import type { JavaScriptKernelSource } from '../javascript-backend.ts';
import { writeJavaScript } from '../javascript-source.ts';
import { checkLengths } from '../kernel.ts';
import { calendarPositions, planObservations } from '../observation-plan.ts';
import type { ObservationPlan } from '../observation-plan.ts';
import { observeMonths } from '../observed-graph.ts';
import type { Numbers, Precision } from '../precision.ts';
import { JAVASCRIPT_LANES } from './compile-batch.ts';
import type { BatchOptions } from './compile-batch.ts';
import { LANE_TYPES } from './lane-type.ts';
import { simdSupported } from './simd-support.ts';
import { emitWebAssembly, KernelInstance, loadWebAssembly } from './wasm-backend.ts';
import type { EmittedWasmKernel, WasmKernelSource } from './wasm-backend.ts';

/** A compiled model that runs several draws at a time and keeps of each only what is observed. */
export interface Observer {
  readonly backend: 'webassembly' | 'javascript';
  /** What it computes in; inputs, tables and what is kept are rounded to it. */
  readonly precision: Precision;
  /** Draws of one run. Whoever has fewer fills the other lanes with anything, such as the last draw again. */
  readonly lanes: number;
  /** Numbers kept of a draw: one for each observation and period, observation by observation. */
  readonly slots: number;
  /**
   * Runs one draw in each lane, from the first month on. `inputs` are `[input][lane]`, in the order of
   * `graph.inputs`; `tables` are `[table][month]`, the same for all lanes; `out` receives `[slot][lane]`.
   * Throws `RangeError` when an array is too short.
   */
  run(inputs: Numbers, tables: Float64Array, months: number, out: Float64Array): void;
}

/** An observer as data that can be posted to another thread, and opened there without its graph. */
export type ObserverSource = (WasmKernelSource | (JavaScriptKernelSource & { readonly lanes: number })) & {
  readonly plan: ObservationPlan;
};

/** What an observer is made of, as data that can be kept in files. */
export type EmittedObserver = (
  | EmittedWasmKernel
  | Extract<ObserverSource, { readonly backend: 'javascript' }>
) & { readonly plan: ObservationPlan };

/**
 * Compiles a graph so that of every draw only the observations are kept: sums of scalars, gathered over the months of
 * their periods inside the kernel. Both backends give the same bits in doubles.
 * Throws `ProblemError` (`unknown-name`) for a scalar that is neither a variable nor a stock.
 */
export function writeObserver(
  graph: Graph,
  observations: readonly Observation[],
  options: BatchOptions = {},
): ObserverSource {
  return loadObserver(emitObserver(graph, observations, options));
}

/** The first half of `writeObserver`, with its errors: what can be done long before. */
export function emitObserver(
  graph: Graph,
  observations: readonly Observation[],
  { backend = simdSupported() ? 'webassembly' : 'javascript', precision = 'f64' }: BatchOptions = {},
): EmittedObserver {
  const { graph: observed, program } = observeMonths(graph, observations);
  const plan = planObservations(observations);
  if (backend === 'webassembly') return { ...emitWebAssembly(observed, program, { precision }, plan), plan };
  const { outputs } = program;
  const counts = { inputs: graph.inputs.length, tables: graph.tables.length };
  const source = writeJavaScript(observed, program);
  return { backend, outputs, counts, source, lanes: JAVASCRIPT_LANES, plan };
}

/** The second half of `writeObserver`. */
export function loadObserver(emitted: EmittedObserver): ObserverSource {
  return emitted.backend === 'webassembly' ? { ...loadWebAssembly(emitted), plan: emitted.plan } : emitted;
}

/** Opened twice, observers share no state. */
export function openObserver(source: ObserverSource): Observer {
  return source.backend === 'webassembly' ? openInWebAssembly(source) : openInJavaScript(source);
}

type SourceOf<Backend> = Extract<ObserverSource, { readonly backend: Backend }>;

function openInWebAssembly(source: SourceOf<'webassembly'>): Observer {
  const { precision, lanes, outputs, plan } = source;
  const { bytes } = LANE_TYPES[precision];
  const instance = new KernelInstance(source);
  const counts = { inputs: source.counts.inputs * lanes, tables: source.counts.tables, outputs: 0 };
  const size = plan.slots * lanes;
  let placedMonths = -1;
  let offsets = new Int32Array();
  return {
    backend: 'webassembly',
    precision,
    lanes,
    slots: plan.slots,
    run(inputs, tables, months, out) {
      checkLengths(counts, inputs, tables, months, out);
      requireSlots(size, out);
      if (months !== placedMonths) {
        placedMonths = months;
        offsets = offsetsOf(plan, months, lanes * bytes);
      }
      const outputsSize = outputs.length * lanes;
      const total = outputsSize + size + Math.ceil(offsets.byteLength / bytes);
      const outputsAt = instance.place(inputs, tables, months, total);
      const slotsAt = outputsAt + outputsSize;
      const { numbers } = instance;
      numbers.fill(0, slotsAt, slotsAt + size);
      new Int32Array(numbers.buffer, (slotsAt + size) * bytes, offsets.length).set(offsets);
      if (months > 0) instance.run(months, outputsAt, slotsAt, slotsAt + size);
      out.set(numbers.subarray(slotsAt, slotsAt + size));
    },
  };
}

/** `[month][calendar]`: bytes from an observation's first slot to that of the month; -1 outside of all periods. */
function offsetsOf(plan: ObservationPlan, months: number, stride: number): Int32Array<ArrayBuffer> {
  const positions = calendarPositions(plan, months);
  const calendars = plan.calendars.length;
  return Int32Array.from(positions, (_, index) => {
    const position = positions[(index % calendars) * months + Math.floor(index / calendars)]!;
    return position < 0 ? -1 : position * stride;
  });
}

function openInJavaScript(source: SourceOf<'javascript'>): Observer {
  const { lanes, outputs, plan } = source;
  const kernel = openJavaScript(source);
  const { inputs: inputCount, tables: tableCount } = source.counts;
  const counts = { inputs: inputCount * lanes, tables: tableCount, outputs: 0 };
  const draw = new Float64Array(inputCount);
  let months = -1;
  let result = new Float64Array();
  let positions = new Int32Array() as Int32Array;
  const gather = (lane: number, out: Float64Array): void => {
    for (const [calendar, { readings }] of plan.calendars.entries()) {
      for (let month = 0; month < months; month++) {
        const position = positions[calendar * months + month]!;
        if (position < 0) continue;
        for (const { output, slot, overTime } of readings) {
          const at = (slot + position) * lanes + lane;
          const value = result[month * outputs.length + output]!;
          out[at] = overTime === 'last' ? value : out[at]! + value;
        }
      }
    }
    for (const mean of plan.means) {
      const at = mean.slot * lanes + lane;
      out[at] = out[at]! / mean.months;
    }
  };
  return {
    backend: 'javascript',
    precision: 'f64',
    lanes,
    slots: plan.slots,
    run(inputs, tables, runMonths, out) {
      checkLengths(counts, inputs, tables, runMonths, out);
      requireSlots(plan.slots * lanes, out);
      if (months !== runMonths) {
        months = runMonths;
        result = new Float64Array(outputs.length * months);
        positions = calendarPositions(plan, months);
      }
      out.fill(0, 0, plan.slots * lanes);
      for (let lane = 0; lane < lanes; lane++) {
        for (let input = 0; input < draw.length; input++) draw[input] = inputs[input * lanes + lane]!;
        kernel.run(draw, tables, months, result);
        gather(lane, out);
      }
    },
  };
}

function requireSlots(size: number, out: Float64Array): void {
  if (out.length < size) throw new RangeError(`out: expected at least ${size} numbers, found ${out.length}`);
}

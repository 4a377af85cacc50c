import { simdSupported } from '../engine/index.ts';
import type { BatchOptions, Graph, Observation, ObserverSource } from '../engine/index.ts';

/** Kernels kept for the next question: a page asks the same ones while a lever is dragged. */
const MOST_KEPT = 4;

/** What a kernel is for: with the same key it is the same kernel of the same model. */
export interface KernelRequest {
  readonly observations: readonly Observation[];
  readonly options: BatchOptions;
}

/** The engine’s `writeObserver`; given, so that a page need not load compilers before it can answer. */
export type CompileKernel = (
  graph: Graph,
  observations: readonly Observation[],
  options: BatchOptions,
) => ObserverSource;

/** Compiled kernels of one model. */
export class KernelStore {
  readonly #kept = new Map<string, ObserverSource>();
  readonly #compile: CompileKernel;
  readonly #load: (key: string) => ObserverSource | undefined;

  /** `load` gives kernels that were compiled when the program was built. */
  constructor(compile: CompileKernel, load: (key: string) => ObserverSource | undefined = () => undefined) {
    this.#compile = compile;
    this.#load = load;
  }

  /** Every kernel asked for and still kept, the latest last. */
  get keys(): readonly string[] {
    return [...this.#kept.keys()];
  }

  /** `graph` is asked for only where the kernel has to be compiled. */
  kernelOf(graph: () => Graph, request: KernelRequest): ObserverSource {
    const key = keyOf(request);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const kernel = this.#load(key) ?? this.#compile(graph(), request.observations, request.options);
    this.#kept.set(key, kernel);
    for (const old of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(old);
    return kernel;
  }
}

/** What a kernel does not depend on is left out of it, such as the names of periods. */
export function keyOf({ observations, options }: KernelRequest): string {
  const { backend = simdSupported() ? 'webassembly' : 'javascript', precision = 'f64' } = options;
  const text = texts.get(observations) ?? textOf(observations);
  texts.set(observations, text);
  return `{"observations":${text},"options":${JSON.stringify({ backend, precision })}}`;
}

/** Long, and the same observations are asked for again and again. */
const texts = new WeakMap<readonly Observation[], string>();

function textOf(observations: readonly Observation[]): string {
  const kept = observations.map(({ scalars, factor, above, overTime, periods }) => ({
    scalars,
    factor,
    ...(above === undefined ? {} : { above }),
    overTime,
    periods: periods.map(({ first, last }) => ({ first, last })),
  }));
  return JSON.stringify(kept);
}

/** The request that a key stands for. */
export function requestOf(key: string): KernelRequest {
  const request: KernelRequest = JSON.parse(key);
  return request;
}

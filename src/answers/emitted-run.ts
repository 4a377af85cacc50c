import type { Belief } from '../beliefs/belief.ts';
import { emitObserver } from '../engine/index.ts';
import type { Correlation, Distribution, EmittedObserver, ObserverSource } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { buildModel } from '../model/model.ts';
import type { SupplyChainModel } from '../model/model.ts';
import type { History, View } from '../register/index.ts';
import { asOf } from '../register/index.ts';
import { KernelStore, requestOf } from './kernel-store.ts';
import type { Evidence, RunBase, RunInput } from './run-base.ts';

/** A base as JSON: all that the usual questions need, without the model's equations. */
export interface EmittedRun {
  readonly day: string;
  readonly history: History;
  readonly catalogue: Catalogue;
  readonly inputs: readonly RunInput[];
  readonly tables: readonly number[];
  readonly beliefs: readonly Belief[];
  readonly correlations: readonly Correlation[];
}

export function emitRun({ view, catalogue, inputs, tables, beliefs, correlations }: RunBase): EmittedRun {
  const { date, history } = view;
  return {
    day: date,
    history,
    catalogue,
    inputs,
    tables: [...tables],
    beliefs: [...beliefs.values()],
    correlations,
  };
}

/** A kernel and the key it is asked for by. */
export interface EmittedKernel {
  readonly key: string;
  readonly kernel: EmittedObserver;
}

/** Every kernel that questions to the base have asked for. */
export function emitKernels({ model, kernels }: RunBase): EmittedKernel[] {
  return kernels.keys.map((key) => {
    const { observations, options } = requestOf(key);
    return { key, kernel: emitObserver(model.graph, observations, options) };
  });
}

/** The base that `emitRun` was given. Figures are read, and the model is built, only where somebody asks for them. */
export function restoreRun(
  emitted: EmittedRun,
  evidence: Evidence,
  loadKernel: (key: string) => ObserverSource | undefined,
): RunBase {
  const { day, history, catalogue, inputs, tables, correlations } = emitted;
  const view = once((): View => asOf(evidence.register, day, { history }));
  const model = once((): SupplyChainModel => buildModel(catalogue));
  const beliefs = emitted.beliefs.map((belief) => ({
    ...belief,
    distribution: withInfinities(belief.distribution),
  }));
  return {
    view: {
      date: day,
      history,
      get facts() {
        return view().facts;
      },
      get products() {
        return view().products;
      },
      get models() {
        return view().models;
      },
      get claims() {
        return view().claims;
      },
      get families() {
        return view().families;
      },
    },
    catalogue,
    get model() {
      return model();
    },
    inputs,
    tables: Float64Array.from(tables),
    beliefs: new Map(beliefs.map((belief) => [belief.input, belief])),
    correlations,
    kernels: new KernelStore(loadKernel),
  };
}

/** JSON writes infinite bounds as null. */
function withInfinities(distribution: Distribution): Distribution {
  if (distribution.kind !== 'truncated-normal') return distribution;
  const { low, high }: { readonly low: number | null; readonly high: number | null } = distribution;
  return { ...distribution, low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

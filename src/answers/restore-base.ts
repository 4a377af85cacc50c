import type { Belief, SpreadRecord } from '../beliefs/belief.ts';
import type { Correlation, Distribution } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { SupplyChainModel } from '../model/model.ts';
import type { History, OwnRows, View } from '../register/index.ts';
import type { KernelStore } from './kernel-store.ts';
import type { RunBase, RunInput } from './run-base.ts';

/** A belief whose record, where it has one, is named by its place among the records. */
export interface EmittedBelief extends Omit<Belief, 'record'> {
  readonly record?: number;
}

/** A base as JSON: all that the usual questions need, without the model's equations. */
export interface EmittedRun {
  readonly day: string;
  readonly history: History;
  /** Where rows of one’s own were added to the register. */
  readonly own?: OwnRows;
  readonly catalogue: Catalogue;
  readonly inputs: readonly RunInput[];
  readonly tables: readonly number[];
  readonly beliefs: readonly EmittedBelief[];
  /** Records of past errors, which many beliefs share. */
  readonly records: readonly SpreadRecord[];
  readonly correlations: readonly Correlation[];
}

/** What a restored base asks for only where somebody asks it for that. */
export interface RestoredParts {
  readonly view: () => View;
  readonly model: () => SupplyChainModel;
  readonly kernels: KernelStore;
}

/** The base that `emitRun` was given, on parts that come from elsewhere: they are large, and most questions need none. */
export function restoreBase(emitted: EmittedRun, parts: RestoredParts): RunBase {
  const { day, history, own, catalogue, inputs, tables, correlations } = emitted;
  const view = once(parts.view);
  const model = once(parts.model);
  const beliefs = emitted.beliefs.map(({ record: place, ...belief }): Belief => {
    const record = place === undefined ? undefined : emitted.records[place];
    return {
      ...belief,
      distribution: withInfinities(belief.distribution),
      ...(record && { record }),
    };
  });
  return {
    view: {
      date: day,
      history,
      ...(own && { own }),
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
    kernels: parts.kernels,
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

import type { SpreadRecord } from '../beliefs/belief.ts';
import { emitObserver, writeObserver } from '../engine/index.ts';
import type { EmittedObserver, ObserverSource } from '../engine/index.ts';
import { buildModel } from '../model/model.ts';
import { asOf } from '../register/index.ts';
import { KernelStore, requestOf } from './kernel-store.ts';
import { restoreBase } from './restore-base.ts';
import type { EmittedRun } from './restore-base.ts';
import type { Evidence, RunBase } from './run-base.ts';

export type { EmittedRun } from './restore-base.ts';

export function emitRun({ view, catalogue, inputs, tables, beliefs, correlations }: RunBase): EmittedRun {
  const { date, history, own } = view;
  const places = new Map<string, number>();
  const records: SpreadRecord[] = [];
  const placeOf = (record: SpreadRecord): number => {
    const key = JSON.stringify(record);
    const place = places.get(key) ?? records.push(record) - 1;
    places.set(key, place);
    return place;
  };
  return {
    day: date,
    history,
    ...(own && { own }),
    catalogue,
    inputs,
    tables: [...tables],
    beliefs: [...beliefs.values()].map(({ record, ...belief }) => ({
      ...belief,
      ...(record && { record: placeOf(record) }),
    })),
    records,
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
  const { day, history, catalogue } = emitted;
  return restoreBase(emitted, {
    view: () => asOf(evidence.register, day, { history }),
    model: () => buildModel(catalogue),
    kernels: new KernelStore(writeObserver, loadKernel),
  });
}

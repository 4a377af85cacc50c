import type { Assumption } from '../beliefs/assumption.ts';
import type { Belief } from '../beliefs/belief.ts';
import { formBeliefs, tooEarly } from '../beliefs/beliefs.ts';
import { buildCatalogue } from '../beliefs/build-catalogue.ts';
import { formatUnit, writeObserver } from '../engine/index.ts';
import type { Correlation } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { SupplyChainModel } from '../model/model.ts';
import { buildModel } from '../model/model.ts';
import type { History, Register, View } from '../register/index.ts';
import { asOf } from '../register/index.ts';
import { KernelStore } from './kernel-store.ts';

/** Everything a forecast starts from: dated figures and assumptions. */
export interface Evidence {
  readonly register: Register;
  readonly assumptions: readonly Assumption[];
  /** What was made of these figures and assumptions before. */
  readonly emitted?: EmittedBases;
}

/** Bases made when the program was built, so that the usual questions start at once. */
export interface EmittedBases {
  /** The base of a day, if it was emitted; it reads figures only where somebody asks for them. */
  base(day: string, history: History, evidence: Evidence): RunBase | undefined;
}

/** An input of the model. */
export interface RunInput {
  readonly name: string;
  readonly unit: string;
}

/** What all scenarios of a day have in common. */
export interface RunBase {
  readonly view: View;
  readonly catalogue: Catalogue;
  /** Built when first asked for, where the base was emitted. */
  readonly model: SupplyChainModel;
  /** Inputs of the model, in its order. */
  readonly inputs: readonly RunInput[];
  /** Values of the model's tables, `[table][month]`. */
  readonly tables: Float64Array;
  /** One for each input. */
  readonly beliefs: ReadonlyMap<string, Belief>;
  readonly correlations: readonly Correlation[];
  readonly kernels: KernelStore;
}

/**
 * Forms the beliefs of a day, with history as published by then or, where asked for, from later estimates as well.
 * Takes what was emitted where there is such.
 */
export function baseOf(evidence: Evidence, day: string, history: History): RunBase {
  return evidence.emitted?.base(day, history, evidence) ?? formBase(evidence, day, history);
}

/** As `baseOf`, formed anew. A `startYear` before that of the day gives a run through what is known by the day. */
export function formBase(evidence: Evidence, day: string, history: History, startYear?: number): RunBase {
  const view = asOf(evidence.register, day, { history });
  const catalogue = buildCatalogue(view, evidence.assumptions, startYear);
  const model = modelAt(catalogue, view.date);
  const { byInput, correlations } = formBeliefs(view, evidence.assumptions, catalogue, model.graph);
  return {
    view,
    catalogue,
    model,
    inputs: model.graph.inputs.map(({ name, unit }) => ({ name, unit: formatUnit(unit) })),
    tables: model.tables,
    beliefs: byInput,
    correlations,
    kernels: new KernelStore(writeObserver),
  };
}

/** Without products or buyers there is no model: then too little was published, which says more than what is missing. */
function modelAt(catalogue: Catalogue, day: string): SupplyChainModel {
  try {
    return buildModel(catalogue);
  } catch (error) {
    throw tooEarly(day) ?? error;
  }
}

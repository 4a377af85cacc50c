import { drawingOf } from '../../src/answers/ensemble.ts';
import type { Request } from '../../src/answers/ensemble.ts';
import type { PreparedRun } from '../../src/answers/prepare-run.ts';
import type { EnsembleJob } from '../../src/engine/index.ts';
import { writeObserver, writeWebAssembly } from '../../src/engine/index.ts';
import { observeMonths } from '../../src/engine/observed-graph.ts';
import { planObservations } from '../../src/engine/observation-plan.ts';

/** A job as JSON, its module as bytes, for a page that has no model of its own. */
export interface JobText {
  readonly job: string;
  /** Of the WebAssembly module, in Base64. */
  readonly bytes: string;
}

/** An ensemble of a prepared run on either backend, as `runEnsemble` would make it. */
export function jobText(
  run: PreparedRun,
  requests: readonly Request[],
  backend: 'webassembly' | 'javascript',
  draws: number,
): JobText {
  const { graph, tables, catalogue } = run.model;
  const { graph: observed, program } = observeMonths(graph, requests);
  const { bytes } = writeWebAssembly(observed, program, {}, planObservations(requests));
  const kernel = { ...writeObserver(graph, requests, { backend }), module: null };
  const job = {
    kernel,
    ...drawingOf(run, { draws: 1, seed: 1 }),
    tables: [...tables],
    months: catalogue.months,
    draws,
    blockDraws: 32,
    variants: [{}, { held: [{ index: graph.inputIndex('cowos factor'), value: 1.1 }], draws: 40 }],
    inputs: [graph.inputIndex('initial gap')],
  } satisfies Record<keyof EnsembleJob, unknown>;
  return { job: JSON.stringify(job), bytes: Buffer.from(bytes).toString('base64') };
}

import type { Case, Engine, Measurement, Precision } from './measurement.ts';
import type { ModelSize } from './whole-models.ts';

/** A case of all repeats: `measured[repeat]`. */
export interface CaseResult {
  readonly which: Case;
  readonly measured: readonly Measurement[];
}

/** Whole models that were measured, each once. */
export function modelsOf(results: readonly CaseResult[]): ModelSize[] {
  const all = results.flatMap(({ measured: [first] }) => first?.model ?? []);
  return [...new Map(all.map((model) => [model.judged, model])).values()];
}

/** What was measured on one whole model, or without one on none of them. */
export function resultsOn(results: readonly CaseResult[], model: ModelSize | undefined): CaseResult[] {
  return results.filter(({ measured: [first] }) => first?.model?.judged === model?.judged);
}

/** Of results on one model, the repeats of a case. */
export function findRepeats(
  results: readonly CaseResult[],
  workload: string,
  engine: Engine,
  precision: Precision = 'f64',
  workers = 1,
): readonly Measurement[] | undefined {
  return results.find(
    ({ which }) =>
      which.workload === workload &&
      which.engine === engine &&
      which.precision === precision &&
      which.workers === workers,
  )?.measured;
}

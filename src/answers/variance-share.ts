import type { EnsembleOptions, Request } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import type { PreparedRun } from './prepare-run.ts';

/**
 * Share of each request’s variance (first period) that rests on assumptions: V(assumptions vary) ÷ (V(assumptions vary)
 * + V(rows vary)), the other inputs at their medians. Interactions between the two are left out of both.
 */
export async function varianceShareOfAssumptions(
  run: PreparedRun,
  requests: readonly Request[],
  options: EnsembleOptions,
): Promise<number[]> {
  const assumed = await runEnsemble(run, requests, options, [], 'assumed');
  const rows = await runEnsemble(run, requests, options, [], 'rows');
  return requests.map((_, index) => {
    const a = variance(assumed.values[index]?.[0]);
    const b = variance(rows.values[index]?.[0]);
    return a + b > 0 ? a / (a + b) : 0;
  });
}

function variance(values: Float64Array | undefined): number {
  if (values === undefined || values.length < 2) return 0;
  let mean = 0;
  for (const value of values) mean += value;
  mean /= values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return squares / (values.length - 1);
}

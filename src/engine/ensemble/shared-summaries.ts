import type { Summary } from '../quantiles.ts';
import { poolOf } from './draw-ensemble.ts';
import type { DrawOptions } from './draw-ensemble.ts';
import type { Fan } from './fan.ts';

/** Fewer values are summarised before a worker has heard of them. */
const WORTH_SHARING = 100_000;

/**
 * Summaries of fans, as `Fan.summary` gives them. Quantiles can only be looked for once all is drawn, which would leave
 * all cores but one idle, so the `workers` that drew take their part of it.
 */
export async function summariseFans(
  fans: readonly Fan[],
  workers: number,
  options: Pick<DrawOptions, 'pool'>,
): Promise<Summary[]> {
  const series = fans.flatMap(({ kept }) => kept ?? []);
  const values = series.reduce((sum, { length }) => sum + length, 0);
  const pool = workers > 1 && values >= WORTH_SHARING ? await poolOf(options) : undefined;
  if (pool !== undefined && series.length === fans.length) return pool.summarise(series, workers);
  const scratch = new Float64Array(series[0]?.length ?? 0);
  return fans.map((fan) => fan.summary(scratch));
}

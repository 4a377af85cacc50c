import type { Row, View } from '../../register/index.ts';
import {
  centralValue,
  labelsOfFamily,
  latestBySource,
  looksAhead,
  publisherOf,
  query,
} from '../../register/index.ts';
import { logAmount } from './outcome.ts';
import { spanOf } from './span.ts';
import type { Target } from './targets.ts';

/** A forecast that somebody had published by the as-of day, for exactly the target’s period. */
export interface PublishedForecast {
  readonly row: Row;
  /** As written, without the outlet it came through. */
  readonly publisher: string;
  readonly value: number;
  /** Logarithm of the forecast over the outcome, in absolute terms; the mean over the outcome’s range. */
  readonly absoluteError: number;
}

/** The latest word of every source on a target. */
export function publishedForecasts(view: View, target: Target): readonly PublishedForecast[] {
  const { entry, member, outcome } = target;
  if (entry.forecasts === undefined) return [];
  const { metric, product } = entry.forecasts;
  const labels = product === undefined ? labelsOfFamily(view.families, member ?? '') : new Set(product);
  const rows = query(view, {
    metric,
    entity: entry.outcome.entity,
    unit: entry.outcome.unit,
    site: '',
  }).filter((row) => {
    if (!looksAhead(row) || !labels.has(row.product)) return false;
    if (row.quantity !== 'value' && row.quantity !== 'range') return false;
    const span = spanOf(row, entry.period);
    return span?.first === outcome.span.first && span.last === outcome.span.last;
  });
  const { values, weights } = outcome.points;
  return latestBySource(rows).map((row) => {
    const value = centralValue(row) ?? Number.NaN;
    const said = logAmount(value, entry);
    const absoluteError = values.reduce(
      (sum, came, index) => sum + (weights[index] ?? 0) * Math.abs(said - came),
      0,
    );
    return { row, publisher: publisherOf(row), value, absoluteError };
  });
}

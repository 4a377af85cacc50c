import { dayNumber } from './dates.ts';
import { productNamer } from './family.ts';
import { entityId } from './names.ts';
import { medianOf } from './median.ts';
import { byDate, latestBySource, statements } from './query.ts';
import type { Facts } from './query.ts';
import { centralValue } from './row.ts';
import type { Row } from './row.ts';

/** What a forecast is about. */
export const FORECAST_SUBJECTS = ['capacity', 'capex', 'sales', 'units', 'date'] as const;
export type ForecastSubject = (typeof FORECAST_SUBJECTS)[number];

/** Metrics of forecasts by subject, and the metric that their outcomes stand under where it is another. */
const METRICS: Readonly<
  Record<string, { readonly subject: ForecastSubject; readonly outcomes?: readonly string[] }>
> = {
  cowos_capacity: { subject: 'capacity' },
  hbm_capacity: { subject: 'capacity' },
  wafer_capacity: { subject: 'capacity' },
  capex_guidance: { subject: 'capex', outcomes: ['capex'] },
  revenue_guidance: { subject: 'sales', outcomes: ['ai_revenue', 'datacenter_revenue'] },
  ai_revenue: { subject: 'sales' },
  hbm_revenue: { subject: 'sales' },
  hbm_market: { subject: 'sales' },
  market_size: { subject: 'sales' },
  units_shipped: { subject: 'units' },
  rack_shipments: { subject: 'units' },
  fab_milestone: { subject: 'date' },
  hbm_milestone: { subject: 'date' },
  rack_milestone: { subject: 'date' },
};

/** One forecast beside what was later published. */
export interface ForecastPair {
  readonly subject: ForecastSubject;
  readonly publisher: string;
  readonly forecast: Row;
  /** Rows that tell the outcome, and their figure: the median of actual figures, else of estimates. */
  readonly outcomes: readonly Row[];
  /** Months from publication to the end of the period forecast. */
  readonly horizon: number;
  /** Forecast over outcome less one; for a date, months by which the event came later than forecast. */
  readonly error: number;
}

const DAYS_A_MONTH = 365.2425 / 12;

/**
 * Every forecast among the rows whose outcome is among them too; rows as of a day give what was known that day. The rule of pairing: a row of kind forecast,
 * guidance or target, with a figure, published before its period ended; against rows of kind actual or estimate
 * published after the period ended, of the same metric (or the metric of its outcome), entity, site, product family,
 * unit, basis, last month and length of period. A bound alone is neither a forecast nor an outcome. Actual figures go
 * before estimates, and of each source the latest word counts.
 * A statement that several outlets repeat is one forecast. For dates, the last day forecast is held against the last
 * day of the actual milestone of the same name.
 */
export function forecastPairs({ facts, families }: Facts): readonly ForecastPair[] {
  const productName = productNamer(families);
  const keyOf = (row: Row, metric: string): string => {
    const isDate = METRICS[row.metric]?.subject === 'date';
    const about = [metric, entityId(row.entity), row.site, productName(row.product)];
    if (isDate) return about.join('|');
    // Capital expenditure is guided without its basis, so that all of them stand against it.
    const basis = metric === 'capex' ? '' : row.basis;
    return [...about, row.unit, basis, row.periodEnd.slice(0, 7), lengthOf(row)].join('|');
  };
  const outcomes = new Map<string, Row[]>();
  for (const row of facts) {
    if (row.kind !== 'actual' && row.kind !== 'estimate') continue;
    const key = keyOf(row, row.metric);
    outcomes.set(key, [...(outcomes.get(key) ?? []), row]);
  }
  return byDate(statements(facts.filter(looksAhead))).flatMap((forecast): ForecastPair[] => {
    const metric = METRICS[forecast.metric];
    if (metric === undefined) return [];
    const told = (metric.outcomes ?? [forecast.metric])
      .flatMap((name) => outcomes.get(keyOf(forecast, name)) ?? [])
      .filter((row) => row.published > forecast.published);
    const scored = metric.subject === 'date' ? scoreDate(forecast, told) : scoreFigure(forecast, told);
    if (scored === undefined) return [];
    const horizon = (dayNumber(forecast.periodEnd) - dayNumber(forecast.published)) / DAYS_A_MONTH;
    return [{ subject: metric.subject, publisher: publisherOf(forecast), forecast, horizon, ...scored }];
  });
}

/** True for a forecast, guidance or target that was published before its period ended. */
export function looksAhead(row: Row): boolean {
  const { kind } = row;
  return (kind === 'forecast' || kind === 'guidance' || kind === 'target') && row.published < row.periodEnd;
}

/** Length of a row’s period in whole months; 0 for a level. */
export function lengthOf(row: Row): number {
  return Math.round((dayNumber(row.periodEnd) - dayNumber(row.periodStart)) / DAYS_A_MONTH);
}

type Told = Pick<ForecastPair, 'outcomes' | 'error'>;

function scoreFigure(forecast: Row, told: readonly Row[]): Told | undefined {
  const value = isFigure(forecast) ? centralValue(forecast) : undefined;
  const outcome = outcomeOf(told, forecast.periodEnd);
  if (value === undefined || outcome === undefined) return undefined;
  return { outcomes: outcome.rows, error: value / outcome.value - 1 };
}

/** What became of a quantity, and the rows that tell. */
export interface Outcome {
  readonly value: number;
  readonly rows: readonly Row[];
}

/**
 * The outcome that rows about one quantity tell, of those published on or after a day: the median of actual figures,
 * else of estimates, the latest word of each source.
 */
export function outcomeOf(rows: readonly Row[], from: string): Outcome | undefined {
  const after = rows.filter(
    (row) => isFigure(row) && row.published >= from && (row.kind === 'actual' || row.kind === 'estimate'),
  );
  const actual = after.filter((row) => row.kind === 'actual');
  const told = latestBySource(actual.length > 0 ? actual : after);
  const value = medianOf(told.flatMap((row) => centralValue(row) ?? []));
  return value === undefined || value <= 0 ? undefined : { value, rows: told };
}

/** A bound alone (“above 5 bn”) cannot miss on one side, and is not scored. */
function isFigure(row: Row): boolean {
  return row.quantity === 'value' || row.quantity === 'range';
}

function scoreDate(forecast: Row, told: readonly Row[]): Told | undefined {
  const [first] = byDate(told.filter((row) => row.kind === 'actual'));
  if (first === undefined || forecast.unit !== 'date') return undefined;
  const days = dayNumber(first.periodEnd) - dayNumber(forecast.periodEnd);
  return { outcomes: [first], error: days / DAYS_A_MONTH };
}

/** The publisher as written, without the outlet it came through. */
export function publisherOf(row: Row): string {
  return (row.publisher.split(/ via | \(/u)[0] ?? row.publisher).trim();
}

import type { Register, Row } from '../register/index.ts';
import {
  asOf,
  byDate,
  centralValue,
  dayNumber,
  entityId,
  latestBySource,
  originalSources,
  productNamer,
  statements,
} from '../register/index.ts';

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

/** Months ahead, upper ends of the classes of horizon; the last is open. */
export const HORIZONS = [6, 12, 24] as const;

/** One forecast beside what was later published. */
export interface ScoredForecast {
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

/** Errors of a group of forecasts: how many, the middle one, the middle of their sizes, how many too low (too early). */
export interface ErrorSummary {
  readonly count: number;
  readonly median: number;
  readonly size: number;
  readonly low: number;
}

/** Forecasts of one quantity published in one quarter. */
export interface VintageRow {
  /** First day of the quarter. */
  readonly quarter: string;
  readonly count: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

const DAYS_A_MONTH = 365.2425 / 12;

/**
 * Every forecast of the register whose outcome was published by the day. The rule of pairing: a row of kind forecast,
 * guidance or target, with a figure, published before its period ended; against rows of kind actual or estimate
 * published after the period ended, of the same metric (or the metric of its outcome), entity, site, product family,
 * unit, basis, last month and length of period. A bound alone is neither a forecast nor an outcome. Actual figures go before estimates, and of each source the latest word counts.
 * A statement that several outlets repeat is one forecast. For dates, the last day forecast is held against the last
 * day of the actual milestone of the same name.
 */
export function scoreForecasts(register: Register, day: string): readonly ScoredForecast[] {
  const { facts, families } = asOf(register, day);
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
  return byDate(statements(facts.filter(looksAhead))).flatMap((forecast): ScoredForecast[] => {
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

function looksAhead(row: Row): boolean {
  const { kind } = row;
  return (kind === 'forecast' || kind === 'guidance' || kind === 'target') && row.published < row.periodEnd;
}

function lengthOf(row: Row): number {
  return Math.round((dayNumber(row.periodEnd) - dayNumber(row.periodStart)) / DAYS_A_MONTH);
}

type Scored = Pick<ScoredForecast, 'outcomes' | 'error'>;

function scoreFigure(forecast: Row, told: readonly Row[]): Scored | undefined {
  const value = isFigure(forecast) ? centralValue(forecast) : undefined;
  const after = told.filter((row) => isFigure(row) && row.published >= forecast.periodEnd);
  const actual = after.filter((row) => row.kind === 'actual');
  const rows = latestBySource(actual.length > 0 ? actual : after);
  const outcome = medianOf(rows.flatMap((row) => centralValue(row) ?? []));
  if (value === undefined || outcome === undefined || outcome <= 0) return undefined;
  return { outcomes: rows, error: value / outcome - 1 };
}

/** A bound alone (“above 5 bn”) cannot miss on one side, and is not scored. */
function isFigure(row: Row): boolean {
  return row.quantity === 'value' || row.quantity === 'range';
}

function scoreDate(forecast: Row, told: readonly Row[]): Scored | undefined {
  const [first] = byDate(told.filter((row) => row.kind === 'actual'));
  if (first === undefined || forecast.unit !== 'date') return undefined;
  const days = dayNumber(first.periodEnd) - dayNumber(forecast.periodEnd);
  return { outcomes: [first], error: days / DAYS_A_MONTH };
}

/** The publisher as written, without the outlet it came through. */
function publisherOf(row: Row): string {
  return (row.publisher.split(/ via | \(/u)[0] ?? row.publisher).trim();
}

/** The source behind a publisher line, whatever its spelling. */
function sourceOf(row: Row): string {
  return [...originalSources(row.publisher)].sort()[0] ?? row.publisher.toLowerCase();
}

/** How far the forecasts of a group missed. */
export interface GroupRecord {
  readonly name: string;
  /** Figures: capacity, capital expenditure, sales, units. */
  readonly figures: ErrorSummary;
  /** Figures by class of horizon. */
  readonly horizons: readonly ErrorSummary[];
  /** Milestones, in months. */
  readonly dates: ErrorSummary;
}

export interface ForecastRecord {
  readonly asOf: string;
  readonly scored: readonly ScoredForecast[];
  readonly bySubject: readonly GroupRecord[];
  /** Most forecasts first. */
  readonly byPublisher: readonly GroupRecord[];
  readonly vintages: { readonly quantity: VintageQuantity; readonly rows: readonly VintageRow[] };
}

export type VintageQuantity = Readonly<Record<'metric' | 'entity' | 'product' | 'periodEnd', string>>;

/** The quantity of the article that was forecast most often and moved most. */
export const VINTAGE_QUANTITY: VintageQuantity = {
  metric: 'cowos_capacity',
  entity: 'TSMC',
  product: '',
  periodEnd: '2026-12-31',
};

/** The forecasters’ record at a day: errors by subject and by publisher, and how forecasts of one quantity moved. */
export function answerForecastRecord(register: Register, day: string): ForecastRecord {
  const scored = scoreForecasts(register, day);
  const bySource = groupBy(scored, ({ forecast }) => sourceOf(forecast));
  const publishers = [...bySource.values()].map((items) => groupRecord(items[0]?.publisher ?? '', items));
  return {
    asOf: day,
    scored,
    bySubject: FORECAST_SUBJECTS.map((subject) =>
      groupRecord(
        subject,
        scored.filter((item) => item.subject === subject),
      ),
    ),
    byPublisher: publishers.toSorted(
      (a, b) =>
        b.figures.count + b.dates.count - a.figures.count - a.dates.count || (a.name < b.name ? -1 : 1),
    ),
    vintages: { quantity: VINTAGE_QUANTITY, rows: forecastVintages(register, day, VINTAGE_QUANTITY) },
  };
}

function groupRecord(name: string, items: readonly ScoredForecast[]): GroupRecord {
  const figures = items.filter(({ subject }) => subject !== 'date');
  return {
    name,
    figures: summariseErrors(figures),
    horizons: Array.from({ length: HORIZONS.length + 1 }, (_, index) =>
      summariseErrors(figures.filter(({ horizon }) => horizonClass(horizon) === index)),
    ),
    dates: summariseErrors(items.filter(({ subject }) => subject === 'date')),
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

export function summariseErrors(scored: readonly ScoredForecast[]): ErrorSummary {
  const errors = scored.map(({ subject, error }) => ({
    error,
    early: subject === 'date' ? error > 0 : error < 0,
  }));
  return {
    count: errors.length,
    median: medianOf(errors.map(({ error }) => error)) ?? Number.NaN,
    size: medianOf(errors.map(({ error }) => Math.abs(error))) ?? Number.NaN,
    low: errors.filter(({ early }) => early).length,
  };
}

/** Class of a horizon: 0 for up to six months, and so on. */
export function horizonClass(horizon: number): number {
  const found = HORIZONS.findIndex((end) => horizon <= end);
  return found < 0 ? HORIZONS.length : found;
}

/** How forecasts of one quantity moved, by quarter of publication; a statement counts once. */
export function forecastVintages(
  register: Register,
  day: string,
  quantity: VintageQuantity,
): readonly VintageRow[] {
  const rows = statements(
    asOf(register, day).facts.filter(
      (row) =>
        looksAhead(row) &&
        row.quantity !== 'none' &&
        row.metric === quantity.metric &&
        entityId(row.entity) === entityId(quantity.entity) &&
        row.product === quantity.product &&
        row.site === '' &&
        row.periodEnd === quantity.periodEnd,
    ),
  );
  const quarters = new Map<string, number[]>();
  for (const row of byDate(rows)) {
    const month = Math.floor((Number(row.published.slice(5, 7)) - 1) / 3) * 3 + 1;
    const quarter = `${row.published.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), centralValue(row) ?? Number.NaN]);
  }
  return [...quarters].map(([quarter, values]) => ({
    quarter,
    count: values.length,
    low: Math.min(...values),
    median: medianOf(values) ?? Number.NaN,
    high: Math.max(...values),
  }));
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

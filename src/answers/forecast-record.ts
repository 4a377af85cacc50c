import type { ForecastPair, Register, Row } from '../register/index.ts';
import {
  asOf,
  byDate,
  centralValue,
  entityId,
  FORECAST_SUBJECTS,
  forecastPairs,
  groupBy,
  looksAhead,
  medianOf,
  originalSources,
  statements,
} from '../register/index.ts';

/** Months ahead, upper ends of the classes of horizon; the last is open. */
export const HORIZONS = [6, 12, 24] as const;

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
  readonly scored: readonly ForecastPair[];
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
  const scored = forecastPairs(asOf(register, day));
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

function groupRecord(name: string, items: readonly ForecastPair[]): GroupRecord {
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

export function summariseErrors(scored: readonly ForecastPair[]): ErrorSummary {
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

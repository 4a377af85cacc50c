import type { ForecastPair, Register, Row } from '../register/index.ts';
import {
  asOf,
  FORECAST_SUBJECTS,
  forecastPairs,
  groupBy,
  medianOf,
  originalSources,
} from '../register/index.ts';
import type { ForecastVintages } from './forecast-vintages.ts';
import { forecastVintages } from './forecast-vintages.ts';

/** Months ahead, upper ends of the classes of horizon; the last is open. */
export const HORIZONS = [6, 12, 24] as const;

/** Errors of a group of forecasts: how many, the middle one, the middle of their sizes, how many too low (too early). */
export interface ErrorSummary {
  readonly count: number;
  readonly median: number;
  readonly size: number;
  readonly low: number;
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
  /** Of the quantity named, or of the usual one if it had been forecast by the day. */
  readonly vintages?: ForecastVintages;
}

/**
 * The forecasters’ record at a day: errors by subject and by publisher, and how forecasts of one quantity moved. Throws
 * `unknown-quantity`.
 */
export function answerForecastRecord(register: Register, day: string, quantity?: string): ForecastRecord {
  const vintages = forecastVintages(register, day, quantity);
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
    ...(vintages && { vintages }),
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

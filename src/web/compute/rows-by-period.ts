import type { Row } from '../../register/index.ts';

export type PublishedStep = 'month' | 'quarter' | 'year';

/** How many rows were published when. */
export interface PublishedRows {
  readonly step: PublishedStep;
  /** By ISO month in which each period starts, from the first with rows to the last, none between left out. */
  readonly periods: readonly { readonly start: string; readonly rows: number }[];
  /** Rows of which a coarser date alone is stated: they count in the last period that it covers. */
  readonly coarse: number;
}

/** More columns than these do not fit beside each other. */
const MOST_PERIODS = 36;
const STEPS: readonly (readonly [PublishedStep, months: number])[] = [
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
];
/** Dates as sources state them that tell the period: `2025` tells no quarter, `2025-Q1` no month. */
const STATED: Readonly<Record<PublishedStep, RegExp>> = {
  month: /^\d{4}-\d{2}/u,
  quarter: /^\d{4}-(?:\d{2}|Q\d)/u,
  year: /^\d{4}/u,
};

/** Rows by month of publication where these are few, else by quarter or year. */
export function rowsByPeriod(rows: readonly Pick<Row, 'published' | 'publishedStated'>[]): PublishedRows {
  const months = rows.map(
    ({ published }) => Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1,
  );
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const fits = ([, width]: (typeof STEPS)[number]): boolean =>
    Math.floor(last / width) - Math.floor(first / width) < MOST_PERIODS;
  const [step, width] = STEPS.find(fits) ?? ['year', 12];
  const counts = new Map<number, number>();
  for (const month of months) {
    const period = Math.floor(month / width);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const from = Math.floor(first / width);
  return {
    step,
    periods:
      rows.length === 0
        ? []
        : Array.from({ length: Math.floor(last / width) - from + 1 }, (_, index) => ({
            start: isoMonth((from + index) * width),
            rows: counts.get(from + index) ?? 0,
          })),
    coarse: rows.filter(({ publishedStated }) => !STATED[step].test(publishedStated)).length,
  };
}

/** Months are counted from year 0. */
function isoMonth(months: number): string {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

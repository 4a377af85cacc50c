import type { Band, FanSeries, FlowEnd, FlowLink } from '../../src/show/charts/chart-spec.ts';

/* Figures for charts that are only looked at; none of them means anything. */

export function monthsFrom(year: number, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  );
}

export function fanOf(
  name: string,
  role: FanSeries['role'],
  start: number,
  rise: number,
  count: number,
): FanSeries {
  const median = Array.from(
    { length: count },
    (_, month) => start + rise * (month / 24) - (rise * month * month) / 3400,
  );
  const around = (share: number, down: number, up: number): Band => ({
    share,
    low: median.map((value, month) => Math.max(0, value - down * (0.3 + month * 0.02))),
    high: median.map((value, month) => value + up * (0.3 + month * 0.03)),
  });
  return { name, role, median, bands: [around(50, 0.5, 0.7), around(80, 0.9, 1.9), around(95, 1.2, 3.6)] };
}

export function end(name: string, value: number, low: number, high: number): FlowEnd {
  return { name, total: { value, low, high } };
}

export function link(from: number, to: number, value: number): FlowLink {
  return { from, to, value, low: value * 0.7, high: value * 1.5 };
}

export function pinOf(number: number, name: string, start: number, rise: number, count: number): FanSeries {
  const fan = fanOf(name, 'pin', start, rise, count);
  return { ...fan, number, bands: fan.bands.filter(({ share }) => share === 80) };
}

/** Grows from nothing by so much a month, and levels off. */
export function differenceOf(number: number, name: string, step: number, count: number): FanSeries {
  const median = Array.from({ length: count }, (_, month) => step * Math.min(month, 40));
  const edge = (factor: number): number[] => median.map((value) => value * factor);
  const band = { share: 80, low: edge(step > 0 ? 0.2 : 2.1), high: edge(step > 0 ? 2.1 : 0.2) };
  return { name, role: 'pin', number, median, bands: [band] };
}

export function vintageOf(start: number, from: number, step: number) {
  const month = (value: (ahead: number) => number): number[] =>
    Array.from({ length: 36 }, (_, index) => (index < start ? NaN : value(index - start)));
  return {
    asOf: `${2024 + Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, '0')}-15`,
    median: month((ahead) => from + ahead * step),
    bands: [
      {
        share: 80,
        low: month((ahead) => from + ahead * step * 0.7),
        high: month((ahead) => from + ahead * step * 1.4),
      },
    ],
  };
}

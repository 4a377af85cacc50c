import type { ForecastAnswer } from '../answers/forecast.ts';
import type { CsvField } from './csv.ts';

export const FORECAST_COLUMNS = [
  'part',
  'member',
  'period_start',
  'period_end',
  'unit',
  'mean',
  'p10',
  'p50',
  'p90',
];

/** The forecast as one long table: `part` says which figure of the answer a row is. */
export function forecastFields(answer: ForecastAnswer): CsvField[][] {
  const { overdue, shortage, binding, built, years, waits, ends } = answer;
  return [
    ...ends.map((end): CsvField[] => [
      'shortage-end',
      String(end.threshold),
      '',
      '',
      'date',
      '',
      end.p10 ?? '',
      end.p50 ?? '',
      end.p90 ?? '',
    ]),
    ...overdue.months.map((month, index): CsvField[] => {
      const summary = overdue.summaries[index];
      return [
        'overdue-months',
        'gpu',
        month,
        '',
        'month',
        summary?.mean,
        summary?.p10,
        summary?.p50,
        summary?.p90,
      ];
    }),
    ...shortage.map(({ period, probability }): CsvField[] => [
      'shortage-probability',
      'gpu',
      period.start,
      period.end,
      '1',
      probability,
      '',
      '',
      '',
    ]),
    ...bindingRows(binding),
    ...built.flatMap((entry) =>
      entry.years.map((summary, index): CsvField[] => [
        entry.series,
        entry.member,
        years[index]?.start,
        years[index]?.end,
        entry.unit,
        summary.mean,
        summary.p10,
        summary.p50,
        summary.p90,
      ]),
    ),
    ...waits.map(({ buyer, overdueMonths: months }): CsvField[] => [
      'wait',
      buyer,
      answer.asOf,
      '',
      'month',
      months.mean,
      months.p10,
      months.p50,
      months.p90,
    ]),
  ];
}

function bindingRows(binding: ForecastAnswer['binding']): CsvField[][] {
  return binding.constraints.flatMap(({ input, shares }) =>
    shares.map((share, index): CsvField[] => [
      'binding-probability',
      input,
      binding.quarters[index]?.start,
      binding.quarters[index]?.end,
      '1',
      share,
      '',
      '',
      '',
    ]),
  );
}

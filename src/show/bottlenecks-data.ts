import type { ForecastAnswer } from '../answers/forecast.ts';
import type { WorthAnswer } from '../answers/input-worth.ts';
import type { CsvField } from './csv.ts';

/** What binds as plain data; `src/show/schemas/bottlenecks.ts` says what is in it. */
export function bottlenecksData(
  { scenario, asOf, history, calibration, draws, seed, binding }: ForecastAnswer,
  { draws: worthDraws, years, nextConstraints, worth }: WorthAnswer,
): Readonly<Record<string, unknown>> {
  return {
    scenario,
    asOf,
    history,
    ...(calibration && { calibration }),
    draws,
    seed,
    ...binding,
    worthDraws,
    years,
    nextConstraints,
    worth,
  };
}

export const BOTTLENECK_COLUMNS = [
  'part',
  'change',
  'input',
  'measure',
  'period_start',
  'period_end',
  'unit',
  'mean',
  'p10',
  'p50',
  'p90',
  'raised',
  'lowered',
];

/**
 * What binds, what comes next and what more is worth as one long table: `part` says what a row is, `change` what is
 * there in plenty or how much more there is of the input.
 */
export function bottleneckFields(
  { binding }: ForecastAnswer,
  { years, nextConstraints, worth }: WorthAnswer,
): CsvField[][] {
  return [
    ...binding.constraints.flatMap(({ input, shares }) =>
      shares.map((share, index): CsvField[] => [
        'binding-probability',
        '',
        input,
        'share',
        binding.quarters[index]?.start,
        binding.quarters[index]?.end,
        '1',
        share,
        ...NO_RANGE,
      ]),
    ),
    ...nextConstraints.flatMap((next) =>
      next.years.flatMap(({ input, share }, index): CsvField[][] => {
        const about = (name: string): CsvField[] => [
          'next-constraint',
          next.relieved ?? '',
          name,
          'share',
          years[index]?.start,
          years[index]?.end,
          '1',
        ];
        return [
          [...about(input), share, ...NO_RANGE],
          [...about('demand'), next.met[index], ...NO_RANGE],
        ];
      }),
    ),
    ...worth.map(({ input, step, measure, unit, period, effect }): CsvField[] => {
      const { mean, p10, p50, p90 } = effect.difference;
      const about = ['worth', step, input, measure, period.start, period.end, unit];
      return [...about, mean, p10, p50, p90, effect.raised, effect.lowered];
    }),
  ];
}

const NO_RANGE: readonly CsvField[] = [undefined, undefined, undefined, undefined, undefined];

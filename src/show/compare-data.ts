import type { ComparedScenario, CompareAnswer } from '../answers/compare.ts';
import type { ComparedDifference } from '../answers/compared-difference.ts';
import type { Summary } from '../engine/index.ts';
import type { Period } from '../answers/period.ts';
import type { CsvField } from './csv.ts';

export const COMPARE_COLUMNS = [
  'part',
  'scenario',
  'as_of',
  'name',
  'member',
  'period_start',
  'period_end',
  'unit',
  'mean',
  'p10',
  'p50',
  'p90',
  'higher',
  'lower',
];

interface Told {
  readonly name: string;
  readonly member: string;
  readonly period: Period;
  readonly unit: string;
}

/** The comparison as one long table: `part` says what a row is, `as_of` from which ISO day its scenario looks. */
export function compareFields(answer: CompareAnswer): CsvField[][] {
  const { scenarios, figures, attributions } = answer;
  return [
    ...scenarios.map(({ name, asOf, horizonEnd, end }): CsvField[] => [
      'shortage-end',
      name,
      asOf,
      'shortage-end',
      '',
      asOf,
      horizonEnd,
      'date',
      undefined,
      end.p10 ?? '',
      end.p50 ?? '',
      end.p90 ?? '',
      undefined,
      undefined,
    ]),
    ...figures.flatMap((figure) => [
      ...figure.values.flatMap((value, index) =>
        value ? [row('value', scenarios[index], figure, value)] : [],
      ),
      ...figure.differences.flatMap((difference, index) =>
        difference ? [row('difference', scenarios[index + 1], figure, difference)] : [],
      ),
    ]),
    ...attributions.flatMap(({ scenario: of, alone, interaction, ...figure }) => {
      const scenario = scenarios.find(({ name }) => name === of);
      const told = (member: string): Told => ({ ...figure, member });
      return [
        ...alone.map((difference, index) =>
          row('alone', scenario, told(scenario?.changes[index]?.name ?? ''), difference),
        ),
        row('together', scenario, told(''), figure.together),
        row('interaction', scenario, told(''), interaction),
      ];
    }),
  ];
}

function row(
  part: string,
  scenario: ComparedScenario | undefined,
  { name, member, period, unit }: Told,
  value: Summary | ComparedDifference | number,
): CsvField[] {
  const { name: of = '', asOf = '' } = scenario ?? {};
  const about = [part, of, asOf, name, member, period.start, period.end, unit];
  if (typeof value === 'number')
    return [...about, value, undefined, undefined, undefined, undefined, undefined];
  const { mean, p10, p50, p90 } = value;
  const shares = 'higher' in value ? [value.higher, value.lower] : [undefined, undefined];
  return [...about, mean, p10, p50, p90, ...shares];
}

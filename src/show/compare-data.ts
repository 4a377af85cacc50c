import type { CompareAnswer } from '../answers/compare.ts';
import type { ComparedDifference } from '../answers/compared-difference.ts';
import type { Summary } from '../engine/index.ts';
import type { Period } from '../answers/period.ts';
import type { CsvField } from './csv.ts';

export const COMPARE_COLUMNS = [
  'part',
  'scenario',
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

/** The comparison as one long table: `part` says what a row is. */
export function compareFields(answer: CompareAnswer): CsvField[][] {
  const { scenarios, figures, attributions } = answer;
  const names = scenarios.map(({ name }) => name);
  return [
    ...scenarios.map(({ name, asOf, horizonEnd, end }): CsvField[] => [
      'shortage-end',
      name,
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
        value ? [row('value', names[index] ?? '', figure, value)] : [],
      ),
      ...figure.differences.flatMap((difference, index) =>
        difference ? [row('difference', names[index + 1] ?? '', figure, difference)] : [],
      ),
    ]),
    ...attributions.flatMap(({ scenario, alone, interaction, ...figure }) => {
      const changes = scenarios.find(({ name }) => name === scenario)?.changes ?? [];
      const of = (member: string): Told => ({ ...figure, member });
      return [
        ...alone.map((difference, index) =>
          row('alone', scenario, of(changes[index]?.name ?? ''), difference),
        ),
        row('together', scenario, of(''), figure.together),
        row('interaction', scenario, of(''), interaction),
      ];
    }),
  ];
}

function row(
  part: string,
  scenario: string,
  { name, member, period, unit }: Told,
  value: Summary | ComparedDifference | number,
): CsvField[] {
  const about = [part, scenario, name, member, period.start, period.end, unit];
  if (typeof value === 'number')
    return [...about, value, undefined, undefined, undefined, undefined, undefined];
  const { mean, p10, p50, p90 } = value;
  const shares = 'higher' in value ? [value.higher, value.lower] : [undefined, undefined];
  return [...about, mean, p10, p50, p90, ...shares];
}

import type { PairedFigure } from '../answers/paired-table.ts';
import type { CsvField } from './csv.ts';

/** Columns of figures under changes; `change` is empty for the run as it is. */
export const PAIRED_COLUMNS = [
  'name',
  'member',
  'period_start',
  'period_end',
  'unit',
  'change',
  'mean',
  'p10',
  'p50',
  'p90',
  'difference_mean',
  'difference_p10',
  'difference_p50',
  'difference_p90',
  'higher',
  'lower',
];

/** Rows in the order of `PAIRED_COLUMNS`: each figure as it is, then under each change. */
export function pairedFields(figures: readonly PairedFigure[]): CsvField[][] {
  return figures.flatMap(({ name, member, unit, period, base, changed }) => {
    const about = [name, member, period.start, period.end, unit];
    const empty = Array.from({ length: 6 }, (): CsvField => undefined);
    return [
      [...about, '', base.mean, base.p10, base.p50, base.p90, ...empty],
      ...changed.map(({ change, value, difference }): CsvField[] => [
        ...about,
        change,
        value.mean,
        value.p10,
        value.p50,
        value.p90,
        difference.mean,
        difference.p10,
        difference.p50,
        difference.p90,
        difference.higher,
        difference.lower,
      ]),
    ];
  });
}

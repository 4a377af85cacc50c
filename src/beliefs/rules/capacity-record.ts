import { simulatedYears } from '../../model/catalogue.ts';
import type { RuleContext } from '../context.ts';
import { ErrorRecord } from '../error-record.ts';
import { pastErrors } from '../past-errors.ts';
import { capacityQuantities, isYearEnd } from './capacity-quantities.ts';

/** Assumptions that hold where the record is short. */
export const pathErrorAssumptions = [
  'path error, level',
  'path error, first year',
  'path error, later years',
  'path error, most',
  'error record, prior weight',
] as const;

/** How far the consensus about capacities at year ends has missed; all capacities together, since each has few. */
export function capacityRecord({ view, assumptions, catalogue }: RuleContext): ErrorRecord {
  const past = view.facts.map(({ periodEnd }) => periodEnd.slice(0, 4)).toSorted()[0] ?? '';
  const last = simulatedYears(catalogue).at(-1) ?? '';
  const groups = capacityQuantities.flatMap((quantity) => {
    const rows = quantity.rows(view);
    const years: string[] = [];
    for (let year = Number(past); year <= Number(last); year++) years.push(String(year));
    return years.flatMap((year) => {
      const name = `${quantity.family}[${quantity.prefix}${year}]`;
      const about = rows.filter((row) => isYearEnd(row, year));
      return pastErrors({ name, end: `${year}-12-31` }, about, view.date) ?? [];
    });
  });
  const number = (id: (typeof pathErrorAssumptions)[number]): number => assumptions.number(id);
  return new ErrorRecord(
    groups,
    [number('path error, level'), number('path error, first year'), number('path error, later years')],
    number('error record, prior weight'),
  );
}

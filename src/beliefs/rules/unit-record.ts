import type { BilingualText } from '../../model/lever.ts';
import type { Facts, Query, Row } from '../../register/index.ts';
import { query } from '../../register/index.ts';
import type { Consensus } from '../consensus.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import { ErrorRecord, recordReason } from '../error-record.ts';
import { pastErrors } from '../past-errors.ts';

/** Labels under which outside counts of a line's accelerators stand. */
export const unitLabels: Readonly<Record<string, Query>> = {
  google: { entity: 'Google', product: ['TPU', 'TPU (all)'] },
  aws: { entity: ['Amazon', 'AWS'], product: ['Trainium+Inferentia', 'Trainium1+2', 'Trainium (all)'] },
  microsoft: { entity: 'Microsoft', product: ['Maia'] },
  meta: { entity: 'Meta', product: ['MTIA', 'MTIA (all)'] },
  huawei: { entity: 'Huawei', product: ['Ascend (all)', 'Ascend 910B+910C'] },
};

/** Assumptions that hold where the record is short. */
export const unitErrorAssumptions = ['unit count error', 'error record, prior weight'] as const;

/** Counts of a line in one calendar year. */
export function countsOf(facts: Facts, labels: Query, year: number): readonly Row[] {
  return query(facts, { ...labels, metric: 'units_shipped', unit: 'unit' }).filter(
    (row) =>
      row.periodStart === `${year}-01-01` &&
      row.periodEnd === `${year}-12-31` &&
      !row.basis.includes('incomplete period'),
  );
}

/** Years of a year's count that lie ahead, at most: the year itself. */
const LONGEST = 1;

/** How far the consensus about units of a year has missed; counts differ by what they include, at any horizon. */
export function unitRecord({ view, assumptions, catalogue }: RuleContext): ErrorRecord {
  const years = [...new Set(view.facts.map(({ periodEnd }) => Number(periodEnd.slice(0, 4))))]
    .filter((year) => year <= catalogue.startYear)
    .sort((a, b) => a - b);
  const groups = Object.entries(unitLabels).flatMap(([line, labels]) =>
    years.flatMap((year) => {
      const target = { name: `units[${line},${year}]`, end: `${year}-12-31` };
      return pastErrors(target, countsOf(view, labels, year), view.date, LONGEST) ?? [];
    }),
  );
  return new ErrorRecord(
    groups,
    [assumptions.number('unit count error'), 0, 0],
    assumptions.number('error record, prior weight'),
  );
}

/** A month's units from the consensus about a year, as uncertain as its sources differ or as such counts have missed. */
export function countedUnits(
  book: BeliefBook,
  input: string,
  found: Consensus,
  record: ErrorRecord,
  rule: BilingualText,
): void {
  const past = record.spread(0, found.rows);
  book.fromRows(
    input,
    { kind: 'lognormal', median: found.median / 12, sigma: Math.max(found.sigma, past.sigma) },
    {
      rule,
      rows: found.rows,
      outliers: found.outliers,
      record: past.record,
      assumptions: unitErrorAssumptions,
      basis: found.sigma >= past.sigma || past.outweighsPrior ? 'rows' : 'assumed',
      reason: recordReason(past.record, found.sigma >= past.sigma),
    },
  );
}

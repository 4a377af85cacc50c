import type { DisputedQuantity } from '../answers/fact-disagreement.ts';
import type { UnusedRows } from '../answers/unused-rows.ts';
import type { WeakestInputs } from '../answers/weakest-inputs.ts';
import type { CsvField } from './csv.ts';
import { FACT_COLUMNS, factFields, factRecord } from './facts-data.ts';

/** Columns of quantities on which sources differ. */
export const DISAGREEMENT_COLUMNS = [
  'metric',
  'entity',
  'site',
  'product',
  'period_start',
  'period_end',
  'unit',
  'basis',
  'sources',
  'low',
  'median',
  'high',
  'ratio',
] as const;

export function disagreementFields({ vintages, disagreement, ratio }: DisputedQuantity): CsvField[] {
  const { metric, entity, site, product, periodStart, periodEnd, unit, basis } = vintages;
  const { sources, low, median, high } = disagreement;
  return [
    metric,
    entity,
    site,
    product,
    periodStart,
    periodEnd,
    unit,
    basis,
    sources,
    low,
    median,
    high,
    ratio,
  ];
}

export function disagreementRecord(disputed: DisputedQuantity): Record<string, unknown> {
  const fields = disagreementFields(disputed);
  return {
    ...Object.fromEntries(DISAGREEMENT_COLUMNS.map((column, index) => [column, fields[index]])),
    rows: disputed.vintages.rows.map(({ id }) => id),
  };
}

/** Columns of rows that enter no belief. */
export const UNUSED_COLUMNS = ['reason', 'instead', ...FACT_COLUMNS] as const;

export function unusedFields({ rows }: UnusedRows): CsvField[][] {
  return rows.map(({ reason, instead, row }) => [reason, instead, ...factFields(row)]);
}

export function unusedRecord({ rows, ...about }: UnusedRows): Record<string, unknown> {
  return {
    ...about,
    rows: rows.map(({ row, ...why }) => ({ ...why, ...factRecord(row, undefined) })),
  };
}

/** Columns of inputs of which better data would help. */
export const WEAKEST_COLUMNS = [
  'inputs',
  'lead',
  'rank',
  'assumed',
  'score',
  'assumptions',
  'sources',
] as const;

export function weakestFields({ inputs }: WeakestInputs): CsvField[][] {
  return inputs.map(({ group, lead, rank, assumed, score, assumptions, sources }) => [
    group,
    lead,
    rank,
    assumed,
    score,
    assumptions.join(' | '),
    sources.join(' | '),
  ]);
}

import type { ClaimAnswer } from '../answers/claims.ts';
import type { CsvField } from './csv.ts';
import { factRecord } from './facts-data.ts';

/** One statement a line, with how many rows bear on it and the id of the latest published since. */
export const CLAIM_COLUMNS = [
  'id',
  'section',
  'statement_en',
  'statement_ja',
  'metric',
  'entity',
  'site',
  'product',
  'period_start',
  'period_end',
  'low',
  'value',
  'high',
  'unit',
  'basis',
  'kind',
  'said_by',
  'published',
  'check',
  'note',
  'rows',
  'rows_since',
  'latest_row_since',
  'reason',
] as const;

/** One statement in the order of `CLAIM_COLUMNS`. */
export function claimFields(answer: ClaimAnswer): CsvField[] {
  const { claim, evidence, reason } = answer;
  const later = evidence.filter((item) => item.later);
  return [
    claim.id,
    claim.section,
    claim.statementEn,
    claim.statementJa,
    claim.metric,
    claim.entity,
    claim.site,
    claim.product,
    claim.periodStart,
    claim.periodEnd,
    claim.low,
    claim.value,
    claim.high,
    claim.unit,
    claim.basis,
    claim.kind,
    claim.saidBy,
    claim.published,
    claim.check,
    claim.note,
    evidence.length,
    later.length,
    later.at(-1)?.row.id,
    reason,
  ];
}

/** A statement with its arithmetic and every row that bears on it, as plain data. */
export function claimRecord(answer: ClaimAnswer): Record<string, unknown> {
  const fields = claimFields(answer);
  const record: Record<string, unknown> = {};
  CLAIM_COLUMNS.forEach((column, index) => {
    if (fields[index] !== undefined) record[column] = fields[index];
  });
  return {
    ...record,
    arithmetic: answer.arithmetic.map(({ expression, terms, result, unit, said }) => ({
      expression,
      terms,
      result,
      unit,
      said,
    })),
    evidence: answer.evidence.map(({ row, later }) => ({ later, ...factRecord(row, undefined) })),
    products: answer.products.map(({ id }) => id),
    models: answer.models.map(({ id }) => id),
  };
}

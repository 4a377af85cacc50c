import type { Place, Problem } from '../problem/problem.ts';
import { CLAIM_SECTIONS, type Claim, type ClaimEvidence } from './claim.ts';
import { readAmount } from './read-amount.ts';
import { ROW_KINDS } from './row.ts';
import { checkUniqueId, openTable, type TableRecord } from './table.ts';

const CLAIM_COLUMNS = [
  'id',
  'section',
  'statement_en',
  'statement_ja',
  'kind',
  'said_by',
  'published',
  'check',
  'note',
];
const EVIDENCE_COLUMNS = ['claim', 'metric', 'entity', 'site', 'product', 'period_start', 'period_end'];

export interface ReadClaims {
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

export interface ReadEvidence {
  readonly evidence: readonly ClaimEvidence[];
  readonly problems: readonly Problem[];
}

/** Reads `claims.csv`: one statement of the article a row. */
export function readClaims(text: string, file: string, places: Map<string, Place>): ReadClaims {
  const table = openTable(text, file, CLAIM_COLUMNS);
  return { claims: table.records.map((record) => readClaim(record, places)), problems: table.problems };
}

function readClaim(record: TableRecord, places: Map<string, Place>): Claim {
  const id = record.required('id');
  checkUniqueId(record, id, places, `${record.file}#${id}`);
  const start = record.date('period_start', { optional: true });
  const end = record.date('period_end', { optional: true });
  if (start && end && start.first > end.last) {
    record.problem('period-out-of-order', 'period_end', { expected: start.first, found: end.last });
  }
  const metric = record.text('metric');
  return {
    id,
    section: record.oneOf('section', CLAIM_SECTIONS, 'unknown-section'),
    statementEn: record.required('statement_en'),
    statementJa: record.required('statement_ja'),
    metric,
    entity: record.text('entity'),
    site: record.text('site'),
    product: record.text('product'),
    periodStart: start?.first ?? '',
    periodEnd: end?.last ?? '',
    ...readAmount(record, metric),
    kind: record.oneOf('kind', ROW_KINDS, 'unknown-kind'),
    saidBy: record.text('said_by'),
    published: record.date('published')?.last ?? '',
    publishedStated: record.text('published'),
    check: record.text('check'),
    note: record.text('note'),
  };
}

/** Reads `claim-evidence.csv`: the queries that find, for each claim, the rows that bear on it. */
export function readClaimEvidence(text: string, file: string): ReadEvidence {
  const table = openTable(text, file, EVIDENCE_COLUMNS);
  const evidence = table.records.map((record) => ({
    claim: record.required('claim'),
    metric: record.text('metric'),
    entity: record.text('entity'),
    site: record.text('site'),
    product: record.text('product'),
    periodStart: record.date('period_start', { optional: true })?.first ?? '',
    periodEnd: record.date('period_end', { optional: true })?.last ?? '',
    unit: record.text('unit'),
    row: record.text('row'),
    catalogue: record.text('catalogue'),
  }));
  return { evidence, problems: table.problems };
}

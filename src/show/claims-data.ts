import { claimAddress } from '../answers/figure/figure-address.ts';
import type { ClaimProbability } from '../answers/claim-probability.ts';
import type { ClaimTest, WorkedFormula } from '../answers/claim-verdict.ts';
import type { ClaimAnswer } from '../answers/claims.ts';
import { tellingTest } from './claim-words.ts';
import type { CsvField } from './csv.ts';
import { factRecord } from './facts-data.ts';

/**
 * One statement a line: as it stands in the register, its verdict, the test that tells most, the model's probability
 * for its first event from the day of the article (`article`) and from the latest (`latest`).
 */
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
  'verdict',
  'tests_holding',
  'tests_near',
  'tests_failing',
  'tests_open',
  'test_en',
  'test_ja',
  'found',
  'comparison',
  'target_low',
  'target_high',
  'found_unit',
  'event_en',
  'event_ja',
  'probability_article',
  'probability_latest',
  'unmeasured_en',
  'unmeasured_ja',
  'rows',
  'rows_since',
] as const;

/** One statement in the order of `CLAIM_COLUMNS`. */
export function claimFields(answer: ClaimAnswer): CsvField[] {
  const { claim, tests, probabilities, unmeasured, evidence } = answer;
  const count = (outcome: ClaimTest['outcome']): number =>
    tests.filter((test) => test.outcome === outcome).length;
  const test = tellingTest(tests);
  const event = probabilities.find((item) => item.probability !== undefined);
  const at = (time: ClaimProbability['time']): number | undefined =>
    probabilities.find((item) => item.time === time && item.label.en === event?.label.en)?.probability;
  const [reason] = unmeasured;
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
    answer.verdict,
    count('holds'),
    count('near'),
    count('fails'),
    count('open'),
    test?.label.en,
    test?.label.ja,
    test?.found?.value,
    test?.comparison,
    test?.target?.[0]?.value,
    test?.target?.[1]?.value,
    test?.unit,
    event?.label.en,
    event?.label.ja,
    at('article'),
    at('latest'),
    reason?.text.en,
    reason?.text.ja,
    evidence.length,
    evidence.filter((item) => item.later).length,
  ];
}

/** A statement with its tests, the model's answers and every row that bears on it, as plain data. */
export function claimRecord(answer: ClaimAnswer): Record<string, unknown> {
  const { claim } = answer;
  return {
    address: claimAddress(claim.id),
    ...claim,
    verdict: answer.verdict,
    tests: answer.tests.map(({ found, target, ...test }) => ({
      ...test,
      ...(found ? { found: workedRecord(found) } : {}),
      ...(target ? { target: target.map(workedRecord) } : {}),
    })),
    probabilities: answer.probabilities,
    unmeasured: answer.unmeasured,
    contrasts: answer.contrasts,
    evidence: answer.evidence.map(({ row, later }) => ({ later, ...factRecord(row, undefined) })),
    products: answer.products.map(({ id }) => id),
    models: answer.models.map(({ id }) => id),
  };
}

/** A formula worked out; days stay counted from 1970-01-01, as the unit `date` says. */
function workedRecord({ expression, terms, value }: WorkedFormula): Record<string, unknown> {
  return {
    expression,
    value,
    terms: terms.map(({ rows, ...term }) => ({ ...term, rows: rows.map(({ id }) => id) })),
  };
}

import type {
  Claim,
  ClaimEvidence,
  ClaimSection,
  Product,
  Query,
  Register,
  Row,
  TrainedModel,
  View,
} from '../register/index.ts';
import { asOf, byDate, query } from '../register/index.ts';
import type { ClaimContrast } from './claim-contrast.ts';
import type { ClaimProbability, PrepareClaimRun } from './claim-probability.ts';
import { answerFromModel } from './claim-probability.ts';
import type { ClaimRule } from './claim-rule.ts';
import { alternatives } from './claim-terms.ts';
import type { ClaimTest, Verdict } from './claim-verdict.ts';
import { applyRule, verdictOf } from './claim-verdict.ts';
import type { BilingualText } from '../model/lever.ts';
import type { EnsembleOptions } from './ensemble.ts';

/** The article whose statements `claims.csv` holds. */
export const ARTICLE = { publication: 'Semiconductor Industry Observation', published: '2025-02' } as const;

/** A row that bears on a claim. */
export interface EvidenceRow {
  readonly row: Row;
  /** Published after the statement was first made. */
  readonly later: boolean;
}

/** Why a statement, or part of it, is not measured. */
export interface Unmeasured {
  readonly kind: 'opinion' | 'no-row';
  readonly text: BilingualText;
}

export interface ClaimAnswer {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Rules of the register applied, in the order of their file; those without an outcome are only shown. */
  readonly tests: readonly ClaimTest[];
  /** What the model says, where a rule asks it. */
  readonly probabilities: readonly ClaimProbability[];
  readonly unmeasured: readonly Unmeasured[];
  /** Statements and records that it is to be read beside. */
  readonly contrasts: readonly ClaimContrast[];
  /** Rows bearing on the claim, earliest first; repeats of one statement through other outlets left out. */
  readonly evidence: readonly EvidenceRow[];
  /** Specifications and training runs that bear on it. */
  readonly products: readonly Product[];
  readonly models: readonly TrainedModel[];
}

export interface ClaimsAnswer {
  readonly article: typeof ARTICLE;
  readonly asOf: string;
  /** Draws behind every probability. */
  readonly draws: number;
  readonly seed: number;
  readonly claims: readonly ClaimAnswer[];
}

export interface ClaimsQuery {
  readonly id?: string;
  readonly section?: ClaimSection;
  readonly verdict?: Verdict;
  /** Rows published after this day are left out; default: the day of the measures. */
  readonly asOf?: string;
}

/** What the statements are judged by. */
export interface ClaimMeasures {
  readonly rules: readonly ClaimRule[];
  readonly contrasts: readonly ClaimContrast[];
  /** The day judged from: ISO. */
  readonly day: string;
  /** Prepares the model; without it no rule of the model is asked. */
  readonly prepare?: PrepareClaimRun;
}

/**
 * The statements of the article, each with the verdict that its rules give on the rows published by the day, and with
 * what the model says where a rule asks it. No verdict stands in a file, and none comes from the model.
 */
export async function answerClaims(
  register: Register,
  { rules, contrasts, day, prepare }: ClaimMeasures,
  options: ClaimsQuery,
  ensemble: EnsembleOptions,
): Promise<ClaimsAnswer> {
  const view = asOf(register, options.asOf ?? day);
  const judged = register.claims
    .filter(
      (claim) =>
        (options.id === undefined || claim.id === options.id) &&
        (options.section === undefined || claim.section === options.section),
    )
    .map((claim) => judge(claim, register, view, rules))
    .filter(({ verdict }) => options.verdict === undefined || verdict === options.verdict);
  const asked = judged.flatMap(({ claim, own }) =>
    own.filter((rule) => rule.source === 'model').map((rule) => ({ claim, rule })),
  );
  const fromModel = prepare && (await answerFromModel(asked, register, prepare, ensemble));
  return {
    article: ARTICLE,
    asOf: view.date,
    draws: ensemble.draws,
    seed: ensemble.seed,
    claims: judged.map(
      ({ own, ...answer }): ClaimAnswer => ({
        ...answer,
        probabilities: own.flatMap((rule) => fromModel?.get(rule) ?? []),
        contrasts: contrasts.filter(({ claims }) => claims.includes(answer.claim.id)),
        ...evidenceOf(answer.claim, register, view),
      }),
    ),
  };
}

interface Judged extends Pick<ClaimAnswer, 'claim' | 'verdict' | 'tests' | 'unmeasured'> {
  readonly own: readonly ClaimRule[];
}

function judge(claim: Claim, register: Register, view: View, rules: readonly ClaimRule[]): Judged {
  const own = rules.filter((rule) => rule.claim === claim.id);
  const tests = own
    .filter((rule) => rule.source === 'register')
    .map((rule) => applyRule(rule, claim, register, view));
  const unmeasured = own.flatMap(({ source, label }) =>
    source === 'opinion' || source === 'no-row' ? [{ kind: source, text: label }] : [],
  );
  const asksModel = own.some((rule) => rule.source === 'model');
  return { claim, verdict: verdictOf(tests, asksModel), tests, unmeasured, own };
}

function evidenceOf(
  claim: Claim,
  register: Register,
  view: View,
): Pick<ClaimAnswer, 'evidence' | 'products' | 'models'> {
  const entries = register.evidence.filter((entry) => entry.claim === claim.id);
  const rows = firstOfEachStatement(entries.flatMap((entry) => rowsFor(entry, view)));
  const named = new Set(entries.flatMap((entry) => alternatives(entry.catalogue)));
  return {
    evidence: rows.map((row) => ({ row, later: row.published > claim.published })),
    products: view.products.filter((product) => named.has(`product:${product.id}`)),
    models: view.models.filter((model) => named.has(`model:${model.id}`)),
  };
}

function firstOfEachStatement(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return byDate(rows).filter((row) => {
    if (seen.has(row.statement)) return false;
    seen.add(row.statement);
    return true;
  });
}

/** The rows that one evidence entry finds: the named row, or those that its query matches. */
export function rowsFor(entry: ClaimEvidence, view: View): readonly Row[] {
  if (entry.row !== '') return view.facts.filter((row) => row.id === entry.row);
  return entry.metric === '' ? [] : query(view, queryOf(entry));
}

function queryOf(entry: ClaimEvidence): Query {
  const { entity, site, product, unit, periodStart, periodEnd } = entry;
  return {
    metric: alternatives(entry.metric),
    ...(entity === '' ? {} : { entity: alternatives(entity) }),
    ...(site === '' ? {} : { site: alternatives(site) }),
    ...(product === '' ? {} : { product: alternatives(product) }),
    ...(unit === '' ? {} : { unit }),
    ...(periodStart === '' ? {} : { endsFrom: periodStart }),
    ...(periodEnd === '' ? {} : { endsBy: periodEnd }),
  };
}

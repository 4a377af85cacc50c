import {
  type Claim,
  type ClaimEvidence,
  type ClaimSection,
  type Product,
  type Query,
  type Register,
  type Row,
  type TrainedModel,
  type View,
  asOf,
  byDate,
  query,
} from '../register/index.ts';
import { type Recomputation, recompute } from './claim-arithmetic.ts';

/** The article whose statements `claims.csv` holds. */
export const ARTICLE = { publication: 'Semiconductor Industry Observation', published: '2025-02' } as const;

/** A row that bears on a claim. */
export interface EvidenceRow {
  readonly row: Row;
  /** Published after the statement was first made. */
  readonly later: boolean;
}

/** Why no row of the register bears on a claim. */
export type NoEvidence = 'opinion' | 'no-row' | 'model-answer' | 'not-yet-known';

export interface ClaimAnswer {
  readonly claim: Claim;
  readonly arithmetic: readonly Recomputation[];
  /** Rows bearing on the claim, earliest first; repeats of one statement through other outlets left out. */
  readonly evidence: readonly EvidenceRow[];
  /** Specifications and training runs that bear on it. */
  readonly products: readonly Product[];
  readonly models: readonly TrainedModel[];
  /** Set where nothing above was found. */
  readonly reason?: NoEvidence;
}

export interface ClaimsAnswer {
  readonly article: typeof ARTICLE;
  readonly asOf: string;
  readonly claims: readonly ClaimAnswer[];
}

export interface ClaimsQuery {
  readonly id?: string;
  readonly section?: ClaimSection;
  /** Rows published after this day are left out; default: the last day of the register. */
  readonly asOf?: string;
}

/**
 * The statements of the article, each with its arithmetic recomputed and the rows of the register that bear on it.
 * No verdicts: what is side by side is for the reader to judge.
 */
export function answerClaims(register: Register, options: ClaimsQuery = {}): ClaimsAnswer {
  const view = asOf(register, options.asOf ?? lastDay(register));
  const wanted = register.claims.filter(
    (claim) =>
      (options.id === undefined || claim.id === options.id) &&
      (options.section === undefined || claim.section === options.section),
  );
  return {
    article: ARTICLE,
    asOf: view.date,
    claims: wanted.map((claim) => answerClaim(claim, register, view)),
  };
}

/** The day after which nothing in the register was published. */
export function lastDay(register: Register): string {
  return register.facts.reduce((last, row) => (row.published > last ? row.published : last), '0000-01-01');
}

function answerClaim(claim: Claim, register: Register, view: View): ClaimAnswer {
  const entries = register.evidence.filter((entry) => entry.claim === claim.id);
  const rows = firstOfEachStatement(entries.flatMap((entry) => rowsFor(entry, view)));
  const named = new Set(entries.flatMap((entry) => split(entry.catalogue)));
  const products = view.products.filter((product) => named.has(`product:${product.id}`));
  const models = view.models.filter((model) => named.has(`model:${model.id}`));
  const found = rows.length + products.length + models.length > 0;
  const stated = entries.map((entry) => entry.reason).find((reason) => reason !== '');
  return {
    claim,
    arithmetic: recompute(claim.id, register, view),
    evidence: rows.map((row) => ({ row, later: row.published > claim.published })),
    products,
    models,
    ...(found ? {} : { reason: (stated as NoEvidence | undefined) ?? 'not-yet-known' }),
  };
}

function firstOfEachStatement(rows: readonly Row[]): readonly Row[] {
  const statements = new Set<string>();
  return byDate(rows).filter((row) => {
    if (statements.has(row.statement)) return false;
    statements.add(row.statement);
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
    metric: split(entry.metric),
    ...(entity === '' ? {} : { entity: split(entity) }),
    ...(site === '' ? {} : { site: split(site) }),
    ...(product === '' ? {} : { product: split(product) }),
    ...(unit === '' ? {} : { unit }),
    ...(periodStart === '' ? {} : { endsFrom: periodStart }),
    ...(periodEnd === '' ? {} : { endsBy: periodEnd }),
  };
}

/** Alternatives stand between bars; a dash stands for the empty name. */
function split(names: string): string[] {
  return names === '' ? [] : names.split('|').map((name) => (name === '-' ? '' : name));
}

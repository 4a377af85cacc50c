import type { Amount, RowKind } from './row.ts';

export const CLAIM_SECTIONS = ['models', 'capex', 'gpu', 'packaging', 'hbm', 'asic', 'outlook'] as const;
export type ClaimSection = (typeof CLAIM_SECTIONS)[number];

/** One statement of the article, with who said it first and when. Amounts in canonical units, as in `Row`. */
export interface Claim extends Amount {
  readonly id: string;
  readonly section: ClaimSection;
  readonly statementEn: string;
  readonly statementJa: string;
  readonly metric: string;
  readonly entity: string;
  readonly site: string;
  readonly product: string;
  /** ISO days; empty where the statement names no period. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Canonical unit; empty where the statement carries no quantity. */
  readonly unit: string;
  readonly basis: string;
  readonly stated: Amount & { readonly unit: string };
  readonly kind: RowKind;
  /** Who said it first; empty where the article says it itself. */
  readonly saidBy: string;
  /** ISO day on which it was first said. */
  readonly published: string;
  readonly publishedStated: string;
  /** What the product must show for it. */
  readonly check: string;
  readonly note: string;
}

/**
 * One query for the rows that bear on a claim. Empty fields match everything; `periodStart`/`periodEnd` bound the row’s
 * period end, inclusive.
 */
export interface ClaimEvidence {
  readonly claim: string;
  readonly metric: string;
  readonly entity: string;
  readonly site: string;
  readonly product: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly unit: string;
  /** Id of one row, where a query by fields would say less. */
  readonly row: string;
  /** `product` or `model`: the id of a row of products.csv or models.csv that bears on the claim. */
  readonly catalogue: string;
}

import type { Place } from '../problem/problem.ts';
import type { Claim, ClaimEvidence } from './claim.ts';
import type { Family } from './family.ts';
import type { Product } from './product.ts';
import type { Row } from './row.ts';
import type { TrainedModel } from './trained-model.ts';

/** A row that could not be read into the schema, with the reason; listed, never dropped. */
export interface Unread {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  /** Stable code, e.g. `unknown-product`. */
  readonly reason: string;
  readonly found: string;
}

/** Everything the data files say, all dates together. Order of rows: by file name, then as in the file. */
export interface Register {
  readonly facts: readonly Row[];
  readonly products: readonly Product[];
  readonly models: readonly TrainedModel[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly ClaimEvidence[];
  readonly families: readonly Family[];
  readonly unread: readonly Unread[];
  /** Where each row stands: key is `file#id`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** How far an as-of view may look: only what was published, or history from later estimates as well. */
export type History = 'strict' | 'pseudo-real-time';

/** Rows of one’s own beside those of the register. */
export interface OwnRows {
  /** Published by the date. */
  readonly rows: number;
  /** Published later, so that nothing of them is seen. */
  readonly later: number;
}

/** What was known at a date. Rows in the order of the register. */
export interface View {
  /** ISO day. */
  readonly date: string;
  readonly history: History;
  /** Where rows of one’s own were added. */
  readonly own?: OwnRows;
  readonly facts: readonly Row[];
  readonly products: readonly Product[];
  readonly models: readonly TrainedModel[];
  readonly claims: readonly Claim[];
  readonly families: readonly Family[];
}

/** How the publisher meant the figure. `actual` on a contract means that it was signed, not that it was delivered. */
export const ROW_KINDS = ['actual', 'estimate', 'guidance', 'forecast', 'target'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** How sure it is that the publisher said it at about that date; not that it came true. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * What the three numbers of a row say: `value` one figure (with or without one bound), `range` low to high (with or
 * without a central value), `at-least` a lower bound only, `at-most` an upper bound only, `none` a milestone, flag or note.
 */
export type Quantity = 'value' | 'range' | 'at-least' | 'at-most' | 'none';

/** Low, central and high value in one unit; any of them may be absent. */
export interface Amount {
  readonly low?: number;
  readonly value?: number;
  readonly high?: number;
}

/**
 * One statement: what, for which period, how much, who said it and when.
 * `low`, `value`, `high` are in `unit`, a canonical unit (see `data/README.md`); `stated` keeps them as published.
 * Where the line of the file matters, look it up in `Register.places`: a row itself does not know its line, so that
 * deleting later rows changes nothing in earlier ones.
 */
export interface Row extends Amount {
  readonly id: string;
  /** Name of the data file, without folder. */
  readonly file: string;
  readonly metric: string;
  /** As stated; compare with `sameEntity` or query, which know the aliases. */
  readonly entity: string;
  readonly site: string;
  /** As stated: a product, a family, a generation, a unit of account. `families.csv` ties it to families. */
  readonly product: string;
  /** ISO days, both inclusive; equal for a level. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Canonical unit in the engine's unit language, `1` and `fraction` dimensionless; `date`, `flag`, `note` carry no quantity. */
  readonly unit: string;
  /** What the number is relative to or counted on, where the unit alone does not say it: `of DRAM bits`, `year on year`, `IT power`. */
  readonly basis: string;
  readonly stated: Amount & { readonly unit: string };
  readonly quantity: Quantity;
  readonly kind: RowKind;
  /** ISO day from which the row is known; a partial date counts as its last day. */
  readonly published: string;
  /** The date as given: `2025-12`, `2026-Q3`, `2025`, or a full day. */
  readonly publishedStated: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly quote: string;
  readonly confidence: Confidence;
  readonly note: string;
  /** Id of the first row that made this statement; its own id unless it repeats an earlier row through another outlet. */
  readonly statement: string;
  /** True on a row that an as-of view admits only as later-published history (`history: 'pseudo-real-time'`). */
  readonly hindsight?: true;
  /** True on a row of one’s own, added to those of the register. */
  readonly own?: true;
}

/**
 * The central value of a row in its unit: the value if given, else the middle of low and high, else the only bound.
 * `undefined` where the row carries no quantity.
 */
export function centralValue(row: Amount): number | undefined {
  if (row.value !== undefined) return row.value;
  if (row.low !== undefined && row.high !== undefined) return (row.low + row.high) / 2;
  return row.low ?? row.high;
}

/** True for rows of lower grade: low confidence, not verified against the source, or dated only approximately. */
export function isLowerGrade(row: Pick<Row, 'confidence' | 'note'>): boolean {
  return (
    row.confidence === 'low' ||
    row.note.includes('not yet verified against the source') ||
    row.note.includes('publication day approximate')
  );
}

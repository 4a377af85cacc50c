import { type Family, productNamer } from './family.ts';
import { medianOf } from './median.ts';
import { companyId, entityId, originalSources } from './names.ts';
import { centralValue, type Row, type RowKind } from './row.ts';
import { matchesSearch, searchText, searchWords } from './search-text.ts';
import { compare } from './statements.ts';

/** Filters; an absent one matches everything, a list matches any of its members. Names match without regard to case. */
export interface Query {
  readonly metric?: string | readonly string[];
  /** Any spelling (`Alphabet` finds `Google`); `AWS` and `Amazon` are two entities. */
  readonly entity?: string | readonly string[];
  readonly site?: string | readonly string[];
  /** The label as stated. */
  readonly product?: string | readonly string[];
  /** A family of `families.csv`: rows whose label or product id means the family (not parts, groups or totals of it). */
  readonly family?: string;
  readonly unit?: string;
  /** Exact basis; `''` finds rows without one. */
  readonly basis?: string;
  readonly kind?: RowKind | readonly RowKind[];
  /** A source named by the publisher line, e.g. `TrendForce`. */
  readonly publisher?: string;
  readonly file?: string;
  /** Bounds of the row's period, ISO days, inclusive: starts on or after, ends on or after, ends on or before. */
  readonly startsFrom?: string;
  readonly endsFrom?: string;
  readonly endsBy?: string;
  readonly publishedFrom?: string;
  readonly publishedBy?: string;
  /** Words that must all occur somewhere in the row, in whatever case, width or script (`searchWords`). */
  readonly text?: string;
}

/** What `query` reads: an as-of view, or the whole register. */
export interface Facts {
  readonly facts: readonly Row[];
  readonly families: readonly Family[];
}

/** Rows that match, in the order of the register. */
export function query(source: Facts, filter: Query): readonly Row[] {
  const labels = filter.family === undefined ? undefined : labelsOfFamily(source.families, filter.family);
  const { metric: metrics } = filter;
  // Nearly every question is about one metric, and there are many questions to a forecast.
  const candidates =
    typeof metrics === 'string' ? (rowsByMetric(source.facts).get(lower(metrics)) ?? []) : source.facts;
  const metric = matcher(typeof metrics === 'string' ? undefined : metrics, lower);
  const entity = matcher(filter.entity, entityId);
  const site = matcher(filter.site, lower);
  const product = matcher(filter.product, lower);
  const kind = matcher(filter.kind, lower);
  const publisher = filter.publisher === undefined ? undefined : [...originalSources(filter.publisher)][0];
  const words = searchWords(filter.text ?? '');
  return candidates.filter(
    (row) =>
      metric(row.metric) &&
      entity(row.entity) &&
      site(row.site) &&
      product(row.product) &&
      kind(row.kind) &&
      (labels === undefined || labels.has(row.product)) &&
      (filter.unit === undefined || row.unit === filter.unit) &&
      (filter.basis === undefined || row.basis === filter.basis) &&
      (filter.file === undefined || row.file === filter.file) &&
      (publisher === undefined || originalSources(row.publisher).has(publisher)) &&
      (filter.startsFrom === undefined || row.periodStart >= filter.startsFrom) &&
      (filter.endsFrom === undefined || row.periodEnd >= filter.endsFrom) &&
      (filter.endsBy === undefined || row.periodEnd <= filter.endsBy) &&
      (filter.publishedFrom === undefined || row.published >= filter.publishedFrom) &&
      (filter.publishedBy === undefined || row.published <= filter.publishedBy) &&
      (words.length === 0 || matchesSearch(words, textOf(row))),
  );
}

const metricIndices = new WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>();

function rowsByMetric(facts: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const known = metricIndices.get(facts);
  if (known !== undefined) return known;
  const index = new Map<string, Row[]>();
  for (const row of facts) {
    const key = lower(row.metric);
    const rows = index.get(key);
    if (rows === undefined) index.set(key, [row]);
    else rows.push(row);
  }
  metricIndices.set(facts, index);
  return index;
}

const lower = (text: string): string => text.trim().toLowerCase();

function matcher(
  wanted: string | readonly string[] | undefined,
  key: (name: string) => string,
): (name: string) => boolean {
  if (wanted === undefined) return () => true;
  const keys = new Set((typeof wanted === 'string' ? [wanted] : wanted).map((name) => key(name)));
  return (name) => keys.has(key(name));
}

const searchTexts = new WeakMap<Row, string>();

function textOf(row: Row): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const { id, metric, entity, site, product, publisher, title, quote, note, basis } = row;
  const text = searchText(
    [id, metric, entity, site, product, publisher, title, quote, note, basis].join(' '),
  );
  searchTexts.set(row, text);
  return text;
}

/** Labels and product ids that mean the whole family. */
export function labelsOfFamily(families: readonly Family[], family: string): ReadonlySet<string> {
  const wanted = lower(family);
  return new Set(
    families.flatMap((tie) => {
      if (lower(tie.family) !== wanted) return [];
      if (tie.level === 'product') return [tie.product];
      return tie.level === 'family' ? [tie.label] : [];
    }),
  );
}

/** One row per statement: the first that made it. */
export function statements(rows: readonly Row[]): readonly Row[] {
  const first = new Map<string, Row>();
  for (const row of byDate(rows)) if (!first.has(row.statement)) first.set(row.statement, row);
  return [...first.values()];
}

/** Rows of one quantity in order of publication. */
export interface Vintages {
  readonly metric: string;
  readonly entity: string;
  readonly site: string;
  readonly product: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly unit: string;
  readonly basis: string;
  readonly rows: readonly Row[];
}

/**
 * The matching rows grouped by quantity (metric, entity, site, product, period, unit, basis), each by date. Labels that
 * mean one family are one product, so that vintages of one series stand together under whatever label.
 */
export function vintages(source: Facts, filter: Query): readonly Vintages[] {
  const groups = new Map<string, Row[]>();
  const productName = productNamer(source.families);
  for (const row of byDate(query(source, filter))) {
    const key = [
      row.metric,
      row.metric === 'units_shipped' ? companyId(row.entity) : entityId(row.entity),
      lower(row.site),
      productName(row.product),
      row.periodStart,
      row.periodEnd,
      row.unit,
      row.basis,
    ].join('|');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const keys = [...groups.keys()].sort(compare);
  return keys.map((key) => {
    const rows = groups.get(key) as [Row, ...Row[]];
    const { metric, entity, site, product, periodStart, periodEnd, unit, basis } = rows[0];
    return { metric, entity, site, product, periodStart, periodEnd, unit, basis, rows };
  });
}

/**
 * The latest word of each source on one quantity: of the rows given (all about the same quantity), the last published
 * by every source, one per statement. Rows without a source of their own count only where their statement has no other row.
 */
export function latestBySource(rows: readonly Row[]): readonly Row[] {
  const latest = new Map<string, Row>();
  for (const row of byDate(statements(rows))) {
    const source = [...originalSources(row.publisher)].sort(compare)[0] ?? lower(row.publisher);
    latest.set(source, row);
  }
  return byDate([...latest.values()]);
}

/** How far sources differ on one quantity, over their latest words. `undefined` when none gives a number. */
export interface Disagreement {
  readonly sources: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export function disagreement(rows: readonly Row[]): Disagreement | undefined {
  const values = latestBySource(rows).flatMap((row) => centralValue(row) ?? []);
  const median = medianOf(values);
  if (median === undefined) return undefined;
  return { sources: values.length, low: Math.min(...values), median, high: Math.max(...values) };
}

/** By date of publication, then id. */
export function byDate(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => compare(a.published, b.published) || compare(a.id, b.id));
}

import { daysApart, readDate } from './dates.ts';
import { type Family, productNamer } from './family.ts';
import { companyId, originalSources } from './names.ts';
import { type Amount, centralValue, type Row } from './row.ts';

/** Rows of one source with the same figure are one statement when published within this many days. */
const SAME_SOURCE_DAYS = 60;
/** A row that names no source of its own repeats an earlier figure within this many days. */
const RELAY_DAYS = 45;
/** A row with a source of its own, published this soon after an outlet without one, is what that outlet repeated. */
const RELAY_FIRST_DAYS = 14;
const RELATIVE_TOLERANCE = 0.005;

/** Metrics under which the same quantity is filed. */
const METRIC_ALIASES: Readonly<Record<string, string>> = {
  accelerator_output: 'units_shipped',
  gpu_rental_price: 'rental_price',
  rack_shipments: 'units_shipped',
};

/**
 * Links rows that repeat one statement through several outlets, conservatively: same metric, company, site, product,
 * period, unit and basis, figures within 0.5%, both actual or both not, and either a shared original source within 60
 * days (`DIGITIMES` and `DIGITIMES via Tom's Hardware`) or an outlet without a source of its own within 45 days. Two
 * research houses that agree stay two statements. A row links only to rows published before it (or the same day, by
 * id), so that cutting the register at a date changes no link among what remains. A row whose `statement` already names
 * another row keeps it.
 */
export function linkStatements(rows: readonly Row[], families: readonly Family[]): readonly Row[] {
  const productName = productNamer(families);
  const byKey = new Map<string, Candidate[]>();
  const statementOf = new Map<string, string>();
  const inOrder = [...rows].sort((a, b) => compare(a.published, b.published) || compare(a.id, b.id));
  for (const row of inOrder) {
    const key = quantityKey(row, productName);
    const earlier = byKey.get(key) ?? [];
    const candidate = candidateOf(row);
    const given = row.statement === row.id ? undefined : row.statement;
    const match = given === undefined ? earlier.find((other) => sameStatement(other, candidate)) : undefined;
    const first = given ?? match?.row.id ?? row.id;
    statementOf.set(row.id, statementOf.get(first) ?? first);
    byKey.set(key, [...earlier, candidate]);
  }
  return rows.map((row) => {
    const statement = statementOf.get(row.id) ?? row.id;
    return statement === row.statement ? row : { ...row, statement };
  });
}

interface Candidate {
  readonly row: Row;
  readonly sources: ReadonlySet<string>;
  readonly published: { readonly first: string; readonly last: string };
}

function candidateOf(row: Row): Candidate {
  const published = readDate(row.publishedStated) ?? { first: row.published, last: row.published };
  return { row, sources: originalSources(row.publisher), published };
}

function sameStatement(earlier: Candidate, later: Candidate): boolean {
  if ((earlier.row.kind === 'actual') !== (later.row.kind === 'actual')) return false;
  if (!sameAmount(earlier.row, later.row)) return false;
  const days = daysApart(earlier.published, later.published);
  if (later.sources.size === 0) return days <= RELAY_DAYS;
  if (earlier.sources.size === 0) return days <= RELAY_FIRST_DAYS;
  return days <= SAME_SOURCE_DAYS && [...later.sources].some((source) => earlier.sources.has(source));
}

/** Central values agree, and so do bounds that both give. */
function sameAmount(a: Amount, b: Amount): boolean {
  return (
    near(centralValue(a), centralValue(b)) &&
    (a.low === undefined || b.low === undefined || near(a.low, b.low)) &&
    (a.high === undefined || b.high === undefined || near(a.high, b.high))
  );
}

function near(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** What a row is about; a level dated by its own publication counts as "now". */
function quantityKey(row: Row, productName: (label: string) => string): string {
  const isNow = row.periodStart === row.periodEnd && row.periodEnd === row.publishedStated;
  return [
    METRIC_ALIASES[row.metric] ?? row.metric,
    companyId(row.entity),
    row.site.toLowerCase(),
    productName(row.product),
    ...(isNow ? ['now', ''] : [row.periodStart, row.periodEnd]),
    row.unit,
    row.basis,
  ].join('|');
}

/** Order by code units, the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

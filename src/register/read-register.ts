import { type Place, type Problem, ProblemError } from '../problem/problem.ts';
import { nearestName } from '../problem/nearest-name.ts';
import { misspeltMetrics } from './misspelt-metrics.ts';
import { readClaimEvidence, readClaims } from './read-claims.ts';
import { readFacts } from './read-facts.ts';
import { readFamilies } from './read-families.ts';
import { readModels } from './read-models.ts';
import { readProducts } from './read-products.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';
import { compare, linkStatements } from './statements.ts';

/** Files with a schema of their own; every other `.csv` file holds fact rows. */
const CATALOGUE_FILES = [
  'products.csv',
  'models.csv',
  'claims.csv',
  'claim-evidence.csv',
  'families.csv',
] as const;

/** Files that the project ships, in `data/`. */
export const REGISTER_FILES = [
  'supply.csv',
  'demand.csv',
  'shipments.csv',
  'product-estimates.csv',
  ...CATALOGUE_FILES,
] as const;

/**
 * Reads the register from the text of its files, by file name. Any file that is not one of the catalogue files holds
 * fact rows. `own` are files of rows of one's own, whatever they are called: their rows say so, and come last, in the
 * order given, so that they are found to clash with the register and not the other way round. Throws `ProblemError` with
 * every problem of every file at once; then nothing is taken in.
 */
export function readRegister(
  files: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>> = {},
): Register {
  const places = new Map<string, Place>();
  const problems: Problem[] = [];
  const collect = <Result extends { readonly problems: readonly Problem[] }>(result: Result): Result => {
    problems.push(...result.problems);
    return result;
  };
  const read = <Result extends { readonly problems: readonly Problem[] }>(
    name: (typeof CATALOGUE_FILES)[number],
    reader: (text: string) => Result,
    empty: Omit<Result, 'problems'>,
  ): Omit<Result, 'problems'> => {
    const text = files[name];
    return text === undefined ? empty : collect(reader(text));
  };
  const factFiles = Object.keys(files).filter(
    (name) => !(CATALOGUE_FILES as readonly string[]).includes(name),
  );
  const shipped = factFiles
    .sort(compare)
    .flatMap((name) => collect(readFacts(files[name] ?? '', name, places)).rows);
  const metrics = new Set(shipped.map(({ metric }) => metric.toLowerCase()));
  const added = Object.entries(own).flatMap(([name, text]) => {
    const beside = nameBeside(files, name);
    const facts = readFacts(text, beside, places);
    const slips = misspeltMetrics(text, beside, metrics);
    const { rows } = collect({ ...facts, problems: [...facts.problems, ...slips].toSorted(byLine) });
    return rows.map((row) => ({ ...row, own: true as const }));
  });
  const rows = [...shipped, ...added];
  const { products } = read('products.csv', (text) => readProducts(text, 'products.csv', places), {
    products: [],
  });
  const { models } = read('models.csv', (text) => readModels(text, 'models.csv', places), { models: [] });
  const { claims } = read('claims.csv', (text) => readClaims(text, 'claims.csv', places), { claims: [] });
  const { evidence } = read('claim-evidence.csv', (text) => readClaimEvidence(text, 'claim-evidence.csv'), {
    evidence: [],
  });
  const { families, unread } = read('families.csv', (text) => readFamilies(text, 'families.csv', products), {
    families: [],
    unread: [],
  });
  problems.push(...checkStatements(rows, places));
  if (problems.length > 0) throw new ProblemError(problems);
  const facts = linkStatements(rows, families);
  return { facts, products, models, claims, evidence, families, unread, places };
}

function byLine(a: Problem, b: Problem): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0);
}

/** A name that no file of the register has. */
function nameBeside(files: Readonly<Record<string, string>>, name: string): string {
  return name in files ? `./${name}` : name;
}

/** A `statement` column must name a row published no later than its own. */
function checkStatements(rows: readonly Row[], places: ReadonlyMap<string, Place>): Problem[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.flatMap((row): Problem[] => {
    if (row.statement === row.id) return [];
    const place = places.get(row.id);
    const first = byId.get(row.statement);
    const at = place ? { place } : {};
    if (!first) {
      const near = nearestName(row.statement, byId.keys());
      const params = { found: row.statement, ...(near === undefined ? {} : { nearest: near }) };
      return [{ code: 'unknown-statement', ...at, params }];
    }
    if (first.published <= row.published) return [];
    return [
      { code: 'statement-published-later', ...at, params: { found: row.statement, expected: row.published } },
    ];
  });
}

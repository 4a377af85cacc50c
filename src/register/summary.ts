import type { Register, Unread } from './register.ts';
import { compare } from './statements.ts';

/** The file in which the figures were given, for each file of the project's own schema. */
const GIVEN_AS: Readonly<Record<string, string>> = {
  'supply.csv': 'facts_supply.csv',
  'demand.csv': 'facts_demand.csv',
  'shipments.csv': 'shipments.csv',
  'products.csv': 'products.csv',
  'models.csv': 'models.csv',
  'claims.csv': 'claims.csv',
};

export interface Count {
  readonly name: string;
  readonly rows: number;
}

export interface FileSummary {
  readonly file: string;
  /** The file of the figures as given; empty for rows that are derived here or added by people. */
  readonly given: string;
  readonly rows: number;
  readonly byMetric: readonly Count[];
  readonly byKind: readonly Count[];
}

export interface RegisterSummary {
  /** Rows as given, per file; then files whose rows are derived from those or added. */
  readonly given: readonly FileSummary[];
  readonly derived: readonly FileSummary[];
  readonly rowsGiven: number;
  readonly facts: number;
  /** Distinct statements among the fact rows. */
  readonly statements: number;
  /** Fact rows that carry no quantity by design. */
  readonly withoutQuantity: number;
  readonly firstPublished: string;
  readonly lastPublished: string;
  readonly unread: readonly Unread[];
}

/** Counts every row of the register by file, metric and kind. */
export function summarise(register: Register): RegisterSummary {
  const { facts, products, models, claims } = register;
  const factFiles = [...new Set(facts.map((row) => row.file))].sort(compare);
  const summaries = [
    ...factFiles.map((file) => {
      const rows = facts.filter((row) => row.file === file);
      return fileSummary(
        file,
        rows.map((row) => row.metric),
        rows.map((row) => row.kind),
      );
    }),
    fileSummary(
      'products.csv',
      products.map(() => 'specification'),
      products.map((product) => product.kind),
    ),
    fileSummary(
      'models.csv',
      models.map(() => 'training_run'),
      models.map((model) => model.confidence),
    ),
    fileSummary(
      'claims.csv',
      claims.map((claim) => claim.metric || claim.section),
      claims.map((claim) => claim.kind),
    ),
  ];
  const given = summaries.filter((summary) => summary.given !== '');
  const dates = facts.map((row) => row.published).sort(compare);
  return {
    given,
    derived: summaries.filter((summary) => summary.given === ''),
    rowsGiven: given.reduce((sum, file) => sum + file.rows, 0),
    facts: facts.length,
    statements: new Set(facts.map((row) => row.statement)).size,
    withoutQuantity: facts.filter((row) => row.quantity === 'none').length,
    firstPublished: dates[0] ?? '',
    lastPublished: dates.at(-1) ?? '',
    unread: register.unread,
  };
}

function fileSummary(file: string, metrics: readonly string[], kinds: readonly string[]): FileSummary {
  return {
    file,
    given: Object.hasOwn(GIVEN_AS, file) ? (GIVEN_AS[file] ?? '') : '',
    rows: kinds.length,
    byMetric: count(metrics),
    byKind: count(kinds),
  };
}

/** Most frequent first, then by name. */
function count(names: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, rows]) => ({ name, rows }))
    .sort((a, b) => b.rows - a.rows || compare(a.name, b.name));
}

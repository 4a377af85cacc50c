import {
  type Disagreement,
  type Query,
  type Register,
  type RegisterSummary,
  type Row,
  type Vintages,
  type View,
  asOf,
  byDate,
  disagreement,
  lastDay,
  query,
  statements,
  summarise,
  vintages,
} from '../register/index.ts';

export interface FactsOptions {
  /** Only what was published by this day; default: everything. */
  readonly asOf?: string;
  /** Leave out repeats of one statement through other outlets. */
  readonly once?: boolean;
}

/** Rows that match a query, by date of publication. */
export interface FactsAnswer {
  readonly asOf: string;
  readonly rows: readonly Row[];
  /** Distinct statements among the rows. */
  readonly statements: number;
}

/** Searches the register; the latest word stands last. */
export function searchFacts(register: Register, filter: Query, options: FactsOptions = {}): FactsAnswer {
  const view = viewOf(register, options);
  const found = query(view, filter);
  const rows = byDate(options.once ? statements(found) : found);
  return { asOf: view.date, rows, statements: new Set(rows.map((row) => row.statement)).size };
}

/** What was said about one quantity at different dates, and how far the sources' latest words differ. */
export interface VintageAnswer {
  readonly vintages: Vintages;
  readonly disagreement?: Disagreement;
}

/** The matching quantities that were stated more than once (`atLeast` rows), each with its vintages. */
export function factVintages(
  register: Register,
  filter: Query,
  options: FactsOptions & { readonly atLeast?: number } = {},
): readonly VintageAnswer[] {
  const atLeast = options.atLeast ?? 2;
  return vintages(viewOf(register, options), filter)
    .filter((group) => group.rows.length >= atLeast)
    .map((group) => {
      const spread = disagreement(group.rows);
      return spread === undefined ? { vintages: group } : { vintages: group, disagreement: spread };
    });
}

/** Counts of every row given, by file, metric and kind; rows that could not be read, with reasons. */
export function factsSummary(register: Register): RegisterSummary {
  return summarise(register);
}

/** The register as it was known by the day asked for. */
export function viewOf(register: Register, options: FactsOptions): View {
  return asOf(register, options.asOf ?? lastDay(register));
}

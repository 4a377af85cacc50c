import type { Assumption } from '../../beliefs/assumption.ts';
import { Assumptions } from '../../beliefs/assumption.ts';
import { query } from '../../register/index.ts';
import type { Register, Row } from '../../register/index.ts';
import type { PreparedRun } from '../prepare-run.ts';

/** An assumption of a run that was made from rows of the register, and the inputs that rest on it. */
export interface Derivation {
  readonly assumption: Assumption;
  readonly inputs: readonly string[];
  /** Ids of the rows that it may have been made from, whenever they were published. */
  readonly rows: ReadonlySet<string>;
}

/** The assumptions that a run uses, of those that say which rows they derive from. */
export function derivationsOf(
  run: PreparedRun,
  register: Register,
  assumptions: readonly Assumption[],
): readonly Derivation[] {
  const vintages = new Assumptions(assumptions, run.view.date, run.start);
  const inputs = new Map<string, string[]>();
  for (const { input, assumptions: used } of run.beliefs.values())
    for (const id of used) inputs.set(id, [...(inputs.get(id) ?? []), input]);
  return [...inputs].flatMap(([id, names]): Derivation[] => {
    const assumption = vintages.get(id);
    if (assumption === undefined || assumption.derivedFrom === '') return [];
    const rows = rowsNamed(register, assumption.derivedFrom);
    return rows.size === 0 ? [] : [{ assumption, inputs: names, rows }];
  });
}

/**
 * Rows that `derived_from` names: parts between semicolons, each a file and words that its rows hold (`demand.csv
 * ai_revenue AMD`). What names no file of figures names no row.
 */
export function rowsNamed(register: Register, derivedFrom: string): ReadonlySet<string> {
  return new Set(
    derivedFrom.split(';').flatMap((part) => {
      const [file, ...words] = part.trim().split(/\s+/u);
      if (!file?.endsWith('.csv')) return [];
      const text = words.filter((word) => word !== 'rows' && word !== 'and').join(' ');
      return query(register, { file, text }).map((row) => row.id);
    }),
  );
}

/** Whether rows of the outcome are among those that a run’s beliefs were made from. */
export function usedRows(run: PreparedRun): ReadonlySet<string> {
  return new Set(
    [...run.beliefs.values()].flatMap(({ rows }) => rows.map((key) => key.slice(key.indexOf('#') + 1))),
  );
}

/** Derivations that may have been made from a row of the outcome. */
export function suspectsOf(
  derivations: readonly Derivation[],
  outcome: readonly Row[],
): readonly Derivation[] {
  return derivations.filter(({ rows }) => outcome.some((row) => rows.has(row.id)));
}

import type { Outlier } from '../beliefs/outliers.ts';
import type { Row } from '../register/index.ts';
import { lastDay } from '../register/index.ts';
import type { Evidence } from './prepare-run.ts';
import { baseOf } from './run-base.ts';

/** A row that enters a belief but lies far from what the other sources say of the same quantity. */
export interface OutlyingRow extends Omit<Outlier, 'key'> {
  readonly row: Row;
  /** Inputs of the model whose beliefs it bears on, in the model’s order. */
  readonly inputs: readonly string[];
}

export interface OutliersAnswer {
  readonly asOf: string;
  /** Beliefs that rest on rows, and so were searched. */
  readonly searched: number;
  /** Furthest off first. */
  readonly outliers: readonly OutlyingRow[];
}

/** Outliers among the rows behind the beliefs of a day, each once. */
export function answerOutliers(evidence: Evidence, asOf?: string): OutliersAnswer {
  const day = asOf ?? lastDay(evidence.register);
  const { beliefs, view } = baseOf(evidence, day, 'strict');
  const rows = new Map(view.facts.map((row) => [`${row.file}#${row.id}`, row]));
  const found = new Map<string, OutlyingRow>();
  for (const { input, outliers = [] } of beliefs.values()) {
    for (const { key, ...outlier } of outliers) {
      const row = rows.get(key);
      if (row === undefined) throw new RangeError(`no row ${key} was known on ${view.date}`);
      const known = found.get(key);
      found.set(
        key,
        known ? { ...known, inputs: [...known.inputs, input] } : { ...outlier, row, inputs: [input] },
      );
    }
  }
  return {
    asOf: view.date,
    searched: [...beliefs.values()].filter((belief) => belief.rows.length > 0).length,
    outliers: [...found.values()].toSorted((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1)),
  };
}

import { entityId, query } from '../register/index.ts';
import type { Query, Row } from '../register/index.ts';
import { firstDay, lastDay } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';

/**
 * Why a row enters no belief, the first that holds: it carries no number; it repeats a statement; it gives a bound only;
 * its period is over before the run starts or begins after it ends; the model has no input for its metric, or none for
 * its subject; its source has said something newer of the same quantity; other rows of the quantity are preferred by the
 * rule; or the rule asks for another period, unit or basis.
 */
export const UNUSED_REASONS = [
  'no-number',
  'repeated',
  'bound-only',
  'period-passed',
  'after-horizon',
  'no-input-for-metric',
  'no-input-for-subject',
  'newer-word',
  'other-row-preferred',
  'other-period-or-unit',
] as const;
export type UnusedReason = (typeof UNUSED_REASONS)[number];

export interface UnusedRow {
  readonly row: Row;
  readonly reason: UnusedReason;
  /** Id of the row that stands in its place, where there is one. */
  readonly instead?: string;
}

export interface UnusedRows {
  /** ISO day. */
  readonly asOf: string;
  /** Rows known at the day, and those of them that enter a belief. */
  readonly known: number;
  readonly used: number;
  readonly counts: readonly { readonly reason: UnusedReason; readonly rows: number }[];
  /** By reason in the order of `UNUSED_REASONS`, then as in the register. */
  readonly rows: readonly UnusedRow[];
}

/** Rows that were known at a run's day and enter none of its beliefs, each with the reason. */
export function unusedRows(run: PreparedRun, filter: Query = {}): UnusedRows {
  const { view, catalogue } = run;
  const keys = rowsUsed(run);
  const isUsed = (row: Row): boolean => keys.has(`${row.file}#${row.id}`);
  const used = view.facts.filter((row) => isUsed(row));
  const place = new Places(used, view.facts, {
    start: firstDay(catalogue.startYear, 0),
    end: lastDay(catalogue.startYear, catalogue.months - 1),
  });
  const asked = query(view, filter);
  const rows = asked
    .filter((row) => !isUsed(row))
    .map((row) => ({ row, ...place.of(row) }))
    .map((each, order) => ({ each, order }))
    .sort((a, b) => rankOf(a.each) - rankOf(b.each) || a.order - b.order)
    .map(({ each }) => each);
  return {
    asOf: view.date,
    known: asked.length,
    used: asked.length - rows.length,
    counts: UNUSED_REASONS.map((reason) => ({
      reason,
      rows: rows.filter((row) => row.reason === reason).length,
    })).filter((count) => count.rows > 0),
    rows,
  };
}

/** Keys of the rows that beliefs are made of, or that tell how far such beliefs missed before. */
function rowsUsed({ beliefs }: PreparedRun): ReadonlySet<string> {
  return new Set([...beliefs.values()].flatMap(({ rows, record }) => [...rows, ...(record?.rows ?? [])]));
}

function rankOf({ reason }: UnusedRow): number {
  return UNUSED_REASONS.indexOf(reason);
}

/** Rows that enter beliefs, by what they are about. */
class Places {
  readonly #metrics: ReadonlySet<string>;
  readonly #subjects: ReadonlySet<string>;
  readonly #usedOf: ReadonlyMap<string, Row>;
  readonly #newest = new Map<string, Row>();
  readonly #start: string;
  readonly #end: string;

  constructor(
    used: readonly Row[],
    known: readonly Row[],
    { start, end }: { readonly start: string; readonly end: string },
  ) {
    this.#metrics = new Set(used.map(({ metric }) => metric));
    this.#subjects = new Set(used.map((row) => subjectOf(row)));
    this.#usedOf = new Map(used.map((row) => [quantityOf(row), row]));
    for (const row of known) {
      const key = `${quantityOf(row)}|${row.publisher}`;
      const other = this.#newest.get(key);
      if (other === undefined || row.published > other.published) this.#newest.set(key, row);
    }
    this.#start = start;
    this.#end = end;
  }

  of(row: Row): Omit<UnusedRow, 'row'> {
    if (row.quantity === 'none') return { reason: 'no-number' };
    if (row.statement !== row.id) return { reason: 'repeated', instead: row.statement };
    if (!this.#metrics.has(row.metric)) return { reason: 'no-input-for-metric' };
    if (!this.#subjects.has(subjectOf(row))) return { reason: 'no-input-for-subject' };
    if (row.quantity === 'at-least' || row.quantity === 'at-most') return { reason: 'bound-only' };
    const newest = this.#newest.get(`${quantityOf(row)}|${row.publisher}`);
    if (newest !== undefined && newest.published > row.published)
      return { reason: 'newer-word', instead: newest.id };
    const other = this.#usedOf.get(quantityOf(row));
    if (other !== undefined) return { reason: 'other-row-preferred', instead: other.id };
    if (row.periodEnd < this.#start) return { reason: 'period-passed' };
    if (row.periodStart > this.#end) return { reason: 'after-horizon' };
    return { reason: 'other-period-or-unit' };
  }
}

function subjectOf({ metric, entity }: Row): string {
  return `${metric}|${entityId(entity)}`;
}

function quantityOf(row: Row): string {
  return [subjectOf(row), row.site, row.product, row.periodStart, row.periodEnd, row.unit, row.basis].join(
    '|',
  );
}

import type { Request } from '../ensemble.ts';
import type { Period } from '../period.ts';

/** What errors have in common: sales of a designer, budgets, or capacity of an input. */
export type Subject = 'sales' | 'capex' | 'packaging' | 'memory';

/** A quantity that is known by the day of a run, and what the model says of it. */
export interface KnownQuantity {
  readonly subject: Subject;
  /** Whose: a designer, a memory maker; empty where the subject is one. */
  readonly whose: string;
  readonly series: string;
  readonly member: string;
  readonly unit: string;
  readonly period: Period;
  /** Median of the sources, in `unit`. */
  readonly value: number;
  /** Standard deviation of its natural logarithm: between sources, and as they state it. */
  readonly sigma: number;
  /** Keys `file#id` of the rows that tell it. */
  readonly rows: readonly string[];
  readonly request: Request;
}

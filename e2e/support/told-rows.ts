import type { Row } from '../../src/register/index.ts';

/** A row of the register as `chokepoint facts --json` tells it. */
export type ToldRow = Omit<Row, 'periodStart' | 'periodEnd'> & {
  readonly period_start: string;
  readonly period_end: string;
};

/** The same as the program has it, but for how the source stated it. */
export function rowOf({ period_start: periodStart, period_end: periodEnd, ...row }: ToldRow): Row {
  return { ...row, periodStart, periodEnd };
}

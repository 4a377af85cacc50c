import type { Register } from '../../register/index.ts';
import { asOf, dayNumber } from '../../register/index.ts';
import type { Outcome } from './outcome.ts';
import { outcomesOf } from './outcome.ts';
import type { Protocol, SeriesEntry } from './protocol.ts';
import { endOfSpan, monthsUntil, yearOfSpan } from './span.ts';

/** One quantity to forecast as of a day, with what came of it. */
export interface Target {
  readonly entry: SeriesEntry;
  /** The member of the model’s series where the entry has one target for each; else all of them are summed. */
  readonly member: string | undefined;
  readonly outcome: Outcome;
  /** Months from the as-of day to the end of the period. */
  readonly horizon: number;
  /** Economic event that it shares with other targets. */
  readonly event: string;
}

/** Members of an entry that are targets of their own; one that is `undefined` where all are summed. */
export function membersOf({ of }: SeriesEntry): readonly (string | undefined)[] {
  return of.each ? of.members : [undefined];
}

/**
 * Every target of the protocol as of a day: all periods that end after it, of which the register as of the day of
 * evaluation holds an outcome published later than the as-of day.
 */
export function targetsOf(register: Register, protocol: Protocol, day: string): readonly Target[] {
  const known = asOf(register, protocol.evaluatedBy);
  return protocol.series.flatMap((entry) =>
    membersOf(entry).flatMap((member) =>
      outcomesOf(known, entry, member, protocol.levelGraceDays).flatMap((outcome): Target[] =>
        endOfSpan(outcome.span) > dayNumber(day) && outcome.rows.every((row) => row.published > day)
          ? [
              {
                entry,
                member,
                outcome,
                horizon: monthsUntil(outcome.span, day),
                event: `${entry.event} ${yearOfSpan(outcome.span)}`,
              },
            ]
          : [],
      ),
    ),
  );
}

/** Class of a horizon: 0 up to the first of the ends, and so on; the last is open. */
export function horizonClass(horizon: number, ends: readonly number[]): number {
  const found = ends.findIndex((end) => horizon <= end);
  return found < 0 ? ends.length : found;
}

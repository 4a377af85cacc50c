import type { Dimension, Expr, ModelBuilder, Operand } from '../engine/index.ts';
import { constant, dimensionless, exp, expm1, floor, greaterOrEqual, max, select } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';

export interface GrowthDescription {
  /** What the stock that carries it is called. */
  readonly name: string;
  readonly description: string;
  readonly over?: readonly Dimension[];
  /** Logarithmic growth (1/month), the same in every month. */
  readonly rate: (...members: string[]) => Expr;
  /** Months from the start of the run to the start of growth, before which the value is one; the start of the run if left out. */
  readonly start?: (...members: string[]) => Expr;
}

/**
 * exp(rate · max(elapsed − start, 0)) at the middle of each month (dimensionless), carried from month to
 * month: an exponential costs about thirty products, and this way it is taken once a draw. The stock waits at the value
 * of the first month whose middle is not before the start, and grows from there, so it stays in range wherever the
 * start lies. Equal to the formula but for one rounding a month, about 1e-16 each.
 *
 * Returns the value of the month. Rate and start must not change within a run.
 */
export function declareGrowth(
  m: ModelBuilder,
  calendar: Pick<Calendar, 'elapsed'>,
  { name, description, over = [], rate, start }: GrowthDescription,
): (...members: string[]) => Expr {
  const firstAge = (members: string[]): Expr =>
    start === undefined ? calendar.elapsed() : ageAtFirstMiddle(start(...members));
  const carried = m.stock({
    name,
    unit: '1',
    description,
    over,
    initial: each((...members) => exp(rate(...members).times(firstAge(members)))),
  });
  /** `then` once growth has started, else `before`. */
  const onceStarted = (members: string[], then: Expr, before: Operand): Expr =>
    start === undefined ? then : select(greaterOrEqual(calendar.elapsed(), start(...members)), then, before);
  carried.next(
    each((...members) => {
      const now = carried.at(...members);
      return onceStarted(members, grown(now, expm1(rate(...members).times(constant(1, 'month')))), now);
    }),
  );
  return (...members) => onceStarted(members, carried.at(...members), 1);
}

/** A value after growth by a part of it, `value · (1 + part)`; the sum rounds less than the product would. */
export function grown(value: Expr, part: Expr): Expr {
  return value.plus(value.times(part));
}

/** Months from a start to the first middle of a month, from the first month of the run on, that is not before it. */
function ageAtFirstMiddle(start: Expr): Expr {
  const sinceMiddle = dimensionless(start, 'month').minus(0.5);
  const middle = max(floor(sinceMiddle.negate()).negate(), 0);
  return middle.minus(sinceMiddle).times(constant(1, 'month'));
}

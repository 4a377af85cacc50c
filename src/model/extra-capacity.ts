import type { Expr, ModelBuilder } from '../engine/index.ts';
import { constant, greaterOrEqual } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { expandable } from './expansion.ts';

/** Capacity of an input beyond its published path, `ahead` months from now. */
export type WithExtra = (resource: string, published: Expr, ahead: number) => Expr;

/**
 * A little more of one input from a month on, so that what it is worth can be asked: a share of its published path and
 * a number of wafers, of a logic node those open to accelerators. Suppliers see it as part of their plans. Nothing at
 * rest. Costs about 60 operations.
 */
export function declareExtraCapacity(m: ModelBuilder, calendar: Calendar): WithExtra {
  const over = [m.dimension('extra input', [...expandable])];
  const start = m.input({
    name: 'extra start',
    unit: 'month',
    description: 'Lever: months from the start of the run to extra capacity',
  });
  const share = m.input({
    name: 'extra share',
    unit: '1',
    description: 'Lever: extra capacity of an input over its published path',
    over,
  });
  const wafers = m.input({
    name: 'extra wafers',
    unit: 'wafer/month',
    description: 'Lever: extra capacity of an input in wafers a month',
    over,
  });
  return (resource, published, ahead) => {
    const there = greaterOrEqual(calendar.elapsed().plus(constant(ahead, 'month')), start.at());
    return published
      .times(constant(1).plus(share.at(resource).times(there)))
      .plus(wafers.at(resource).times(there));
  };
}

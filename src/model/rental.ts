import type { Expr, ModelBuilder } from '../engine/index.ts';
import { clamp, constant, exp, min } from '../engine/index.ts';
import { each } from './each.ts';

/**
 * Sector 8, rental index. Contract prices stay; the price of a rented accelerator-hour drifts down as newer products
 * arrive and up while demand waits: R(t+1) = R · exp((drift + κ·(min(U/N, 4) − 1))/12).
 */
export function declareRental(m: ModelBuilder, overdueMonths: Expr): void {
  const sensitivity = m.input({
    name: 'rental sensitivity',
    unit: '1/month',
    description: 'Yearly logarithmic rise of rental prices per month of overdue demand beyond one (κ)',
  });
  const drift = m.input({
    name: 'rental drift',
    unit: '1',
    description: 'Yearly logarithmic drift of the rental price of one H100 equivalent',
  });
  const index = m.stock({
    name: 'rental index',
    unit: '1',
    description: 'Price of a rented accelerator-hour over that at the start of the run',
    initial: each(() => constant(1, '1')),
  });
  index.next(
    each(() => {
      const waiting = min(overdueMonths, constant(4, 'month')).minus(constant(1, 'month'));
      return clamp(
        index.at().times(exp(drift.at().plus(sensitivity.at().times(waiting)).over(12))),
        0.05,
        20,
      );
    }),
  );
}

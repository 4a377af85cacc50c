import { disagreement, vintages } from '../register/index.ts';
import type { Disagreement, Query, Register, Row, Vintages } from '../register/index.ts';
import type { FactsOptions } from './facts.ts';
import { viewOf } from './facts.ts';

/** One quantity whose sources differ. */
export interface DisputedQuantity {
  readonly vintages: Vintages;
  readonly disagreement: Disagreement;
  /** Highest over lowest of the sources' latest words. */
  readonly ratio: number;
}

/**
 * Quantities by how far the latest words of their sources lie apart, the widest first. Only positive amounts that at
 * least two sources give; dates, shares of nothing and bounds are left out.
 */
export function disputedQuantities(
  register: Register,
  filter: Query,
  options: FactsOptions = {},
): readonly DisputedQuantity[] {
  return vintages(viewOf(register, options), filter)
    .flatMap((group): DisputedQuantity[] => {
      const measured: Row[] = group.rows.filter(
        ({ quantity }) => quantity === 'value' || quantity === 'range',
      );
      const spread = disagreement(measured);
      if (spread === undefined || spread.sources < 2 || !(spread.low > 0) || spread.high === spread.low)
        return [];
      return [{ vintages: group, disagreement: spread, ratio: spread.high / spread.low }];
    })
    .sort((a, b) => b.ratio - a.ratio || (keyOf(a.vintages) < keyOf(b.vintages) ? -1 : 1));
}

function keyOf({ metric, entity, site, product, periodStart, unit }: Vintages): string {
  return [metric, entity, site, product, periodStart, unit].join('|');
}

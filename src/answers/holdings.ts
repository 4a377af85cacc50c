import type { FigureBook, Reader } from './figures.ts';
import { ProblemError } from '../problem/problem.ts';
import type { CatalogueProduct, Line } from '../model/catalogue.ts';
import { channelName } from '../model/catalogue.ts';
import { periodsOf } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';

/** A product of the run and the line that sells it. */
export interface SoldProduct {
  readonly product: CatalogueProduct;
  readonly line: Line;
}

/** The line of a product by id; throws `product-not-delivered` where the run delivers none of it. */
export function soldProduct({ catalogue }: PreparedRun, id: string, name: string): SoldProduct {
  const product = catalogue.products.find((each) => each.id === id);
  const line = catalogue.lines.find((each) => each.id === product?.line);
  if (product && line) return { product, line };
  throw new ProblemError([{ code: 'product-not-delivered', params: { found: name } }]);
}

/**
 * Packages of a product delivered to a buyer from the start of the run to the end of each month, a reader a month.
 * Each buyer of a line gets the line's mix, as in the model (sector 6). What stood before the run is not in it.
 */
export function holdings(
  book: FigureBook,
  run: PreparedRun,
  { product, line }: SoldProduct,
  buyers: readonly string[],
): ReadonlyMap<string, readonly Reader[]> {
  const { startYear, months } = run.catalogue;
  const periods = periodsOf(startYear, months, 'month');
  const monthly = (scalar: string): Reader[] =>
    book.add({ scalars: [scalar], factor: 1, overTime: 'sum', periods });
  const units = monthly(`delivered packages[${product.id}]`);
  const whole = monthly(`delivered value of line[${line.id}]`);
  return new Map(
    buyers.map((buyer) => {
      const value = monthly(`delivered value[${channelName(line.id, buyer)}]`);
      return [buyer, periods.map((_, month) => upTo(month, units, value, whole))];
    }),
  );
}

/** Σ over months of packages × the buyer's share of the line's value. */
function upTo(
  last: number,
  units: readonly Reader[],
  part: readonly Reader[],
  whole: readonly Reader[],
): Reader {
  return (block, variant) => {
    const sum = new Float64Array(block.drawsOf(variant));
    for (let month = 0; month <= last; month++) {
      const [unit, value, total] = [units, part, whole].map((of) => of[month]!(block, variant));
      for (let draw = 0; draw < sum.length; draw++)
        if (total![draw]! > 0) sum[draw]! += (unit![draw]! * value![draw]!) / total![draw]!;
    }
    return sum;
  };
}

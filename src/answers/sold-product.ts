import { ProblemError } from '../problem/problem.ts';
import type { CatalogueProduct, Line } from '../model/catalogue.ts';
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

import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Product } from '../register/index.ts';
import { plain, sharingWords } from './plain-name.ts';

/**
 * A product by id, with or without its vendor's letters, by name, by the first word of its name, or by words that only
 * it has (`gb300`, `ironwood`), whatever their case. Throws `unknown-product` with those that share the words, or else
 * the nearest.
 */
export function findProduct(products: readonly Product[], name: string): Product {
  const wanted = plain(name);
  const ways: readonly ((product: Product) => string)[] = [
    ({ id }) => id,
    (product) => product.name,
    ({ id }) => shortId(id),
    (product) => product.name.split(' ')[0] ?? '',
  ];
  for (const way of ways) {
    const found = products.find((product) => plain(way(product)) === wanted);
    if (found) return found;
  }
  const sharing = sharingWords(products, name, (product) => product.name);
  const [only] = sharing;
  if (only && sharing.length === 1) return only;
  const nearest =
    sharing.length > 1
      ? sharing.map(({ id }) => shortId(id)).join(', ')
      : nearestName(
          name,
          products.map(({ id }) => shortId(id)),
        );
  throw new ProblemError([
    { code: 'unknown-product', params: { found: name, ...(nearest === undefined ? {} : { nearest }) } },
  ]);
}

function shortId(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

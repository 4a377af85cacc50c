import type { Catalogue, CatalogueProduct } from '../model/catalogue.ts';

/** Id of the n-th generic successor of a line (from 1). */
export function successorId(line: string, generation: number): string {
  return `${line}-next-${generation}`;
}

/** The product before another in its line, or `undefined` for the first. */
export function predecessorOf(catalogue: Catalogue, id: string): CatalogueProduct | undefined {
  const line = catalogue.lines.find((candidate) => candidate.products.includes(id));
  const position = line?.products.indexOf(id) ?? 0;
  const before = line?.products[position - 1];
  return catalogue.products.find((product) => product.id === before);
}

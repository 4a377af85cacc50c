import type { Catalogue } from '../../model/catalogue.ts';
import { lineText } from '../../model/member-names.ts';
import type { LineContents } from './worker-message.ts';

/** Lines of a day with their products, by the names of scenarios and of people. */
export function lineContents({ lines, products }: Pick<Catalogue, 'lines' | 'products'>): LineContents[] {
  return lines.map((line) => ({
    id: line.id,
    name: lineText(line),
    products: products.filter((product) => product.line === line.id).map(({ id, name }) => ({ id, name })),
  }));
}

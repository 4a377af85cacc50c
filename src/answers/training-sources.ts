import type { View } from '../register/index.ts';

/** Who published what an input rests on, and when. */
export interface TrainingSource {
  /** `file#id` in the register. */
  readonly key: string;
  readonly publisher: string;
  /** ISO day. */
  readonly published: string;
  readonly url: string;
}

/** Sources behind keys `file#id`, the latest published first. Keys of nothing in the view are left out. */
export function sourcesOf(keys: readonly string[], view: View): readonly TrainingSource[] {
  const wanted = new Set(keys);
  const models = view.models.map(({ id, source, figuresPublished, sourceUrl }) => ({
    key: `models.csv#${id}`,
    publisher: source,
    published: figuresPublished,
    url: sourceUrl,
  }));
  const products = view.products.map(({ id, vendor, knownSince, sourceUrls }) => ({
    key: `products.csv#${id}`,
    publisher: vendor,
    published: knownSince,
    url: sourceUrls[0] ?? '',
  }));
  const rows = view.facts.map(({ file, id, publisher, published, url }) => ({
    key: `${file}#${id}`,
    publisher,
    published,
    url,
  }));
  return [...models, ...products, ...rows]
    .filter(({ key }) => wanted.has(key))
    .sort((a, b) => (a.published > b.published ? -1 : a.published < b.published ? 1 : 0));
}

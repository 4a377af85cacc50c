/** What a family row ties: one product of the catalogue, or one label used in rows of shipments, prices and fleets. */
export const FAMILY_LEVELS = ['product', 'family', 'part', 'group', 'designer', 'market'] as const;
/**
 * `product`: a product id belongs to the family. `family`: a label that means the family. `part`: a label for a part of
 * the family (one product, one customer). `group`: several families of a designer. `designer`: all of a designer.
 * `market`: several designers. Rows at `group` and above repeat what family rows count: never add them up.
 */
export type FamilyLevel = (typeof FAMILY_LEVELS)[number];

/** One tie between a product or label and the family in which history is reported. */
export interface Family {
  /** `B200 incl. GB200`, `H100/H200`, … ; empty at the levels `designer` and `market`, the group's name at `group`. */
  readonly family: string;
  readonly designer: string;
  readonly level: FamilyLevel;
  /** Product id at level `product`, else empty. */
  readonly product: string;
  /** Label as it stands in `Row.product` at the other levels, else empty. */
  readonly label: string;
  /** True where rows with this label repeat, wholly or partly, what other rows of the same period count. */
  readonly repeats: boolean;
  readonly note: string;
}

/**
 * Names products by what their label means: labels of one family or group, or of all of one designer, get one name; any
 * other label is itself, in lower case.
 */
export function productNamer(families: readonly Family[]): (label: string) => string {
  const names = new Map<string, string>();
  for (const { level, family, designer, label } of families) {
    if (level === 'family' || level === 'group') names.set(label, `${designer}:${family}`);
    if (level === 'designer') names.set(label, `${designer}:all`);
  }
  return (label) => names.get(label) ?? label.toLowerCase();
}

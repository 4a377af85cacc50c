import type { Place } from '../problem/problem.ts';

/** A value as written with the place of every part. */
export type Tree =
  | { readonly kind: 'map'; readonly place: Place; readonly entries: readonly TreeEntry[] }
  | { readonly kind: 'list'; readonly place: Place; readonly items: readonly Tree[] }
  | {
      readonly kind: 'scalar';
      readonly place: Place;
      readonly value: string | number | boolean | null;
      /** As written, quotes left out. */
      readonly source: string;
    };

export interface TreeEntry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Tree;
}

/** What was found, for a problem: the text of a scalar, or the kind of anything else. */
export function describeTree(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind;
  return tree.value === null ? 'nothing' : tree.source;
}

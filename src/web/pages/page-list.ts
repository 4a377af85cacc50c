import type { ComponentType } from 'react';
import type { PlainMessageKey } from '../../show/message.ts';
import { ShortagePage } from './shortage/shortage-page.tsx';

/** A page: its name in addresses, what people read, and what it shows. */
export interface PageEntry {
  readonly name: string;
  readonly title: PlainMessageKey;
  readonly Page: ComponentType;
}

const first: PageEntry = { name: 'shortage', title: 'page.name.shortage', Page: ShortagePage };

/** Every page, in the order of the navigation. A new one is a folder beside this file and a line here. */
export const PAGES: readonly PageEntry[] = [first];

/** The page of a name; the first for a name that no page has. */
export function pageNamed(name: string): PageEntry {
  return PAGES.find((page) => page.name === name) ?? first;
}

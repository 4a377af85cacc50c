import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { PlainMessageKey } from '../../show/message.ts';
import { ShortagePage } from './shortage/shortage-page.tsx';

/** A page: its name in addresses, what people read, and what it shows. */
export interface PageEntry {
  readonly name: string;
  readonly title: PlainMessageKey;
  readonly Page: ComponentType;
}

const ChokepointsPage = lazy(async () => ({
  default: (await import('./chokepoints/chokepoints-page.tsx')).ChokepointsPage,
}));
const AsicPage = lazy(async () => ({ default: (await import('./asic/asic-page.tsx')).AsicPage }));
const DemandPage = lazy(async () => ({ default: (await import('./demand/demand-page.tsx')).DemandPage }));
const SeriesPage = lazy(async () => ({ default: (await import('./series/series-page.tsx')).SeriesPage }));

const TrainingPage = lazy(async () => ({
  default: (await import('./training/training-page.tsx')).TrainingPage,
}));
const RecordPage = lazy(async () => ({ default: (await import('./record/record-page.tsx')).RecordPage }));
const SourcesPage = lazy(async () => ({ default: (await import('./sources/sources-page.tsx')).SourcesPage }));
const ModelPage = lazy(async () => ({ default: (await import('./model/model-page.tsx')).ModelPage }));

const first: PageEntry = { name: 'shortage', title: 'page.name.shortage', Page: ShortagePage };

/**
 * Every page, in the order of the navigation. A new one is a folder beside this file and a line here; all but the first
 * are loaded when somebody goes there.
 */
export const PAGES: readonly PageEntry[] = [
  first,
  { name: 'chokepoints', title: 'page.name.chokepoints', Page: ChokepointsPage },
  { name: 'supply', title: 'page.name.supply', Page: SeriesPage },
  { name: 'demand', title: 'page.name.demand', Page: DemandPage },
  { name: 'buyers', title: 'page.name.buyers', Page: SeriesPage },
  { name: 'asic', title: 'page.name.asic', Page: AsicPage },
  { name: 'fleet', title: 'page.name.fleet', Page: SeriesPage },
  { name: 'training', title: 'page.name.training', Page: TrainingPage },
  { name: 'record', title: 'page.name.record', Page: RecordPage },
  { name: 'sources', title: 'page.name.sources', Page: SourcesPage },
  { name: 'model', title: 'page.name.model', Page: ModelPage },
];

/** The page of a name; the first for a name that no page has. */
export function pageNamed(name: string): PageEntry {
  return PAGES.find((page) => page.name === name) ?? first;
}

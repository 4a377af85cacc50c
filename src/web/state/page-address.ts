import type { Problem } from '../../problem/problem.ts';
import { ADDRESS_VERSION, PLAIN_ADDRESS, readAddress, writeAddress } from '../../scenario/scenario-url.ts';
import type { Pair, ScenarioAddress } from '../../scenario/scenario-url.ts';
import { LANGUAGES } from '../../show/language.ts';
import type { Language } from '../../show/language.ts';
import { MOST_PINS, partPin, writePin } from './pin.ts';
import type { Pin } from './pin.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How a page looks, apart from what it is about. */
export interface PageView {
  readonly page: string;
  /** Null for that of the browser. */
  readonly language: Language | null;
  readonly theme: Theme;
  /** Address of the figure whose equation and sources are shown; null for none. */
  readonly figure: string | null;
  /** What the page is asked, in its own words, as of a URL; empty for nothing. */
  readonly query: string;
  /** Whether charts stand as tables. */
  readonly tables: boolean;
  /** Whether pins stand as differences from the scenario. */
  readonly differences: boolean;
}

/** Everything that the address of a page says. */
export interface PageAddress {
  readonly scenario: ScenarioAddress;
  /** Scenarios held beside it. */
  readonly pins: readonly Pin[];
  readonly view: PageView;
}

export const FIRST_PAGE = 'shortage';
export const PLAIN_VIEW: PageView = {
  page: FIRST_PAGE,
  language: null,
  theme: 'system',
  figure: null,
  query: '',
  tables: false,
  differences: false,
};
export const PLAIN_PAGE: PageAddress = { scenario: PLAIN_ADDRESS, pins: [], view: PLAIN_VIEW };

const OWN = new Set(['page', 'lang', 'theme', 'figure', 'ask', 'view', 'pin', 'pins']);

/** The part of a URL after `#`: only what differs from the plain page, never sent to a server. */
export function writePage({ scenario, pins, view }: PageAddress): string {
  const pairs: Pair[] = [
    ...writeAddress(scenario),
    ...pins.map((pin): Pair => ['pin', textOf(writePin(pin))]),
    ...(view.page === FIRST_PAGE ? [] : [['page', view.page] as const]),
    ...(view.language === null ? [] : [['lang', view.language] as const]),
    ...(view.theme === 'system' ? [] : [['theme', view.theme] as const]),
    ...(view.figure === null ? [] : [['figure', view.figure] as const]),
    ...(view.query === '' ? [] : [['ask', view.query] as const]),
    ...(view.tables ? [['view', 'tables'] as const] : []),
    ...(view.differences ? [['pins', 'differences'] as const] : []),
  ];
  const first = pairs[0]?.[0];
  const versioned: Pair[] =
    first === undefined || first === 'v' ? pairs : [['v', String(ADDRESS_VERSION)], ...pairs];
  return textOf(versioned);
}

/** What the part of a URL after `#` says; what cannot be understood is told and left out. */
export function readPage(hash: string): {
  readonly address: PageAddress;
  readonly problems: readonly Problem[];
} {
  const pairs = pairsOf(hash.replace(/^#/u, ''));
  const version = pairs.filter(([name]) => name === 'v');
  const { address: scenario, problems } = readAddress(pairs, OWN);
  const of = (name: string): string | undefined => pairs.find(([key]) => key === name)?.[1];
  const pins = pairs
    .filter(([name]) => name === 'pin')
    .slice(0, MOST_PINS)
    .map(([, text]): Pin => {
      const { name, scenario: own } = partPin(pairsOf(text));
      return { scenario: readAddress([...version, ...own]).address, name };
    });
  const view: PageView = {
    page: of('page') ?? FIRST_PAGE,
    language: LANGUAGES.find((language) => language === of('lang')) ?? null,
    theme: THEMES.find((theme) => theme === of('theme')) ?? 'system',
    figure: of('figure') ?? null,
    query: of('ask') ?? '',
    tables: of('view') === 'tables',
    differences: of('pins') === 'differences',
  };
  return { address: { scenario, pins, view }, problems };
}

function pairsOf(text: string): Pair[] {
  return [...new URLSearchParams(text)];
}

function textOf(pairs: readonly Pair[]): string {
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
}

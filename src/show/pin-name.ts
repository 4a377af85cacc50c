import type { LeverFacts } from '../answers/lever-facts.ts';
import type { ScenarioAddress } from '../scenario/scenario-url.ts';
import { DEFAULT_SCENARIO } from '../scenario/scenario-url.ts';
import { formatAmount } from './amount-format.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { leverText } from './lever-text.ts';
import { translate } from './message.ts';

/** What a pinned scenario is called, in a list and where room is short. */
export interface PinNames {
  /** Its title and everything that differs from it. */
  readonly long: string;
  /** The title, or what differs where nothing else is named, with the first of several and how many more. */
  readonly short: string;
  /** Of one that somebody has named: what the name stands for. */
  readonly about?: string;
}

const JOINT: Readonly<Record<Language, string>> = { en: ', ', ja: '、' };

/** As `pinNames`, under a name that somebody has given, if any. */
export function namedPin(own: string, names: PinNames): PinNames {
  return own === '' ? names : { long: own, short: own, about: names.long };
}

/** `title` is that of the shipped scenario; levers that `levers` does not hold go by their path. */
export function pinNames(
  address: ScenarioAddress,
  title: string,
  levers: readonly LeverFacts[],
  language: Language,
): PinNames {
  const { scenario, asOf } = address;
  const changes = [
    ...(asOf === null
      ? []
      : [translate(language, 'page.pins.asOf', { day: formatDay(asOf, language, 'short') })]),
    ...changesOf(address, levers, language),
  ];
  const [first, ...more] = changes;
  // What everybody starts from needs no name where something else can be named.
  const own = scenario === DEFAULT_SCENARIO && first !== undefined ? [] : [title];
  const joint = JOINT[language];
  return {
    long: [...own, ...changes].join(joint),
    short: [
      ...own,
      ...(first === undefined ? [] : [first]),
      ...(more.length === 0 ? [] : [translate(language, 'page.pins.more', { count: more.length })]),
    ].join(joint),
  };
}

/** Levers, delays and removals in words. */
function changesOf(
  { levers: set, delays, removals }: ScenarioAddress,
  levers: readonly LeverFacts[],
  language: Language,
): string[] {
  return [
    ...[...set].map(([path, value]) => {
      const lever = levers.find((each) => each.path === path);
      return lever ? `${lever.label[language]} ${leverText(value, lever, language)}` : path;
    }),
    ...delays.map(({ plant, months }) =>
      translate(language, 'compare.change.delay', {
        name: plant,
        months: formatAmount(months, 'month', language),
      }),
    ),
    ...removals.map((name) => translate(language, 'compare.change.removed', { name })),
  ];
}

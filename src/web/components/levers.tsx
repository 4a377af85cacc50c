import { useState } from 'react';
import type { LeverFacts } from '../../answers/lever-facts.ts';
import { translate } from '../../show/message.ts';
import type { PlainMessageKey } from '../../show/message.ts';
import { useLanguage, usePart } from '../page-context.ts';
import { FEATURED_LEVERS } from '../state/featured-levers.ts';
import { LeverControl } from './lever-control.tsx';
import { ScenarioTools } from './scenario-tools.tsx';
import { LEVER_SEARCH } from './shortcuts.tsx';

/** Rows shown of a search; more are found by a longer word. */
const MOST_FOUND = 30;

/** What somebody could do apart from what nobody knows, then every other lever by name. */
export function Levers() {
  const language = useLanguage();
  const day = usePart('day');
  const address = usePart('address');
  const [wanted, setWanted] = useState('');
  if (day === null) return null;
  const shown = day.levers.filter(({ path }) => FEATURED_LEVERS.includes(path) || address.levers.has(path));
  const ordered = shown.toSorted((a, b) => placeOf(a.path) - placeOf(b.path));
  const others = day.levers.filter((lever) => !shown.includes(lever));
  return (
    <>
      <ScenarioTools />
      <LeverGroup title="page.levers.actions" levers={ordered.filter(({ kind }) => kind === 'action')} />
      <LeverGroup
        title="page.levers.assumptions"
        levers={ordered.filter(({ kind }) => kind === 'assumption')}
      />
      <section className="lever-group">
        <h2>{translate(language, 'page.levers.all', { count: day.levers.length })}</h2>
        <label className="search">
          <span>{translate(language, 'page.levers.search')}</span>
          <input
            id={LEVER_SEARCH}
            type="search"
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
          />
        </label>
        <Found levers={others} wanted={wanted} />
      </section>
    </>
  );
}

/** The controls of levers: of a lever that stays as it is, nothing is drawn again. */
function Controls({ levers }: { readonly levers: readonly LeverFacts[] }) {
  const taken = usePart('taken');
  const scenario = usePart('scenario');
  return levers.map((lever) => {
    const { path, choices, rest } = lever;
    const own = taken.levers.get(path);
    const named = scenario?.scenario.overrides.find((override) => override.path === path)?.value;
    const value = own ?? named ?? choices?.[rest] ?? rest;
    return <LeverControl key={path} lever={lever} value={value} isSet={own !== undefined} />;
  });
}

function LeverGroup({
  title,
  levers,
}: {
  readonly title: PlainMessageKey;
  readonly levers: readonly LeverFacts[];
}) {
  const language = useLanguage();
  return (
    <section className="lever-group">
      <h2>{translate(language, title)}</h2>
      <Controls levers={levers} />
    </section>
  );
}

function Found({ levers, wanted }: { readonly levers: readonly LeverFacts[]; readonly wanted: string }) {
  const language = useLanguage();
  const words = wanted.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const found = levers
    .filter(({ path, label }) => {
      const text = `${path} ${label.en} ${label.ja}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .slice(0, MOST_FOUND);
  if (found.length === 0) return <p>{translate(language, 'page.levers.none')}</p>;
  return <Controls levers={found} />;
}

/** Levers that are not featured come last. */
function placeOf(path: string): number {
  const place = FEATURED_LEVERS.indexOf(path);
  return place < 0 ? FEATURED_LEVERS.length : place;
}

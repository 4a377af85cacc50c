import { translate } from '../../show/message.ts';
import { pinTable } from '../../show/pin-table.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';
import type { Answered } from '../state/page-state.ts';
import { DataTable } from './data-table.tsx';
import { Section } from './section.tsx';

/** Scenarios that were pinned, beside the one on the page; nothing where none is. */
export function Pins() {
  const language = useLanguage();
  const store = useStore();
  const { pins, pinned, scenario } = usePage();
  if (pins.length === 0 || scenario === null) return null;
  const names = pins.map(({ scenario: name, levers }, index) => {
    const title = pinned[index]?.scenario.title[language] ?? name;
    return `${index + 1}. ${levers.size > 0 ? `${title} +${levers.size}` : title}`;
  });
  const column = (name: string, answered: Answered | null) => ({ name, answer: answered?.told ?? null });
  const columns = [
    column(translate(language, 'page.fan.scenario'), scenario),
    ...names.map((name, index) => column(name, pinned[index] ?? null)),
  ];
  const title = translate(language, 'page.pins');
  return (
    <Section title={title}>
      <DataTable caption={title} {...pinTable(columns, language)} accent={1} />
      <ul className="pins">
        {names.map((name, index) => (
          <li key={name}>
            <button type="button" onClick={() => store.setAddress(pins[index] ?? store.getState().address)}>
              {translate(language, 'page.pin.load', { name })}
            </button>{' '}
            <button type="button" onClick={() => store.unpin(index)}>
              {translate(language, 'page.unpin', { name })}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { translate } from '../../show/message.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';

interface RemovalBoxesProps {
  readonly legend: string;
  /** What may be taken out, by the name that scenarios have for it, and what people read. */
  readonly members: readonly { readonly id: string; readonly text: string }[];
}

/** A box for each plant, product or programme of the scenario; one that is cleared is taken out of all futures. */
export function RemovalBoxes({ legend, members }: RemovalBoxesProps) {
  const language = useLanguage();
  const store = useStore();
  const { address, contents } = usePage();
  const named = contents?.scenarios.find(({ scenario }) => scenario.name === address.scenario)?.scenario;
  const isGone = (id: string): boolean => named?.removals.includes(id) ?? false;
  return (
    <fieldset className="removals">
      <legend>{legend}</legend>
      {members.map(({ id, text }) => (
        <label key={id} title={isGone(id) ? translate(language, 'page.removals.named') : undefined}>
          <input
            type="checkbox"
            checked={!isGone(id) && !address.removals.includes(id)}
            // What the scenario itself has taken out, its address cannot bring back.
            disabled={isGone(id)}
            onChange={({ target }) => store.setRemoved(id, !target.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

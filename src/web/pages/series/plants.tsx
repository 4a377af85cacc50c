import { useMemo } from 'react';
import type { SeriesOfSet } from '../../../answers/series-set.ts';
import { translate } from '../../../show/message.ts';
import { plantTimeline } from '../../../show/plant-timeline.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Section } from '../../components/section.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { useLanguage, usePage, useStore } from '../../page-context.ts';

interface PlantsProps {
  /** Capacity by plant and quarter. */
  readonly series: SeriesOfSet;
  readonly isStale: boolean;
}

/** When plants open, and months by which each may be made to open later. */
export function Plants({ series, isStale }: PlantsProps) {
  const language = useLanguage();
  const asOf = usePage().day?.day ?? '';
  const spec = useMemo(() => plantTimeline(series, asOf, language), [series, asOf, language]);
  return (
    <>
      <ChartFigure spec={spec} isStale={isStale} />
      <Section
        title={translate(language, 'page.plants.delay')}
        note={translate(language, 'page.plants.delay.note')}
      >
        <div className="delays">
          {spec.items.map(({ id, name }) => (
            <Delay key={id} plant={id} name={name} />
          ))}
        </div>
      </Section>
    </>
  );
}

function Delay({ plant, name }: { readonly plant: string; readonly name: string }) {
  const store = useStore();
  const set = usePage().address.delays.find((delay) => delay.plant === plant)?.months;
  const commit = (text: string): void => {
    const months = Number(text);
    store.setDelay(plant, text.trim() !== '' && months >= 0 ? months : null);
  };
  return <TypedField label={name} value={set === undefined ? '' : String(set)} hint="0" commit={commit} />;
}

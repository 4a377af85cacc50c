import { useCallback, useMemo } from 'react';
import type { SeriesOfSet } from '../../../answers/series-set.ts';
import type { PlantDelay } from '../../../scenario/scenario.ts';
import { formatMonth } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import { plantOpenings } from '../../../show/plant-openings.ts';
import type { PlantOpenings } from '../../../show/plant-openings.ts';
import { plantTimeline } from '../../../show/plant-timeline.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { RemovalBoxes } from '../../components/removal-boxes.tsx';
import { SceneHandles } from '../../components/scene-handles.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { useLanguage, usePage, useStore } from '../../page-context.ts';
import { plantDelays } from './plant-delays.ts';

interface PlantsProps {
  /** Capacity by plant and month. */
  readonly series: SeriesOfSet;
  readonly isStale: boolean;
}

/** When plants open, each to be dragged to a later month, or moved by a number of months that one types. */
export function Plants({ series, isStale }: PlantsProps) {
  const language = useLanguage();
  const store = useStore();
  const { day, address, contents, seriesScenario } = usePage();
  const asOf = day?.day ?? '';
  const { named, wanted } = useMemo(() => plantDelays(address, contents), [address, contents]);
  const openings = useMemo(() => {
    const { delays: drawn = [], removals: removed = [] } = seriesScenario ?? {};
    return plantOpenings(series, asOf, { drawn, wanted, removed });
  }, [series, seriesScenario, asOf, wanted]);
  const spec = useMemo(
    () => plantTimeline(series, openings, asOf, language),
    [series, openings, asOf, language],
  );
  const end = useCallback(() => store.endDrag(), [store]);
  const delayBy = (plant: string, months: number | null, dragging: boolean): void => {
    store.setDelay(plant, months === monthsOf(named, plant) ? null : months, { dragging });
  };
  const typed = [
    ...openings.coming.map(({ plant }) => plant),
    ...openings.never.filter((plant) => monthsOf(wanted, plant) > 0),
  ];
  return (
    <>
      <ChartFigure
        spec={spec}
        isStale={isStale}
        isWide
        overlay={({ handles }) => (
          <SceneHandles
            handles={handles}
            move={(plant, months) => delayBy(plant, months, true)}
            end={end}
            cancel={() => store.cancelDrag()}
          />
        )}
      />
      <div className="evidence-wide plant-notes">
        <PlantNotes openings={openings} last={series.periods.at(-1)?.start ?? asOf} />
        <fieldset className="delays">
          <legend>{translate(language, 'page.plants.delay')}</legend>
          <p className="note">{translate(language, 'page.plants.delay.note')}</p>
          {typed.map((plant) => (
            <TypedField
              key={plant}
              label={plant}
              value={monthsOf(wanted, plant) === 0 ? '' : String(monthsOf(wanted, plant))}
              hint="0"
              commit={(text) => {
                const months = text.trim() === '' ? 0 : Number(text);
                delayBy(plant, months >= 0 && Number.isFinite(months) ? months : null, false);
              }}
            />
          ))}
        </fieldset>
        <RemovalBoxes
          legend={translate(language, 'page.removals.plants')}
          members={(day?.plants ?? []).map((plant) => ({ id: plant, text: plant }))}
        />
        <p className="note">{translate(language, 'page.removals.note')}</p>
      </div>
    </>
  );
}

function monthsOf(delays: readonly PlantDelay[], plant: string): number {
  return delays.find((delay) => delay.plant === plant)?.months ?? 0;
}

interface PlantNotesProps {
  readonly openings: PlantOpenings;
  /** ISO day in the last month. */
  readonly last: string;
}

/** Plants that have no bar, and why. */
function PlantNotes({ openings: { running, removed, never }, last }: PlantNotesProps) {
  const language = useLanguage();
  const list = (plants: readonly string[]): string => plants.join(language === 'ja' ? '、' : ', ');
  return (
    <>
      {running.length > 0 && (
        <p className="note">{translate(language, 'page.plants.running', { plants: list(running) })}</p>
      )}
      {removed.length > 0 && (
        <p className="note">{translate(language, 'page.plants.removed', { plants: list(removed) })}</p>
      )}
      {never.length > 0 && (
        <p className="note">
          {translate(language, 'page.plants.never', {
            plants: list(never),
            month: formatMonth(last, language),
          })}
        </p>
      )}
    </>
  );
}

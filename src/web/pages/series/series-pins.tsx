import { useMemo } from 'react';
import type { SeriesQuestion } from '../../../answers/series.ts';
import { writeAddress } from '../../../scenario/scenario-url.ts';
import { translate } from '../../../show/message.ts';
import type { PinNames } from '../../../show/pin-name.ts';
import type { PinOfSeries } from '../../../show/series-pins.ts';
import { PinList, PinSwitch } from '../../components/pin-list.tsx';
import { usePinNames } from '../../components/pin-names.ts';
import { Section } from '../../components/section.tsx';
import type { PinnedSeriesFound } from '../../compute/inquiry.ts';
import { useLanguage, usePage } from '../../page-context.ts';
import type { PageState } from '../../state/page-state.ts';
import { inSameFutures } from '../../state/held-pins.ts';
import { seriesOfPins } from './panels.ts';

/** What charts of series know of pins. */
export interface SeriesPins {
  /** Pins that are answered, with the series of a question; none while nothing is known. */
  readonly of: (question: SeriesQuestion) => readonly PinOfSeries[];
  /** Whether they are differences from the scenario. */
  readonly areDifferences: boolean;
  readonly isStale: boolean;
}

/** Pins with their series on the page that is shown. */
export function useSeriesPins(): SeriesPins {
  const page = usePage();
  const names = usePinNames();
  const found = foundFor(page);
  const { isPinning } = page;
  return useMemo(() => {
    // The same array for the same question, so that charts are drawn again only where something is new.
    const known = new Map<string, readonly PinOfSeries[]>();
    const of = (question: SeriesQuestion): readonly PinOfSeries[] => {
      const key = JSON.stringify(question);
      const pins = known.get(key) ?? pinsOf(question, found, names);
      known.set(key, pins);
      return pins;
    };
    return { of, areDifferences: found?.differences ?? false, isStale: isPinning };
  }, [found, names, isPinning]);
}

function pinsOf(
  { name, by, period }: SeriesQuestion,
  found: PinnedSeriesFound | null,
  names: readonly PinNames[],
): PinOfSeries[] {
  return (found?.answer ?? []).flatMap((set, index) => {
    const series = set?.find((each) => each.name === name && each.dimension === by && each.period === period);
    return series ? [{ name: names[index]?.short ?? '', number: index + 1, series }] : [];
  });
}

/** What is known of these pins, shown so, on this page; null where the last answer is about others. */
function foundFor({ pinnedSeries, pins, address, view }: PageState): PinnedSeriesFound | null {
  if (pinnedSeries === null || pinnedSeries.differences !== view.differences) return null;
  const text = (parts: unknown): string => JSON.stringify(parts);
  const isSame =
    text(pinnedSeries.pins.map((pin) => pin.address)) ===
      text(pins.map(({ scenario }) => writeAddress(inSameFutures(scenario, address)))) &&
    text(pinnedSeries.questions) === text(seriesOfPins(view.page));
  return isSame ? pinnedSeries : null;
}

/** Which scenarios are pinned beside this one, what each is called, and how they are shown. */
export function SeriesPinList() {
  const language = useLanguage();
  const page = usePage();
  const names = usePinNames();
  const found = foundFor(page);
  const { pinnedSeriesFailure } = page;
  return (
    <Section title={translate(language, 'page.pins')} className="evidence pinned-list">
      <PinSwitch />
      <PinList
        names={names}
        told={(index, name) =>
          found?.answer[index] === null ? translate(language, 'page.pins.unpaired', { name }) : undefined
        }
      />
      {pinnedSeriesFailure !== null ? (
        <p role="alert">{translate(language, 'page.pins.failed', { reason: pinnedSeriesFailure })}</p>
      ) : (
        found === null && (
          <p className="loading" role="status">
            {translate(language, 'page.pins.series.waiting')}
          </p>
        )
      )}
    </Section>
  );
}

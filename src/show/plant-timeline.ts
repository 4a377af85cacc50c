import type { SeriesOfSet } from '../answers/series-set.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { TimelineItem, TimelineSpec } from './charts/chart-spec.ts';
import { dayOfMonth, monthOf } from './charts/time-axis.ts';
import { formatMonth } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlantOpening, PlantOpenings } from './plant-openings.ts';

/** When the plants of `openings` open, from capacity by month, each to be dragged to a later month. */
export function plantTimeline(
  { periods, rows, unit }: SeriesOfSet,
  openings: PlantOpenings,
  asOf: string,
  language: Language,
): TimelineSpec {
  const { coming } = openings;
  const [from, to] = [periods[0]?.start ?? asOf, periods.at(-1)?.end ?? asOf];
  const lastMonth = Math.floor(monthOf(to));
  const format = chartFormat(Math.max(0, ...rows.map(({ p50 }) => p50)), unit, language);
  const items = coming.map((opening): TimelineItem => {
    const { plant, median, low, high, delay, last, figure } = opening;
    const capacity = median > lastMonth ? [] : [format.figure(last)];
    const moved = delay === 0 ? [] : [movedText(opening, lastMonth, language)];
    return {
      id: plant,
      name: plant,
      texts: [
        [...moved, ...capacity].join(language === 'ja' ? '・' : ' · '),
        ...moved,
        ...(delay === 0 ? [] : [translate(language, 'page.plants.movedBeyond', { months: delay })]),
      ],
      start: dayOfMonth(median),
      low: dayOfMonth(low),
      high: dayOfMonth(high),
      ...(delay === 0 ? {} : { before: dayOfMonth(median - delay) }),
      move: {
        months: delay,
        most: Math.max(delay, lastMonth - (median - delay)),
        said: saidOf(opening, lastMonth, language),
      },
      ...(figure === undefined ? {} : { figure }),
    };
  });
  const next = coming
    .filter(({ median }) => median > monthOf(asOf) && median <= lastMonth)
    .toSorted((a, b) => a.median - b.median)[0];
  return {
    kind: 'timeline',
    title:
      next === undefined
        ? translate(language, 'page.plants')
        : translate(language, 'page.plants.next', {
            plant: next.plant,
            month: formatMonth(dayOfMonth(next.median), language),
          }),
    subtitle: translate(language, 'page.plants.note', { end: formatMonth(to, language) }),
    from,
    to,
    items,
    itemName: translate(language, 'page.plants.plant'),
    asOf,
  };
}

/** `+3 months (May 2027)`. */
function movedText({ delay, median }: PlantOpening, lastMonth: number, language: Language): string {
  return median > lastMonth
    ? translate(language, 'page.plants.movedBeyond', { months: delay })
    : translate(language, 'page.plants.moved', {
        months: delay,
        month: formatMonth(dayOfMonth(median), language, 'short'),
      });
}

function saidOf({ delay, median }: PlantOpening, lastMonth: number, language: Language): string {
  const opens =
    median > lastMonth
      ? translate(language, 'page.plants.opensBeyond', {
          month: formatMonth(dayOfMonth(lastMonth), language),
        })
      : translate(language, 'page.plants.opens', { month: formatMonth(dayOfMonth(median), language) });
  const moved =
    delay === 0
      ? translate(language, 'page.plants.asPlanned')
      : translate(language, 'page.plants.later', { months: delay });
  return `${opens}${language === 'ja' ? '、' : ', '}${moved}`;
}

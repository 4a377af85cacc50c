import type { SeriesOfSet } from '../answers/series-set.ts';
import type { SeriesRow } from '../answers/series.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { TimelineItem, TimelineSpec } from './charts/chart-spec.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';

/** Wafers a month below which a plant counts as closed: less than any line of tools. */
const OPEN = 1;

/**
 * When plants open, from their capacity by quarter: a plant is open in half of futures from the first quarter whose
 * median is above zero. Plants that already run are left out; so are those that open in fewer than 10 of 100 futures.
 */
export function plantTimeline(
  { rows, members, periods, unit }: SeriesOfSet,
  asOf: string,
  language: Language,
): TimelineSpec {
  const future = periods.filter(({ end }) => end >= asOf);
  const from = future[0]?.start ?? asOf;
  const to = future.at(-1)?.end ?? asOf;
  const format = chartFormat(Math.max(0, ...rows.map(({ p50 }) => p50)), unit, language);
  const items = members.flatMap((member): TimelineItem[] => {
    const own = rows.filter((row) => row.member === member && row.period.end >= asOf);
    const first = (key: 'p10' | 'p50' | 'p90'): SeriesRow | undefined => own.find((row) => row[key] >= OPEN);
    const [early, middle, late] = [first('p90'), first('p50'), first('p10')];
    if (early === undefined || (own[0]?.p10 ?? 0) >= OPEN) return [];
    const last = own.at(-1);
    return [
      {
        id: member,
        name: member,
        ...(last && last.p50 >= OPEN ? { text: format.figure(last.p50) } : {}),
        start: middle?.period.start ?? to,
        low: early.period.start,
        high: late?.period.start ?? to,
        ...(middle ? { figure: middle.address } : {}),
      },
    ];
  });
  return {
    kind: 'timeline',
    title: translate(language, 'page.plants'),
    subtitle: translate(language, 'page.plants.note'),
    from,
    to,
    items: items.toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    asOf,
  };
}

import type { PinnedAnswer } from '../answers/pinned.ts';
import type { ShortageAnswer } from '../answers/shortage.ts';
import type { Summary } from '../engine/index.ts';
import { joinRange } from './amount-format.ts';
import type { Band, FanSeries, FanSpec, ValueFormat } from './charts/chart-spec.ts';
import { TOLD_SHARE } from './charts/series-cursor.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import { MOST_MONTHS } from './page-charts.ts';

/** The shortage fan of the scenario with each pin as a numbered line; pins that are not answered yet are left out. */
export function pinnedFan(
  fan: FanSpec,
  names: readonly string[],
  answers: readonly (ShortageAnswer | null)[],
  language: Language,
): FanSpec {
  const { times, maximum: before, ...rest } = fan;
  const pins = answers.flatMap((answer, index): FanSeries[] =>
    answer === null
      ? []
      : [
          pinSeries(
            names[index] ?? '',
            index + 1,
            times,
            new Map(answer.overdue.months.map((month, at) => [month, answer.overdue.summaries[at]])),
          ),
        ],
  );
  const isCut = before !== undefined || highestOf(pins) > MOST_MONTHS;
  return {
    ...rest,
    times,
    subtitle: translate(language, 'page.pins.fan.note'),
    // What the scenario is held against is now what somebody has pinned.
    fans: [
      ...fan.fans
        .filter(({ role }) => role === 'scenario')
        .map((scenario) => ({ ...scenario, name: translate(language, 'page.pins.this') })),
      ...pins,
    ],
    ...(isCut ? { maximum: before ?? MOST_MONTHS } : {}),
  };
}

/** How much more is overdue under each pin than in the scenario, in the same futures; unpaired pins are left out. */
export function differenceFan(
  { months, overdue }: PinnedAnswer,
  names: readonly string[],
  asOf: string,
  language: Language,
): FanSpec {
  const pins = overdue.flatMap((summaries, index): FanSeries[] =>
    summaries === null
      ? []
      : [
          pinSeries(
            names[index] ?? '',
            index + 1,
            months,
            new Map(months.map((month, at) => [month, summaries[at]])),
          ),
        ],
  );
  return {
    kind: 'fan',
    title: translate(language, 'page.pins.difference'),
    subtitle: translate(language, 'page.pins.difference.note'),
    times: months,
    fans: pins,
    level: { value: 0, label: translate(language, 'page.pins.this') },
    format: signedMonths(language),
    asOf,
    ...(highestOf(pins) > MOST_MONTHS ? { maximum: MOST_MONTHS } : {}),
  };
}

/** Median and 80 of 100 futures; not a number at times that a pin does not know. */
export function pinSeries(
  name: string,
  number: number,
  times: readonly string[],
  byTime: ReadonlyMap<string, Summary | undefined>,
): FanSeries {
  const of = (key: keyof Summary): number[] => times.map((time) => byTime.get(time)?.[key] ?? NaN);
  const band: Band = { share: TOLD_SHARE, low: of('p10'), high: of('p90') };
  return { name, role: 'pin', number, median: of('p50'), bands: [band] };
}

function highestOf(pins: readonly FanSeries[]): number {
  return Math.max(
    0,
    ...pins.flatMap(({ bands }) => bands.flatMap(({ high }) => Array.from(high).filter(Number.isFinite))),
  );
}

function signedMonths(language: Language): ValueFormat {
  const figure = (value: number): string => formatNumber(value, { decimals: 1, signed: true });
  return {
    figure,
    range: (low, high) =>
      language === 'ja' ? joinRange([low, high].map(figure), language) : `${figure(low)} … ${figure(high)}`,
    tick: (value) => formatNumber(value, { signed: true }),
  };
}

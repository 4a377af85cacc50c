import type { HingeAnswer } from '../answers/forecast.ts';
import type { ShortageAnswer } from '../answers/shortage.ts';
import { joinRange } from './amount-format.ts';
import type { FanSpec, HeatMapSpec, TornadoSpec, ValueFormat } from './charts/chart-spec.ts';
import { summaryBands } from './charts/summary-bands.ts';
import { formatMonth } from './date-format.ts';
import { bindingSentence, hundred, shortageFinding } from './forecast-headline.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { constraintName } from './model-names.ts';
import { formatNumber } from './number-format.ts';

/** Above so many months of demand the question is settled; showing all of it would flatten the line that matters. */
const MOST_MONTHS = 8;

/** The shortage as a fan, titled by the finding. */
export function shortageFan(answer: ShortageAnswer, language: Language): FanSpec {
  const { months, summaries } = answer.overdue;
  const end = answer.ends.find(({ threshold }) => threshold === 1);
  const bands = summaryBands(summaries);
  return {
    kind: 'fan',
    title: end === undefined ? translate(language, 'forecast.fan') : shortageFinding(answer, end, language),
    subtitle: translate(language, 'forecast.fan'),
    times: months,
    fans: [{ name: answer.scenario, role: 'scenario', median: summaries.map(({ p50 }) => p50), bands }],
    level: { value: 1, label: translate(language, 'forecast.fan.level') },
    asOf: answer.asOf,
    maximum: Math.min(Math.max(1, ...summaries.map(({ p90 }) => p90)), MOST_MONTHS),
    format: monthsFormat(language),
  };
}

/** What stops output, by quarter from the present on. */
export function bindingMapChart(answer: ShortageAnswer, language: Language): HeatMapSpec {
  const { quarters, constraints } = answer.binding;
  const from = quarters.findIndex((quarter) => quarter.last >= answer.present);
  return {
    kind: 'heat-map',
    title: bindingSentence(answer, language),
    subtitle: translate(language, 'forecast.binds'),
    rows: constraints.map(({ input }) => ({ name: constraintName(input, language) })),
    quarters: quarters.slice(from).map(({ start }) => start),
    values: constraints.map(({ shares }) => shares.slice(from).map((share) => share * 100)),
  };
}

/** What the probability of shortage a year on hinges on, the widest first. */
export function hingeTornado(answer: ShortageAnswer & HingeAnswer, language: Language): TornadoSpec {
  const month = answer.overdue.months[Math.min(answer.present + 12, answer.overdue.months.length - 1)] ?? '';
  const base = answer.hingeBase.shortInAYear;
  const swings = answer.hinges.map(({ label, low, high }) => ({
    name: label[language],
    low: low.shortInAYear,
    high: high.shortInAYear,
  }));
  return {
    kind: 'tornado',
    title: translate(language, 'forecast.hinges.title'),
    subtitle: translate(language, 'forecast.hinges.subtitle', { month: formatMonth(month, language) }),
    base: { value: base, label: translate(language, 'forecast.hinges.base', { share: hundred(base) }) },
    swings: swings.toSorted((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low)),
    format: {
      figure: hundred,
      range: (low, high) => joinRange([low, high].map(hundred), language),
    },
  };
}

function monthsFormat(language: Language): ValueFormat {
  const plain = (value: number): string => formatNumber(value, { decimals: 1 });
  return {
    figure: (value) => translate(language, 'forecast.months', { value: plain(value) }),
    range: (low, high) => joinRange([low, high].map(plain), language),
    tick: (value) => formatNumber(value),
  };
}

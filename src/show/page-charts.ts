import type { HingeAnswer } from '../answers/forecast.ts';
import type { ShortageAnswer } from '../answers/shortage.ts';
import { joinRange } from './amount-format.ts';
import type {
  BarsSpec,
  FanSeries,
  FanSpec,
  HeatMapSpec,
  TornadoSpec,
  ValueFormat,
} from './charts/chart-spec.ts';
import { futuresOf, summaryBands } from './charts/summary-bands.ts';
import { formatMonth } from './date-format.ts';
import { hundred } from './forecast-headline.ts';
import { hingeMonth, hingeValue } from './hinge-text.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { buyerName, constraintName } from './model-names.ts';
import { formatNumber } from './number-format.ts';

/** Answers that stand in one fan; those that are null do not. */
export interface FanAnswers {
  readonly scenario: ShortageAnswer;
  readonly baseline: ShortageAnswer | null;
  readonly assumptions: ShortageAnswer | null;
  /** Futures of the whole answer, where the scenario may be a first look at it. */
  readonly draws?: number;
}

/** Above this the question is settled; showing all of it would flatten the line that matters. */
export const MOST_MONTHS = 8;
const MOST_BUYERS = 8;
/** What would round to nothing in every quarter is left out. */
const LEAST_SHARE = 0.005;

/** Overdue GPU demand by month: the scenario with its bands, the others as lines. */
export function shortageFan(
  { scenario, baseline, assumptions, draws }: FanAnswers,
  language: Language,
): FanSpec {
  const { months, summaries } = scenario.overdue;
  const highest = Math.max(...summaries.map(({ p90 }) => p90));
  const fan = (answer: ShortageAnswer, role: Exclude<FanSeries['role'], 'pin'>): FanSeries => ({
    name: translate(language, `page.fan.${role}`),
    role,
    median: answer.overdue.summaries.map(({ p50 }) => p50),
    bands: role === 'scenario' ? summaryBands(answer.overdue.summaries, futuresOf(answer), draws) : [],
    // Others would be explained as the scenario has them.
    ...(role === 'scenario' ? { figures: answer.overdue.addresses } : {}),
  });
  return {
    kind: 'fan',
    title: translate(language, 'page.fan'),
    subtitle: translate(language, 'page.fan.note'),
    times: months,
    fans: [
      ...(baseline ? [fan(baseline, 'baseline')] : []),
      ...(assumptions ? [fan(assumptions, 'assumptions')] : []),
      fan(scenario, 'scenario'),
    ],
    level: { value: 1, label: translate(language, 'page.fan.level') },
    format: monthsFormat(language),
    asOf: scenario.asOf,
    ...(highest > MOST_MONTHS ? { maximum: MOST_MONTHS } : {}),
  };
}

function monthsFormat(language: Language): ValueFormat {
  const figure = (value: number): string => formatNumber(value, { decimals: 1 });
  return {
    figure,
    range: (low, high) => joinRange([low, high].map(figure), language),
    tick: (value) => formatNumber(value),
  };
}

/** Futures of 100 that each input stops, in so many quarters from the present on. */
export function bindingHeatMap(
  { binding, present }: ShortageAnswer,
  language: Language,
  most = Infinity,
): HeatMapSpec {
  const from = binding.quarters.findIndex(({ last }) => last >= present);
  const to = Math.min(from + most, binding.quarters.length);
  const constraints = binding.constraints.filter(({ shares }) =>
    shares.slice(from, to).some((share) => share >= LEAST_SHARE),
  );
  return {
    kind: 'heat-map',
    title: translate(language, 'page.binding'),
    subtitle: translate(language, 'page.binding.note'),
    rows: constraints.map(({ input, addresses }) => ({
      name: constraintName(input, language),
      figures: addresses.slice(from, to),
    })),
    quarters: binding.quarters.slice(from, to).map(({ start }) => start),
    values: constraints.map(({ shares }) => shares.slice(from, to).map((share) => share * 100)),
  };
}

/** Futures of 100 short a year on, with each uncertain thing held at either end. */
export function hingeTornado(
  { hinges, hingeBase }: HingeAnswer,
  answer: ShortageAnswer,
  language: Language,
): TornadoSpec {
  const base = hingeBase.shortInAYear * 100;
  return {
    kind: 'tornado',
    title: translate(language, 'page.hinges'),
    subtitle: translate(language, 'page.hinges.note', { month: formatMonth(hingeMonth(answer), language) }),
    base: {
      value: base,
      label: translate(language, 'page.hinges.base', { share: hundred(hingeBase.shortInAYear) }),
    },
    swings: hinges.map(({ label, unit, low, high }) => ({
      name: label[language],
      low: low.shortInAYear * 100,
      high: high.shortInAYear * 100,
      lowInput: hingeValue(low.value, unit, language),
      highInput: hingeValue(high.value, unit, language),
      lowFigure: low.addresses.shortInAYear,
      highFigure: high.addresses.shortInAYear,
    })),
    format: wholeFormat(language),
  };
}

function wholeFormat(language: Language): ValueFormat {
  const figure = (value: number): string => formatNumber(value, { decimals: 0 });
  return { figure, range: (low, high) => joinRange([low, high].map(figure), language) };
}

/** Buyers whose demand is overdue longest, in months. */
export function waitBars({ waits }: ShortageAnswer, language: Language): BarsSpec {
  return {
    kind: 'bars',
    title: translate(language, 'page.waits'),
    subtitle: translate(language, 'page.waits.note'),
    bars: waits.slice(0, MOST_BUYERS).map(({ buyer, overdueMonths: { p10, p50, p90 }, addresses }) => ({
      name: buyerName(buyer, language),
      value: p50,
      low: p10,
      high: p90,
      figure: addresses.overdueMonths,
    })),
    format: monthsFormat(language),
  };
}

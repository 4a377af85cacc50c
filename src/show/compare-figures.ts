import type { ComparedFigure, ComparedScenario, CompareAnswer } from '../answers/compare.ts';
import type { KeyFigureName } from '../answers/key-figures.ts';
import { formatMonth } from './date-format.ts';
import type { MonthStyle } from './date-format.ts';
import { changeOfHundred, ofHundred, pairedFormat } from './difference-format.ts';
import { monthOrAfter } from './forecast-headline.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { formatNumber } from './number-format.ts';

/** Key figures under one heading, in the order of a table. */
export interface FigureGroup {
  readonly title: PlainMessageKey;
  readonly figures: readonly ComparedFigure[];
}

const GROUPS: readonly (readonly [title: PlainMessageKey, names: readonly KeyFigureName[]])[] = [
  ['compare.group.shortage', ['short-now', 'short-in-a-year', 'months-short']],
  ['compare.group.shipments', ['shipments']],
  ['compare.group.compute', ['h100e', 'fleet-owned', 'fleet-running', 'power-waiting']],
  ['compare.group.asic', ['asic-share-units', 'asic-share-h100e']],
  ['compare.group.inputs', ['cowos-binds', 'hbm-binds']],
  ['compare.group.money', ['capex-big-four']],
];
/** Shares of futures or of requests, of which the mean says more than quantiles. */
const PROBABILITIES: ReadonlySet<KeyFigureName> = new Set([
  'short-now',
  'short-in-a-year',
  'cowos-binds',
  'hbm-binds',
]);
/** Designers that ship less in every year are left to --csv. */
const SMALLEST_SHIPMENTS = 5e5;

/** The figures that all scenarios know and that are worth a row; groups without one are left out. */
export function figureGroups(answer: CompareAnswer): FigureGroup[] {
  return GROUPS.flatMap(([title, names]) => {
    const figures = answer.figures.filter(
      (figure) => names.includes(figure.name) && isNotable(figure, answer),
    );
    return figures.length === 0 ? [] : [{ title, figures }];
  });
}

function isNotable({ name, member, values }: ComparedFigure, { figures }: CompareAnswer): boolean {
  if (values.includes(null)) return false;
  if (name !== 'shipments') return true;
  return figures.some(
    (figure) =>
      figure.name === name &&
      figure.member === member &&
      figure.values.some((value) => value !== null && value.p50 >= SMALLEST_SHIPMENTS),
  );
}

/** What a table says of a figure, by the index of a scenario; of differences, from 1 on. */
export interface FigureTexts {
  /** Whether the figure is a probability, of which each scenario has but one number. */
  readonly isProbability: boolean;
  /** Median with the range of 80 of 100 futures; of a probability, futures of a hundred. */
  value(scenario: number): string;
  /** From the first scenario, taken in each future; a dash where futures are not paired. */
  difference(scenario: number): string;
  /** Futures of a hundred in which the figure is higher and lower; nothing where futures are not paired. */
  shares(scenario: number): string;
}

/** One scale for a figure under all scenarios, so that numbers in a row can be read against one another. */
export function figureTexts(
  { name, unit, values, differences }: ComparedFigure,
  language: Language,
): FigureTexts {
  const known = values.filter((value) => value !== null);
  const format = pairedFormat(known, unit, language);
  const isProbability = PROBABILITIES.has(name);
  return {
    isProbability,
    value: (scenario) => {
      const value = values[scenario];
      if (!value) return '';
      return isProbability ? ofHundred(value.mean) : format.spread(value);
    },
    difference: (scenario) => {
      const [base, other] = [values[0], values[scenario]];
      const difference = differences[scenario - 1];
      if (isProbability) return base && other ? changeOfHundred(other.mean - base.mean) : '';
      return difference ? format.difference(difference) : '–';
    },
    shares: (scenario) => {
      const difference = differences[scenario - 1];
      return difference ? `${ofHundred(difference.higher)} / ${ofHundred(difference.lower)}` : '';
    },
  };
}

/** When the shortage of futures short now ends, the median and both ends of 80 of 100. */
export function endMonths(
  { end, horizonEnd }: Pick<ComparedScenario, 'end' | 'horizonEnd'>,
  language: Language,
  style: MonthStyle = 'long',
): Readonly<Record<'median' | 'low' | 'high', string>> {
  const month = monthOrAfter({ horizonEnd }, language, style);
  return { median: month(end.p50), low: month(end.p10), high: month(end.p90) };
}

/** How many months more or fewer GPUs are short under a scenario; nothing where futures are not paired. */
export function monthsShortText(
  figures: readonly ComparedFigure[],
  other: string,
  scenario: number,
  language: Language,
): string | undefined {
  const short = figures.find(({ name }) => name === 'months-short');
  const difference = short?.differences[scenario - 1];
  if (!short || !difference) return undefined;
  const horizon = formatMonth(short.period.end, language);
  if (difference.higher === 0 && difference.lower === 0)
    return translate(language, 'compare.same', { other, horizon });
  return translate(language, difference.mean < 0 ? 'compare.shorter' : 'compare.longer', {
    other,
    horizon,
    mean: formatNumber(Math.abs(difference.mean), { decimals: 1 }),
    low: formatNumber(difference.p10, { decimals: 0, signed: true }),
    high: formatNumber(difference.p90, { decimals: 0, signed: true }),
    longer: ofHundred(difference.higher),
    shorter: ofHundred(difference.lower),
  });
}

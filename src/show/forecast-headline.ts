import type { ForecastAnswer, HingeAnswer } from '../answers/forecast.ts';
import type { EndAnswer, ShortageAnswer } from '../answers/shortage.ts';
import { formatMonth, formatQuarter, formatYear } from './date-format.ts';
import type { MonthStyle } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { constraintName } from './model-names.ts';
import { formatNumber } from './number-format.ts';

/** Shortage, what binds, and what the answer hinges on, each in a sentence or two. */
export function headline(answer: ForecastAnswer, language: Language): string[] {
  const end = answer.ends.find(({ threshold }) => threshold === 1);
  if (end === undefined) return [];
  return [
    shortageSentence(answer, end, language),
    bindingSentence(answer, language),
    ...hingeSentence(answer, language),
  ];
}

/** When the shortage ends in the futures that are short now, in one sentence. */
export function shortageFinding(answer: ShortageAnswer, end: EndAnswer, language: Language): string {
  const horizon = formatMonth(answer.horizonEnd, language);
  if (end.neverShort === 1) return translate(language, 'forecast.headline.never', { horizon });
  const when = endWords(answer, end, language);
  return end.shortNow >= 0.25
    ? translate(language, 'forecast.headline.short', when)
    : translate(language, 'forecast.headline.notShort', when);
}

/** In how many futures of a hundred GPUs are short now, when that ends in at least half of those, and in 80 of 100. */
export function endWords(
  answer: ShortageAnswer,
  end: EndAnswer,
  language: Language,
): Readonly<Record<'now' | 'ends' | 'low' | 'high', string>> {
  const month = monthOrAfter(answer, language, 'long');
  const ends =
    end.p50 === null
      ? translate(language, 'forecast.headline.lasts', { next: yearAfter(answer, language) })
      : translate(language, 'forecast.headline.ends', { month: month(end.p50) });
  return { now: hundred(end.shortNow), ends, low: month(end.p10), high: month(end.p90) };
}

/** The same, and how many futures are short a year on. */
export function shortageSentence(answer: ShortageAnswer, end: EndAnswer, language: Language): string {
  const first = shortageFinding(answer, end, language);
  if (end.neverShort === 1) return first;
  const horizon = formatMonth(answer.horizonEnd, language);
  const later = { later: hundred(end.shortInAYear), returns: hundred(end.returns), horizon };
  return join([first, translate(language, 'forecast.headline.not', later)], language);
}

/** A month, or a time after the year of the horizon where there is none. */
export function monthOrAfter(
  answer: Pick<ShortageAnswer, 'horizonEnd'>,
  language: Language,
  style: MonthStyle,
): (iso: string | null) => string {
  const after = translate(language, 'forecast.headline.after', { next: yearAfter(answer, language) });
  return (iso) => (iso === null ? after : formatMonth(iso, language, style));
}

/** The first year that is not simulated. */
function yearAfter({ horizonEnd }: Pick<ShortageAnswer, 'horizonEnd'>, language: Language): string {
  return formatYear(String(Number(horizonEnd.slice(0, 4)) + 1), language);
}

/** What binds most often now, and what takes over from it. */
export function bindingSentence(answer: ShortageAnswer, language: Language): string {
  const { now, next } = answer.binding;
  if (now === null) return translate(language, 'forecast.headline.nothingBinds');
  const first = translate(language, 'forecast.headline.binds', {
    input: constraintName(now.input, language),
    share: hundred(now.share),
  });
  if (next === null) return first;
  const second = translate(language, 'forecast.headline.next', {
    input: constraintName(next.input, language),
    quarter: formatQuarter(next.from.start, language),
  });
  return join([first, second], language);
}

function hingeSentence(answer: HingeAnswer, language: Language): string[] {
  const demand = answer.hinges.find(({ name }) => name === 'demand');
  if (demand === undefined) return [];
  const [low, high] = [demand.low, demand.high].map(({ shortInAYear }) => hundred(shortInAYear));
  return [translate(language, 'forecast.headline.hinges', { low: low ?? '', high: high ?? '' })];
}

/** Sentences one after the other. */
export function join(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'ja' ? '' : ' ');
}

/** A probability in words people use: futures of a hundred. */
export function hundred(share: number): string {
  return formatNumber(Math.round(share * 100));
}

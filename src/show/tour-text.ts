import type { ShortageAnswer } from '../answers/shortage.ts';
import { futuresOf, LEAST_FUTURES_OF_HAIRLINE } from './charts/summary-bands.ts';
import { bindingSentence, hundred } from './forecast-headline.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import { pageHeadline, plain } from './page-headline.ts';

/** Stops of the tour of the first screen, in their order. */
export const TOUR_STOPS = ['answer', 'fan', 'binding', 'levers', 'figure', 'own'] as const;
export type TourStop = (typeof TOUR_STOPS)[number];

/**
 * What is said at a stop, with what the page finds at this moment; `baseline` as in `pageHeadline`. Null for an answer
 * that is not known yet leaves out what rests on it.
 */
export function tourText(
  stop: TourStop,
  answer: ShortageAnswer | null,
  baseline: ShortageAnswer | null,
  language: Language,
): string {
  switch (stop) {
    case 'answer':
      return translate(language, 'page.tour.answer.text', {
        finding: answer === null ? '' : plain(pageHeadline(answer, baseline, language).finding),
        draws: answer === null ? '' : formatNumber(answer.draws),
      });
    case 'fan': {
      const end = answer?.ends.find(({ threshold }) => threshold === 1);
      const later = end && translate(language, 'page.tour.fan.now', { later: hundred(end.shortInAYear) });
      const hasHairlines = answer !== null && futuresOf(answer) >= LEAST_FUTURES_OF_HAIRLINE;
      return together(
        language,
        translate(language, 'page.tour.fan.text'),
        hasHairlines ? translate(language, 'page.tour.fan.hairlines') : undefined,
        translate(language, 'page.tour.fan.level'),
        later,
      );
    }
    case 'binding':
      return together(
        language,
        answer === null ? undefined : bindingSentence(answer, language),
        translate(language, 'page.tour.binding.text'),
      );
    default:
      return translate(language, `page.tour.${stop}.text`);
  }
}

function together(language: Language, ...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined).join(language === 'ja' ? '' : ' ');
}

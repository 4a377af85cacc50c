import type { ShortageAnswer } from '../answers/shortage.ts';
import { formatMonth } from './date-format.ts';
import { bindingSentence, endWords, hundred, join } from './forecast-headline.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';

/** The finding of the first screen, with what counts between asterisks, and a sentence or two around it. */
export interface PageHeadline {
  readonly finding: string;
  /** Address of the figure that counts; undefined where there is none. */
  readonly figure: string | undefined;
  readonly context: string;
}

/** Of a scenario that changes something `baseline` is the same day without the changes; else null. */
export function pageHeadline(
  scenario: ShortageAnswer,
  baseline: ShortageAnswer | null,
  language: Language,
): PageHeadline {
  const when = shortageWords(scenario, language);
  const binding = bindingSentence(scenario, language);
  const end = oneMonth(scenario);
  const before = baseline && oneMonth(baseline);
  if (end === undefined) return { finding: when, figure: undefined, context: binding };
  if (before) {
    const finding = translate(language, 'page.headline.changed', {
      later: hundred(end.shortInAYear),
      before: hundred(before.shortInAYear),
    });
    return { finding, figure: end.address, context: join([plain(when), binding], language) };
  }
  const later = translate(language, 'page.headline.later', {
    later: hundred(end.shortInAYear),
    returns: hundred(end.returns),
    horizon: formatMonth(scenario.horizonEnd, language),
  });
  return {
    finding: when,
    figure: end.address,
    context: join(end.neverShort === 1 ? [binding] : [later, binding], language),
  };
}

function oneMonth({ ends }: ShortageAnswer): ShortageAnswer['ends'][number] | undefined {
  return ends.find(({ threshold }) => threshold === 1);
}

function shortageWords(answer: ShortageAnswer, language: Language): string {
  const end = oneMonth(answer);
  const horizon = formatMonth(answer.horizonEnd, language);
  if (end === undefined || end.neverShort === 1)
    return translate(language, 'page.headline.neverShort', { horizon });
  return translate(language, 'page.headline.short', endWords(answer, end, language));
}

/** Without emphasis. */
export function plain(text: string): string {
  return text.replaceAll('*', '');
}

import type { CompareAnswer, ComparedScenario } from '../answers/compare.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import { formatViewDay } from './view-day.ts';

/** Whether scenarios look from different days, so that each has to be told with its own. */
export function hasSeveralDays({ scenarios }: CompareAnswer): boolean {
  return new Set(scenarios.map(({ asOf }) => asOf)).size > 1;
}

/** What is compared, and from which day: one for all, or for each the scenarios that look from it. */
export function compareHead(answer: CompareAnswer, language: Language): string {
  const { scenarios, history } = answer;
  const [base] = scenarios;
  if (base === undefined) return '';
  const dateOf = (scenario: ComparedScenario): string => formatViewDay({ ...scenario, history }, language);
  if (!hasSeveralDays(answer))
    return translate(language, 'compare.head', { base: base.name, date: dateOf(base) });
  const days = [...new Set(scenarios.map(({ asOf }) => asOf))];
  const groups = days.flatMap((day) => {
    const looking = scenarios.filter(({ asOf }) => asOf === day);
    const [first] = looking;
    const names = looking.map(({ name }) => name).join(translate(language, 'compare.head.and'));
    return first ? [translate(language, 'compare.head.day', { names, date: dateOf(first) })] : [];
  });
  return translate(language, 'compare.head.days', {
    base: base.name,
    days: groups.join(translate(language, 'compare.head.between')),
  });
}

/** Why two scenarios have no futures in common. */
export function unpairedText(base: ComparedScenario, other: ComparedScenario, language: Language): string {
  if (base.asOf === other.asOf) return translate(language, 'compare.unpaired');
  return translate(language, 'compare.unpaired.days', {
    base: base.name,
    first: formatDay(base.asOf, language),
    other: other.name,
    second: formatDay(other.asOf, language),
  });
}

/** What the numbers are, how many futures were drawn for them, and whether they are the same ones. */
export function drawnTexts({ draws, seed, scenarios }: CompareAnswer, language: Language): string[] {
  // The first is always paired with itself. Where no other is, no difference has a range to explain.
  const hasRanges = scenarios.slice(1).some(({ paired }) => paired);
  const isSame = scenarios.every(({ paired }) => paired);
  return [
    translate(language, hasRanges ? 'compare.note' : 'compare.note.apart'),
    translate(language, isSame ? 'compare.run' : 'compare.run.apart', { draws: formatNumber(draws), seed }),
  ];
}

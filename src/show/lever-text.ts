import type { LeverFacts } from '../answers/lever-facts.ts';
import type { LeverValue } from '../scenario/scenario.ts';
import { formatAmount, formatRange, joinRange } from './amount-format.ts';
import { formatMonth } from './date-format.ts';
import type { Language } from './language.ts';
import { hasText, translate } from './message.ts';
import { formatNumber } from './number-format.ts';

/** A value of a lever as people write it: `×1.2`, `6 months`, `June 2027`; `×1.2`, `6か月`, `2027年6月`. */
export function leverText(value: LeverValue, lever: LeverFacts, language: Language): string {
  if (typeof value === 'string') return choiceText(value, language);
  if (typeof value === 'object') return rangeText([value.low, value.high], lever, language);
  const { choices, origin, unit, isShare } = lever;
  if (choices) return choiceText(choices[value] ?? String(value), language);
  if (origin !== undefined) return formatMonth(monthAfter(origin, value), language, 'short');
  if (isFactor(lever)) return `×${formatNumber(value)}`;
  return formatAmount(value, isShare === true ? 'fraction' : unit, language);
}

/** Both ends of what has been seen, in the unit of the lever once. */
export function rangeText(ends: readonly [number, number], lever: LeverFacts, language: Language): string {
  const texts = ends.map((end) => formatNumber(end, { significant: 2 }));
  if (lever.origin !== undefined)
    return joinRange(
      ends.map((end) => leverText(end, lever, language)),
      language,
    );
  if (isFactor(lever)) return `×${joinRange(texts, language)}`;
  const [low, high] = ends;
  if (lever.isShare === true) return formatRange(low, high, 'fraction', language);
  const unit = formatAmount(high, lever.unit, language, { significant: 2 });
  const number = formatNumber(high, { significant: 2 });
  // A number in a scale of its own, as 26万, is written twice.
  return unit.startsWith(number)
    ? joinRange(texts, language) + unit.slice(number.length)
    : joinRange(
        [low, high].map((end) => formatAmount(end, lever.unit, language, { significant: 2 })),
        language,
      );
}

/** A value as somebody types it: `16.6%` for a share, else the number alone. */
export function typedText(value: number, { isShare }: LeverFacts): string {
  return isShare === true ? `${Number((value * 100).toPrecision(6))}%` : String(value);
}

/** What somebody has typed, in the lever’s unit: of a share always percent, whether it says so or not. */
export function typedNumber(text: string, { isShare }: LeverFacts): number | undefined {
  // A Japanese keyboard may write ２０％.
  const plain = text.normalize('NFKC').trim();
  const number = isShare === true ? plain.replace(/\s*%$/u, '') : plain;
  const value = Number(number);
  if (number === '' || !Number.isFinite(value)) return undefined;
  return isShare === true ? value / 100 : value;
}

/** A name that a lever takes, in the reader’s language; an unknown one stays as it is. */
export function choiceText(choice: string, language: Language): string {
  const key = `rule.${choice}`;
  return hasText(language, key) ? translate(language, key) : choice;
}

/** Whether the lever multiplies what figures say. */
function isFactor({ unit, kind, default: resting, choices }: LeverFacts): boolean {
  return unit === '1' && kind === 'action' && resting === 1 && choices === undefined;
}

/** ISO month so many months after a day. */
function monthAfter(origin: string, months: number): string {
  const [year = 0, month = 1] = origin.split('-').map(Number);
  const all = year * 12 + month - 1 + Math.floor(months);
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

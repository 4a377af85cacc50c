import type { ClaimProbability } from '../answers/claim-probability.ts';
import type { ClaimTest, Verdict } from '../answers/claim-verdict.ts';
import type { ClaimAnswer } from '../answers/claims.ts';
import type { Claim } from '../register/index.ts';
import { formatAmount, formatRange, formatSpread } from './amount-format.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatPercent } from './number-format.ts';

/** A forecast comes true or is missed; a fact is right or wrong. */
export function verdictWord(
  { claim, verdict }: Pick<ClaimAnswer, 'claim' | 'verdict'>,
  language: Language,
): string {
  const fact = claim.kind === 'actual' || claim.kind === 'estimate';
  if (verdict === 'open' || verdict === 'not-measurable')
    return translate(language, `claims.verdict.${verdict}`);
  return translate(language, `claims.verdict.${verdict}.${fact ? 'fact' : 'forecast'}`);
}

/** The same, with a note where part of the statement is not measured. */
export function verdictText(answer: ClaimAnswer, language: Language): string {
  const word = verdictWord(answer, language);
  const part = answer.unmeasured.length > 0 && isJudged(answer.verdict);
  return part ? translate(language, 'claims.verdict.part', { verdict: word }) : word;
}

function isJudged(verdict: Verdict): boolean {
  return verdict === 'true' || verdict === 'partly' || verdict === 'missed';
}

/** A number of a test: days as dates, flags as yes and no. */
export function figureText(value: number, unit: string, language: Language): string {
  if (unit === 'date') return formatDay(isoDay(value), language, 'short');
  if (unit === 'flag') return translate(language, value > 0 ? 'claims.yes' : 'claims.no');
  return formatAmount(value, unit, language, { significant: 3 });
}

function isoDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** What a test found beside what it was to be: `USD 128 bn; said USD 100 bn (+28%)`. */
export function testText(
  { found, comparison, target, unit, outcome }: ClaimTest,
  language: Language,
): string {
  if (found === undefined) return translate(language, 'claims.test.unknown');
  const value = figureText(found.value, unit, language);
  if (comparison === undefined || target === undefined || unit === 'flag') return value;
  const said = targetText(
    target.map((item) => item.value),
    unit,
    language,
  );
  // Above a threshold, by how much says little.
  const matters = outcome !== 'holds' || comparison === '=' || comparison === 'within';
  const off = matters
    ? deviation(
        found.value,
        target.map((item) => item.value),
        unit,
      )
    : undefined;
  const against =
    unit === 'date' && comparison !== '=' && comparison !== 'within'
      ? translate(
          language,
          `claims.against.date.${comparison === '<' || comparison === '<=' ? 'by' : 'after'}`,
          {
            said,
          },
        )
      : translate(language, `claims.against.${comparison}`, { said });
  return off === undefined
    ? translate(language, 'claims.test.held', { value, against })
    : translate(language, 'claims.test.off', { value, against, off });
}

function targetText(target: readonly number[], unit: string, language: Language): string {
  const [low = Number.NaN, high] = target;
  if (high === undefined) return figureText(low, unit, language);
  if (unit === 'date') return `${figureText(low, unit, language)} – ${figureText(high, unit, language)}`;
  return formatRange(low, high, unit, language, { significant: 3 });
}

/** How far a figure lies from its target, of a range from the nearer end: `+28%`; nothing where a share says nothing. */
function deviation(value: number, target: readonly number[], unit: string): string | undefined {
  const [low = Number.NaN, high = low] = target;
  const near = value < low ? low : value > high ? high : value;
  if (unit === 'date' || near === 0 || value === near || low === 0) return undefined;
  const share = value / near - 1;
  // Beyond tenfold, a percentage is no help to a reader.
  if (Math.abs(share) > 9 || Math.abs(share) < 0.0005) return undefined;
  return `${share > 0 ? '+' : '−'}${formatPercent(Math.abs(share), { significant: 2 })}`;
}

/** The event of a probability: `> 1 month`. */
export function eventText(item: ClaimProbability, language: Language): string {
  const { comparison, target, unit, tolerance } = item;
  if (comparison === undefined || target === undefined) return '';
  if (comparison === '=') {
    return translate(language, 'claims.event.about', {
      tolerance: formatPercent(tolerance),
      said: targetText(target, unit, language),
    });
  }
  return translate(language, `claims.against.${comparison}`, { said: targetText(target, unit, language) });
}

/** A probability in words; never certain, since it counts futures. */
export function probabilityText({ probability }: ClaimProbability, language: Language): string {
  if (probability === undefined) return '';
  const [rare, sure] = [0.01, 0.99];
  if (probability < rare)
    return translate(language, 'claims.probability.below', { share: formatPercent(rare) });
  if (probability > sure)
    return translate(language, 'claims.probability.above', { share: formatPercent(sure) });
  return formatPercent(probability, { decimals: 0 });
}

export function spreadText({ summary, unit }: ClaimProbability, language: Language): string {
  return formatSpread({ low: summary.p10, median: summary.p50, high: summary.p90 }, unit, language);
}

/**
 * The test that tells most: one that fails, else one that nearly holds, else one that is not known, else of those that
 * hold the one with the latest row, an outcome rather than a plan.
 */
export function tellingTest(tests: readonly ClaimTest[]): ClaimTest | undefined {
  for (const outcome of ['fails', 'near', 'open'] as const) {
    const test = tests.find((item) => item.outcome === outcome);
    if (test) return test;
  }
  return tests
    .filter((item) => item.outcome === 'holds')
    .reduce<
      ClaimTest | undefined
    >((best, item) => (best === undefined || latestDay(item) > latestDay(best) ? item : best), undefined);
}

function latestDay({ found }: ClaimTest): string {
  const days = (found?.terms ?? []).flatMap((term) => term.rows.map((row) => row.published));
  return days.sort().at(-1) ?? '';
}

/** What happened, what the model says, or why neither: in a line or two. */
export function findingLines(answer: ClaimAnswer, language: Language): string[] {
  const test = tellingTest(answer.tests);
  const lines: string[] = [];
  if (test !== undefined && test.outcome !== 'open')
    lines.push(
      translate(language, 'claims.finding', { label: test.label[language], text: testText(test, language) }),
    );
  const lately = byRule(answer.probabilities);
  if (answer.verdict === 'open' && lately.length > 0)
    lines.push(...lately.map((each) => oddsLine(each, language)));
  if (lines.length === 0 || answer.verdict === 'not-measurable')
    return answer.unmeasured.map(({ text }) => text[language]);
  return lines;
}

/** One rule’s answers from both days, in a line: `Overdue GPU demand …: > 1 month 23% (15 Feb 2025), 41% (30 Sep 2026)`. */
export function oddsLine(answers: readonly ClaimProbability[], language: Language): string {
  const [first] = answers;
  if (first === undefined) return '';
  const odds = answers.map((item) =>
    translate(language, 'claims.odds', {
      share: probabilityText(item, language),
      date: formatDay(item.asOf, language, 'short'),
    }),
  );
  return translate(language, 'claims.odds.line', {
    label: first.label[language],
    event: eventText(first, language),
    odds: odds.join(translate(language, 'claims.odds.join')),
  });
}

/** Answers gathered by rule. */
export function byRule(probabilities: readonly ClaimProbability[]): readonly (readonly ClaimProbability[])[] {
  const gathered = new Map<string, ClaimProbability[]>();
  for (const item of probabilities)
    gathered.set(item.label.en, [...(gathered.get(item.label.en) ?? []), item]);
  return [...gathered.values()];
}

export function statementOf(claim: Claim, language: Language): string {
  return language === 'ja' ? claim.statementJa : claim.statementEn;
}

export function saidBy(claim: Claim, language: Language): string {
  return claim.saidBy === '' ? translate(language, 'claims.said.article') : claim.saidBy;
}

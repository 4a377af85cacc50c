import type {
  InputWorth,
  NextConstraint,
  WorthAnswer,
  WorthMeasure,
  WorthStep,
} from '../answers/input-worth.ts';
import { MORE_WAFERS } from '../answers/input-worth.ts';
import type { Period } from '../answers/period.ts';
import { formatSpread, joinRange } from './amount-format.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { BarsSpec, IntervalsSpec } from './charts/chart-spec.ts';
import { formatMonth, formatYear } from './date-format.ts';
import { ofHundred, pairedFormat } from './difference-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { constraintName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import { inputName, isFelt, RARE, reliefName, reliefOf } from './worth-view.ts';

/** Which of the effects of a little more are drawn. */
export interface WorthChoice {
  readonly step: WorthStep;
  readonly measure: WorthMeasure;
  /** The twelve months to come, or all months to the horizon. */
  readonly isNear: boolean;
}

/** Periods over which effects are told, the nearer first. */
export function worthPeriods({ worth }: WorthAnswer): readonly Period[] {
  return [...new Map(worth.map(({ period }) => [period.end, period])).values()];
}

/** Futures of 100 short a year on, as it is and with each input in plenty; the one that binds now stands out. */
export function reliefBars(answer: WorthAnswer, binding: string | undefined, language: Language): BarsSpec {
  const relief = binding === undefined ? undefined : reliefOf(binding);
  const figure = (value: number): string => ofHundred(value / 100);
  return {
    kind: 'bars',
    title: reliefFinding(answer, relief, language),
    subtitle: translate(language, 'page.worth.next.note'),
    bars: answer.nextConstraints.map((next) => ({
      name: reliefName(next, language),
      value: next.shortInAYear * 100,
      figure: next.shortAddress,
      isAccent: next.relieved === relief,
    })),
    format: { figure, range: (low, high) => joinRange([low, high].map(figure), language) },
    maximum: 100,
  };
}

function reliefFinding(
  { nextConstraints, years }: WorthAnswer,
  relief: NextConstraint['relieved'] | undefined,
  language: Language,
): string {
  const asItIs = nextConstraints.find(({ relieved }) => relieved === null);
  const found = relief && nextConstraints.find(({ relieved }) => relieved === relief);
  // The first whole year.
  const year = Math.min(1, years.length - 1);
  const next = found ? found.years[year] : undefined;
  if (!asItIs || !found || !next) return translate(language, 'page.worth.next');
  return translate(language, next.share < RARE ? 'page.worth.relievedDemand' : 'page.worth.relieved', {
    relieved: reliefName(found, language),
    next: constraintName(next.input, language),
    share: ofHundred(next.share),
    year: formatYear(years[year]?.start ?? '', language),
    later: ofHundred(found.shortInAYear),
    before: ofHundred(asItIs.shortInAYear),
  });
}

/** What more of each input does by one measure, future by future; inputs of which more does nothing are left out. */
export function worthIntervals(
  answer: WorthAnswer,
  { step, measure, isNear }: WorthChoice,
  language: Language,
): IntervalsSpec {
  const end = worthPeriods(answer).at(isNear ? 0 : -1)?.end;
  const all = answer.worth.filter((each) => each.step === step && each.period.end === end);
  const told = all.filter((each) => each.measure === measure);
  const shown = told.filter(isFelt);
  const unit = told[0]?.unit ?? '';
  const largest = Math.max(
    0,
    ...shown.flatMap(({ effect: { difference: of } }) => [Math.abs(of.p10), Math.abs(of.p90)]),
  );
  // Of all of them, as the table of the command line has it.
  const format = pairedFormat(
    told.map(({ effect }) => effect.difference),
    unit,
    language,
  );
  return {
    kind: 'intervals',
    title: worthFinding(shown, step, isNear, language),
    subtitle: translate(language, 'page.worth.note', {
      measure: translate(language, `bottlenecks.measure.${measure}`),
    }),
    items: shown.map(({ input, effect: { difference: of }, addresses }) => ({
      name: longName(input, language),
      median: of.p50,
      inner: [of.p25, of.p75],
      outer: [of.p10, of.p90],
      text: format.difference(of),
      figure: addresses.changed,
    })),
    format: chartFormat(largest, unit, language),
  };
}

function worthFinding(
  shown: readonly InputWorth[],
  step: WorthStep,
  isNear: boolean,
  language: Language,
): string {
  const [most] = shown.toSorted(
    (a, b) => Math.abs(b.effect.difference.p50) - Math.abs(a.effect.difference.p50),
  );
  if (most === undefined || most.effect.difference.p50 === 0) return translate(language, 'page.worth.none');
  const { p10: low, p50: median, p90: high } = most.effect.difference;
  return translate(language, isNear ? 'page.worth.near' : 'page.worth.far', {
    input: longName(most.input, language),
    step: stepName(step, language),
    amount: formatSpread({ low, median, high }, most.unit, language),
    until: formatMonth(most.period.end, language),
  });
}

/** How much more: `1% more`. */
export function stepName(step: WorthStep, language: Language): string {
  return translate(language, `bottlenecks.step.${step}`, { wafers: formatNumber(MORE_WAFERS) });
}

/** A maker stands with what it makes where no line above says so. */
function longName(input: string, language: Language): string {
  if (input !== 'sk-hynix' && input !== 'samsung' && input !== 'micron') return inputName(input, language);
  return translate(language, 'page.worth.maker', { maker: translate(language, `series.maker.${input}`) });
}

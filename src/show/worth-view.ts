import type { InputWorth, NextConstraint, Relief, WorthAnswer, WorthStep } from '../answers/input-worth.ts';
import { MORE_WAFERS, worthMeasures, worthSteps } from '../answers/input-worth.ts';
import type { Period } from '../answers/period.ts';
import { formatSpread } from './amount-format.ts';
import { formatMonth, formatYear } from './date-format.ts';
import { ofHundred, pairedFormat } from './difference-format.ts';
import type { PairedFormat } from './difference-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { constraintName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Cell, RowGroup, Table } from './table.ts';

/** Below this share of futures what binds next is no constraint to speak of. */
export const RARE = 0.1;

/** What would bind, and what more is worth, in two or three sentences. */
export function worthSentences(
  answer: WorthAnswer,
  binding: string | undefined,
  language: Language,
): string[] {
  const relief = binding === undefined ? undefined : reliefOf(binding);
  return [
    ...(relief === undefined ? [] : nextSentence(answer, relief, language)),
    ...worthSentence(answer, relief, language),
  ];
}

/** What has to be there in plenty for a constraint to go away. */
export function reliefOf(constraint: string): Exclude<Relief, 'cowos and hbm'> {
  if (constraint === 'cowos') return 'cowos';
  return constraint.startsWith('hbm') ? 'hbm' : 'logic';
}

function nextSentence(answer: WorthAnswer, relief: Relief, language: Language): string[] {
  const asItIs = answer.nextConstraints.find(({ relieved }) => relieved === null);
  const found = answer.nextConstraints.find(({ relieved }) => relieved === relief);
  // The first whole year.
  const year = Math.min(1, answer.years.length - 1);
  const next = found?.years[year];
  if (asItIs === undefined || found === undefined || next === undefined) return [];
  return [
    translate(language, next.share < RARE ? 'bottlenecks.plentyDemand' : 'bottlenecks.plenty', {
      relieved: translate(language, `bottlenecks.relief.${relief}`),
      next: constraintName(next.input, language),
      share: ofHundred(next.share),
      year: formatYear(answer.years[year]?.start ?? '', language),
      later: ofHundred(found.shortInAYear),
      before: ofHundred(asItIs.shortInAYear),
    }),
  ];
}

function worthSentence({ worth }: WorthAnswer, relief: Relief | undefined, language: Language): string[] {
  const ends = [...new Set(worth.map(({ period }) => period.end))];
  const find = (input: string, measure: string, end: string | undefined): InputWorth | undefined =>
    worth.find(
      (each) =>
        each.step === 'percent' &&
        each.input === input &&
        each.measure === measure &&
        each.period.end === end,
    );
  const told = ({ unit, effect: { difference } }: InputWorth): string => {
    const { p10: low, p50: median, p90: high } = difference;
    return formatSpread({ low, median, high }, unit, language);
  };
  const input = relief === 'hbm' ? 'hbm' : 'cowos';
  const [packages, sales] = ['packages', 'sales'].map((measure) => find(input, measure, ends[0]));
  const overall = (['cowos', 'hbm'] as const)
    .flatMap((each) => find(each, 'h100e', ends.at(-1)) ?? [])
    .toSorted((a, b) => b.effect.difference.p50 - a.effect.difference.p50)[0];
  const sentences: string[] = [];
  if (relief !== 'logic' && packages && sales)
    sentences.push(
      translate(language, 'bottlenecks.worthNow', {
        input: constraintName(input, language),
        packages: told(packages),
        sales: told(sales),
      }),
    );
  if (overall && overall.effect.difference.p50 > 0)
    sentences.push(
      translate(language, 'bottlenecks.worthLater', {
        input: constraintName(overall.input, language),
        h100e: told(overall),
        horizon: formatMonth(overall.period.end, language),
      }),
    );
  return sentences;
}

/** What binds most in each year, as it is and with an input in plenty. */
export function nextConstraintTable({ nextConstraints, years }: WorthAnswer, language: Language): Table {
  return {
    columns: [
      { title: translate(language, 'bottlenecks.relief.head'), wraps: true, minimum: 12 },
      ...years.map(({ start }) => ({ title: formatYear(start, language) })),
      { title: translate(language, 'bottlenecks.shortLater'), align: 'right' as const },
    ],
    groups: [
      {
        rows: nextConstraints.map((next): Cell[] => [
          reliefName(next, language),
          ...next.years.map(({ input, share, address }) => ({
            text: `${shortName(input, language)} ${ofHundred(share)}`,
            figure: address,
          })),
          { text: ofHundred(next.shortInAYear), figure: next.shortAddress },
        ]),
      },
    ],
  };
}

/** What is there in plenty. */
export function reliefName({ relieved }: NextConstraint, language: Language): string {
  return relieved === null
    ? translate(language, 'bottlenecks.relief.none')
    : translate(language, `bottlenecks.relief.${relieved}`);
}

/** A constraint’s name without what it is, for narrow cells: `CoWoS`, `HBM`, `N2`. */
function shortName(input: string, language: Language): string {
  if (input === 'cowos') return 'CoWoS';
  return /^n\d$/u.test(input) ? input.toUpperCase() : constraintName(input, language);
}

/** Effects by step and period; inputs that do nothing in nine of ten futures are left out and named by `unfelt`. */
export function worthTable({ worth }: WorthAnswer, language: Language): Table {
  const periods = [...new Map(worth.map(({ period }) => [period.end, period])).values()];
  const groups = worthSteps.flatMap((step) =>
    periods.map(
      (period): RowGroup => ({
        title: stepTitle(step, period, period === periods[0], language),
        rows: rowsOf(
          worth.filter((each) => each.step === step && each.period.end === period.end),
          language,
        ),
      }),
    ),
  );
  return {
    columns: [
      { title: translate(language, 'bottlenecks.more'), wraps: true, minimum: 12 },
      ...worthMeasures.map((measure) => ({
        title: translate(language, `bottlenecks.measure.${measure}`),
        align: 'right' as const,
      })),
    ],
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
}

/** How much more, and over which months: `1% more: the twelve months to September 2027`. */
function stepTitle(step: WorthStep, period: Period, isNear: boolean, language: Language): string {
  const more = translate(language, `bottlenecks.step.${step}`, { wafers: formatNumber(MORE_WAFERS) });
  const until = { until: formatMonth(period.end, language) };
  return translate(language, isNear ? 'bottlenecks.near' : 'bottlenecks.far', { more, ...until });
}

function rowsOf(all: readonly InputWorth[], language: Language): Cell[][] {
  const formats = new Map<string, PairedFormat>(
    worthMeasures.map((measure) => {
      const values = all.filter((each) => each.measure === measure);
      const differences = values.map(({ effect }) => effect.difference);
      return [measure, pairedFormat(differences, values[0]?.unit ?? '', language)];
    }),
  );
  return [...new Set(all.map(({ input }) => input))]
    .map((input) => ({ input, of: all.filter((each) => each.input === input) }))
    .filter(({ of }) => of.some(isFelt))
    .map(({ input, of }) => [
      inputName(input, language),
      ...of.map(({ measure, effect, addresses }) => ({
        text: formats.get(measure)?.difference(effect.difference) ?? '',
        figure: addresses.changed,
      })),
    ]);
}

/** Inputs of which more does nothing in nine of ten futures, whatever is measured. */
export function unfelt({ worth }: WorthAnswer, language: Language): string[] {
  const felt = new Set(worth.filter(isFelt).map(({ input }) => input));
  const rest = new Set(worth.map(({ input }) => input).filter((input) => !felt.has(input)));
  return [...rest].map((input) => inputName(input, language));
}

/** Whether more of an input does something in one of ten futures. */
export function isFelt({ effect: { difference } }: InputWorth): boolean {
  return difference.p10 !== 0 || difference.p90 !== 0;
}

/** A maker’s part of HBM is told below HBM in all. */
export function inputName(input: string, language: Language): string {
  if (input === 'sk-hynix' || input === 'samsung' || input === 'micron')
    return translate(language, 'bottlenecks.maker', {
      maker: translate(language, `series.maker.${input}`),
    });
  return shortName(input, language);
}

import type { Estimate } from '../engine/index.ts';
import type { FigureSensitivity } from '../answers/sensitivity/figure-sensitivity.ts';
import type { Period } from '../answers/period.ts';
import type { GroupAbout, SensitivityAnswer } from '../answers/sensitivity/sensitivity.ts';
import { formatSpread, joinRange } from './amount-format.ts';
import { formatMonth, formatPeriod } from './date-format.ts';
import { ofHundred } from './difference-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { modelDescription } from './model-description.ts';
import { memberName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import { figureFormat, seriesUnit } from './series-figure.ts';

/** A ranking of inputs with what a reader needs besides. */
export interface SensitivityView {
  readonly answer: SensitivityAnswer;
  /** Names of products and buyers by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Groups shown of each figure. */
  readonly top: number;
}

/** What a figure is, in words. */
export function figureName(
  { figure }: FigureSensitivity,
  { names }: SensitivityView,
  language: Language,
): string {
  const { address, name, dimension, members, period } = figure;
  const headline = headlineKey(address, period);
  if (headline) return translate(language, headline, { month: formatMonth(period.end, language) });
  const member = members
    .map((each) => (dimension === null ? each : memberName(dimension, each, names, language)))
    .join(', ');
  return [name, ...(member === '' ? [] : [member]), formatPeriod(period.start, period.end, language)].join(
    ' · ',
  );
}

/** Figures of the headline have a name in words. */
function headlineKey(
  address: string,
  { first, last }: Period,
): 'sensitivity.figure.overdue' | 'sensitivity.figure.short' | 'sensitivity.figure.end' | undefined {
  if (address.startsWith('shortage-end/1/')) return 'sensitivity.figure.end';
  if (first !== last) return undefined;
  if (address.startsWith('overdue-months/total/gpu/')) return 'sensitivity.figure.overdue';
  return address.startsWith('shortage-probability/total/gpu/') ? 'sensitivity.figure.short' : undefined;
}

/** The figure with its range, or the share of futures in which it is so. */
export function valueText(of: FigureSensitivity, view: SensitivityView, language: Language): string {
  const figure = figureName(of, view, language);
  const { summary, binary } = of;
  if (binary)
    return translate(language, 'sensitivity.value.binary', { figure, share: ofHundred(summary.mean) });
  const { unit } = of.figure;
  const value = formatSpread(
    { low: summary.p10, median: summary.p50, high: summary.p90 },
    unit === '1' ? 'fraction' : unit,
    language,
    { significant: 2 },
  );
  return translate(language, 'sensitivity.value', { figure, value });
}

/** An interval wider than this says nothing of a share. */
const TELLING = 1;

/** `24% (19–29)`; a share below zero is sampling error and shown as none, one that draws do not tell as a dash. */
export function shareText(share: Estimate | undefined, language: Language): string {
  if (share === undefined) return '';
  if (share.high - share.low > TELLING) return '–';
  const { value, low, high } = percentOf(share);
  const space = language === 'ja' ? '' : ' ';
  return `${value}%${space}(${joinRange([low, high], language)})`;
}

function percentOf({ value, low, high }: Estimate): Record<keyof Estimate, string> {
  const whole = (share: number): string => formatNumber(Math.max(0, Math.round(100 * share)));
  return { value: whole(value), low: whole(low), high: whole(high) };
}

/** What the inputs of a group rest on. */
export function basisText(about: GroupAbout | undefined, language: Language): string {
  if (about === undefined) return '';
  const { inputs: all, basis } = about;
  const assumed = basis.assumed ?? 0;
  if (assumed === 0) return translate(language, 'sensitivity.basis.rows');
  if (assumed === all) return translate(language, 'sensitivity.basis.assumed');
  return translate(language, 'sensitivity.basis.mixed', { assumed, all });
}

/** Groups that stand in the table of any figure, in the order of the first. */
export function shownGroups({ answer, top }: SensitivityView): GroupAbout[] {
  const abouts = new Map(answer.groups.map((about) => [about.name, about]));
  const shown = answer.figures.flatMap(({ groups }) => groups.slice(0, top).map(({ group }) => group));
  return [...new Set(shown)].flatMap((name) => abouts.get(name) ?? []);
}

/** What the families of groups are, one line for each. */
export function groupLines(groups: readonly GroupAbout[], language: Language): string[] {
  return groups.flatMap(({ families }) =>
    families.map(({ name, description }) =>
      translate(language, 'sensitivity.family', {
        name,
        description: modelDescription(name, description, language),
      }),
    ),
  );
}

/** What would be worth knowing for a figure, and what may be worth as much. */
export function learnText(of: FigureSensitivity, view: SensitivityView, language: Language): string {
  const { learn, binary, variance } = of;
  const figure = figureName(of, view, language);
  if (learn === null) return translate(language, 'sensitivity.learn.none', { figure });
  const { group, first } = learn;
  const { value, low, high } = percentOf(first);
  const shares = { figure, group, share: `${value}%`, low: `${low}%`, high: `${high}%` };
  const left = variance * Math.max(0, 1 - first.value);
  const text = binary
    ? translate(language, 'sensitivity.learn.binary', {
        ...shares,
        from: formatNumber(variance, { decimals: 2 }),
        to: formatNumber(left, { decimals: 2 }),
      })
    : translate(language, 'sensitivity.learn.amount', { ...shares, ...deviations(of, left, language) });
  const others = of.groups.filter(
    (other) => other.group !== group && other.index !== null && other.index.first.high > first.value,
  );
  if (others.length === 0) return text;
  const separator = language === 'ja' ? '' : ' ';
  const groups = others.map((other) => other.group).join(language === 'ja' ? '、' : ', ');
  return `${text}${separator}${translate(language, 'sensitivity.learn.others', { groups })}`;
}

/** Standard deviations before and after, in one scale. */
function deviations(
  { variance, figure }: FigureSensitivity,
  left: number,
  language: Language,
): { readonly from: string; readonly to: string; readonly unit: string } {
  const before = Math.sqrt(variance);
  const format = figureFormat(before, figure.unit, language).figure;
  const unit = seriesUnit(figure.unit, language);
  return { from: format(before), to: format(Math.sqrt(left)), unit };
}

/** How the numbers were found, and by how many runs. */
export function sensitivityNotes(answer: SensitivityAnswer, language: Language): string[] {
  const { draws, trajectories, seed, runs, figures, groups } = answer;
  const [first] = figures;
  if (first === undefined) return [];
  const two = (value: number): string => formatNumber(value, { decimals: 2 });
  const sum = [...first.groups.map(({ index }) => index), first.rest].reduce(
    (total, index) => total + (index?.first.value ?? 0),
    0,
  );
  const counts = {
    groups: groups.length,
    inputs: groups.reduce((total, { inputs }) => total + inputs, 0),
    seed,
  };
  return [
    translate(language, 'sensitivity.note.draws', {
      draws: formatNumber(draws),
      rank: two(first.noise.rank),
      pawn: two(first.noise.pawn),
    }),
    ...(answer.method === 'draws'
      ? []
      : [translate(language, 'sensitivity.note.screening', { trajectories: formatNumber(trajectories) })]),
    ...(answer.method === 'variance'
      ? [
          translate(language, 'sensitivity.note.variance', { measured: answer.measured }),
          translate(language, 'sensitivity.interaction', { sum: `${Math.round(100 * sum)}%` }),
        ]
      : []),
    answer.method === 'draws'
      ? translate(language, 'sensitivity.runs.draws', { ...counts, draws: formatNumber(draws) })
      : translate(language, 'sensitivity.runs', {
          ...counts,
          all: formatNumber(runs.screening + runs.variance + runs.tornado),
          screening: formatNumber(runs.screening),
          variance: formatNumber(runs.variance),
          tornado: formatNumber(runs.tornado),
        }),
  ];
}

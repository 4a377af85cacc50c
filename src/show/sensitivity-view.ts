import type { Estimate } from '../engine/index.ts';
import type { FigureSensitivity, GroupSensitivity } from '../answers/sensitivity/figure-sensitivity.ts';
import type { GroupAbout, SensitivityAnswer } from '../answers/sensitivity/sensitivity.ts';
import { formatSpread, joinRange } from './amount-format.ts';
import { renderTornado } from './bars.ts';
import { formatMonth, formatPeriod } from './date-format.ts';
import { ofHundred } from './difference-format.ts';
import { renderReasons } from './explain-sources.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { figureFormat, seriesUnit } from './series-figure.ts';
import { renderTable } from './table.ts';
import type { Cell, Column } from './table.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { formatViewDay } from './view-day.ts';

/** A ranking of inputs with what a reader needs besides. */
export interface SensitivityView {
  readonly answer: SensitivityAnswer;
  /** Names of products and buyers by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Groups shown of each figure. */
  readonly top: number;
}

/** Each figure with its ranking and its bars, then what is worth learning. No newline at the end. */
export function renderSensitivity(view: SensitivityView, screen: Screen): string {
  const { answer } = view;
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  return [
    theme.tone(
      'strong',
      translate(language, 'sensitivity.head', {
        scenario: answer.scenario,
        date: formatViewDay(answer.asOf, answer.history, language),
      }),
    ),
    ...answer.figures.flatMap((of) => ['', ...figureSection(of, view, screen)]),
    ...(answer.method === 'variance' ? ['', ...learning(view, screen)] : []),
    '',
    ...notes(answer, language).flatMap(quiet),
  ].join('\n');
}

function figureSection(of: FigureSensitivity, view: SensitivityView, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const bars = tornado(of, screen);
  return [
    ...wrap(valueText(of, view, language), screen.width).map((line) => theme.tone('accent', line)),
    ranking(of, view, screen),
    ...(bars === '' ? [] : ['', theme.tone('secondary', translate(language, 'sensitivity.bars')), bars]),
  ];
}

function figureName({ figure }: FigureSensitivity, { names }: SensitivityView, language: Language): string {
  const { name, dimension, member, period } = figure;
  const month = formatMonth(period.end, language);
  switch (name) {
    case 'overdue-in-a-year':
    case 'short-in-a-year':
    case 'months-to-end':
      return translate(language, `sensitivity.figure.${name}`, { month });
    default:
      return translate(language, 'sensitivity.figure.series', {
        series: name,
        member: memberName(dimension, member, names, language),
        period: formatPeriod(period.start, period.end, language),
      });
  }
}

function valueText(of: FigureSensitivity, view: SensitivityView, language: Language): string {
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

function ranking(of: FigureSensitivity, view: SensitivityView, screen: Screen): string {
  const { answer, top } = view;
  const { language } = screen;
  const screened = answer.method !== 'draws';
  const measured = answer.method === 'variance';
  const right = { align: 'right' } as const;
  const columns: readonly (Column & { readonly shown?: boolean })[] = [
    { title: translate(language, 'sensitivity.column.group'), wraps: true, minimum: 16, maximum: 30 },
    {
      title: translate(language, 'sensitivity.column.lead'),
      wraps: true,
      minimum: 16,
      maximum: 26,
      optional: true,
    },
    { title: translate(language, 'sensitivity.column.rank'), ...right },
    { title: translate(language, 'sensitivity.column.pawn'), ...right },
    { title: translate(language, 'sensitivity.column.effect'), ...right, shown: screened },
    { title: translate(language, 'sensitivity.column.first'), ...right, shown: measured },
    { title: translate(language, 'sensitivity.column.total'), ...right, shown: measured },
    { title: translate(language, 'sensitivity.column.basis') },
  ];
  const isShown = (_: unknown, index: number): boolean => columns[index]?.shown !== false;
  const abouts = new Map(answer.groups.map((about) => [about.name, about]));
  const effects = figureFormat(
    Math.max(0, ...of.groups.map(({ screening }) => screening?.muStar.value ?? 0)),
    of.figure.unit,
    language,
  );
  const row = (group: GroupSensitivity): Cell[] => {
    const { lead, screening, index } = group;
    const notable = (value: number, noise: number, text: string): string =>
      Math.abs(value) > noise ? text : '·';
    return [
      group.group,
      lead.clear && lead.input !== group.group ? lead.input : '',
      lead.clear ? formatNumber(lead.rank, { decimals: 2, signed: true }) : '·',
      notable(lead.pawn.median, of.noise.pawn, formatNumber(lead.pawn.median, { decimals: 2 })),
      screening ? effects.figure(screening.muStar.value) : '',
      shareText(index?.first, language),
      shareText(index?.total, language),
      basisText(abouts.get(group.group), language),
    ];
  };
  const rest: Cell[][] =
    of.rest === null
      ? []
      : [
          [
            translate(language, 'sensitivity.rest', { count: answer.groups.length - answer.measured }),
            '',
            '',
            '',
            '',
            shareText(of.rest.first, language),
            shareText(of.rest.total, language),
            '',
          ],
        ];
  const rows = [...of.groups.slice(0, top).map(row), ...rest];
  return renderTable(
    { columns: columns.filter(isShown), groups: [{ rows: rows.map((cells) => cells.filter(isShown)) }] },
    screen,
  );
}

/** `24% (19–29)`; a share below zero is sampling error and shown as none. */
function shareText(share: Estimate | undefined, language: Language): string {
  if (share === undefined) return '';
  const { value, low, high } = percentOf(share);
  const space = language === 'ja' ? '' : ' ';
  return `${value}%${space}(${joinRange([low, high], language)})`;
}

function percentOf({ value, low, high }: Estimate): Record<keyof Estimate, string> {
  const whole = (share: number): string => formatNumber(Math.max(0, Math.round(100 * share)));
  return { value: whole(value), low: whole(low), high: whole(high) };
}

function basisText(about: GroupAbout | undefined, language: Language): string {
  if (about === undefined) return '';
  const { inputs: all, basis } = about;
  const assumed = basis.assumed ?? 0;
  if (assumed === 0) return translate(language, 'sensitivity.basis.rows');
  if (assumed === all) return translate(language, 'sensitivity.basis.assumed');
  return translate(language, 'sensitivity.basis.mixed', { assumed, all });
}

function tornado({ groups, base, figure }: FigureSensitivity, screen: Screen): string {
  const swings = groups.flatMap(({ lead, swing }) =>
    swing ? [{ label: lead.input, low: swing.low.figure.mean, high: swing.high.figure.mean }] : [],
  );
  const largest = Math.max(...swings.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const format = figureFormat(largest, figure.unit, screen.language).figure;
  const moving = swings.filter(({ low, high }) => format(low) !== format(high));
  if (base === null || moving.length === 0) return '';
  return renderTornado({ swings: moving, base: base.mean, baseText: format(base.mean), format }, screen);
}

function learning(view: SensitivityView, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const told = new Set<string>();
  const body = view.answer.figures.flatMap((of) => {
    const lines = wrap(learnText(of, view, language), width);
    const { learn } = of;
    // What two figures both hinge on is told once.
    if (learn === null || told.has(learn.reason.name)) return lines;
    told.add(learn.reason.name);
    const { reason } = learn;
    const spread = formatSpread(
      { low: reason.p10, median: reason.p50, high: reason.p90 },
      reason.unit,
      language,
      {
        significant: 3,
      },
    );
    const where = translate(language, 'sensitivity.learn.rests', { input: reason.name, spread });
    return [...lines, ...indent([...wrap(where, width - 2), ...renderReasons(reason, false, screen)], '  ')];
  });
  return [theme.tone('strong', translate(language, 'sensitivity.learn')), ...body];
}

function learnText(of: FigureSensitivity, view: SensitivityView, language: Language): string {
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
    (other) => other.group !== group && other.index !== null && other.index.first.high > first.low,
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

function notes(answer: SensitivityAnswer, language: Language): string[] {
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
          translate(language, 'sensitivity.note.variance'),
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

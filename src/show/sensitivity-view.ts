import type { FigureSensitivity, GroupSensitivity } from '../answers/sensitivity/figure-sensitivity.ts';
import { formatSpread } from './amount-format.ts';
import { renderTornado } from './bars.ts';
import { renderReasons } from './explain-sources.ts';
import { renderHead } from './head.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import type { SensitivityView } from './sensitivity-words.ts';
import {
  basisText,
  groupLines,
  learnText,
  sensitivityNotes,
  shareText,
  shownGroups,
  valueText,
} from './sensitivity-words.ts';
import { figureFormat } from './series-figure.ts';
import { renderTable } from './table.ts';
import type { Cell, Column } from './table.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { formatViewDay } from './view-day.ts';

/** Each figure with its ranking and its bars, then what is worth learning. No newline at the end. */
export function renderSensitivity(view: SensitivityView, screen: Screen): string {
  const { answer } = view;
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  return [
    renderHead(
      translate(language, 'sensitivity.head', {
        scenario: answer.scenario,
        date: formatViewDay(answer, language),
      }),
      screen,
    ),
    ...answer.figures.flatMap((of) => ['', ...figureSection(of, view, screen)]),
    ...(answer.method === 'variance' ? ['', ...learning(view, screen)] : []),
    '',
    theme.tone('strong', translate(language, 'sensitivity.groups')),
    ...groupLines(shownGroups(view), language).flatMap((text) =>
      indent(wrap(text, width - 2), '  ').map((line) => theme.tone('secondary', line)),
    ),
    '',
    ...sensitivityNotes(answer, language).flatMap(quiet),
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

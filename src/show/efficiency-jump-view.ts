import { explainHint } from './explain-hint.ts';
import type { JumpAnswer } from '../answers/efficiency-jump.ts';
import { findFigure } from '../answers/paired-table.ts';
import type { PairedFigure } from '../answers/paired-table.ts';
import { formatSpread } from './amount-format.ts';
import { formatMonth, formatYear } from './date-format.ts';
import { changeOfHundred, ofHundred, pairedFormat } from './difference-format.ts';
import { renderHead } from './head.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber, formatPercent } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, RowGroup } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

/** What a jump in efficiency does under each elasticity. No newline at the end. */
export function renderEfficiencyJump(answer: JumpAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  return [
    renderHead(
      translate(language, 'jump.head', {
        scenario: answer.scenario,
        date: formatViewDay(answer, language),
      }),
      screen,
    ),
    '',
    ...[
      translate(language, 'jump.sentence', {
        gain: formatNumber(answer.gain),
        month: formatMonth(answer.from, language),
      }),
      ...answer.elasticities.map((_, index) => sentence(answer, index, language)),
    ].flatMap((text) => wrap(text, width).map((line) => theme.tone('accent', line))),
    '',
    ...wrap(translate(language, 'jump.table'), screen.width).map((line) => theme.tone('strong', line)),
    table(answer, screen),
    '',
    ...quiet(translate(language, 'jump.note')),
    ...quiet(translate(language, 'forecast.run', { draws: formatNumber(answer.draws), seed: answer.seed })),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

/** Demand and deliveries of the last year told, when the jump has spread, and the shortage; means. */
function sentence(answer: JumpAnswer, index: number, language: Language): string {
  const last = (name: string): PairedFigure | undefined =>
    answer.figures.findLast((each) => each.name === name && each.member === 'all');
  const [demand, deliveries] = [last('demand'), last('deliveries')];
  const short = findFigure(answer.figures, 'months-short', 'gpu');
  const changed = demand?.changed[index]?.difference;
  const delivered = deliveries?.changed[index]?.difference;
  const months = short?.changed[index]?.difference;
  if (!demand || !changed || !deliveries || !delivered || !short || !months) return '';
  const elasticity = formatNumber(answer.elasticities[index] ?? NaN);
  if (changed.p10 === 0 && changed.p90 === 0) return translate(language, 'jump.same', { elasticity });
  return translate(language, 'jump.elasticity', {
    elasticity,
    year: formatYear(demand.period.start, language),
    percent: formatPercent(changed.mean / demand.base.mean, { signed: true, significant: 2 }),
    deliveries: formatSpread(
      { low: delivered.p10, median: delivered.mean, high: delivered.p90 },
      deliveries.unit,
      language,
      { signed: true },
    ),
    months: formatNumber(months.mean, { decimals: 1, signed: true }),
    low: formatNumber(months.p10, { decimals: 0, signed: true }),
    high: formatNumber(months.p90, { decimals: 0, signed: true }),
    horizon: formatMonth(short.period.end, language),
  });
}

function table(answer: JumpAnswer, screen: Screen): string {
  const { language } = screen;
  const row = (figure: PairedFigure): Cell[] => {
    if (figure.name === 'short-in-a-year')
      return [
        formatMonth(figure.period.start, language, 'short'),
        ofHundred(figure.base.mean),
        ...figure.changed.map(({ difference }) => changeOfHundred(difference.mean)),
      ];
    const format = pairedFormat([figure.base], figure.unit, language, { stacked: true });
    const label =
      figure.name === 'months-short'
        ? translate(language, 'compare.figure.months-short', {
            month: formatMonth(figure.period.end, language, 'short'),
          })
        : formatYear(figure.period.start, language);
    const isMean = figure.name === 'months-short';
    return [
      label,
      format.spread(figure.base),
      ...figure.changed.map(({ difference }) =>
        format.difference(isMean ? { ...difference, p50: difference.mean } : difference),
      ),
    ];
  };
  const group = (title: string, name: string, member: string): RowGroup => ({
    title,
    rows: answer.figures.filter((each) => each.name === name && each.member === member).map(row),
  });
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 12, maximum: 28 },
        { title: translate(language, 'jump.column.base'), align: 'right' },
        ...answer.elasticities.map((elasticity) => ({
          title: translate(language, 'jump.column.elasticity', { elasticity: formatNumber(elasticity) }),
          align: 'right' as const,
        })),
      ],
      groups: [
        group(translate(language, 'jump.demand.all'), 'demand', 'all'),
        group(translate(language, 'jump.demand.frontier'), 'demand', 'frontier training'),
        group(translate(language, 'jump.demand.catch-up'), 'demand', 'catch-up training'),
        group(translate(language, 'jump.demand.inference'), 'demand', 'inference'),
        group(translate(language, 'jump.deliveries'), 'deliveries', 'all'),
        group(translate(language, 'jump.h100e'), 'h100e', 'all'),
        group(translate(language, 'jump.short'), 'short-in-a-year', 'gpu'),
        group(translate(language, 'jump.months'), 'months-short', 'gpu'),
      ],
    },
    screen,
  );
}

import { explainHint } from './explain-hint.ts';
import type { RunAbout } from '../answers/run-about.ts';
import type { SeriesAnswer, SeriesRow } from '../answers/series.ts';
import type { PeriodLength } from '../answers/period.ts';
import { renderRanges } from './bars.ts';
import { formatMonth, formatPeriod, quarterHead } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { figureFormat, seriesUnit } from './series-figure.ts';
import { renderSparkline } from './sparkline.ts';
import { renderTable } from './table.ts';
import type { Cell, RowGroup } from './table.ts';
import { widthOf } from './text-width.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

/** A series with what a reader needs to know of the run behind it. */
export interface SeriesView extends RunAbout {
  readonly answer: SeriesAnswer;
  readonly length: PeriodLength;
  /** Names of products and buyers by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Up to so many members are drawn as ranges down the page; more stand in a table with time across. */
const FEW_MEMBERS = 2;
const MOST_LABEL = 26;
const SPARKLINE = 24;
const GAP = 2;
/** Periods of one block of the table; as many as fit. */
const BLOCKS = [24, 12, 8, 6, 4, 3, 2, 1] as const;

/** A series by member and period: ranges of one or two members, or a table of medians and ranges. */
export function renderSeries(view: SeriesView, screen: Screen): string {
  const { answer } = view;
  const { language } = screen;
  const theme = themeOf(screen);
  const members = answer.members.map((member) => memberOf(view, member, language));
  const shown = members.filter(({ rows }) => rows.some(({ p90, mean }) => p90 !== 0 || mean !== 0));
  const nothing = members.filter((member) => !shown.includes(member)).map(({ name }) => name);
  const quiet = (text: string): string[] =>
    wrap(text, Math.min(screen.width, PROSE_WIDTH)).map((line) => theme.tone('secondary', line));
  const few = shown.length <= FEW_MEMBERS;
  return [
    theme.tone('strong', seriesTitle(view, language)),
    ...quiet(answer.series.meaning[language]),
    ...quiet(reading(answer.series.unit, few, language)),
    ...(few
      ? shown.flatMap((member) => ranges(member, shown.length > 1, screen))
      : tables(shown, view, screen)),
    '',
    ...(nothing.length === 0
      ? []
      : quiet(translate(language, 'series.nothing', { members: joinNames(nothing, language) }))),
    ...quiet(
      translate(language, 'series.run', {
        scenario: view.scenario,
        date: formatViewDay(view, language),
        draws: formatNumber(view.draws),
        seed: view.seed,
      }),
    ),
    ...quiet(
      translate(language, 'series.basis', {
        share: Math.round(answer.basis.assumed * 100),
        member: memberName(answer.dimension, answer.basis.member, view.names, language),
        period: formatPeriod(answer.basis.period.start, answer.basis.period.end, language),
      }),
    ),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

interface ShownMember {
  readonly name: string;
  readonly rows: readonly SeriesRow[];
}

function memberOf(view: SeriesView, member: string, language: Language): ShownMember {
  const { answer, names } = view;
  return {
    name: memberName(answer.dimension, member, names, language),
    rows: answer.rows.filter((row) => row.member === member),
  };
}

/** Series, breakdown and unit in words. */
export function seriesTitle({ answer, length }: SeriesView, language: Language): string {
  const { series, dimension } = answer;
  const by = [
    translate(language, `series.by.${dimension}`),
    ...(length === 'quarter' ? [] : [translate(language, `series.by.${length}`)]),
  ].join(language === 'ja' ? '・' : ' ');
  const unit = seriesUnit(series.unit, language);
  return unit === ''
    ? translate(language, 'series.title', { series: series.name, by })
    : translate(language, 'series.title.unit', { series: series.name, by, unit });
}

function reading(unit: string, few: boolean, language: Language): string {
  const share = unit === '1';
  if (few) return translate(language, share ? 'series.reading.probability' : 'series.reading.single');
  const sparkline = translate(language, share ? 'series.reading.sparklineMean' : 'series.reading.sparkline');
  return translate(language, share ? 'series.reading.mean' : 'series.reading', { sparkline });
}

/** One range for each period, on one scale. */
function ranges(member: ShownMember, named: boolean, screen: Screen): string[] {
  const { language } = screen;
  const { rows } = member;
  const unit = rows[0]?.unit ?? '1';
  const format = figureFormat(Math.max(...rows.map(({ p90 }) => p90)), unit, language);
  const isShare = unit === '1';
  const bars = rows.map((row) => {
    const range = format.range(row.p10, row.p90);
    const open = language === 'ja' ? '(' : ' (';
    return {
      label: formatPeriod(row.period.start, row.period.end, language, 'short'),
      // Quantiles of a yes or no say nothing; its mean is the probability.
      low: isShare ? row.mean : row.p10,
      median: isShare ? row.mean : row.p50,
      high: isShare ? row.mean : row.p90,
      text: format.figure(isShare ? row.mean : row.p50) + (isShare || range === '' ? '' : `${open}${range})`),
    };
  });
  const chart = renderRanges(bars, screen, isShare ? 1 : undefined);
  return ['', ...(named ? [themeOf(screen).tone('strong', member.name)] : []), chart];
}

/** Members down, periods across, in as many blocks as the width asks for. */
function tables(members: readonly ShownMember[], view: SeriesView, screen: Screen): string[] {
  const { answer, length } = view;
  const { language } = screen;
  const isShare = answer.series.unit === '1';
  const rows = members.map(({ name, rows: own }) => {
    const value = (row: SeriesRow): number => (isShare ? row.mean : row.p50);
    const format = figureFormat(Math.max(...own.map(({ p90 }) => p90)), answer.series.unit, language);
    return {
      name,
      sparkline: renderSparkline(own.map(value), { width: SPARKLINE, ...(isShare ? { maximum: 1 } : {}) }),
      figures: own.map((row) => format.figure(value(row))),
      ranges: own.map((row) => format.range(row.p10, row.p90)),
    };
  });
  const label = Math.min(
    MOST_LABEL,
    Math.max(...rows.flatMap(({ name, sparkline }) => [widthOf(name), widthOf(sparkline)])),
  );
  const count = answer.periods.length;
  const widest = (from: number, size: number): number =>
    Math.max(
      ...rows.flatMap(({ figures, ranges: spans }) =>
        [...figures.slice(from, from + size), ...spans.slice(from, from + size)].map(widthOf),
      ),
    );
  const fits = (size: number): boolean =>
    Array.from({ length: Math.ceil(count / size) }, (_, block) => widest(block * size, size)).every(
      (width) => label + size * (GAP + width) <= screen.width,
    );
  const size = BLOCKS.find((candidate) => candidate <= count && fits(candidate)) ?? 1;
  const lines: string[] = [];
  for (let from = 0; from < count; from += size) {
    const to = Math.min(from + size, count);
    const heads = answer.periods
      .slice(from, to)
      .map(({ start }, index) =>
        periodHead(
          start,
          index === 0 ? undefined : answer.periods[from + index - 1]?.start,
          length,
          language,
        ),
      );
    const groups: RowGroup[] = [
      {
        rows: rows.flatMap(({ name, sparkline, figures, ranges: spans }): Cell[][] => [
          [name, ...figures.slice(from, to)],
          [
            { text: from === 0 ? sparkline : '', tone: 'accent' },
            ...spans.slice(from, to).map((text): Cell => ({ text, tone: 'secondary' })),
          ],
        ]),
      },
    ];
    const columns = [
      { title: '', wraps: true, minimum: label, maximum: label },
      ...heads.map((head) => ({ title: head, align: 'right' as const })),
    ];
    lines.push('', renderTable({ columns, groups }, screen));
  }
  return lines;
}

/** Short head of a period's column, with the year where it changes. */
function periodHead(
  start: string,
  previous: string | undefined,
  length: PeriodLength,
  language: Language,
): string {
  if (length === 'year') return start.slice(0, 4);
  if (length === 'quarter') return quarterHead(start, previous);
  const year = start.slice(2, 4);
  const isNewYear = previous?.slice(0, 4) !== start.slice(0, 4);
  if (language === 'ja') return `${isNewYear ? `${year}年` : ''}${Number(start.slice(5, 7))}月`;
  const month = formatMonth(start, language, 'short').slice(0, 3);
  return isNewYear ? `${month} ${year}` : month;
}

/** Names in a sentence. */
export function joinNames(names: readonly string[], language: Language): string {
  return names.join(language === 'ja' ? '、' : ', ');
}

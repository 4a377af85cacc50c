import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { FlowFigure, FlowLink, FlowSpec } from './chart-spec.ts';
import { seriesRole } from './chart-theme.ts';
import type { ColourRole } from './chart-theme.ts';
import { figureCell } from './data-table.ts';
import type { DataCell, DataTable } from './data-table.ts';
import { gatherSmall, layFlow, leastRoom, sumOf, widthOf } from './flow-layout.ts';
import type { FlowBar, FlowLine, FlowPlace, FlowRibbon, Side } from './flow-layout.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { listSummary } from './list-summary.ts';
import { withFigure } from './row-layout.ts';
import type { Cursor, Mark, RibbonMark, Scene } from './scene.ts';
import { textWidth, wrapText } from './text-measure.ts';

const BAR = 8;
const LABEL_GAP = 8;
const LABEL_SHARE = 0.33;
const OPACITY = 0.45;
/** Of those that share a place. */
const MOST_NAMED = 3;

/** Ribbons between two columns of names, each as thick as its value; names with their totals at both sides. */
export function flowScene(spec: FlowSpec, frame: Frame): Scene {
  const { width, language } = frame;
  const head = layHead(spec, frame);
  const from = labelsOf(spec, 'from', width, language);
  const to = labelsOf(spec, 'to', width, language);
  const usual = Math.round(Math.min(460, Math.max(240, width * 0.5)));
  const least = Math.max(leastRoom(from.places), leastRoom(to.places)) * 1.25;
  const height = frame.height ?? head.bottom + Math.max(usual, least);
  const room = height - head.bottom;
  const layout = layFlow(spec, { from: from.places, to: to.places }, head.bottom, room);
  const x1 = from.margin + LABEL_GAP + BAR;
  const x2 = width - to.margin - LABEL_GAP - BAR;
  const named = spec.links
    .map((link) => ({ name: pairName(spec, link, language), text: figureText(spec, link, language), link }))
    .sort((a, b) => widthOf(b.link) - widthOf(a.link));
  const fillOf = (bar: number): ColourRole => (layout.from[bar]?.ends.length === 1 ? seriesRole(bar) : 'bar');
  return {
    width,
    height,
    summary: listSummary(spec.title, named, language),
    plot: { x: x1, y: head.bottom, width: x2 - x1, height: room },
    marks: [
      ...head.marks,
      ...layout.ribbons.flatMap((ribbon): Mark[] => {
        const link = spec.links[ribbon.link];
        if (!link) return [];
        const fill = fillOf(layout.from.findIndex(({ ends }) => ends.includes(link.from)));
        return withFigure([ribbonMark(ribbon, x1, x2, fill)], pairName(spec, link, language), link.figure);
      }),
      ...layout.from.flatMap((bar, index) => barMarks(spec, 'from', bar, x1 - BAR, fillOf(index))),
      ...layout.to.flatMap((bar) => barMarks(spec, 'to', bar, x2, 'secondary')),
    ],
    cursor: flowCursor(spec, layout.from, layout.ribbons, (x1 + x2) / 2, language),
    handles: [],
  };
}

/** Every link with its range, the largest first, then the totals of both sides. */
export function tableOfFlow(spec: FlowSpec, language: Language): DataTable {
  const all = translate(language, 'chart.all');
  const pair = (from: string, to: string): string => translate(language, 'chart.pair', { from, to });
  const row = (name: string, { value, low, high, figure }: FlowFigure): DataCell[] => [
    name,
    figureCell(spec.format.figure(value), figure),
    low === undefined || high === undefined ? '' : spec.format.range(low, high),
  ];
  return {
    header: [
      spec.title,
      translate(language, 'chart.table.medianOf'),
      translate(language, 'chart.table.range80Of'),
    ],
    rows: [
      ...spec.links
        .toSorted((a, b) => b.value - a.value)
        .map((link) => row(pairName(spec, link, language), link)),
      ...spec.from.flatMap(({ name, total }) => (total ? [row(pair(name, all), total)] : [])),
      ...spec.to.flatMap(({ name, total }) => (total ? [row(pair(all, name), total)] : [])),
    ],
  };
}

interface Labels {
  readonly places: readonly FlowPlace[];
  /** Pixels across. */
  readonly margin: number;
}

/** Name and total of each place: on one line where there is room for all, else one below the other. */
function labelsOf(spec: FlowSpec, side: Side, width: number, language: Language): Labels {
  const most = width * LABEL_SHARE;
  const texts = gatherSmall(spec, side).map((ends) => ({ ends, ...labelOf(spec, side, ends, language) }));
  const whole = texts.map(({ name, figure }) => (figure === '' ? name : `${name} ${figure}`));
  const widest = (lines: readonly string[]): number =>
    Math.ceil(Math.max(0, ...lines.map((line) => textWidth(line, TEXT_SIZE))));
  const isShort = widest(whole) <= most;
  const inLines = (text: string, isFigure: boolean): FlowLine[] =>
    text === '' ? [] : wrapText(text, most, TEXT_SIZE).map((line) => ({ text: line, isFigure }));
  const lines = texts.map(({ name, figure }, index) =>
    isShort ? inLines(whole[index] ?? '', false) : [...inLines(name, false), ...inLines(figure, true)],
  );
  return {
    margin: widest(lines.flat().map(({ text }) => text)),
    places: texts.map(({ ends }, index) => ({
      ends,
      lines: lines[index] ?? [],
      sum: sumOf(spec, side, ends),
    })),
  };
}

/** What several share has no range, since medians do not add up: only their names stand there. */
function labelOf(
  spec: FlowSpec,
  side: Side,
  ends: readonly number[],
  language: Language,
): { readonly name: string; readonly figure: string } {
  const names = ends.map((index) => spec[side][index]?.name ?? '');
  if (names.length > MOST_NAMED)
    return { name: translate(language, 'chart.others.many', { count: names.length }), figure: '' };
  if (names.length > 1) {
    const joined = names.join(language === 'ja' ? '、' : '; ');
    return { name: translate(language, 'chart.others', { names: joined }), figure: '' };
  }
  const total = spec[side][ends[0] ?? 0]?.total ?? { value: sumOf(spec, side, ends) };
  return { name: names[0] ?? '', figure: figureText(spec, total, language) };
}

function figureText({ format }: FlowSpec, { value, low, high }: FlowFigure, language: Language): string {
  const range = low === undefined || high === undefined ? '' : format.range(low, high);
  const figure = format.figure(value);
  if (range === '') return figure;
  return language === 'ja' ? `${figure}(${range})` : `${figure} (${range})`;
}

function ribbonMark({ y1, y2, thickness }: FlowRibbon, x1: number, x2: number, fill: ColourRole): RibbonMark {
  return { kind: 'ribbon', x1, y1, x2, y2, thickness, fill, fillOpacity: OPACITY };
}

function barMarks(spec: FlowSpec, side: Side, bar: FlowBar, x: number, fill: ColourRole): Mark[] {
  const { y, height, lines, ends } = bar;
  const middle = y + height / 2;
  const isLeft = side === 'from';
  const textX = isLeft ? x - LABEL_GAP : x + BAR + LABEL_GAP;
  const end = ends.length === 1 ? spec[side][ends[0] ?? 0] : undefined;
  return withFigure(
    [
      { kind: 'rect', x, y, width: BAR, height: Math.max(1, height), fill },
      ...lines.map(({ text, isFigure }, index) => ({
        ...textMark(
          text,
          textX,
          middle + (index - (lines.length - 1) / 2) * LINE_HEIGHT,
          isFigure ? 'secondary' : 'ink',
        ),
        ...(isLeft ? { anchor: 'end' as const } : {}),
      })),
    ],
    end?.name ?? '',
    end?.total?.figure,
  );
}

function pairName({ from, to }: FlowSpec, link: Pick<FlowLink, 'from' | 'to'>, language: Language): string {
  return translate(language, 'chart.pair', {
    from: from[link.from]?.name ?? '',
    to: to[link.to]?.name ?? '',
  });
}

/** A cursor over what each gives, from top to bottom. */
function flowCursor(
  spec: FlowSpec,
  bars: readonly FlowBar[],
  ribbons: readonly FlowRibbon[],
  x: number,
  language: Language,
): Cursor {
  const given = bars.map(({ ends }) =>
    ribbons.filter(({ link }) => ends.includes(spec.links[link]?.from ?? -1)),
  );
  return {
    series: bars.map(({ lines }) => lines.map(({ text }) => text).join(' ')),
    along: 'down',
    count: (source) => given[source]?.length ?? 0,
    at: (source, position) => {
      const ribbon = given[source]?.[position];
      const link = ribbon && spec.links[ribbon.link];
      if (!link) return undefined;
      return {
        x,
        y: (ribbon.y1 + ribbon.y2 + ribbon.thickness) / 2,
        label: `${pairName(spec, link, language)}: ${figureText(spec, link, language)}`,
        ...(link.figure === undefined ? {} : { figure: link.figure }),
      };
    },
  };
}

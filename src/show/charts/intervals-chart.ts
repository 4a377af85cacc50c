import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { IntervalItem, IntervalsSpec } from './chart-spec.ts';
import { figureCell } from './data-table.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { layIntervalKey, medianMark, statedMarks } from './interval-key.ts';
import { listSummary } from './list-summary.ts';
import { symbolOf } from './knowledge-key.ts';
import { layRows, rowCursor, withFigure } from './row-layout.ts';
import type { RowPlace } from './row-layout.ts';
import type { Box, Mark, Scene } from './scene.ts';
import { textWidth } from './text-measure.ts';
import { logAxis, valueAxis } from './value-axis.ts';
import type { ValueAxis } from './value-axis.ts';

const FOOT = 24;
const TEXT_GAP = 10;
const TICK_GAP = 6;
const OUTER = 2;
const INNER = 7;

/** Ranges row by row on one scale, with what came of those that were forecasts; an outcome outside its 80% range is named. */
export function intervalsScene(spec: IntervalsSpec, frame: Frame): Scene {
  const { language, width } = frame;
  const { items } = spec;
  const head = layHead(spec, frame);
  const key = layIntervalKey(items, width, head.bottom, language);
  const texts = items.map((item) => outcomeText(item, spec, language));
  const after = Math.max(
    0,
    ...texts.map((text, index) => textWidth(text, TEXT_SIZE, isOutside(items[index]))),
  );
  const layout = layRows(items, width, key.bottom + 4, 0, after + TEXT_GAP);
  const { box } = layout;
  const axis = axisOf(spec, Math.max(3, Math.round(box.width / 80)));
  const xAt = placeOf(axis, box, spec.scale ?? 'linear');
  const foot = box.y + box.height;
  return {
    width,
    height: frame.height ?? foot + FOOT,
    summary: summaryOf(spec, texts, language),
    plot: box,
    marks: [
      ...head.marks,
      ...key.marks,
      ...uprightLines(axis, box, xAt),
      ...layout.marks,
      ...items.flatMap((item, index) => {
        const row = layout.rows[index];
        return row ? drawItem(item, texts[index] ?? '', row, box, xAt) : [];
      }),
    ],
    cursor: rowCursor(spec.title, layout.rows, (index) => {
      const item = items[index];
      return {
        x: item === undefined ? box.x : xAt(item.median),
        label: item === undefined ? '' : spokenItem(item, spec, language),
        ...(item?.figure === undefined ? {} : { figure: item.figure }),
      };
    }),
    handles: [],
  };
}

function summaryOf({ title, items }: IntervalsSpec, texts: readonly string[], language: Language): string {
  const scored = items.filter(({ outcome }) => outcome !== undefined);
  if (scored.length === 0) {
    const named = items.map(({ name }, index) => ({ name, text: texts[index] ?? '' }));
    return listSummary(title, named, language);
  }
  const inside = scored.filter((item) => !isOutside(item)).length;
  return translate(language, 'chart.summary.intervals', { title, inside, count: scored.length });
}

/** Upright hairlines with their values below, where these stand clear of one another. */
function uprightLines(axis: ValueAxis, box: Box, xAt: (value: number) => number): Mark[] {
  const foot = box.y + box.height;
  let free = 0;
  return axis.ticks.flatMap(({ value, text }): Mark[] => {
    const x = xAt(value);
    const half = textWidth(text, TEXT_SIZE) / 2;
    const line: Mark = { kind: 'line', x1: x, y1: box.y, x2: x, y2: foot, stroke: 'hairline' };
    if (x - half < free) return [line];
    free = x + half + TICK_GAP;
    return [line, { ...textMark(text, x, foot + 4 + LINE_HEIGHT / 2, 'secondary'), anchor: 'middle' }];
  });
}

/** Range of every row, and the outcome where rows have one. */
export function tableOfIntervals(spec: IntervalsSpec, language: Language): DataTable {
  const { format } = spec;
  const hasOutcomes = spec.items.some(({ outcome }) => outcome !== undefined);
  const range = spec.items.some(({ isStated }) => isStated) ? 'range' : 'range80';
  const columns = ['median', range, ...(hasOutcomes ? (['outcome'] as const) : [])] as const;
  return {
    header: [spec.title, ...columns.map((key) => translate(language, `chart.table.${key}Of`))],
    rows: spec.items.map((item) => [
      [item.group, item.name].filter((part) => part !== undefined).join(language === 'ja' ? '、' : ', '),
      figureCell(format.figure(item.median), item.figure),
      format.range(...item.outer),
      ...(hasOutcomes ? [figureCell(outcomeText(item, spec, language), item.outcome?.figure)] : []),
    ]),
  };
}

/** An outcome beyond the range in which 80 of 100 futures lie. */
function isOutside(item: IntervalItem | undefined): boolean {
  if (item?.outcome === undefined) return false;
  const { value } = item.outcome;
  return value < item.outer[0] || value > item.outer[1];
}

function outcomeText(item: IntervalItem, { format }: IntervalsSpec, language: Language): string {
  if (item.outcome === undefined) return item.text ?? '';
  const { value, text = format.figure(value) } = item.outcome;
  if (!isOutside(item)) return text;
  const key = value < item.outer[0] ? 'chart.outcome.below' : 'chart.outcome.above';
  return translate(language, key, { value: text });
}

function spokenItem(item: IntervalItem, spec: IntervalsSpec, language: Language): string {
  const { format } = spec;
  if (item.isStated) {
    const { name, median, outer, outcome } = item;
    const stated = { name, value: format.range(...outer) || format.figure(median) };
    return outcome === undefined
      ? translate(language, 'chart.interval.stated', stated)
      : translate(language, 'chart.interval.stated.outcome', {
          ...stated,
          outcome: outcomeText(item, spec, language),
        });
  }
  const told = { name: item.name, median: format.figure(item.median), range: format.range(...item.outer) };
  return item.outcome === undefined
    ? translate(language, 'chart.interval', told)
    : translate(language, 'chart.interval.outcome', { ...told, outcome: outcomeText(item, spec, language) });
}

function axisOf({ items, format, scale = 'linear' }: IntervalsSpec, count: number): ValueAxis {
  const values = items
    .flatMap(({ median, inner = [], outer, outcome }) => [
      median,
      ...inner,
      ...outer,
      outcome?.value,
      outcome?.low,
      outcome?.high,
    ])
    .filter((value): value is number => value !== undefined && Number.isFinite(value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const tick = format.tick ?? format.figure;
  if (scale === 'log' && low > 0) return logAxis(low / 1.15, high * 1.15, count, tick);
  return valueAxis(Math.min(0, low), high, count, tick);
}

function placeOf(axis: ValueAxis, box: Box, scale: 'linear' | 'log'): (value: number) => number {
  const measure = scale === 'log' && axis.bottom > 0 ? Math.log : (value: number): number => value;
  const [from, to] = [measure(axis.bottom), measure(axis.top)];
  return (value) => box.x + ((measure(value) - from) / (to - from)) * box.width;
}

function drawItem(
  item: IntervalItem,
  text: string,
  { y }: RowPlace,
  box: Box,
  xAt: (value: number) => number,
): Mark[] {
  const { inner, outer, median, outcome, name, figure, isStated } = item;
  const isMiss = isOutside(item);
  const bar = ([low, high]: readonly [number, number], height: number): Mark => ({
    kind: 'rect',
    x: xAt(low),
    y: y - height / 2,
    width: xAt(high) - xAt(low),
    height,
    fill: 'bar',
  });
  const role = isMiss ? ('accent' as const) : ('ink' as const);
  return withFigure(
    [
      ...(isStated
        ? statedMarks(xAt(outer[0]), xAt(median), xAt(outer[1]), y)
        : [
            bar(outer, OUTER),
            ...(inner === undefined ? [] : [bar(inner, INNER)]),
            medianMark(xAt(median), y),
          ]),
      ...(outcome?.low === undefined || outcome.high === undefined
        ? []
        : [
            {
              kind: 'line' as const,
              x1: xAt(outcome.low),
              y1: y,
              x2: xAt(outcome.high),
              y2: y,
              stroke: role,
            },
          ]),
      ...(outcome === undefined ? [] : [symbolOf(outcome.knowledge, xAt(outcome.value), y, role)]),
      {
        ...textMark(text, box.x + box.width + TEXT_GAP, y, isMiss ? 'accent' : 'secondary'),
        ...(isMiss ? { bold: true } : {}),
      },
    ],
    name,
    figure,
  );
}

import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { FlowSpec } from './chart-spec.ts';
import { seriesRole } from './chart-theme.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { listSummary } from './list-summary.ts';
import { withFigure } from './row-layout.ts';
import type { Cursor, Mark, RibbonMark, Scene } from './scene.ts';
import { textWidth, wrapText } from './text-measure.ts';

const NODE = 8;
const LABEL_GAP = 8;
const LABEL_SHARE = 0.3;
/** Between nodes: each has room for its name however little it is. */
const AIR = 4;
const OPACITY = 0.45;

/** A bar at a side: its height is its sum. */
interface Node {
  readonly y: number;
  readonly height: number;
  readonly sum: number;
  readonly lines: readonly string[];
  /** Height of name and bar together. */
  readonly room: number;
}

/** Ribbons between two columns of names, each as thick as its value; names with their sums at both sides. */
export function flowScene(spec: FlowSpec, frame: Frame): Scene {
  const { width, language } = frame;
  const { format, links } = spec;
  const head = layHead(spec, frame);
  const texts = (['from', 'to'] as const).map((side) =>
    spec[side].map((name, index) => `${name} ${format.figure(sumOf(spec, side, index))}`),
  );
  const margins = texts.map((side) =>
    Math.ceil(Math.min(width * LABEL_SHARE, Math.max(0, ...side.map((text) => textWidth(text, TEXT_SIZE))))),
  );
  const lines = texts.map((side, index) =>
    side.map((text) => wrapText(text, margins[index] ?? 0, TEXT_SIZE)),
  );
  const least = lines.map((side) => side.reduce((sum, { length }) => sum + length * LINE_HEIGHT + AIR, 0));
  const usual = Math.round(Math.min(460, Math.max(240, width * 0.5)));
  const height = frame.height ?? head.bottom + Math.max(usual, ...least.map((room) => room * 1.25));
  const room = height - head.bottom;
  const total = links.reduce((sum, { value }) => sum + value, 0);
  const scale = total > 0 ? scaleFor(spec, lines, room, total) : 0;
  const [left = [], right = []] = (['from', 'to'] as const).map((side, index) =>
    placeNodes(spec, side, lines[index] ?? [], head.bottom, room, scale),
  );
  const x1 = (margins[0] ?? 0) + LABEL_GAP + NODE;
  const x2 = width - (margins[1] ?? 0) - LABEL_GAP - NODE;
  const ribbons = ribbonsOf(spec, left, right, x1, x2, scale);
  const named = links
    .map((link) => ({
      name: pairName(spec, link, language),
      text: format.figure(link.value),
      value: link.value,
    }))
    .sort((a, b) => b.value - a.value);
  return {
    width,
    height,
    summary: listSummary(spec.title, named, language),
    plot: { x: x1, y: head.bottom, width: x2 - x1, height: room },
    marks: [
      ...head.marks,
      ...links.flatMap((link, index) => {
        const ribbon = ribbons[index];
        return ribbon ? withFigure([ribbon], pairName(spec, link, language), link.figure) : [];
      }),
      ...left.flatMap((node, index) => nodeMarks(node, x1 - NODE, index, 'end')),
      ...right.flatMap((node) => nodeMarks(node, x2, undefined, 'start')),
    ],
    cursor: flowCursor(spec, ribbons, language),
    handles: [],
  };
}

/** One row for each side that gives, one column for each that receives. */
export function tableOfFlow(spec: FlowSpec): DataTable {
  const { from, to, links, format } = spec;
  return {
    header: [spec.title, ...to],
    rows: from.map((name, source) => [
      name,
      ...to.map((_, target) => {
        const link = links.find((candidate) => candidate.from === source && candidate.to === target);
        return link === undefined ? '' : format.figure(link.value);
      }),
    ]),
  };
}

function sumOf({ links }: FlowSpec, side: 'from' | 'to', index: number): number {
  return links.reduce((sum, link) => (link[side] === index ? sum + link.value : sum), 0);
}

/** Pixels for one unit: the largest at which both columns, names included, fit. */
function scaleFor(
  spec: FlowSpec,
  lines: readonly (readonly (readonly string[])[])[],
  room: number,
  total: number,
): number {
  let scale = room / total;
  // Each node is as high as its bar or its name, so the fit is not linear: narrowed a few times.
  for (let round = 0; round < 24; round++) {
    const needed = (['from', 'to'] as const).map((side, index) =>
      (lines[index] ?? []).reduce(
        (sum, own, node) => sum + Math.max(sumOf(spec, side, node) * scale, own.length * LINE_HEIGHT) + AIR,
        0,
      ),
    );
    const over = Math.max(...needed) / room;
    if (over <= 1) break;
    scale /= Math.max(1.02, over);
  }
  return scale;
}

function placeNodes(
  spec: FlowSpec,
  side: 'from' | 'to',
  lines: readonly (readonly string[])[],
  top: number,
  room: number,
  scale: number,
): Node[] {
  const sizes = lines.map((own, index) => {
    const sum = sumOf(spec, side, index);
    return { sum, height: sum * scale, room: Math.max(sum * scale, own.length * LINE_HEIGHT) };
  });
  const free = room - sizes.reduce((sum, size) => sum + size.room, 0);
  const gap = sizes.length > 1 ? free / (sizes.length - 1) : 0;
  let y = top;
  return sizes.map((size, index) => {
    const node = { ...size, y: y + (size.room - size.height) / 2, lines: lines[index] ?? [] };
    y += size.room + gap;
    return node;
  });
}

function ribbonsOf(
  { links }: FlowSpec,
  left: readonly Node[],
  right: readonly Node[],
  x1: number,
  x2: number,
  scale: number,
): RibbonMark[] {
  const [given, received] = [left.map(({ y }) => y), right.map(({ y }) => y)];
  const ribbons = links.map((): RibbonMark | undefined => undefined);
  const order = links
    .map((link, index) => ({ link, index }))
    .sort((a, b) => a.link.from - b.link.from || a.link.to - b.link.to);
  for (const { link, index } of order) {
    const thickness = link.value * scale;
    const [y1, y2] = [given[link.from] ?? 0, received[link.to] ?? 0];
    given[link.from] = y1 + thickness;
    received[link.to] = y2 + thickness;
    ribbons[index] = {
      kind: 'ribbon',
      x1,
      y1,
      x2,
      y2,
      thickness,
      fill: seriesRole(link.from),
      fillOpacity: OPACITY,
    };
  }
  return ribbons.filter((ribbon) => ribbon !== undefined);
}

function nodeMarks(node: Node, x: number, series: number | undefined, side: 'start' | 'end'): Mark[] {
  const { y, height, lines } = node;
  const middle = y + height / 2;
  const textX = side === 'end' ? x - LABEL_GAP : x + NODE + LABEL_GAP;
  return [
    {
      kind: 'rect',
      x,
      y,
      width: NODE,
      height: Math.max(1, height),
      fill: series === undefined ? 'secondary' : seriesRole(series),
    },
    ...lines.map((line, index) => ({
      ...textMark(line, textX, middle + (index - (lines.length - 1) / 2) * LINE_HEIGHT, 'ink'),
      ...(side === 'end' ? { anchor: 'end' as const } : {}),
    })),
  ];
}

function pairName(
  { from, to }: FlowSpec,
  link: { readonly from: number; readonly to: number },
  language: Language,
): string {
  return translate(language, 'chart.pair', { from: from[link.from] ?? '', to: to[link.to] ?? '' });
}

/** A cursor over what each gives, from top to bottom. */
function flowCursor(spec: FlowSpec, ribbons: readonly RibbonMark[], language: Language): Cursor {
  const given = spec.from.map((_, source) =>
    spec.links.flatMap((link, index) => (link.from === source ? [{ link, index }] : [])),
  );
  return {
    series: spec.from,
    along: 'down',
    count: (source) => given[source]?.length ?? 0,
    at: (source, position) => {
      const found = given[source]?.[position];
      const ribbon = found && ribbons[found.index];
      if (!ribbon) return undefined;
      const { link } = found;
      return {
        x: (ribbon.x1 + ribbon.x2) / 2,
        y: (ribbon.y1 + ribbon.y2 + ribbon.thickness) / 2,
        label: `${pairName(spec, link, language)}: ${spec.format.figure(link.value)}`,
        ...(link.figure === undefined ? {} : { figure: link.figure }),
      };
    },
  };
}

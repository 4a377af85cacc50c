import type { Language } from '../language.ts';
import { GUTTER_GAP, axes } from './axes.ts';
import { WIDEST_FILL, withBandKey } from './band-key.ts';
import type { ColourRole } from './chart-theme.ts';
import type {
  Band,
  ChartHead,
  Figures,
  Knowledge,
  Level,
  Observation,
  ValueFormat,
  Values,
} from './chart-spec.ts';
import { seriesCursor } from './series-cursor.ts';
import type { Frame } from './frame.ts';
import { layHead } from './frame.ts';
import { dashOf, layKnowledgeKey, symbolOf } from './knowledge-key.ts';
import type { LabelLine, MarginLabel } from './margin-labels.ts';
import { heightOfLabels, LABEL_GAP, layMargin, marginFor } from './margin-labels.ts';
import { numberOnLine } from './pin-look.ts';
import { bandPath, heldY, lastKnown, linePath, xOf, yOf } from './plot.ts';
import type { Plot } from './plot.ts';
import type { Box, Dash, Mark, Scene } from './scene.ts';
import { summaryOfSeries } from './series-summary.ts';
import { layNotes } from './plot-notes.ts';
import { monthOf, monthsOf } from './time-axis.ts';
import { cutNote, rangeOf } from './value-range.ts';
import { valueAxis } from './value-axis.ts';

/** One line over time with the bands around it. */
export interface TimeSeries {
  readonly name: string;
  readonly values: Values;
  /** Drawn around the line. */
  readonly bands: readonly Band[];
  /** Of which 80 of 100 futures are told in words; one of the bands unless said. */
  readonly told?: Band;
  readonly colour: ColourRole;
  readonly strokeWidth: number;
  readonly knowledge: Knowledge;
  readonly isDashed?: boolean;
  readonly dash?: Dash;
  /** Bands are told by their edges, so that several lie over one another without hiding anything. */
  readonly isOutlined?: boolean;
  /** Stands in a ring on the line and before its label. */
  readonly number?: number;
  /** Of the name and figure at its end. */
  readonly label: readonly LabelLine[];
  /** The label is in ink, its colour before it. */
  readonly hasSwatch?: boolean;
  readonly figures?: Figures;
}

/** What fans, lines and vintages share. */
export interface TimeChart extends ChartHead {
  readonly times: readonly string[];
  readonly timeNames?: readonly string[];
  readonly format: ValueFormat;
  /** In the order of drawing, the one that matters last. */
  readonly series: readonly TimeSeries[];
  readonly level?: Level;
  readonly observations?: readonly Observation[];
  readonly asOf?: string;
  readonly maximum?: number;
}

const FILL = 0.15;
const AXIS_ROOM = 22;
const TOP_ROOM = 6;
/** Labels of the margin may stand so far above and below the plot. */
const LABEL_OVERHANG = 6;
/** A margin takes at most this share of the width. */
const MOST_MARGIN = 0.4;
/** Of a band that is told by its edges: fainter than any line. */
const EDGE: Dash = [1, 3];
/** Names that somebody has made up of changes run over several lines rather than take the room of the chart. */
const WIDEST_NAMES = 250;
/** Beyond so many points their marks would hide the line. */
const MOST_SYMBOLS = 32;

/** A field of time and values with lines, bands, marks and labels. */
export function timeScene(chart: TimeChart, frame: Frame): Scene {
  const { width, language } = frame;
  const { format, level } = chart;
  const head = layHead(chart, frame, subtitleOf(chart, language));
  const used = new Set<Knowledge>([
    ...chart.series.map(({ knowledge }) => knowledge),
    ...(chart.observations ?? []).map(({ knowledge }) => knowledge),
  ]);
  const key = layKnowledgeKey(used, width, head.bottom, language);
  const usual = Math.round(Math.min(360, Math.max(210, width * 0.46)));
  const range = rangeOf(chart);
  const count = Math.max(
    2,
    Math.round((frame.height === undefined ? usual : frame.height - key.bottom) / 60),
  );
  const axis = valueAxis(range.low, range.high, count, format.tick ?? format.figure, chart.maximum);
  const labelsAt = (at: (value: number) => number): MarginLabel[] => [
    ...chart.series.flatMap((series) => {
      const last = series.values[lastKnown(series.values)];
      return last === undefined || series.label.length === 0
        ? []
        : [
            {
              y: at(last),
              lines: series.label,
              ...(series.hasSwatch ? { swatch: series.colour } : {}),
              ...(series.number === undefined ? {} : { number: series.number }),
            },
          ];
    }),
    ...(level === undefined || level.value > axis.top
      ? []
      : [{ y: at(level.value), lines: [{ text: level.label, fill: 'secondary' as const }] }]),
  ];
  const margin = marginFor(
    labelsAt(() => 0),
    Math.min(width * MOST_MARGIN, chart.series.some(({ number }) => number) ? WIDEST_NAMES : Infinity),
  );
  const left = Math.ceil(axis.gutter) + GUTTER_GAP;
  const across = Math.max(24, width - left - (margin === 0 ? 8 : margin + LABEL_GAP));
  const notes = layNotes(cutNote(chart, axis.top, language), chart.asOf, left, across, frame);
  const top = key.bottom + notes.height + TOP_ROOM;
  // Labels that need more than the usual height get it.
  const height =
    frame.height ??
    Math.max(
      key.bottom + usual,
      top +
        heightOfLabels(
          labelsAt(() => 0),
          margin,
        ) -
        2 * LABEL_OVERHANG +
        AXIS_ROOM,
    );
  const box: Box = {
    x: left,
    y: top,
    width: across,
    height: Math.max(24, height - top - AXIS_ROOM),
  };
  const plot = plotOf(chart, box, axis);
  const labels = labelsAt((value) => heldY(plot, value));
  return {
    width,
    height,
    // Told on demand: a redraw while dragging says nothing.
    get summary() {
      return summaryOfSeries(chart, language);
    },
    plot: box,
    marks: [
      ...head.marks,
      ...key.marks,
      ...axes(plot, frame),
      ...notes.marksAt(plot),
      ...chart.series.flatMap((series) => bandsOf(series, plot)),
      ...(level === undefined ? [] : levelMarks(level, plot)),
      ...chart.series.flatMap((series) => lineOf(series, plot)),
      ...chart.series.flatMap(({ number, values, colour }) =>
        number === undefined ? [] : numberOnLine(number, values, colour, plot),
      ),
      ...(chart.observations ?? []).flatMap((observation) => observationMarks(observation, plot)),
      ...layMargin(
        labels,
        box.x + box.width + LABEL_GAP,
        margin,
        box.y - LABEL_OVERHANG,
        box.y + box.height + LABEL_OVERHANG,
      ),
    ],
    cursor: seriesCursor(chart, plot, language),
    handles: [],
  };
}

function plotOf(chart: TimeChart, box: Box, axis: Plot['axis']): Plot {
  const months = monthsOf(chart.times);
  const from = months[0] ?? 0;
  const to = months.at(-1) ?? from;
  const place = { box, from, to };
  return { ...place, axis, xs: months.map((month) => xOf(place, month)) };
}

/** Unit and how to read the drawing, with what its bands hold; of those told by their edges the subtitle speaks. */
export function subtitleOf({ series, subtitle }: TimeChart, language: Language): string | undefined {
  return withBandKey(
    subtitle,
    series.flatMap(({ bands, isOutlined = false }) => (isOutlined ? [] : bands)),
    language,
  );
}

function bandsOf({ bands, colour, isOutlined = false }: TimeSeries, plot: Plot): Mark[] {
  return [...bands]
    .sort((a, b) => b.share - a.share)
    .flatMap(({ share, low, high }): Mark[] => {
      if (share <= WIDEST_FILL && !isOutlined) return bandPath(plot, low, high, colour, FILL);
      if (lastKnown(low) < 0) return [];
      const stroke = isOutlined
        ? { stroke: colour, strokeWidth: 0.9, dash: EDGE }
        : { stroke: colour, strokeWidth: 0.6 };
      return [linePath(plot, low, stroke), linePath(plot, high, stroke)];
    });
}

function levelMarks({ value }: Level, plot: Plot): Mark[] {
  const { box, axis } = plot;
  if (value > axis.top || value < axis.bottom) return [];
  const y = yOf(plot, value);
  return [{ kind: 'line', x1: box.x, y1: y, x2: box.x + box.width, y2: y, stroke: 'ink', dash: [2, 3] }];
}

function lineOf(
  { values, colour, strokeWidth, knowledge, isDashed, dash: own }: TimeSeries,
  plot: Plot,
): Mark[] {
  const dash = own ? { dash: own } : isDashed ? { dash: [6, 3] as const } : dashOf(knowledge);
  const line = linePath(plot, values, { stroke: colour, strokeWidth, ...dash });
  const symbols: Mark[] = [];
  if (knowledge !== 'modelled' && plot.xs.length <= MOST_SYMBOLS) {
    for (let index = 0; index < plot.xs.length; index++) {
      const y = yOf(plot, values[index]!);
      if (y >= plot.box.y - 1) symbols.push(symbolOf(knowledge, plot.xs[index]!, y, colour));
    }
  }
  return [...leaderOf(values, plot), line, ...symbols];
}

function observationMarks(observation: Observation, plot: Plot): Mark[] {
  const { time, value, low, high, knowledge, figure } = observation;
  const month = monthOf(time);
  if (month < plot.from || month > plot.to || value > plot.axis.top) return [];
  const x = xOf(plot, month);
  const whisker: Mark[] =
    low === undefined || high === undefined
      ? []
      : [{ kind: 'line', x1: x, y1: heldY(plot, low), x2: x, y2: heldY(plot, high), stroke: 'ink' }];
  const marks = [...whisker, symbolOf(knowledge, x, yOf(plot, value), 'ink')];
  return figure === undefined ? marks : [{ kind: 'group', figure, marks }];
}

/** A line that ends early leads to its name in the margin. */
function leaderOf(values: Values, { xs, box, axis }: Plot): Mark[] {
  const last = lastKnown(values);
  const [x, value] = [xs[last], values[last]];
  if (x === undefined || value === undefined || last === xs.length - 1) return [];
  const y = heldY({ box, axis }, value);
  return [
    {
      kind: 'line',
      x1: x + 5,
      y1: y,
      x2: box.x + box.width,
      y2: y,
      stroke: 'baseline',
      strokeWidth: 0.75,
      dash: [1, 3],
    },
  ];
}

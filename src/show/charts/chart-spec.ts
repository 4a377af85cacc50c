import type { FigureFormat } from '../series-figure.ts';
import type { ColourRole } from './chart-theme.ts';

/** How a figure is known. Told apart by mark and by word, never by colour alone. */
export type Knowledge = 'observed' | 'estimated' | 'assumed' | 'modelled';

export type Values = ArrayLike<number>;

/** By time, addresses of the figures that values are, for the way to their provenance; none where one is empty. */
export type Figures = readonly string[];

/** What every chart says above its drawing. Texts are in the language in which the chart is drawn. */
export interface ChartHead {
  /** The finding, or what is shown. */
  readonly title: string;
  /** Unit and how to read it. */
  readonly subtitle?: string;
}

/** How values are written: figures, ranges and, where shorter will do, ticks of the axis. */
export interface ValueFormat extends FigureFormat {
  readonly tick?: (value: number) => string;
}

/** Where `share` of 100 futures lie: `low` and `high` by time. */
export interface Band {
  readonly share: number;
  readonly low: Values;
  readonly high: Values;
}

/** A level that means something, named in the margin. */
export interface Level {
  readonly value: number;
  readonly label: string;
}

/** A figure of a time as somebody stated it; a range where they gave one. */
export interface Observation {
  readonly time: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly knowledge: Exclude<Knowledge, 'modelled'>;
  /** Address of the figure, for the way to its provenance. */
  readonly figure?: string;
}

interface TimeSpec extends ChartHead {
  /** ISO days or months in order; all series have one value for each. */
  readonly times: readonly string[];
  /** What the times are called where they are not months. */
  readonly timeNames?: readonly string[];
  readonly format: ValueFormat;
  readonly level?: Level;
  readonly observations?: readonly Observation[];
  /** ISO day that parts what was known from what was not. */
  readonly asOf?: string;
  /** Top of the axis; what runs above is cut and says so. Else all filled bands fit. */
  readonly maximum?: number;
}

/**
 * Futures: the scenario in the accent colour, what it is compared with in grey, at most one of each of these roles; pins
 * as numbered lines between the outlines of their bands.
 */
export interface FanSpec extends TimeSpec {
  readonly kind: 'fan';
  readonly fans: readonly FanSeries[];
}

export interface FanSeries {
  readonly name: string;
  /** `assumptions` is the baseline under changed assumptions, before any action. */
  readonly role: 'baseline' | 'assumptions' | 'scenario' | 'pin';
  /** Of a pin, from 1. */
  readonly number?: number;
  readonly median: Values;
  /** Bands of up to 80 of 100 are filled, wider ones drawn as hairlines; any order. */
  readonly bands: readonly Band[];
  readonly figures?: Figures;
}

export interface LineSpec extends TimeSpec {
  readonly kind: 'line';
  readonly lines: readonly LineSeries[];
}

export interface LineSeries {
  readonly name: string;
  readonly values: Values;
  readonly knowledge: Knowledge;
  /** Told in words beside the line, not drawn: bands of several lines would hide one another. */
  readonly range?: Band;
  /** By its place among the others unless said. */
  readonly colour?: ColourRole;
  readonly figures?: Figures;
}

/** How a forecast changed: one fan for each day it was made on, oldest first, the newest in the accent colour. */
export interface VintageSpec extends TimeSpec {
  readonly kind: 'vintages';
  readonly vintages: readonly Vintage[];
}

export interface Vintage {
  /** ISO day. */
  readonly asOf: string;
  /** Not a number before the forecast begins. */
  readonly median: Values;
  readonly bands: readonly Band[];
}

/** Layers on one another; their top is the sum. */
export interface AreaSpec extends ChartHead {
  readonly kind: 'area';
  readonly times: readonly string[];
  /** From the ground up; none below zero. */
  readonly layers: readonly AreaLayer[];
  readonly format: ValueFormat;
  /** Sums to hold against each other: of the layers, and of pinned scenarios, which are lines over the layers. */
  readonly totals?: readonly AreaTotal[];
}

export interface AreaTotal {
  readonly name: string;
  /** Of a pin, from 1; the layers' own sum has none. */
  readonly number?: number;
  /** Not a number at times that a pin does not know. */
  readonly values: Values;
}

export interface AreaLayer {
  readonly name: string;
  readonly values: Values;
  readonly figures?: Figures;
}

/** Rows by time; `values[row][column]` lies between 0 and `full`. */
export interface HeatMapSpec extends ChartHead {
  readonly kind: 'heat-map';
  readonly rows: readonly { readonly name: string; readonly figures?: Figures }[];
  /** ISO months or days that name the quarters. */
  readonly quarters: readonly string[];
  readonly values: readonly Values[];
  /** Of the deepest shade; 100 unless said. */
  readonly full?: number;
  /** Rounded to whole numbers unless said. */
  readonly format?: (value: number) => string;
}

/** Lengths from zero, with a range where there is one. */
export interface BarsSpec extends ChartHead {
  readonly kind: 'bars';
  readonly bars: readonly BarItem[];
  readonly format: ValueFormat;
  /** End of the scale; the longest bar or range unless said. */
  readonly maximum?: number;
}

export interface BarItem {
  readonly name: string;
  readonly value: number;
  /** 80 of 100 futures. */
  readonly low?: number;
  readonly high?: number;
  readonly isAccent?: boolean;
  readonly figure?: string;
  /** The same in pinned scenarios, in a line each below the bar. */
  readonly pins?: readonly BarPin[];
}

export interface BarPin {
  readonly name: string;
  /** From 1. */
  readonly number: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Upright bars side by side, as of a histogram, with the level at which all would be the same. */
export interface ColumnsSpec extends ChartHead {
  readonly kind: 'columns';
  /** Name of the horizontal axis. */
  readonly across: string;
  /** Below each stands its `tick`, or else its name; nothing where that is empty. Ticks are evenly apart. */
  readonly columns: readonly { readonly name: string; readonly value: number; readonly tick?: string }[];
  readonly format: ValueFormat;
  readonly level?: Level;
}

/** How far an answer moves with one input at its 10th and 90th percentile. */
export interface TornadoSpec extends ChartHead {
  readonly kind: 'tornado';
  readonly base: Level;
  readonly swings: readonly Swing[];
  readonly format: ValueFormat;
}

export interface Swing {
  readonly name: string;
  /** The answer with the input low, and with it high; either may be the larger. */
  readonly low: number;
  readonly high: number;
  /** What the input then is. */
  readonly lowInput?: string;
  readonly highInput?: string;
  readonly isAccent?: boolean;
  /** Addresses of the answer at both ends. */
  readonly lowFigure?: string;
  readonly highFigure?: string;
}

/** Ranges that were forecast or stated against what came. */
export interface IntervalsSpec extends ChartHead {
  readonly kind: 'intervals';
  readonly items: readonly IntervalItem[];
  readonly format: ValueFormat;
  /** In powers where values differ by more than ten times; all must then be above zero. */
  readonly scale?: 'linear' | 'log';
}

export interface IntervalItem {
  readonly name: string;
  /** Of several items that follow one another: their heading. */
  readonly group?: string;
  /** True where somebody stated it rather than a model: a mark with the ends that were stated. */
  readonly isStated?: boolean;
  readonly median: number;
  /** 50 and 80 of 100 futures; of what is stated the outer one alone. */
  readonly inner?: readonly [low: number, high: number];
  readonly outer: readonly [low: number, high: number];
  readonly outcome?: {
    readonly value: number;
    readonly low?: number;
    readonly high?: number;
    readonly knowledge: 'observed' | 'estimated';
    /** In words, where the axis counts in another unit than people do. */
    readonly text?: string;
    readonly figure?: string;
  };
  /** What stands at the end of a row without outcome. */
  readonly text?: string;
  readonly figure?: string;
}

/** What opens when, and how sure that is. */
export interface TimelineSpec extends ChartHead {
  readonly kind: 'timeline';
  /** ISO days at both ends. */
  readonly from: string;
  readonly to: string;
  readonly items: readonly TimelineItem[];
  /** What each item is: the head of their column in a table; the title unless said. */
  readonly itemName?: string;
  readonly asOf?: string;
}

export interface TimelineItem {
  /** Of the handle. */
  readonly id: string;
  readonly name: string;
  /** What stands in the bar, as a capacity: the first for which there is room, fullest first. */
  readonly texts?: readonly string[];
  /** ISO days: the median, and 80 of 100 futures. */
  readonly start: string;
  readonly low?: string;
  readonly high?: string;
  /** Where it stood before it was moved. */
  readonly before?: string;
  readonly end?: string;
  /** Of what can be dragged. */
  readonly move?: TimelineMove;
  readonly figure?: string;
}

export interface TimelineMove {
  /** By which it has been moved to the right, and the most there is room for. */
  readonly months: number;
  readonly most: number;
  /** Where it stands, in words. */
  readonly said: string;
}

/** Quantities from one side to the other; what is too little to be told apart shares a place. */
export interface FlowSpec extends ChartHead {
  readonly kind: 'flow';
  readonly from: readonly FlowEnd[];
  readonly to: readonly FlowEnd[];
  readonly links: readonly FlowLink[];
  readonly format: ValueFormat;
}

/** Who gives or receives. */
export interface FlowEnd {
  readonly name: string;
  /** Everything given or received: medians of parts do not add up to it. */
  readonly total?: FlowFigure;
}

/** A quantity with its range in 80 of 100 futures and its address. None is below zero. */
export interface FlowFigure {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly figure?: string;
}

export interface FlowLink extends FlowFigure {
  /** Indices into `from` and `to`. */
  readonly from: number;
  readonly to: number;
  /** What it is as thick as: the mean over futures, where the value is a median; the value unless said. */
  readonly mean?: number;
}

export type ChartSpec =
  | FanSpec
  | LineSpec
  | VintageSpec
  | AreaSpec
  | HeatMapSpec
  | BarsSpec
  | ColumnsSpec
  | TornadoSpec
  | IntervalsSpec
  | TimelineSpec
  | FlowSpec;

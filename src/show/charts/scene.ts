import type { ColourRole } from './chart-theme.ts';

/**
 * A drawing as a flat list of marks, in pixels from the upper left corner, colours named by their role. Renderers
 * (`svg.ts`, `canvas.ts`) put it on a surface and decide nothing. Later marks lie above earlier ones.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Of the drawing in a sentence: its accessible name. */
  readonly summary: string;
  readonly marks: readonly Mark[];
  /** Where the data lie, without axes and labels. */
  readonly plot: Box;
  readonly cursor: Cursor;
  /** What can be taken hold of, above all marks. */
  readonly handles: readonly Handle[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Mark = PathMark | RectMark | LineMark | TextMark | SymbolMark | RibbonMark | GroupMark;

/** Straight pieces through `[x0, y0, x1, y1, …]`; a point that is not a number parts it in two. */
export interface PathMark {
  readonly kind: 'path';
  readonly points: Float64Array;
  readonly fill?: ColourRole;
  /** From 0 to 1; one unless said. */
  readonly fillOpacity?: number;
  readonly stroke?: ColourRole;
  readonly strokeWidth?: number;
  readonly dash?: Dash;
}

/** Lengths of line and gap in pixels. */
export type Dash = readonly [number, number];

export interface RectMark extends Box {
  readonly kind: 'rect';
  readonly fill?: ColourRole;
  readonly fillOpacity?: number;
  readonly stroke?: ColourRole;
  readonly strokeWidth?: number;
}

export interface LineMark {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: ColourRole;
  readonly strokeWidth?: number;
  readonly dash?: Dash;
}

export interface TextMark {
  readonly kind: 'text';
  /** Of the anchor; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: ColourRole;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
}

/** A point of data. The shape says how it is known, so that colour is never the only sign. */
export interface SymbolMark {
  readonly kind: 'symbol';
  readonly shape: 'circle' | 'diamond';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill?: ColourRole;
  readonly stroke?: ColourRole;
  readonly strokeWidth?: number;
}

/** A band between two upright edges of one height, as in a flow. */
export interface RibbonMark {
  readonly kind: 'ribbon';
  readonly x1: number;
  /** Upper end of the left edge. */
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
  readonly fill: ColourRole;
  readonly fillOpacity?: number;
}

/** Marks that belong together. */
export interface GroupMark {
  readonly kind: 'group';
  /** Said by a tooltip and to assistive technology. */
  readonly title?: string;
  /** Address of the figure that the marks show, for the way to its provenance. */
  readonly figure?: string;
  readonly marks: readonly Mark[];
}

/** Where a data cursor can stand. Points are made when asked for, so that a redraw costs nothing for them. */
export interface Cursor {
  /** Names of what it moves between across. */
  readonly series: readonly string[];
  /** The direction in which the index of a point grows. */
  readonly along: 'right' | 'down';
  /** Points of a series. */
  count(series: number): number;
  /** `undefined` where there is no value. */
  at(series: number, index: number): CursorPoint | undefined;
}

export interface CursorPoint {
  readonly x: number;
  readonly y: number;
  /** What a tooltip shows and a live region says, e.g. `Scenario, June 2027: 1.4 months; 80 of 100: 0.3–4.6`. */
  readonly label: string;
  readonly figure?: string;
}

/** A part of the drawing that can be dragged along the time axis by whole months, never before where it stood first. */
export interface Handle extends Box {
  readonly id: string;
  readonly label: string;
  /** Where it stands, in words. */
  readonly said: string;
  /** Months by which it is moved, and the most there is room for. */
  readonly months: number;
  readonly most: number;
  /** Pixels of a month. */
  readonly monthWidth: number;
}

/** Months by which a handle is moved once a pointer that has taken it has gone so many pixels to the right. */
export function draggedMonths(
  { months, most, monthWidth }: Pick<Handle, 'months' | 'most' | 'monthWidth'>,
  pixels: number,
): number {
  const steps = Math.round(pixels / monthWidth);
  return steps === 0 ? months : Math.max(0, Math.min(Math.max(most, months), Math.round(months + steps)));
}

/** A cursor over nothing. */
export const NO_CURSOR: Cursor = { series: [], along: 'right', count: () => 0, at: () => undefined };

/** The point of a cursor that is nearest to a place, as for a pointer; `undefined` where there is none. */
export function nearestPoint(
  cursor: Cursor,
  x: number,
  y: number,
): { readonly series: number; readonly index: number; readonly point: CursorPoint } | undefined {
  let found: { series: number; index: number; point: CursorPoint } | undefined;
  let least = Infinity;
  for (let series = 0; series < cursor.series.length; series++) {
    for (let index = 0; index < cursor.count(series); index++) {
      const point = cursor.at(series, index);
      if (point === undefined) continue;
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance < least) {
        least = distance;
        found = { series, index, point };
      }
    }
  }
  return found;
}

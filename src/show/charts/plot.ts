import type { ColourRole } from './chart-theme.ts';
import type { Values } from './chart-spec.ts';
import type { Box, Dash, PathMark } from './scene.ts';
import type { ValueAxis } from './value-axis.ts';

/** A field of time across and values upwards. */
export interface Plot {
  readonly box: Box;
  readonly axis: ValueAxis;
  /** Places across of the times of all series. */
  readonly xs: Float64Array;
  /** Months since year 0 at both sides. */
  readonly from: number;
  readonly to: number;
}

/** Place across of a month, counted from year 0. */
export function xOf(plot: Pick<Plot, 'box' | 'from' | 'to'>, month: number): number {
  const { box, from, to } = plot;
  return to > from ? box.x + ((month - from) / (to - from)) * box.width : box.x + box.width / 2;
}

/** Height of a value, which may lie beyond the plot. */
export function yOf({ box, axis }: Pick<Plot, 'box' | 'axis'>, value: number): number {
  return box.y + box.height - ((value - axis.bottom) / (axis.top - axis.bottom)) * box.height;
}

/** Height of a value, held within the plot. */
export function heldY(plot: Pick<Plot, 'box' | 'axis'>, value: number): number {
  const { box } = plot;
  return Math.max(box.y, Math.min(box.y + box.height, yOf(plot, value)));
}

/** The filled area between two series; what runs beyond the plot ends at its edge. Gaps part it. */
export function bandPath(
  plot: Plot,
  low: Values,
  high: Values,
  fill: ColourRole,
  fillOpacity: number,
): PathMark[] {
  const { xs } = plot;
  const paths: PathMark[] = [];
  let from = 0;
  while (from < xs.length) {
    let to = from;
    while (to < xs.length && !Number.isNaN(low[to]! + high[to]!)) to++;
    const count = to - from;
    if (count > 1) {
      const points = new Float64Array(count * 4);
      for (let index = 0; index < count; index++) {
        const back = (2 * count - 1 - index) * 2;
        points[index * 2] = xs[from + index]!;
        points[index * 2 + 1] = heldY(plot, high[from + index]!);
        points[back] = xs[from + index]!;
        points[back + 1] = heldY(plot, low[from + index]!);
      }
      paths.push({ kind: 'path', points, fill, fillOpacity });
    }
    from = to + 1;
  }
  return paths;
}

export interface Stroke {
  readonly stroke: ColourRole;
  readonly strokeWidth: number;
  readonly dash?: Dash;
}

/** A line through the values; where it leaves the plot it ends at the edge, rather than running along it. */
export function linePath(plot: Plot, values: Values, stroke: Stroke): PathMark {
  const { xs, box } = plot;
  const [top, bottom] = [box.y, box.y + box.height];
  // Each point may be followed by two crossings and a gap.
  const points = new Float64Array(xs.length * 8);
  let end = 0;
  let [lastX, lastY] = [NaN, NaN];
  for (let index = 0; index < xs.length; index++) {
    const x = xs[index]!;
    const y = yOf(plot, values[index]!);
    const wasIn = lastY >= top && lastY <= bottom;
    const isIn = y >= top && y <= bottom;
    if (wasIn !== isIn && !Number.isNaN(lastY + y)) {
      const edge = (wasIn ? y : lastY) < top ? top : bottom;
      points[end++] = lastX + ((edge - lastY) / (y - lastY)) * (x - lastX);
      points[end++] = edge;
    }
    points[end++] = x;
    points[end++] = isIn ? y : NaN;
    [lastX, lastY] = [x, y];
  }
  return { kind: 'path', points: points.subarray(0, end), ...stroke };
}

/** Index of the last value that is a number; −1 where there is none. */
export function lastKnown(values: Values): number {
  for (let index = values.length - 1; index >= 0; index--) if (Number.isFinite(values[index])) return index;
  return -1;
}

/** Index of the first value that is a number; −1 where there is none. */
export function firstKnown(values: Values): number {
  for (let index = 0; index < values.length; index++) if (Number.isFinite(values[index])) return index;
  return -1;
}

import { scaleLinear, scaleLog } from 'd3-scale';
import { TEXT_SIZE } from './chart-font.ts';
import { textWidth } from './text-measure.ts';

/** A scale of values in pixels with its ticks. */
export interface ValueAxis {
  readonly bottom: number;
  readonly top: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** Widest text of a tick in pixels. */
  readonly gutter: number;
}

/** Round bounds around all values and round ticks in between; `maximum` fixes the top instead. */
export function valueAxis(
  low: number,
  high: number,
  count: number,
  format: (value: number) => string,
  maximum?: number,
): ValueAxis {
  const least = Number.isFinite(low) ? low : 0;
  const most = maximum ?? (Number.isFinite(high) && high > least ? high : least + 1);
  const scale = scaleLinear().domain([least, most]);
  const nice = maximum === undefined ? scale.nice(count) : scale;
  const [bottom = least, top = most] = nice.domain();
  return withTicks(bottom, top, nice.ticks(count), format);
}

/** The same in powers; both ends above zero. Ticks at 1, 2 and 5 of each power of ten, fewer over many powers. */
export function logAxis(
  low: number,
  high: number,
  count: number,
  format: (value: number) => string,
): ValueAxis {
  const all = scaleLog().domain([low, high]).ticks(count);
  const steps = [[1, 2, 5], [1, 3], [1]].map((kept) =>
    all.filter((value) => kept.includes(Number(value.toExponential(0).split('e')[0]))),
  );
  const several = steps.filter((candidate) => candidate.length > 1);
  return withTicks(
    low,
    high,
    several.find(({ length }) => length <= count) ?? several.at(-1) ?? [low, high],
    format,
  );
}

function withTicks(
  bottom: number,
  top: number,
  values: readonly number[],
  format: (value: number) => string,
): ValueAxis {
  const ticks = values.map((value) => ({ value, text: format(value) }));
  return { bottom, top, ticks, gutter: Math.max(0, ...ticks.map(({ text }) => textWidth(text, TEXT_SIZE))) };
}

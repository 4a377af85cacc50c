import { LINE_HEIGHT } from './chart-font.ts';
import type { FlowLink, FlowSpec } from './chart-spec.ts';

/** Between places: each has room for its name however little it is. */
const AIR = 4;
/** Of everything that flows: what is less shares a place with others as small, where there are several. */
const SMALL = 0.01;

export type Side = 'from' | 'to';

/** A line beside a bar; a figure in a line of its own stands back behind the name. */
export interface FlowLine {
  readonly text: string;
  readonly isFigure: boolean;
}

/** Where one who gives or receives stands, or several that are too small to be told apart. */
export interface FlowPlace {
  /** Indices into the side of the specification. */
  readonly ends: readonly number[];
  readonly lines: readonly FlowLine[];
  /** Sum of the links: the bar is as high. */
  readonly sum: number;
}

/** A place with its bar. */
export interface FlowBar extends FlowPlace {
  readonly y: number;
  readonly height: number;
}

/** Upper ends of a link at both sides, by its index in the specification. */
export interface FlowRibbon {
  readonly link: number;
  readonly y1: number;
  readonly y2: number;
  readonly thickness: number;
}

export interface FlowLayout {
  readonly from: readonly FlowBar[];
  readonly to: readonly FlowBar[];
  readonly ribbons: readonly FlowRibbon[];
}

/** Ends of a side in places, in the order given; the small ones last and together. */
export function gatherSmall(spec: FlowSpec, side: Side): number[][] {
  const total = spec.links.reduce((sum, link) => sum + widthOf(link), 0);
  const all = spec[side].map((_, index) => index);
  const small = all.filter((index) => sumOf(spec, side, [index]) < total * SMALL);
  if (small.length < 2) return all.map((index) => [index]);
  return [...all.filter((index) => !small.includes(index)).map((index) => [index]), small];
}

/** What the links of some ends sum to. */
export function sumOf({ links }: FlowSpec, side: Side, ends: readonly number[]): number {
  return links.reduce((sum, link) => (ends.includes(link[side]) ? sum + widthOf(link) : sum), 0);
}

/** What a link is as thick as. */
export function widthOf({ mean, value }: FlowLink): number {
  return mean ?? value;
}

/** Pixels down that a side takes with every name in full and no bar higher than its name. */
export function leastRoom(places: readonly FlowPlace[]): number {
  return places.reduce((sum, { lines }) => sum + lines.length * LINE_HEIGHT + AIR, 0);
}

/** Bars and ribbons between `top` and `top + room`, as thick as both sides allow. */
export function layFlow(
  spec: FlowSpec,
  places: Readonly<Record<Side, readonly FlowPlace[]>>,
  top: number,
  room: number,
): FlowLayout {
  const scale = scaleFor([places.from, places.to], room);
  const from = placeBars(places.from, top, room, scale);
  const to = placeBars(places.to, top, room, scale);
  return { from, to, ribbons: ribbonsOf(spec, from, to, scale) };
}

/** Pixels for one unit: the largest at which both columns, names included, fit. */
function scaleFor(sides: readonly (readonly FlowPlace[])[], room: number): number {
  const total = Math.max(...sides.map((places) => places.reduce((sum, place) => sum + place.sum, 0)));
  if (!(total > 0)) return 0;
  let scale = room / total;
  // Each place is as high as its bar or its name, so the fit is not linear: narrowed a few times.
  for (let round = 0; round < 24; round++) {
    const needed = sides.map((places) => places.reduce((sum, place) => sum + roomOf(place, scale) + AIR, 0));
    const over = Math.max(...needed) / room;
    if (over <= 1) break;
    scale /= Math.max(1.02, over);
  }
  return scale;
}

function roomOf({ sum, lines }: FlowPlace, scale: number): number {
  return Math.max(sum * scale, lines.length * LINE_HEIGHT);
}

function placeBars(places: readonly FlowPlace[], top: number, room: number, scale: number): FlowBar[] {
  const free = room - places.reduce((sum, place) => sum + roomOf(place, scale), 0);
  const gap = places.length > 1 ? free / (places.length - 1) : 0;
  let y = top;
  return places.map((place) => {
    const height = place.sum * scale;
    const bar = { ...place, height, y: y + (roomOf(place, scale) - height) / 2 };
    y += roomOf(place, scale) + gap;
    return bar;
  });
}

/** Links leave and arrive in the order of the other side, so that ribbons of one bar do not cross. */
function ribbonsOf(
  { links }: FlowSpec,
  from: readonly FlowBar[],
  to: readonly FlowBar[],
  scale: number,
): FlowRibbon[] {
  const barOf = (bars: readonly FlowBar[], end: number): number =>
    bars.findIndex(({ ends }) => ends.includes(end));
  const [given, received] = [from.map(({ y }) => y), to.map(({ y }) => y)];
  return links
    .map((link, index) => ({ link, index, source: barOf(from, link.from), target: barOf(to, link.to) }))
    .sort((a, b) => a.source - b.source || a.target - b.target)
    .flatMap(({ link, index, source, target }): FlowRibbon[] => {
      const thickness = widthOf(link) * scale;
      if (!(thickness > 0)) return [];
      const [y1 = 0, y2 = 0] = [given[source], received[target]];
      given[source] = y1 + thickness;
      received[target] = y2 + thickness;
      return [{ link: index, y1, y2, thickness }];
    });
}

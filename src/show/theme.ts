import type { Screen } from './screen.ts';

/**
 * What a piece of text is for. `accent` marks the number that matters and nothing else; `baseline` the comparison;
 * `secondary` what may be skipped at first reading.
 */
export type Tone = 'accent' | 'strong' | 'secondary' | 'baseline' | 'problem';

/** A colour of the 256-colour palette; `undefined` leaves the terminal's own. */
export type Shade = number | undefined;

/** Colours of one screen. Without colour every function returns its text unchanged. */
export interface Theme {
  readonly colour: boolean;
  /** Text in the tone's colour or weight. */
  tone(tone: Tone | undefined, text: string): string;
  /** Text on a ground of the heat ramp, `level` from 0 (nothing) to 1 (all). */
  heat(level: number, text: string): string;
  /** Text in palette colours, for charts. */
  paint(foreground: Shade, background: Shade, text: string): string;
  /** Palette of a fan chart. */
  readonly fan: {
    readonly outer: number;
    readonly inner: number;
    readonly hairline: number;
    readonly median: number;
    readonly baseline: number;
  };
}

const RESET = '\u001B[0m';

/** Foreground and ground of each step of the heat ramp, from nothing to all; the first step leaves the ground alone. */
interface HeatStep {
  readonly text: number;
  readonly ground: Shade;
}

interface Palette {
  readonly accent: number;
  readonly secondary: number;
  readonly problem: number;
  readonly heat: readonly HeatStep[];
  readonly fan: Theme['fan'];
}

// The accent is the palette's nearest to #b2431c that keeps 4.5:1 on its ground.
const DARK: Palette = {
  accent: 209,
  secondary: 245,
  problem: 203,
  heat: [
    { text: 245, ground: undefined },
    { text: 252, ground: 236 },
    { text: 254, ground: 239 },
    { text: 255, ground: 60 },
    { text: 16, ground: 67 },
    { text: 16, ground: 110 },
    { text: 16, ground: 153 },
  ],
  fan: { outer: 236, inner: 240, hairline: 245, median: 209, baseline: 249 },
};

const LIGHT: Palette = {
  accent: 130,
  secondary: 241,
  problem: 124,
  heat: [
    { text: 241, ground: undefined },
    { text: 16, ground: 254 },
    { text: 16, ground: 252 },
    { text: 16, ground: 152 },
    { text: 16, ground: 110 },
    { text: 231, ground: 67 },
    { text: 231, ground: 24 },
  ],
  fan: { outer: 254, inner: 250, hairline: 241, median: 130, baseline: 241 },
};

/** The theme of a screen: a handful of colours, chosen for its ground, or none at all. */
export function themeOf(screen: Pick<Screen, 'colour' | 'background'>): Theme {
  const palette = screen.background === 'light' ? LIGHT : DARK;
  const wrap = (style: string, text: string): string =>
    screen.colour && style !== '' && text !== '' ? `\u001B[${style}m${text}${RESET}` : text;
  return {
    colour: screen.colour,
    fan: palette.fan,
    tone: (tone, text) => wrap(tone === undefined ? '' : styleOf(tone, palette), text),
    heat: (level, text) => {
      const step = heatStep(palette.heat, level);
      return wrap(colours(step.text, step.ground), text);
    },
    paint: (foreground, background, text) => wrap(colours(foreground, background), text),
  };
}

function styleOf(tone: Tone, palette: Palette): string {
  const styles: Readonly<Record<Tone, string>> = {
    accent: `1;38;5;${palette.accent}`,
    strong: '1',
    problem: `1;38;5;${palette.problem}`,
    secondary: `38;5;${palette.secondary}`,
    baseline: `38;5;${palette.secondary}`,
  };
  return styles[tone];
}

function colours(foreground: Shade, background: Shade): string {
  const parts: string[] = [];
  if (foreground !== undefined) parts.push(`38;5;${foreground}`);
  if (background !== undefined) parts.push(`48;5;${background}`);
  return parts.join(';');
}

function heatStep(ramp: readonly HeatStep[], level: number): HeatStep {
  const last = ramp.length - 1;
  const index = Math.min(last, Math.max(0, Math.round(level * last)));
  return ramp[index] ?? { text: 245, ground: undefined };
}

import { contrastOf, mix } from './contrast.ts';
import type { Hex } from './contrast.ts';

/** Steps of the heat ramp, from nothing to all. */
export const HEAT_STEPS = 11;
/** Colours for series that stand beside one another. */
export const SERIES_COLOURS = 8;

type HeatStep = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
type SeriesStep = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
type PlainRole =
  | 'ground'
  | 'ink'
  | 'secondary'
  | 'hairline'
  /** This scenario, and nothing else. */
  | 'accent'
  | 'baseline'
  /** Bars that are only compared by length. */
  | 'bar';

/** What a colour is for; a theme says which colour that is. `heat-ink-3` is the text that can be read on `heat-3`. */
export type ColourRole = PlainRole | `series-${SeriesStep}` | `heat-${HeatStep}` | `heat-ink-${HeatStep}`;

export type ChartTheme = Readonly<Record<ColourRole, Hex>>;

interface Palette {
  readonly plain: Readonly<Record<PlainRole, Hex>>;
  readonly series: readonly Hex[];
  /** Ends and middle of the ramp. */
  readonly heat: readonly [Hex, Hex, Hex];
}

/**
 * The eight colours of Okabe and Ito ("Color Universal Design", 2008), the light ones darkened until they reach 3:1 on
 * paper, so that thin lines can be told apart; vermilion last, as it is close to the accent.
 */
const SERIES_ON_PAPER: readonly Hex[] = [
  '#0072b2',
  '#b87a00',
  '#008561',
  '#b35690',
  '#2f8fc4',
  '#857b00',
  '#5f5e59',
  '#c45200',
];

/** The same for a dark ground: the dark ones lightened. */
const SERIES_ON_INK: readonly Hex[] = [
  '#3d9ad6',
  '#e69f00',
  '#19b38a',
  '#d98dba',
  '#7fc8f0',
  '#e0d540',
  '#a5a199',
  '#e8722a',
];

const LIGHT: Palette = {
  plain: {
    ground: '#fbfaf7',
    ink: '#1b1b19',
    secondary: '#5f5e59',
    hairline: '#e2dfd6',
    accent: '#b2431c',
    baseline: '#85837c',
    bar: '#b9b5a8',
  },
  series: SERIES_ON_PAPER,
  heat: ['#f1efe8', '#7189a3', '#1f3a5c'],
};

const DARK: Palette = {
  plain: {
    ground: '#161615',
    ink: '#edeae2',
    secondary: '#a5a199',
    hairline: '#33322e',
    accent: '#ef8354',
    baseline: '#8d8a82',
    bar: '#5c5a53',
  },
  series: SERIES_ON_INK,
  heat: ['#20201e', '#41617f', '#b9d6ee'],
};

const PRINT: Palette = {
  ...LIGHT,
  plain: { ...LIGHT.plain, ground: '#ffffff', ink: '#000000', secondary: '#4a4a46', hairline: '#d0d0cb' },
  heat: ['#f4f4f2', '#7189a3', '#1f3a5c'],
};

/** WCAG 2.2 AA for text. Ink and paper where they suffice, else black or white: one of those two always does. */
const LEAST_CONTRAST = 4.5;

export const LIGHT_THEME: ChartTheme = themeOf(LIGHT);
export const DARK_THEME: ChartTheme = themeOf(DARK);
export const PRINT_THEME: ChartTheme = themeOf(PRINT);

function themeOf({ plain, series, heat }: Palette): ChartTheme {
  const ramp = Array.from({ length: HEAT_STEPS }, (_, step) => rampAt(heat, step / (HEAT_STEPS - 1)));
  return Object.fromEntries([
    ...Object.entries(plain),
    ...series.map((colour, index) => [`series-${index}`, colour]),
    ...ramp.flatMap((ground, step) => [
      [`heat-${step}`, ground],
      [`heat-ink-${step}`, readableOn(ground, plain)],
    ]),
  ]) as ChartTheme;
}

function rampAt([low, middle, high]: Palette['heat'], share: number): Hex {
  return share < 0.5 ? mix(low, middle, share * 2) : mix(middle, high, share * 2 - 1);
}

function readableOn(ground: Hex, { ink, ground: paper }: Palette['plain']): Hex {
  const candidates: Hex[] = [ink, paper, '#000000', '#ffffff'];
  return candidates.find((text) => contrastOf(text, ground) >= LEAST_CONTRAST) ?? '#000000';
}

/** Roles of ground and text of a heat cell, `share` from 0 (nothing) to 1 (all). */
export function heatRoles(share: number): { readonly ground: ColourRole; readonly text: ColourRole } {
  const step = Math.round(Math.min(1, Math.max(0, share)) * (HEAT_STEPS - 1)) as HeatStep;
  return { ground: `heat-${step}`, text: `heat-ink-${step}` };
}

/** Colour of a series by its place among the others; after eight they begin anew. */
export function seriesRole(index: number): ColourRole {
  return `series-${(index % SERIES_COLOURS) as SeriesStep}`;
}

/** The custom property that holds a role's colour where a style sheet sets the theme: `--chart-ink`. */
export function variableOf(role: ColourRole): string {
  return `--chart-${role}`;
}

/** Declarations of all custom properties of a theme, for a style sheet. */
export function themeDeclarations(theme: ChartTheme): string {
  return Object.entries(theme)
    .map(([role, colour]) => `${variableOf(role as ColourRole)}:${colour}`)
    .join(';');
}

import type { Language } from './language.ts';

/** What a view needs to know of the place where it is shown; every view is a pure function of its data and this. */
export interface Screen {
  readonly language: Language;
  /** Columns of the terminal; a Japanese character takes two. */
  readonly width: number;
  /** ANSI colours wanted; without them every view reads the same in plain characters. */
  readonly colour: boolean;
  /** Ground of the terminal, which decides whether shades grow lighter or darker; dark unless said. */
  readonly background?: 'light' | 'dark';
}

/** Prose is easiest to read in lines no longer than this, however wide the terminal. */
export const PROSE_WIDTH = 88;

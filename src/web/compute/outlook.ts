/** From where a page looks: at what was published by a day, with figures of one's own or without. */
export interface Outlook {
  /** ISO day. */
  readonly day: string;
  /** Which figures of one's own, by their number; 0 for none. */
  readonly figures: number;
}

/** A text that stands for an outlook. */
export function outlookName({ day, figures }: Outlook): string {
  return figures === 0 ? day : `${day} +${figures}`;
}

/** A file of figures of one's own. */
export interface FiguresFile {
  readonly name: string;
  readonly text: string;
}

/** Figures of one's own as they were taken in. */
export interface FiguresTaken {
  /** By which an outlook names them. */
  readonly figures: number;
  readonly names: readonly string[];
  readonly rows: number;
  /** ISO day on which the last of them was published. */
  readonly lastPublished: string;
}

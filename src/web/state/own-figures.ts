import type { FiguresFile, FiguresTaken } from '../compute/outlook.ts';

/** Figures of one's own: those taken in, and those that are being read. They live in this page alone. */
export class OwnFigures {
  #last = 0;
  #reading: { readonly figures: number; readonly files: readonly FiguresFile[] } | null = null;
  #files: readonly FiguresFile[] = [];
  #taken: FiguresTaken | null = null;

  get taken(): FiguresTaken | null {
    return this.#taken;
  }

  /** What to read: the files taken in before with these, each in the place of one of its name. */
  read(files: readonly FiguresFile[]): { readonly figures: number; readonly files: readonly FiguresFile[] } {
    const names = new Set(files.map(({ name }) => name));
    const all = [...this.#files.filter(({ name }) => !names.has(name)), ...files];
    this.#reading = { figures: ++this.#last, files: all };
    return this.#reading;
  }

  /** Takes in what was read, unless something else was asked for since; says whether it did. */
  take(taken: FiguresTaken): boolean {
    if (this.#reading?.figures !== taken.figures) return false;
    this.#files = this.#reading.files;
    this.#taken = taken;
    this.#reading = null;
    return true;
  }

  remove(): void {
    this.#files = [];
    this.#taken = null;
    this.#reading = null;
  }
}

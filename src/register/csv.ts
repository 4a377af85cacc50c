import type { Problem } from '../problem/problem.ts';

/** One cell with the place where it starts; lines and columns count from one. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface Csv {
  readonly header: readonly Cell[];
  /** Rows as wide as the header; rows of another width are problems instead. */
  readonly rows: readonly (readonly Cell[])[];
  readonly problems: readonly Problem[];
}

/**
 * Reads comma-separated text by RFC 4180: quoted cells, doubled quotes, line breaks in quotes, CRLF or LF; a byte-order
 * mark and blank lines are skipped. Problems: `csv-unclosed-quote`, `csv-text-after-quote`, `csv-quote-in-cell`,
 * `csv-wrong-width`, `csv-empty`, each with line and column.
 */
export function parseCsv(text: string, file: string): Csv {
  const reader = new CsvReader(text, file);
  const [header, ...records] = reader.records();
  const problems = reader.problems;
  if (!header) {
    problems.push({ code: 'csv-empty', place: { file }, params: { expected: 'a header line' } });
    return { header: [], rows: [], problems };
  }
  const rows: (readonly Cell[])[] = [];
  for (const record of records) {
    if (record.length === header.length) {
      rows.push(record);
      continue;
    }
    problems.push({
      code: 'csv-wrong-width',
      place: { file, line: record[0]?.line ?? 1, column: 1 },
      params: { expected: header.length, found: record.length },
    });
  }
  return { header, rows, problems };
}

const QUOTE = '"';

class CsvReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #file: string;
  #at: number;
  #line = 1;
  #lineStart: number;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
    this.#lineStart = this.#at;
  }

  records(): Cell[][] {
    const records: Cell[][] = [];
    while (this.#at < this.#text.length) {
      const record = this.#record();
      if (record.length > 1 || record[0]?.text !== '') records.push(record);
    }
    return records;
  }

  #record(): Cell[] {
    const cells: Cell[] = [];
    for (;;) {
      cells.push(this.#text[this.#at] === QUOTE ? this.#quoted() : this.#plain());
      if (this.#text[this.#at] === ',') {
        this.#at++;
        continue;
      }
      this.#endLine();
      return cells;
    }
  }

  #plain(): Cell {
    const start = this.#at;
    const end = this.#cellEnd(start);
    this.#at = end;
    const cell = {
      text: this.#text.slice(start, end),
      line: this.#line,
      column: start - this.#lineStart + 1,
    };
    const quote = cell.text.indexOf(QUOTE);
    if (quote >= 0) this.#problem('csv-quote-in-cell', cell.line, cell.column + quote, cell.text);
    return cell;
  }

  #quoted(): Cell {
    const line = this.#line;
    const column = this.#at - this.#lineStart + 1;
    let text = '';
    this.#at++;
    for (;;) {
      const close = this.#text.indexOf(QUOTE, this.#at);
      const end = close < 0 ? this.#text.length : close;
      const part = this.#text.slice(this.#at, end);
      this.#countLines(part);
      text += part;
      this.#at = end + 1;
      if (close < 0) {
        this.#at = end;
        this.#problem('csv-unclosed-quote', line, column, text.slice(0, 40));
        break;
      }
      if (this.#text[this.#at] !== QUOTE) break;
      text += QUOTE;
      this.#at++;
    }
    const rest = this.#text.slice(this.#at, this.#cellEnd(this.#at));
    if (rest !== '') {
      this.#problem('csv-text-after-quote', this.#line, this.#at - this.#lineStart + 1, rest);
      this.#at += rest.length;
    }
    return { text, line, column };
  }

  /** Where the unquoted text that starts here ends: at a comma, a line break or the end of the file. */
  #cellEnd(from: number): number {
    let end = from;
    while (end < this.#text.length) {
      const char = this.#text[end];
      if (char === ',' || char === '\n' || char === '\r') break;
      end++;
    }
    return end;
  }

  #countLines(part: string): void {
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      this.#line++;
      this.#lineStart = this.#at + at + 1;
    }
  }

  #endLine(): void {
    if (this.#text[this.#at] === '\r') this.#at++;
    if (this.#text[this.#at] === '\n') this.#at++;
    this.#line++;
    this.#lineStart = this.#at;
  }

  #problem(code: string, line: number, column: number, found: string): void {
    this.problems.push({ code, place: { file: this.#file, line, column }, params: { found } });
  }
}

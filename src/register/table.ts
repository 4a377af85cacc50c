import { nearestName } from '../problem/nearest-name.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { type Cell, parseCsv } from './csv.ts';
import { readDate, type Span } from './dates.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A CSV file with named columns that collects every problem found while its cells are read. */
export interface Table {
  readonly file: string;
  readonly records: readonly TableRecord[];
  readonly problems: Problem[];
}

/** Reads a file and its header; missing columns are `missing-column`, and then no row is read at all. */
export function openTable(text: string, file: string, required: readonly string[]): Table {
  const csv = parseCsv(text, file);
  const problems: Problem[] = [...csv.problems];
  const index = new Map<string, number>();
  for (const [position, cell] of csv.header.entries()) {
    if (index.has(cell.text)) {
      const place = { file, line: cell.line, column: cell.column };
      problems.push({ code: 'duplicate-column', place, params: { found: cell.text } });
    }
    index.set(cell.text, position);
  }
  const missing = csv.header.length === 0 ? [] : required.filter((name) => !index.has(name));
  for (const name of missing) {
    const near = nearestName(
      name,
      [...index.keys()].filter((column) => !required.includes(column)),
    );
    problems.push({
      code: 'missing-column',
      place: { file, line: 1, column: 1 },
      params: { expected: name, ...(near === undefined ? {} : { nearest: near }) },
    });
  }
  const rows = missing.length > 0 ? [] : csv.rows;
  return { file, problems, records: rows.map((cells) => new TableRecord(file, cells, index, problems)) };
}

/** One row: typed reads by column name; a read that fails records its problem and gives an empty value. */
export class TableRecord {
  readonly file: string;
  readonly line: number;
  readonly #cells: readonly Cell[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #problems: Problem[];

  constructor(file: string, cells: readonly Cell[], index: ReadonlyMap<string, number>, problems: Problem[]) {
    this.file = file;
    this.line = cells[0]?.line ?? 0;
    this.#cells = cells;
    this.#index = index;
    this.#problems = problems;
  }

  /** Trimmed text; empty where the column is absent or the cell empty. */
  text(column: string): string {
    return this.#cell(column)?.text.trim() ?? '';
  }

  /** Text that must not be empty: else `missing-value`. */
  required(column: string): string {
    const text = this.text(column);
    if (text === '') this.problem('missing-value', column, { expected: column });
    return text;
  }

  /** A decimal number, or `undefined` where the cell is empty; else `not-a-number`. */
  number(column: string): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(value)) return value;
    this.problem('not-a-number', column, { name: column, found: text });
    return undefined;
  }

  /** One of the names; else `code` with the nearest one, and the first name as a stand-in. */
  oneOf<Name extends string>(column: string, names: readonly Name[], code: string): Name {
    const text = this.text(column);
    const found = names.find((name) => name === text);
    if (found !== undefined) return found;
    const near = nearestName(text, names);
    this.problem(code, column, {
      expected: names.join(', '),
      found: text,
      ...(near === undefined ? {} : { nearest: near }),
    });
    return names[0] as Name;
  }

  /** The span of a date or partial date; else `not-a-date` (or `missing-value`), and `undefined`. */
  date(column: string, { optional = false }: { optional?: boolean } = {}): Span | undefined {
    const text = optional ? this.text(column) : this.required(column);
    if (text === '') return undefined;
    const span = readDate(text);
    if (!span) this.problem('not-a-date', column, { name: column, found: text, expected: 'YYYY-MM-DD' });
    return span;
  }

  place(column: string): Place {
    const cell = this.#cell(column) ?? this.#cells[0];
    return { file: this.file, line: cell?.line ?? this.line, column: cell?.column ?? 1 };
  }

  problem(code: string, column: string, params: Problem['params']): void {
    this.problemWithin(code, column, 0, params);
  }

  /** As `problem`, at a character of the cell, from zero; exact in cells without quotes. */
  problemWithin(code: string, column: string, at: number, params: Problem['params']): void {
    const place = this.place(column);
    const moved = { ...place, column: (place.column ?? 1) + at };
    this.#problems.push({ code, place: moved, params });
  }

  #cell(column: string): Cell | undefined {
    const position = this.#index.get(column);
    return position === undefined ? undefined : this.#cells[position];
  }
}

/** Records `duplicate-id` for every id that an earlier record of the same set has; `places` gathers where ids stand. */
export function checkUniqueId(
  record: TableRecord,
  id: string,
  places: Map<string, Place>,
  key: string,
): void {
  const first = places.get(key);
  if (first) {
    record.problem('duplicate-id', 'id', { found: id, first: `${first.file}:${first.line ?? 0}` });
  } else {
    places.set(key, record.place('id'));
  }
}

import type { ShownTable } from './shown-tables.ts';

/** Lines of one row: a name or a text that is too long for its column goes on below. */
const MOST_LINES = 8;

/**
 * What of a table is not printed in a text of the terminal, row below row under the same heads; undefined where all of
 * it is. A row is printed where its lines hold the very words of its cells: a cell of several lines goes on below, as in
 * the terminal.
 */
export function missingFrom(printed: string, { header, rows }: ShownTable): string | undefined {
  const lines = printed.split('\n').filter((line) => line.trim() !== '' && !/^─+$/u.test(line.trim()));
  let furthest = -1;
  for (let start = 0; start < lines.length; start++) {
    const [index, row] = follow(lines, start, [header, ...rows]);
    if (row === undefined) return undefined;
    furthest = Math.max(furthest, index);
  }
  return furthest < 0 ? `head: ${header.join(' | ')}` : (rows[furthest] ?? header).join(' | ');
}

/** The first row that does not follow, after its index among the rows below the head; no row where all do. */
function follow(
  lines: readonly string[],
  start: number,
  rows: readonly (readonly string[])[],
): readonly [index: number, row?: readonly string[]] {
  let next = start;
  for (const [index, row] of rows.entries()) {
    const wanted = wordsOf(row.join(' '));
    const end = Array.from({ length: MOST_LINES }, (_, count) => next + count + 1).find(
      (each) => wordsOf(lines.slice(next, each).join(' ')) === wanted,
    );
    if (end === undefined) return [index - 1, row];
    next = end;
  }
  return [rows.length];
}

/** Words in an order of their own, since those of neighbouring cells stand between the lines of one. */
function wordsOf(text: string): string {
  return text.split(/\s+/u).filter(Boolean).sort().join(' ');
}

/** Whether every row of a table stands in a document in Markdown. */
export function isInDocument(markdown: string, { rows }: ShownTable): boolean {
  const text = markdown.replaceAll('`', '').replaceAll(/ *\| */gu, '|');
  return rows.every((cells) => text.includes(`|${cells.join('|').replaceAll('`', '')}|`));
}

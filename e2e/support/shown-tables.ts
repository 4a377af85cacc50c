import type { Page } from 'playwright-core';

/** A table as it stands on a page: texts of its cells, lines of a cell kept apart by line breaks. */
export interface ShownTable {
  readonly caption: string;
  readonly header: readonly string[];
  /** Headings of groups of rows are rows of one cell. */
  readonly rows: readonly (readonly string[])[];
}

/** Every table of the page, those in folded sections as well, by caption. */
export async function shownTables(page: Page): Promise<ReadonlyMap<string, ShownTable>> {
  const found = (await page.evaluate(`[...document.querySelectorAll('main table')].map((table) => {
    const cellsOf = (row) => [...row.cells].map((cell) => cell.textContent.trim());
    const [head, ...rows] = [...table.rows];
    return { caption: table.caption.textContent, header: cellsOf(head), rows: rows.map(cellsOf) };
  })`)) as ShownTable[];
  return new Map(found.map((table) => [table.caption, table]));
}

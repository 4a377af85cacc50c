/** A cell: text, with the address of the figure it shows where there is one. */
export type DataCell = string | { readonly text: string; readonly figure: string };

/** What a chart shows, as rows and columns; the first column names the row. */
export interface DataTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** A text with the address of its figure; a text that says nothing opens nothing. */
export function figureCell(text: string, figure: string | undefined): DataCell {
  return figure === undefined || figure === '' || text === '' ? text : { text, figure };
}

/** What a cell says, for whoever cannot open it: a terminal, a file, paper. */
export function cellText(cell: DataCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

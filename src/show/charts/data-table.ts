/** What a chart shows, as text in rows and columns; the first column names the row. */
export interface DataTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

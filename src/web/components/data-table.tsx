import { FigureButton } from './figure-button.tsx';

/** A cell: text, and the address of its figure where there is one. */
export type TableCell = string | { readonly text: string; readonly figure: string };

interface DataTableProps {
  readonly caption: string;
  readonly header: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Index of a column whose cells are of this scenario and nothing else. */
  readonly accent?: number;
}

/** Figures in rows; the caption is for those who do not see the heading above. */
export function DataTable({ caption, header, rows, accent }: DataTableProps) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {header.map((name, column) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], row) => (
            <tr key={row}>
              <th scope="row">
                <Cell cell={name} />
              </th>
              {cells.map((cell, index) => (
                <td key={index} className={accent === index + 1 ? 'accent' : undefined}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { readonly cell: TableCell }) {
  return typeof cell === 'string' ? cell : <FigureButton {...cell} />;
}

import type { Cell, Table } from '../../show/table.ts';
import { FigureButton } from './figure-button.tsx';

interface TableViewProps {
  readonly caption: string;
  readonly table: Table;
  /** At which rows of prose keep to a width that can be read. */
  readonly className?: string;
  /** Index of a column whose cells are of this scenario and nothing else. */
  readonly accent?: number;
}

/** A table of the command line, with the same texts. The first column names the row; lines in a cell stay lines. */
export function TableView({ caption, table, className, accent }: TableViewProps) {
  const { columns, groups } = table;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={className}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, align }, index) =>
              // A corner without a name heads nothing.
              title === '' ? (
                <td key={index} />
              ) : (
                <th key={index} scope="col" className={align === 'right' ? 'figures' : 'words'}>
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        {groups.map((group, index) => (
          <tbody key={index}>
            {group.title !== undefined && (
              <tr className="table-group">
                <th scope="rowgroup" colSpan={columns.length}>
                  {group.title}
                </th>
              </tr>
            )}
            {group.rows.map((row, position) => (
              <tr key={position}>
                {row.map((cell, column) => {
                  const side = columns[column]?.align === 'right' ? 'figures' : 'words';
                  return column === 0 ? (
                    <th key={column} scope="row" className={side}>
                      <CellText cell={cell} />
                    </th>
                  ) : (
                    <td key={column} className={accent === column ? `${side} accent` : side}>
                      <CellText cell={cell} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function CellText({ cell }: { readonly cell: Cell }) {
  const { text, figure }: Exclude<Cell, string> = typeof cell === 'string' ? { text: cell } : cell;
  return figure === undefined ? text.trimStart() : <FigureButton figure={figure} text={text.trimStart()} />;
}

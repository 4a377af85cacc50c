import { useMemo } from 'react';
import type { Cell, Table } from '../../show/table.ts';
import { FigureButton } from './figure-button.tsx';
import { placeOf } from './table-keys.ts';
import { TableRegion } from './table-region.tsx';

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
  // Rows are counted through all groups.
  const firstRows = useMemo(() => {
    const counts = groups.map(({ rows }) => rows.length);
    return counts.map((_, index) => counts.slice(0, index).reduce((sum, count) => sum + count, 0));
  }, [groups]);
  const places = useMemo(
    () =>
      groups
        .flatMap(({ rows }) => rows)
        .flatMap((cells, row) =>
          cells.flatMap((cell, column) => (figureOf(cell) === undefined ? [] : [placeOf(row, column)])),
        ),
    [groups],
  );
  return (
    <TableRegion caption={caption} places={places}>
      {(isStop) => (
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
                    const place = placeOf((firstRows[index] ?? 0) + position, column);
                    const text = <CellText cell={cell} place={place} isStop={isStop(place)} />;
                    return column === 0 ? (
                      <th key={column} scope="row" className={side}>
                        {text}
                      </th>
                    ) : (
                      <td key={column} className={accent === column ? `${side} accent` : side}>
                        {text}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </TableRegion>
  );
}

interface CellTextProps {
  readonly cell: Cell;
  readonly place: string;
  readonly isStop: boolean;
}

function CellText({ cell, place, isStop }: CellTextProps) {
  const text = (typeof cell === 'string' ? cell : cell.text).trimStart();
  const figure = figureOf(cell);
  return figure === undefined ? (
    text
  ) : (
    <FigureButton figure={figure} text={text} place={place} isStop={isStop} />
  );
}

function figureOf(cell: Cell): string | undefined {
  return typeof cell === 'string' ? undefined : cell.figure;
}

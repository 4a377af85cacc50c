import { useMemo } from 'react';
import type { DataCell, DataTable as Data } from '../../show/charts/data-table.ts';
import { FigureButton } from './figure-button.tsx';
import { placeOf } from './table-keys.ts';
import { TableRegion } from './table-region.tsx';

interface DataTableProps extends Data {
  readonly caption: string;
  /** Index of a column whose cells are of this scenario and nothing else. */
  readonly accent?: number;
}

/** Figures in rows. */
export function DataTable({ caption, header, rows, accent }: DataTableProps) {
  const places = useMemo(
    () =>
      rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) => (typeof cell === 'string' ? [] : [placeOf(row, column)])),
      ),
    [rows],
  );
  return (
    <TableRegion caption={caption} places={places}>
      {(isStop) => (
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
                  <Cell cell={name} place={placeOf(row, 0)} isStop={isStop} />
                </th>
                {cells.map((cell, index) => (
                  <td key={index} className={accent === index + 1 ? 'accent' : undefined}>
                    <Cell cell={cell} place={placeOf(row, index + 1)} isStop={isStop} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </TableRegion>
  );
}

interface CellProps {
  readonly cell: DataCell;
  readonly place: string;
  readonly isStop: (place: string) => boolean;
}

function Cell({ cell, place, isStop }: CellProps) {
  return typeof cell === 'string' ? cell : <FigureButton {...cell} place={place} isStop={isStop(place)} />;
}

import { useState } from 'react';

/** Where the keys of a table stand, for its region and for the buttons in its cells. */
interface TableKeys {
  /** Of the element around the table. */
  readonly region: {
    readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: React.FocusEvent<HTMLElement>) => void;
  };
  /** Whether Tab comes to the figure of a cell. */
  readonly isStop: (place: string) => boolean;
}

/** Of a cell, as `data-place` of its button. */
export function placeOf(row: number, column: number): string {
  return `${row},${column}`;
}

/**
 * Figures of a table as one stop of Tab, between which arrows go: hundreds of stops would keep whoever has no mouse from
 * what follows. `places` are those of cells with a figure, in order.
 */
export function useTableKeys(places: readonly string[]): TableKeys {
  const [last, setLast] = useState('');
  const stop = places.includes(last) ? last : places[0];
  return {
    region: {
      onKeyDown: (event) => {
        const { target, currentTarget } = event;
        if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
        const next = neighbour(currentTarget, target, event.key);
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
      },
      onFocus: ({ target }) => {
        const { place } = target.dataset;
        if (place !== undefined) setLast(place);
      },
    },
    isStop: (place) => place === stop,
  };
}

/** The figure that a key leads to from another; undefined at an edge, for other keys and from what is no figure. */
function neighbour(region: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const [row, column] = positionOf(from);
  if (row === undefined || column === undefined) return undefined;
  const all = [...region.querySelectorAll<HTMLElement>('[data-place]')].map((element) => {
    const [ownRow = 0, ownColumn = 0] = positionOf(element);
    return { element, row: ownRow, column: ownColumn };
  });
  const inRow = all.filter((each) => each.row === row);
  const inColumn = all.filter((each) => each.column === column);
  switch (key) {
    case 'ArrowRight':
      return inRow.find((each) => each.column > column)?.element;
    case 'ArrowLeft':
      return inRow.findLast((each) => each.column < column)?.element;
    case 'ArrowDown':
      return inColumn.find((each) => each.row > row)?.element;
    case 'ArrowUp':
      return inColumn.findLast((each) => each.row < row)?.element;
    case 'Home':
      return inRow[0]?.element;
    case 'End':
      return inRow.at(-1)?.element;
    default:
      return undefined;
  }
}

function positionOf({ dataset: { place } }: HTMLElement): number[] {
  return place === undefined ? [] : place.split(',').map(Number);
}

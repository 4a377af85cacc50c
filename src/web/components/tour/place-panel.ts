export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels from the upper left corner of the window. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Between the panel and what it is about. */
const GAP = 14;
/** Between the panel and the edge of the window. */
const MARGIN = 12;

/**
 * Where a panel stands that is about `target`: below it, right, left or above, the first that the window has room for,
 * so that it covers nothing of it; in the lower right corner where none has.
 */
export function placePanel(target: Box, panel: Size, window: Size): { left: number; top: number } {
  const mostLeft = window.width - panel.width - MARGIN;
  const mostTop = window.height - panel.height - MARGIN;
  const left = within(target.left, mostLeft);
  const top = within(target.top, mostTop);
  const places = [
    { left, top: target.top + target.height + GAP },
    { left: target.left + target.width + GAP, top },
    { left: target.left - panel.width - GAP, top },
    { left, top: target.top - panel.height - GAP },
  ];
  const found = places.find(
    (place) => place.left >= MARGIN && place.left <= mostLeft && place.top >= MARGIN && place.top <= mostTop,
  );
  return found ?? { left: Math.max(0, mostLeft), top: Math.max(0, mostTop) };
}

function within(at: number, most: number): number {
  return Math.max(MARGIN, Math.min(at, most));
}

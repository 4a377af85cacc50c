import type { TourStop } from '../../../show/tour-text.ts';

interface TourTarget {
  /** Of what the stop is about. */
  readonly selector: string;
  /** Of what can be tried there, inside it; null where there is nothing to try. */
  readonly handle: string | null;
}

export const TOUR_TARGETS: Readonly<Record<TourStop, TourTarget>> = {
  answer: { selector: 'main h1', handle: null },
  fan: { selector: 'main .grid > :nth-child(1)', handle: '.scene, .table-scroll' },
  binding: { selector: 'main .grid > :nth-child(2)', handle: '.scene, .table-scroll' },
  levers: { selector: '.lever-group .lever', handle: 'input[type=range]' },
  figure: { selector: 'main h1 .figure', handle: 'button' },
  own: { selector: '.settings', handle: 'select' },
};

/** The element that a stop is about; null while it is not there. */
export function targetOf(stop: TourStop): HTMLElement | null {
  return document.querySelector<HTMLElement>(TOUR_TARGETS[stop].selector);
}

/** What can be tried at a stop. */
export function handleOf(stop: TourStop): HTMLElement | null {
  const { handle } = TOUR_TARGETS[stop];
  const target = handle === null ? null : targetOf(stop);
  if (target === null || handle === null) return null;
  return target.matches(handle) ? target : target.querySelector<HTMLElement>(handle);
}

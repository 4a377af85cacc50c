import { useEffect, useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import type { TourStop } from '../../../show/tour-text.ts';
import { placePanel } from './place-panel.ts';
import { targetOf } from './tour-targets.ts';

/** Between an outline and what it is around. */
const AROUND = 4;

/**
 * Brings what a stop is about into view and keeps outline and panel beside it, however the page scrolls or changes. On a
 * phone the panel stays at the foot of the window, where the style sheet has it.
 */
export function useArranged(
  stop: TourStop,
  panel: RefObject<HTMLElement | null>,
  outline: RefObject<HTMLElement | null>,
  isReady: boolean,
): void {
  useEffect(() => {
    if (panel.current) bringIntoView(stop, panel.current);
  }, [stop, panel, isReady]);
  useLayoutEffect(() => {
    const again = (): void => arrange(stop, panel.current, outline.current);
    again();
    const observer = new ResizeObserver(again);
    observer.observe(document.body);
    const target = targetOf(stop);
    if (target) observer.observe(target);
    addEventListener('scroll', again, { capture: true, passive: true });
    addEventListener('resize', again);
    return () => {
      observer.disconnect();
      removeEventListener('scroll', again, { capture: true });
      removeEventListener('resize', again);
    };
  });
}

function isDocked(panel: HTMLElement): boolean {
  return panel.offsetWidth >= innerWidth - 1;
}

function bringIntoView(stop: TourStop, panel: HTMLElement): void {
  const target = targetOf(stop);
  if (target === null) return;
  const { top, bottom } = target.getBoundingClientRect();
  const foot = isDocked(panel) ? innerHeight - panel.offsetHeight : innerHeight;
  if (top >= 0 && bottom <= foot) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const head = Math.max(AROUND * 3, (foot - (bottom - top)) / 2);
  scrollBy({ top: top - head, behavior: isStill ? 'instant' : 'smooth' });
}

function arrange(stop: TourStop, panel: HTMLElement | null, outline: HTMLElement | null): void {
  if (panel === null || outline === null) return;
  const target = targetOf(stop);
  outline.hidden = target === null;
  if (target === null || isDocked(panel)) {
    panel.style.removeProperty('left');
    panel.style.removeProperty('top');
  }
  if (target === null) return;
  const box = target.getBoundingClientRect();
  const around = {
    left: box.left - AROUND,
    top: box.top - AROUND,
    width: box.width + 2 * AROUND,
    height: box.height + 2 * AROUND,
  };
  write(outline, around);
  if (isDocked(panel)) return;
  const size = { width: panel.offsetWidth, height: panel.offsetHeight };
  write(
    panel,
    placePanel(around, size, { width: document.documentElement.clientWidth, height: innerHeight }),
  );
}

function write(
  element: HTMLElement,
  box: Readonly<Partial<Record<'left' | 'top' | 'width' | 'height', number>>>,
): void {
  for (const [name, value] of Object.entries(box)) element.style.setProperty(name, `${Math.round(value)}px`);
}

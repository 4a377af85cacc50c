import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../answers/plain-scenario.ts';
import type { FromAnswerer, Question, SeriesRequest } from '../compute/worker-message.ts';
import { PageStore } from './page-store.ts';

const DAY = '2026-09-30';

/** A store on its page of supply, and what it has asked. */
function supplyStore(): {
  readonly store: PageStore;
  readonly asked: Omit<Question, 'id'>[];
  readonly series: Omit<SeriesRequest, 'id'>[];
  readonly cancelled: number[];
  /** Answers the newest question for series. */
  readonly answerSeries: () => void;
} {
  const [asked, series, cancelled]: [Omit<Question, 'id'>[], Omit<SeriesRequest, 'id'>[], number[]] = [
    [],
    [],
    [],
  ];
  let hear: (message: FromAnswerer) => void = () => {};
  const store = new PageStore(
    '#page=supply',
    (listener) => {
      hear = listener;
      return {
        ask: (question) => asked.push(question),
        askSeries: (request) => 1000 + series.push(request),
        explain: () => 0,
        inquire: () => 0,
        cancel: (id) => void cancelled.push(id),
        loadDay: () => {},
        takeFigures: () => {},
      };
    },
    {
      seriesOf: (page) => (page === 'supply' ? [{ name: 'capacity', by: 'plant', period: 'month' }] : []),
      pinnedOf: () => [],
      inquiryOf: () => null,
    },
  );
  const scenario = { ...PLAIN, name: 'latest' };
  hear({
    kind: 'contents',
    contents: {
      version: '0',
      lastPublished: DAY,
      earliestDay: DAY,
      days: [DAY],
      scenarios: [{ scenario, day: DAY }],
    },
  });
  const answerSeries = (): void =>
    hear({ kind: 'series', id: 1000 + series.length, answer: { scenario, draws: 0, series: [] } });
  return { store, asked, series, cancelled, answerSeries };
}

const AP7 = 'AP7 Chiayi P1';

describe('a plant that is dragged', () => {
  it('is one step to undo, and no part of the address before it is let go', () => {
    const { store } = supplyStore();
    for (const months of [1, 2, 3]) store.setDelay(AP7, months, { dragging: true });
    expect(store.hash).not.toContain('delay');
    expect(store.getState()).toMatchObject({ isDragging: true, canUndo: false });
    expect(store.getState().address.delays).toEqual([{ plant: AP7, months: 3 }]);
    store.endDrag();
    expect(store.hash).toContain('delay.AP7+Chiayi+P1=3');
    expect(store.getState()).toMatchObject({ isDragging: false, canUndo: true });
    store.undo();
    expect(store.hash).not.toContain('delay');
    expect(store.getState()).toMatchObject({ canUndo: false, canRedo: true });
    store.redo();
    expect(store.getState().address.delays).toEqual([{ plant: AP7, months: 3 }]);
  });

  it('goes back to where it was taken when the drag is given up', () => {
    const { store } = supplyStore();
    store.setDelay(AP7, 2);
    store.setDelay(AP7, 9, { dragging: true });
    store.cancelDrag();
    expect(store.getState().address.delays).toEqual([{ plant: AP7, months: 2 }]);
    store.undo();
    expect(store.getState()).toMatchObject({ canUndo: false });
  });

  it('asks quick looks while it is held, the whole answer then', () => {
    const { store, asked, series, cancelled, answerSeries } = supplyStore();
    answerSeries();
    const before = series.length;
    for (const months of [1, 2, 3]) store.setDelay(AP7, months, { dragging: true });
    expect(asked.at(-1)).toMatchObject({ stages: ['median', 'coarse'], hinges: false });
    // Looks at series wait for one another, and those between are left out.
    const monthsAsked = (): number[] =>
      series.slice(before).map(({ address }) => address.delays[0]?.months ?? 0);
    expect(monthsAsked()).toEqual([1]);
    expect(series.at(-1)?.draws).toBe(512);
    answerSeries();
    expect(monthsAsked()).toEqual([1, 3]);
    expect(cancelled.filter((id) => id > 1000)).toEqual([]);
    store.endDrag();
    expect(monthsAsked()).toEqual([1, 3, 3]);
    expect(series.at(-1)?.draws).toBe(2048);
    expect(asked.at(-1)?.stages).toContain('full');
  });
});

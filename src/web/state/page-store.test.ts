import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../answers/plain-scenario.ts';
import type { Problem } from '../../problem/problem.ts';
import { PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { Outlook } from '../compute/outlook.ts';
import type { DayContents, FromAnswerer, Question, SeriesRequest } from '../compute/worker-message.ts';
import { PageStore } from './page-store.ts';

const DAY = '2026-09-30';

/** A store on its page of supply, and what it has asked. */
function supplyStore(hash = '#page=supply'): {
  readonly store: PageStore;
  readonly asked: Omit<Question, 'id'>[];
  readonly series: Omit<SeriesRequest, 'id'>[];
  readonly cancelled: number[];
  /** Days whose levers it has asked for. */
  readonly loaded: Outlook[];
  readonly hear: (message: FromAnswerer) => void;
  /** Answers the newest question for series. */
  readonly answerSeries: () => void;
  /** Says what became of the address of a question. */
  readonly tell: (id: number, taken: ScenarioAddress, problems: readonly Problem[]) => void;
} {
  const [asked, series, cancelled]: [Omit<Question, 'id'>[], Omit<SeriesRequest, 'id'>[], number[]] = [
    [],
    [],
    [],
  ];
  const loaded: Outlook[] = [];
  let hear: (message: FromAnswerer) => void = () => {};
  const store = new PageStore(
    hash,
    (listener) => {
      hear = listener;
      return {
        ask: (question) => asked.push(question),
        askSeries: (request) => 1000 + series.push(request),
        explain: () => 0,
        inquire: () => 0,
        cancel: (id) => void cancelled.push(id),
        loadDay: (outlook) => void loaded.push(outlook),
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
  const tell = (id: number, taken: ScenarioAddress, problems: readonly Problem[]): void =>
    hear({ kind: 'scenario', id, scenario, taken, problems });
  return { store, asked, series, cancelled, loaded, answerSeries, tell, hear: (message) => hear(message) };
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

describe('what an address holds and nobody knows', () => {
  const unknown = { code: 'unknown-lever', place: { file: '?capex.al' }, params: { found: 'capex.al' } };

  it('is told and changes nothing: there is no baseline to it, and a pin is without it', () => {
    const { store, asked, cancelled, tell } = supplyStore('#v=1&capex.al=0.8');
    const kinds = (): string[] => asked.map(({ changes }) => changes);
    expect(kinds()).toEqual(['all', 'none']);
    tell(1, { ...PLAIN_ADDRESS }, [unknown]);
    expect(cancelled).toEqual([2]);
    expect(store.getState().problems).toEqual([unknown]);
    expect(store.getState().taken).toEqual(PLAIN_ADDRESS);
    // It stays in the address: another day may know it.
    expect(store.hash).toContain('capex.al=0.8');
    store.pin();
    expect(store.getState().pins).toEqual([{ scenario: PLAIN_ADDRESS, name: '' }]);
  });

  it('is told as long as it is there, whatever is said of others', () => {
    const { store, asked, tell } = supplyStore('#v=1&capex.al=0.8&pin=capex.all%3D0.9');
    const [first, pinned] = [0.8, 0.9].map(
      (value) =>
        asked.findIndex(({ address }) => [...address.levers.values()].some((each) => each === value)) + 1,
    );
    tell(first ?? 0, PLAIN_ADDRESS, [unknown]);
    tell(pinned ?? 0, store.getState().pins[0]?.scenario ?? PLAIN_ADDRESS, []);
    expect(store.getState().problems).toEqual([unknown]);
    store.reset();
    tell(asked.length, PLAIN_ADDRESS, []);
    expect(store.getState().problems).toEqual([]);
  });
});

describe('a day that a file looks from', () => {
  const contents = (day: string): DayContents => ({
    day,
    figures: 0,
    levers: [],
    plants: [],
    products: [],
    programmes: [],
    lines: [],
  });

  it('is asked for and waited for, and at hand from then on', async () => {
    const { store, loaded, hear } = supplyStore();
    const waiting = store.lookFrom('2025-02-15');
    expect(loaded.at(-1)).toEqual({ day: '2025-02-15', figures: 0 });
    hear({ kind: 'day', contents: contents('2025-02-15') });
    expect(await waiting).toEqual(contents('2025-02-15'));
    const asked = loaded.length;
    expect(await store.lookFrom('2025-02-15')).toEqual(contents('2025-02-15'));
    expect(loaded).toHaveLength(asked);
  });

  it('is nothing where it is refused, which is told', async () => {
    const { store, hear } = supplyStore();
    const waiting = store.lookFrom('2019-01-01');
    const problem = { code: 'day-not-formed', params: { found: '2019-01-01', reason: '' } };
    hear({ kind: 'refused', day: '2019-01-01', figures: 0, problems: [problem] });
    expect(await waiting).toBeNull();
    expect(store.getState()).toMatchObject({ problems: [problem], wantedDay: DAY });
  });
});

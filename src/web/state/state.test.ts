import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../answers/plain-scenario.ts';
import type { ShortageAnswer } from '../../answers/shortage.ts';
import { PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { FiguresFile, FiguresTaken } from '../compute/outlook.ts';
import { STAGES } from '../compute/stages.ts';
import type { Question } from '../compute/worker-message.ts';
import { AskedAnswers } from './asked-answers.ts';
import type { Wanted } from './asked-answers.ts';
import { AskedSlot } from './asked-slot.ts';
import { withoutDay } from './looked-days.ts';
import { OwnFigures } from './own-figures.ts';
import { PLAIN_PAGE, PLAIN_VIEW, readPage, writePage } from './page-address.ts';
import { MOST_PINS, tidyName } from './pin.ts';
import type { PageAddress } from './page-address.ts';
import { redo, startUndo, step, undo } from './undo-list.ts';

describe('undo', () => {
  it('goes back through every step and forward again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 50 }), (states) => {
        const [first = 0, ...others] = states;
        const whole = others.reduce((list, state) => step(list, state), startUndo(first));
        let back = whole;
        for (const state of states.toReversed()) {
          expect(back.present).toBe(state);
          back = undo(back);
        }
        expect(undo(back)).toBe(back);
        let again = back;
        for (const state of states) {
          expect(again.present).toBe(state);
          again = redo(again);
        }
        expect(again).toEqual(whole);
        expect(redo(again)).toBe(again);
      }),
    );
  });

  it('forgets what was undone once something else is done', () => {
    const list = step(undo(step(startUndo('a'), 'b')), 'c');
    expect(list).toEqual({ past: ['a'], present: 'c', future: [] });
  });
});

describe('the address of a page', () => {
  const pages: fc.Arbitrary<PageAddress> = fc.record({
    scenario: fc.record({
      ...fcConstant(PLAIN_ADDRESS),
      levers: fc
        .dictionary(
          fc.stringMatching(/^[a-z]+\.[a-z&=+ ]+$/u),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        )
        .map(
          (levers) => new Map(Object.entries(levers).map(([path, value]) => [path, value === 0 ? 0 : value])),
        ),
    }),
    pins: fc.array(
      fc.record({
        scenario: fc
          .constantFrom('hbm4-late', 'power-bound')
          .map((scenario) => ({ ...PLAIN_ADDRESS, scenario })),
        name: fc
          .oneof(fc.constantFrom('', '<b>late & lean</b>', '遅延=大', '🐢 v=2'), fc.string())
          .map(tidyName),
      }),
      { maxLength: MOST_PINS },
    ),
    view: fc.record({
      page: fc.constantFrom('shortage', 'supply'),
      language: fc.constantFrom(null, 'en', 'ja'),
      query: fc.constantFrom('', 'words=HBM4+%26+more&metric=hbm_capacity'),
      theme: fc.constantFrom('system', 'light', 'dark'),
      figure: fc.constantFrom(null, 'shipments/family/B300+incl.+GB300/2026Q4', 'a/b@c d=2'),
      tables: fc.boolean(),
      differences: fc.boolean(),
    }),
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(readPage(`#${writePage(page)}`)).toEqual({ address: page, problems: [] });
      }),
    );
  });

  it('is empty for the plain page', () => {
    expect(writePage(PLAIN_PAGE)).toBe('');
    expect(readPage('')).toEqual({ address: PLAIN_PAGE, problems: [] });
    expect(readPage('#lang=xx&theme=pink').address.view).toEqual(PLAIN_VIEW);
  });
});

/** Every property as it is. */
function fcConstant<Value extends object>(value: Value): { [Key in keyof Value]: fc.Arbitrary<Value[Key]> } {
  const entries = Object.entries(value).map(([key, each]) => [key, fc.constant(each)]);
  return Object.fromEntries(entries) as { [Key in keyof Value]: fc.Arbitrary<Value[Key]> };
}

/** Nothing is read of it here. */
const ANSWER = {} as ShortageAnswer;

describe('answers asked for', () => {
  const asked: Omit<Question, 'id'>[] = [];
  const cancelled: number[] = [];
  const answers = new AskedAnswers({
    ask: (question) => asked.push(question),
    cancel: (id) => void cancelled.push(id),
  });
  const wanted = (factor: number, stages: Wanted['stages']): Wanted => ({
    day: '2026-09-30',
    figures: 0,
    address: { ...PLAIN_ADDRESS, levers: new Map([['capex.all', factor]]) },
    changes: 'all',
    stages,
    hinges: stages.includes('full'),
  });

  it('are asked once, and cancelled when something else is wanted', () => {
    answers.want('scenario', wanted(1, ['median', 'coarse']));
    answers.want('scenario', wanted(1, ['median', 'coarse']));
    expect(asked).toHaveLength(1);
    answers.want('scenario', wanted(2, ['median', 'coarse']));
    expect(cancelled).toEqual([1]);
    // The same scenario more finely, once the lever rests.
    answers.want('scenario', wanted(2, STAGES));
    expect(cancelled).toEqual([1, 2]);
    expect(asked).toHaveLength(3);
    expect(answers.isWaiting).toBe(true);
    answers.want('scenario', undefined);
    expect(cancelled).toEqual([1, 2, 3]);
    expect(answers.isWaiting).toBe(false);
  });

  it('are not asked again for stages that a drag has shown', () => {
    answers.want('scenario', wanted(3, ['median', 'coarse']));
    const id = asked.length;
    expect(answers.hear({ kind: 'scenario', id, scenario: PLAIN, taken: PLAIN_ADDRESS, problems: [] })).toBe(
      false,
    );
    expect(answers.hear({ kind: 'shortage', id, stage: 'coarse', answer: ANSWER })).toBe(true);
    for (const _ of [1, 2]) answers.want('scenario', wanted(3, STAGES));
    expect(asked).toHaveLength(id + 1);
    expect(asked.at(-1)).toMatchObject({ stages: ['fine', 'full'], hinges: true });
    answers.hear({ kind: 'scenario', id: id + 1, scenario: PLAIN, taken: PLAIN_ADDRESS, problems: [] });
    answers.hear({ kind: 'shortage', id: id + 1, stage: 'full', answer: ANSWER });
    // What it hinges on is still to come.
    answers.want('scenario', wanted(3, STAGES));
    expect(asked).toHaveLength(id + 1);
    expect(answers.isWaiting).toBe(true);
  });
});

describe('a slot for one answer', () => {
  it('keeps the last answer until the next, and takes none to an older question', () => {
    const cancelled: number[] = [];
    const slot = new AskedSlot<string>((id) => cancelled.push(id));
    slot.want('a', () => 1);
    slot.want('b', () => 2);
    expect(cancelled).toEqual([1]);
    slot.take(1, 'old');
    expect(slot.answer).toBeNull();
    slot.take(2, 'new');
    expect(slot.answer).toBe('new');
    slot.want('b', () => {
      throw new Error('known');
    });
    slot.want('c', () => 3);
    expect(slot.answer).toBe('new');
    slot.fail(3, 'reason');
    expect([slot.answer, slot.failure, slot.isWaiting]).toEqual([null, 'reason', false]);
    slot.want(null, () => 4);
    expect(slot.failure).toBeNull();
  });
});

describe('a day that cannot be looked from', () => {
  const at = (asOf: string | null, factor = 1): ScenarioAddress => ({
    ...PLAIN_ADDRESS,
    asOf,
    levers: new Map([['capex.all', factor]]),
  });

  it('leaves no trace: the day before it takes its place', () => {
    const list = step(step(startUndo(at('2025-02-15')), at('2019-01-01')), at('2019-01-01', 2));
    expect(withoutDay(list, '2019-01-01')).toEqual({
      past: [at('2025-02-15')],
      present: at('2025-02-15', 2),
      future: [],
    });
    expect(withoutDay(step(startUndo(at(null)), at('2019-01-01')), '2019-01-01')).toEqual(
      startUndo(at(null)),
    );
    expect(withoutDay(startUndo(at('2019-01-01')), '2019-01-01')).toEqual(startUndo(at(null)));
  });
});

describe('figures of one’s own', () => {
  const taken = (figures: number): FiguresTaken => ({ figures, names: [], rows: 1, lastPublished: '' });
  const file = (name: string, text: string): FiguresFile => ({ name, text });

  it('are added to those before, each in the place of one of its name, once they were read', () => {
    const own = new OwnFigures();
    expect(own.read([file('a', '1')])).toEqual({ figures: 1, files: [file('a', '1')] });
    expect(own.take(taken(1))).toBe(true);
    // What could not be read changes nothing.
    own.read([file('b', 'bad')]);
    expect(own.taken?.figures).toBe(1);
    expect(own.read([file('a', '2'), file('c', '')]).files).toEqual([file('a', '2'), file('c', '')]);
    expect(own.take(taken(2))).toBe(false);
    expect(own.take(taken(3))).toBe(true);
    own.remove();
    expect(own.taken).toBeNull();
    expect(own.read([file('b', '')]).files).toEqual([file('b', '')]);
  });
});

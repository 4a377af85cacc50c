import { describe, expect, it } from 'vitest';
import { evidence, runFrom, shippedTexts } from '../../../e2e/support/evidence.ts';
import type { PageManifest } from '../../answers/emitted-files.ts';
import { PLAIN } from '../../answers/plain-scenario.ts';
import { answerShortage } from '../../answers/shortage.ts';
import { EARLIEST_DAY } from '../../beliefs/beliefs.ts';
import { DEFAULT_SCENARIO, PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import { Answerer } from './answerer.ts';
import type { PageFiles } from './page-base.ts';
import { WholeAnswerer } from './whole-answerer.ts';
import type { FromAnswerer, Question } from './worker-message.ts';

const texts = shippedTexts();
const files: PageFiles = {
  json: () => Promise.reject(new RangeError('nothing was built')),
  bytes: () => Promise.reject(new RangeError('nothing was built')),
  text: (name) => Promise.resolve(texts[name] ?? ''),
};
/** Of a page for which the build has formed no day at all. */
const manifest: PageManifest = {
  version: '',
  lastPublished: '2026-12-31',
  earliestDay: EARLIEST_DAY,
  days: [],
  runs: [],
  scenarios: [{ scenario: { ...PLAIN, name: DEFAULT_SCENARIO }, day: '2026-09-30' }],
  texts: Object.keys(texts),
};

/** Both workers without any browser, each hearing of the other what the page would pass on. */
function startAnswerers(): { readonly heard: FromAnswerer[]; readonly first: Answerer } {
  const heard: FromAnswerer[] = [];
  const post = (message: FromAnswerer): void => {
    heard.push(message);
    if (message.kind === 'wanted') whole.hear({ ...message, kind: 'form' });
    if (message.kind === 'formed' || message.kind === 'refused') first.hear(structuredClone(message));
  };
  const first = new Answerer({ files, manifest, pool: undefined, post });
  const whole = new WholeAnswerer({ files, manifest, pool: undefined, post });
  return { heard, first };
}

const question = (id: number, day: string, figures = 0): Question => ({
  id,
  day,
  figures,
  address: { ...PLAIN_ADDRESS, seed: 3, draws: 32 },
  changes: 'all',
  draws: 32,
  stages: ['full'],
  hinges: false,
});

describe('an address with names that there are not', () => {
  it('is answered without them, and says which', async () => {
    const { heard, first } = startAnswerers();
    const wrong: Question = question(1, '2026-09-30');
    const address = { ...wrong.address, scenario: 'lates', levers: new Map([['capex.al', 0.8]]) };
    first.hear({ kind: 'ask', question: { ...wrong, address, stages: [] } });
    await expect.poll(() => heard.some(({ kind }) => kind === 'scenario'), { timeout: 60_000 }).toBe(true);
    const told = heard.find((message) => message.kind === 'scenario');
    expect(told?.taken).toEqual(wrong.address);
    expect(told?.problems.map(({ code, params }) => [code, params['nearest']])).toEqual([
      ['unknown-scenario', DEFAULT_SCENARIO],
      ['unknown-lever', 'capex.all'],
    ]);
  });
});

describe('a day that the build did not form', () => {
  it('has the answers of a run that reads every figure', async () => {
    const day = '2024-07-31';
    const { heard, first } = startAnswerers();
    first.hear({ kind: 'ask', question: question(1, day) });
    await expect.poll(() => heard.some(({ kind }) => kind === 'shortage'), { timeout: 60_000 }).toBe(true);
    const answer = heard.find((message) => message.kind === 'shortage')?.answer;
    const options = { draws: 32, seed: 3, workers: 1 };
    const wanted = await answerShortage(runFrom(evidence(), day), options);
    expect(answer).toEqual({ ...wanted, scenario: DEFAULT_SCENARIO });
    // Formed once, however often it is asked.
    first.hear({ kind: 'ask', question: question(2, day) });
    await expect
      .poll(() => heard.filter(({ kind }) => kind === 'shortage').length, { timeout: 60_000 })
      .toBe(2);
    expect(heard.filter(({ kind }) => kind === 'formed')).toHaveLength(1);
  });

  it('is refused with the reason where too little was published, and others are answered', async () => {
    const { heard, first } = startAnswerers();
    first.hear({ kind: 'ask', question: question(1, '2019-01-01') });
    first.hear({ kind: 'ask', question: question(2, '2025-07-31') });
    await expect.poll(() => heard.some(({ kind }) => kind === 'shortage'), { timeout: 60_000 }).toBe(true);
    expect(heard.find((message) => message.kind === 'refused')?.problems).toEqual([
      { code: 'day-too-early', params: { found: '2019-01-01', expected: EARLIEST_DAY } },
    ]);
    expect(heard.find((message) => message.kind === 'failed')?.id).toBe(1);
  });
});

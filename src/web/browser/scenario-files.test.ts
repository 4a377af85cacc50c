import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../answers/plain-scenario.ts';
import { PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import type { DayContents, PageContents } from '../compute/worker-message.ts';
import { readScenarioText, scenarioTextDay } from './scenario-files.ts';

const shipped = (name: string, day: string) => ({ scenario: { ...PLAIN, name, asOf: day }, day });

const contents: PageContents = {
  version: '0',
  lastPublished: '2026-12-31',
  earliestDay: '2023-01-01',
  days: ['2026-09-30', '2025-02-15'],
  scenarios: [shipped('february-2025', '2025-02-15'), shipped('latest', '2026-09-30')],
};

const day: DayContents = {
  day: '2026-09-30',
  figures: 0,
  levers: [],
  plants: ['AP7'],
  products: [],
  programmes: [],
  lines: [],
};

describe('a scenario file on the page', () => {
  it('looks from its own day, its parent’s, or that of latest', () => {
    const dayOf = (text: string): string => scenarioTextDay('mine.yaml', text, contents);
    expect(dayOf('delay: {AP7: 3}')).toBe('2026-09-30');
    expect(dayOf('extends: february-2025')).toBe('2025-02-15');
    expect(dayOf('asOf: 2024-07-31')).toBe('2024-07-31');
    expect(dayOf('set: [')).toBe('2026-09-30');
  });

  it('is taken whole with the names of its day, or not at all', () => {
    expect(readScenarioText('mine.yaml', 'delay: {AP7: 3}', contents, day)).toEqual({
      address: { ...PLAIN_ADDRESS, delays: [{ plant: 'AP7', months: 3 }] },
    });
    expect(readScenarioText('mine.yaml', 'delay: {AP7: 3, AP9: 1}', contents, day)).toMatchObject({
      problems: [{ code: 'unknown-name' }],
    });
  });
});

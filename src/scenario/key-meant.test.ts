import { describe, expect, it } from 'vitest';
import type { Lever, LeverCatalogue } from '../model/lever.ts';
import type { Problem } from '../problem/problem.ts';
import { keyMeant, LANGUAGE_KEYS, RANGE_KEYS, SCENARIO_KEYS } from './key-meant.ts';
import { readScenarioFile } from './scenario-file.ts';

describe('keyMeant', () => {
  it.each([
    ['levers', 'set'],
    ['Override', 'set'],
    ['parameter', 'set'],
    ['sets', 'set'],
    ['as-of', 'asOf'],
    ['as_of', 'asOf'],
    ['date', 'asOf'],
    ['based_on', 'extends'],
    ['exteds', 'extends'],
    ['notes', 'why'],
    ['titel', 'title'],
    ['delays', 'delay'],
    ['removals', 'remove'],
    ['seed', undefined],
    ['draws', undefined],
    ['figures', undefined],
  ])('%s: %s', (found, meant) => {
    expect(keyMeant(found, SCENARIO_KEYS)).toBe(meant);
  });

  it('knows the words for the ends of a range and for languages', () => {
    expect(['min', 'Maximum', 'most-likely', 'hig'].map((word) => keyMeant(word, RANGE_KEYS))).toEqual([
      'low',
      'high',
      'mode',
      'high',
    ]);
    expect(['jp', 'English', 'de'].map((word) => keyMeant(word, LANGUAGE_KEYS))).toEqual([
      'ja',
      'en',
      undefined,
    ]);
  });

  it('has no word for two keys', () => {
    const words = Object.entries(SCENARIO_KEYS).flatMap(([key, others]) => [key.toLowerCase(), ...others]);
    expect(new Set(words).size).toBe(words.length);
  });
});

const lever = (path: string): Lever => ({
  path,
  unit: '1',
  kind: 'assumption',
  apply: 'multiply',
  default: 1,
  minimum: 0,
  maximum: 10,
  label: { en: path, ja: path },
  why: { en: '', ja: '' },
});

const catalogue: LeverCatalogue = {
  levers: [lever('demand.capex'), lever('packaging.total')],
  plants: ['AP8 Tainan'],
  products: ['b300'],
  programmes: [],
};

function problemsOf(text: string): readonly Problem[] {
  const problems: Problem[] = [];
  readScenarioFile({ file: 'mine.yaml', text }, catalogue, problems);
  return problems.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}

describe('a wrong key', () => {
  const told = (text: string): string[] =>
    problemsOf(text).map(({ code, place, params }) =>
      [place?.line, code, params['found'] ?? params['expected'], params['nearest'] ?? '-'].join(' '),
    );

  it('is told with the one meant, and with every problem of what stands below it', () => {
    const mine = 'levers:\n  demand.capx: 2\n  packaging.total: -1\nslips:\n  AP8 Tainen: 6\nwithout: [b30]';
    expect(told(mine)).toEqual([
      '1 unknown-key levers set',
      '2 unknown-lever demand.capx demand.capex',
      '3 below-minimum -1 -',
      '4 unknown-key slips delay',
      '5 unknown-name AP8 Tainen AP8 Tainan',
      '6 unknown-key without remove',
      '6 unknown-name b30 b300',
    ]);
  });

  it('is told alone where its value is nothing that the one meant takes, or the one meant is there', () => {
    expect(told('levers: 3\ndate: [1]')).toEqual(['1 unknown-key levers set', '2 unknown-key date asOf']);
    expect(told('set: {}\nlevers:\n  demand.capx: 2')).toEqual(['2 unknown-key levers set']);
  });

  it('of a run is told to be none of a scenario', () => {
    expect(told('seed: 7\ndraws: 64\nset: {}')).toEqual(['1 key-of-run seed -', '2 key-of-run draws -']);
  });

  it('of a range is not missing as well', () => {
    expect(told('set:\n  demand.capex: {min: 1, mode: 2, max: 3}')).toEqual([
      '2 unknown-key min low',
      '2 unknown-key max high',
    ]);
  });
});

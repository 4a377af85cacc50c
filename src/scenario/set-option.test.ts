import { describe, expect, it } from 'vitest';
import type { LeverCatalogue } from '../model/lever.ts';
import { ProblemError } from '../problem/problem.ts';
import { parseSetOption, parseSetOptions } from './set-option.ts';

const nothing = { en: '', ja: '' };
const catalogue: LeverCatalogue = {
  levers: [
    {
      path: 'demand.gap',
      unit: '1',
      kind: 'assumption',
      apply: 'replace',
      default: null,
      minimum: 0,
      maximum: 1,
      label: nothing,
      why: nothing,
    },
  ],
  plants: [],
  products: [],
  programmes: [],
};

function problemsOf(...texts: string[]): unknown[] {
  try {
    parseSetOptions(texts, catalogue);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code, place }) => [code, place]);
    throw error;
  }
  return [];
}

const at = (column: number) => ({ file: '--set', column });

describe('parseSetOption', () => {
  it('reads numbers, units and ranges as a scenario file does', () => {
    expect(parseSetOption('demand.gap=0.2', catalogue)).toEqual({
      path: 'demand.gap',
      unit: '1',
      value: 0.2,
      place: at(12),
    });
    expect(parseSetOption(' demand.gap = 20 percent', catalogue).value).toBe(0.2);
    expect(parseSetOption('demand.gap={low: 0.1, high: 30%}', catalogue).value).toEqual({
      kind: 'uniform',
      low: 0.1,
      high: 0.3,
    });
  });

  it('reports every problem of every option, with its column', () => {
    expect(
      problemsOf(
        'demand.gap',
        '=3',
        'demand.gpa=1',
        'demand.gap=2',
        'demand.gap= .nan',
        'demand.gap={low: 1',
      ),
    ).toEqual([
      ['set-option-form', at(1)],
      ['set-option-form', at(1)],
      ['unknown-lever', at(1)],
      ['above-maximum', at(12)],
      ['not-finite', at(13)],
      ['yaml-syntax', at(19)],
    ]);
    expect(problemsOf('demand.gap=')).toEqual([['wrong-type', expect.objectContaining({ file: '--set' })]]);
  });
});

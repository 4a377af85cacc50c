import { describe, expect, it } from 'vitest';
import type { CompareAnswer, ComparedScenario } from '../answers/compare.ts';
import { compareHead, drawnTexts, hasSeveralDays, unpairedText } from './compare-days.ts';

function scenario(name: string, asOf: string, paired = true): ComparedScenario {
  return {
    name,
    asOf,
    paired,
    changes: [],
    end: { p10: null, p50: null, p90: null },
    horizonEnd: '2031-12-31',
  };
}

function answer(...scenarios: readonly ComparedScenario[]): CompareAnswer {
  return { history: 'strict', draws: 1024, seed: 1, scenarios, figures: [], attributions: [] };
}

const latest = scenario('latest', '2026-09-30');
const slips = scenario('packaging-slips', '2026-09-30');
const old = scenario('february-2025', '2025-02-15', false);

describe('days of a comparison', () => {
  it('are one where all scenarios look from it', () => {
    const same = answer(latest, slips);
    expect(hasSeveralDays(same)).toBe(false);
    expect(compareHead(same, 'en')).toBe('Against latest · as of 30 September 2026');
    expect(compareHead(same, 'ja')).toBe('latest との比較 ・ 2026年9月30日時点');
    expect(drawnTexts(same, 'en').at(-1)).toBe('1,024 futures, seed 1, the same for every scenario.');
  });

  it('are told each with the scenarios that look from it', () => {
    const apart = answer(latest, old, slips);
    expect(hasSeveralDays(apart)).toBe(true);
    expect(compareHead(apart, 'en')).toBe(
      'Against latest · latest, packaging-slips as of 30 September 2026 · february-2025 as of 15 February 2025',
    );
    expect(compareHead(apart, 'ja')).toBe(
      'latest との比較 ・ latest、packaging-slips：2026年9月30日時点 ・ february-2025：2025年2月15日時点',
    );
    expect(drawnTexts(apart, 'en').at(-1)).toBe('1,024 futures for each scenario, seed 1.');
  });

  it('are named where they are why two scenarios cannot be held against each other', () => {
    expect(unpairedText(latest, old, 'en')).toContain(
      'latest looks from 30 September 2026, february-2025 from 15 February 2025',
    );
    expect(unpairedText(latest, { ...slips, paired: false }, 'en')).toContain('different products');
  });

  it('go with the calibration of each', () => {
    const calibrated = (known: number) => ({
      calibration: { known, effective: 900.2, pool: 4096, exponent: 1 },
    });
    const head = compareHead(answer({ ...latest, ...calibrated(40) }, { ...old, ...calibrated(12) }), 'en');
    expect(head).toContain('latest as of 30 September 2026, calibrated on 40 known quantities');
    expect(head).toContain('february-2025 as of 15 February 2025, calibrated on 12 known quantities');
  });
});

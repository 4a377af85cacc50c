import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * Figures of history that a run should come out near, and may not know. Each is sought in every scale in which it could
 * be written; figures of two digits (13, 57, 2.2) are too common to be sought alone.
 */
const FIGURES: Readonly<Record<string, string>> = {
  'NVIDIA packages 2023': '129',
  'NVIDIA packages 2024': '384',
  'NVIDIA packages 2025': '446',
  'data-centre revenue, fiscal 2025': '1152',
  'data-centre revenue, fiscal 2025, exactly': '115186',
  'data-centre revenue, fiscal 2026': '1937',
  'data-centre revenue, fiscal 2026, exactly': '193737',
  'world stock, end 2025': '203',
  'CoWoS supply, 25Q4': '659',
  'capex of the four largest 2024, low': '246',
  'capex of the four largest 2024, high': '251',
  'capex of the four largest 2025': '416',
  'DeepSeek-V3, H800-hours': '2788',
  'DeepSeek-V3, pre-training': '2664',
  'DeepSeek-V3, cost': '5576',
  'Llama 3.1 405B': '3084',
};
/** Table of direction numbers: tens of thousands of integers that mean nothing here. */
const TABLES = new Set(['engine/sobol-direction-numbers.ts']);
/** Scales of three-digit figures: as a count of millions, thousands or billions, never as a bare small integer. */
const MINIMUM_DIGITS = 3;

const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !TABLES.has(file))
  .sort();

/** Numbers written in a text outside of comments, as `[as written, significant digits]`. */
function numbersIn(text: string): [string, string][] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(^|\s)\/\/.*$/gmu, '');
  return [...code.matchAll(/(?<![\w.#])(\d[\d_]*(?:,\d{3})*(?:\.\d+)?)(?:e[+-]?\d+|[kM]|bn)?(?!\w)/gu)].map(
    ([written, mantissa = '']) => {
      return [written, mantissa.replaceAll(/[_,.]/gu, '').replace(/^0+/u, '').replace(/0+$/u, '')];
    },
  );
}

function offences(file: string, text: string): string[] {
  return numbersIn(text).flatMap(([written, digits]) => {
    // A bare integer of three digits is a count, a year's day or a threshold; with a point or zeros it is a figure.
    if (digits.length <= MINIMUM_DIGITS && /^\d{1,3}$/u.test(written)) return [];
    return Object.entries(FIGURES)
      .filter(([, figure]) => figure === digits)
      .map(([what]) => `${file}: ${written} (${what})`);
  });
}

describe('the figures of history', () => {
  it('occur in no source: they are in the data, and the run must come near them by itself', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap((file) => offences(file, readFileSync(folder + file, 'utf8')))).toEqual([]);
  });

  it('would be noticed in any form', () => {
    for (const written of [
      '1.29',
      '1_290_000',
      '4.46e6',
      '115.2e9',
      '193.7',
      '65.9',
      '65_900',
      '20.3',
      '20_300_000',
      '2_788',
      '2788',
      '30.84',
      '2,788k',
      '1.29M',
      '416bn',
      '5.576e6',
      '416e9',
      '193_737_000_000',
    ])
      expect(offences('a.ts', `const x = ${written};`), written).toHaveLength(1);
    for (const written of ['13', '57', '2.2', '384', '251', '1290384', 'x384.5'])
      expect(offences('a.ts', `const x = ${written};`), written).toHaveLength(0);
    expect(offences('a.ts', '/* 1.29 */ // 65.9')).toEqual([]);
  });
});

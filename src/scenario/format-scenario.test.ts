import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lever, LeverCatalogue } from '../model/lever.ts';
import { codeUnitOrder } from './code-unit-order.ts';
import { formatScenario } from './format-scenario.ts';
import type { WritableScenario } from './format-scenario.ts';
import { resolveScenario } from './resolve-scenario.ts';

const nothing = { en: '', ja: '' };
const lever = (path: string, unit: string, more: Partial<Lever> = {}): Lever => ({
  path,
  unit,
  kind: 'action',
  apply: 'replace',
  default: null,
  minimum: -1e30,
  maximum: 1e30,
  label: nothing,
  why: nothing,
  ...more,
});
const catalogue: LeverCatalogue = {
  levers: [
    lever('packaging.total', 'wafer/month'),
    lever('capex', '1'),
    lever('lag', 'week'),
    lever('drift', '1/month'),
    lever('rule', '1', { choices: ['no', '1', 'max-min'] }),
  ],
  plants: ['AP7 Chiayi P1', '123', 'null'],
  products: ['h100', '- dash'],
  programmes: ['Trainium: all'],
};

const number = fc.double({ min: -1e30, max: 1e30, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const numeric = fc.oneof(
  number,
  fc.uniqueArray(number, { minLength: 2, maxLength: 2 }).map((pair) => {
    const [low = 0, high = 0] = pair.sort((a, b) => a - b);
    return { kind: 'uniform' as const, low, high };
  }),
  fc.uniqueArray(number, { minLength: 3, maxLength: 3 }).map((three) => {
    const [low = 0, mode = 0, high = 0] = three.sort((a, b) => a - b);
    return { kind: 'triangular' as const, low, mode, high };
  }),
);
const text = fc.record({ en: fc.string({ unit: 'grapheme' }), ja: fc.string({ unit: 'binary' }) });
const scenario: fc.Arbitrary<WritableScenario> = fc.record({
  name: fc.string({ minLength: 1 }),
  title: text,
  why: text,
  asOf: fc.constantFrom(null, '2025-02-15', '2024-02-29'),
  overrides: fc
    .tuple(
      fc.option(numeric),
      fc.option(numeric),
      fc.option(numeric),
      fc.option(numeric),
      fc.option(fc.constantFrom('no', '1', 'max-min')),
    )
    .map((values) =>
      catalogue.levers.flatMap(({ path, unit }, index) => {
        const value = values[index] ?? null;
        return value === null ? [] : [{ path, unit, value }];
      }),
    ),
  delays: fc
    .subarray([...catalogue.plants])
    .map((plants) => plants.map((plant, index) => ({ plant, months: index / 3 }))),
  removals: fc.subarray([...catalogue.products, ...catalogue.programmes]),
});

const read = (written: string) =>
  resolveScenario({ file: 'x.yaml', text: written }, { catalogue, load: () => undefined });

describe('formatScenario', () => {
  it('round-trips any scenario, and its own text to the byte', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const written = formatScenario(given);
        const back = read(written);
        const { name, title, why, asOf } = given;
        expect(back).toMatchObject({ name, title, why, asOf });
        expect(back.overrides.map(({ path, unit, value }) => ({ path, unit, value }))).toEqual(
          given.overrides.toSorted((a, b) => codeUnitOrder(a.path, b.path)),
        );
        expect(back.delays).toEqual(given.delays.toSorted((a, b) => codeUnitOrder(a.plant, b.plant)));
        expect(back.removals).toEqual(given.removals.toSorted(codeUnitOrder));
        expect(formatScenario(back)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  it('writes keys in one order and numbers with their units', () => {
    const written = formatScenario({
      name: 'mine',
      extends: 'latest',
      title: { en: 'Mine', ja: '私の' },
      why: { en: 'Because.', ja: 'なぜなら。' },
      asOf: null,
      overrides: [
        { path: 'packaging.total', unit: 'wafer/month', value: 40000 },
        { path: 'capex', unit: '1', value: { kind: 'uniform', low: 1, high: 2 } },
      ],
      delays: [{ plant: 'AP7 Chiayi P1', months: 6 }],
      removals: ['h100'],
    });
    expect(written).toBe(
      [
        'name: mine',
        'extends: latest',
        'title:',
        '  en: Mine',
        '  ja: 私の',
        'why:',
        '  en: Because.',
        '  ja: なぜなら。',
        'set:',
        '  capex:',
        '    low: 1',
        '    high: 2',
        '  packaging.total: 40000 wafer/month',
        'delay:',
        '  AP7 Chiayi P1: 6 months',
        'remove:',
        '  - h100',
        '',
      ].join('\n'),
    );
  });
});

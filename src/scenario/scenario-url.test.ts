import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leversOf } from '../model/lever-list.ts';
import { runAsOf } from '../../e2e/support/evidence.ts';
import type { LeverValue, Scenario } from './scenario.ts';
import { PLAIN_ADDRESS, readAddress, scenarioAt, writeAddress } from './scenario-url.ts';
import type { ScenarioAddress } from './scenario-url.ts';

const catalogue = leversOf(runAsOf('2026-09-30').catalogue);
const NAMED: Scenario = {
  name: 'named',
  file: '',
  asOf: '2026-09-30',
  title: { en: '', ja: '' },
  why: { en: '', ja: '' },
  chain: [],
  overrides: [{ path: 'capex.all', unit: '1', value: 0.8, place: { file: '' } }],
  delays: [{ plant: catalogue.plants[0] ?? '', months: 6 }],
  removals: [],
};

const values: fc.Arbitrary<Map<string, LeverValue>> = fc
  .array(
    fc.constantFrom(...catalogue.levers).chain((lever): fc.Arbitrary<readonly [string, LeverValue]> => {
      if (lever.choices) return fc.tuple(fc.constant(lever.path), fc.constantFrom(...lever.choices));
      const number = fc
        .double({ min: lever.minimum, max: lever.maximum, noNaN: true })
        .map((value) => (value === 0 ? 0 : value));
      const range = fc
        .uniqueArray(number, { minLength: 2, maxLength: 3 })
        .map((ends) => ends.toSorted((a, b) => a - b))
        .map(
          ([low = 0, middle = 0, high]): LeverValue =>
            high === undefined
              ? { kind: 'uniform', low, high: middle }
              : { kind: 'triangular', low, mode: middle, high },
        );
      return fc.tuple(fc.constant(lever.path), fc.oneof(number, range));
    }),
    { maxLength: 6 },
  )
  .map((entries) => new Map(entries));

const addresses: fc.Arbitrary<ScenarioAddress> = fc.record({
  scenario: fc.constantFrom('latest', 'packaging-slips', 'a b&c=d', '日本'),
  asOf: fc.constantFrom(null, '2025-02-15', '2024-02-29'),
  levers: values,
  delays: fc.uniqueArray(
    fc.record({ plant: fc.constantFrom(...catalogue.plants), months: fc.integer({ min: 0, max: 40 }) }),
    { maxLength: 3, selector: ({ plant }) => plant },
  ),
  removals: fc.uniqueArray(fc.constantFrom(...catalogue.products, ...catalogue.programmes), { maxLength: 3 }),
  seed: fc.nat(),
  draws: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
});

/** There and back through the text of a URL. */
function throughText(address: ScenarioAddress): ReturnType<typeof readAddress> {
  const text = new URLSearchParams(
    writeAddress(address).map(([name, value]): [string, string] => [name, value]),
  ).toString();
  return readAddress([...new URLSearchParams(text)]);
}

describe('a scenario as an address', () => {
  it('comes back from the text of a URL as it was', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const { address: back, problems } = throughText(address);
        expect(problems).toEqual([]);
        expect(back).toEqual({
          ...address,
          delays: back.delays,
          removals: back.removals,
        });
        expect(new Set(back.delays)).toEqual(new Set(address.delays));
        expect(new Set(back.removals)).toEqual(new Set(address.removals));
        expect(writeAddress(back)).toEqual(writeAddress(address));
      }),
      { numRuns: 200 },
    );
  });

  it('sets what the catalogue knows without a problem', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const { scenario, problems } = scenarioAt(address, NAMED, catalogue);
        expect(problems).toEqual([]);
        for (const [path, value] of address.levers)
          expect(scenario.overrides.find((override) => override.path === path)?.value).toEqual(value);
        expect(scenario.removals).toEqual([...scenario.removals].sort());
      }),
      { numRuns: 100 },
    );
  });

  it('is empty where nothing differs', () => {
    expect(writeAddress(PLAIN_ADDRESS)).toEqual([]);
    expect(readAddress([])).toEqual({ address: PLAIN_ADDRESS, problems: [] });
    expect(scenarioAt(PLAIN_ADDRESS, NAMED, catalogue).scenario).toEqual(NAMED);
  });

  it('tells what it cannot read, and takes the rest', () => {
    const read = readAddress(
      [
        ['v', '1'],
        ['as-of', '2026-02-30'],
        ['seed', '-1'],
        ['draws', 'many'],
        ['delay.AP7', 'x'],
        ['capex.all', '0.5'],
        ['lang', 'ja'],
      ],
      new Set(['lang']),
    );
    expect(read.problems.map(({ code, place }) => `${code} ${place?.file}`)).toEqual([
      'not-a-date ?as-of',
      'not-a-number ?seed',
      'not-a-number ?draws',
      'not-a-number ?delay.AP7',
    ]);
    expect(read.address).toEqual({ ...PLAIN_ADDRESS, levers: new Map([['capex.all', 0.5]]) });
  });

  it('tells levers it does not know with the nearest, and values outside a lever’s limits', () => {
    const { address } = readAddress([
      ['capex.al', '1'],
      ['capex.all', '99'],
      ['hbm.total', 'much'],
      ['hbm.yield', '2~1'],
      ['allocation.rule', 'proportionl'],
      ['delay.nowhere', '3'],
      ['remove', '<b>x</b>'],
    ]);
    const { scenario, taken, problems } = scenarioAt(address, NAMED, catalogue);
    expect(problems.map(({ code }) => code)).toEqual([
      'unknown-lever',
      'above-maximum',
      'unreadable-number',
      'range-out-of-order',
      'unknown-choice',
      'unknown-name',
      'unknown-name',
    ]);
    expect(problems[0]?.params['nearest']).toBe('capex.all');
    expect(scenario).toEqual(NAMED);
    expect(taken).toEqual(PLAIN_ADDRESS);
  });

  it('reads older versions through every migration since, and refuses newer ones', () => {
    const renamed = [
      (pairs: readonly (readonly [string, string])[]) =>
        pairs.map(([name, value]) => [name === 'budgets' ? 'capex.all' : name, value] as const),
      (pairs: readonly (readonly [string, string])[]) =>
        pairs.map(
          ([name, value]) => [name, name === 'capex.all' ? String(Number(value) / 100) : value] as const,
        ),
    ];
    const levers = (version: string, name: string, value: string): unknown => [
      ...readAddress(
        [
          ['v', version],
          [name, value],
        ],
        new Set(),
        renamed,
      ).address.levers,
    ];
    expect(levers('1', 'budgets', '80')).toEqual([['capex.all', 0.8]]);
    expect(levers('2', 'capex.all', '80')).toEqual([['capex.all', 0.8]]);
    expect(levers('3', 'capex.all', '0.8')).toEqual([['capex.all', 0.8]]);
    expect(
      readAddress(
        [
          ['v', '4'],
          ['capex.all', '0.8'],
        ],
        new Set(),
        renamed,
      ),
    ).toMatchObject({
      address: PLAIN_ADDRESS,
      problems: [{ code: 'address-version', params: { found: '4', expected: '3' } }],
    });
  });
});

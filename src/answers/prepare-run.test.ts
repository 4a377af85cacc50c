import { beforeAll, describe, expect, it } from 'vitest';
import { DrawBench } from '../../e2e/support/draws.ts';
import { DAYS, evidence, evidenceFrom, PLAIN, runAsOf, shippedTexts } from '../../e2e/support/evidence.ts';
import { truncated } from '../../e2e/support/truncate.ts';
import type { Override, Scenario } from '../scenario/scenario.ts';
import { leversAsOf, prepareRun } from './prepare-run.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import { answerSeries } from './series.ts';

const DAY = '2025-02-15';
const options = { draws: 64, seed: 7 };

/** Everything a run is made of, and some of what it answers, as text. */
async function textOf(run: PreparedRun): Promise<Record<string, string>> {
  const series = async (name: string, by: 'total' | 'product' | 'buyer' | 'input'): Promise<string> =>
    JSON.stringify((await answerSeries(run, { name, by, period: 'quarter' }, options)).rows);
  return {
    catalogue: JSON.stringify(run.catalogue),
    levers: JSON.stringify(run.levers),
    beliefs: JSON.stringify([...run.beliefs]),
    correlations: JSON.stringify(run.correlations),
    view: JSON.stringify([run.view.facts, run.view.products, run.view.models]),
    shipments: await series('shipments', 'product'),
    unmet: await series('unmet-demand', 'total'),
    waiting: await series('fleet-waiting', 'buyer'),
    binding: await series('binding-probability', 'input'),
  };
}

describe('a run as of a date', () => {
  let full: Record<string, string> = {};

  beforeAll(async () => {
    full = await textOf(runAsOf(DAY));
  });

  it('is the same, byte for byte, when every later row is deleted', async () => {
    const texts = shippedTexts();
    const cut = truncated(texts, DAY);
    const known = evidenceFrom(cut);
    for (const kind of ['facts', 'products', 'models'] as const) {
      expect(known.register[kind].length, kind).toBeLessThan(evidence().register[kind].length);
      expect(known.register[kind].length, kind).toBeGreaterThan(0);
    }
    expect(known.assumptions.length).toBeLessThan(evidence().assumptions.length);
    const again = await textOf(prepareRun(known, PLAIN, DAY));
    for (const [part, text] of Object.entries(full)) expect(again[part] === text, part).toBe(true);
  });

  it.each(['2023-07-31', '2024-01-31'])(
    'of %s with later history is the same when what was said later of other than the past is deleted',
    async (day) => {
      const cut = truncated(shippedTexts(), day, 'pseudo-real-time');
      const known = evidenceFrom(cut);
      expect(known.register.facts.length).toBeLessThan(evidence().register.facts.length / 3);
      expect(known.assumptions.length).toBeLessThan(evidence().assumptions.length);
      const [whole, part] = await Promise.all(
        [evidence(), known].map((given) => textOf(prepareRun(given, PLAIN, day, 'pseudo-real-time'))),
      );
      for (const [name, text] of Object.entries(whole ?? {})) expect(part?.[name] === text, name).toBe(true);
      // Later history is used at all.
      expect(part?.['beliefs']).not.toBe((await textOf(prepareRun(known, PLAIN, day)))['beliefs']);
    },
  );

  it('differs from one as of a later date', async () => {
    const later = await textOf(runAsOf('2026-09-30'));
    for (const [part, text] of Object.entries(full)) expect(later[part] === text, part).toBe(false);
  });
});

describe('a scenario', () => {
  const place = { file: 'test.yaml', line: 1, column: 1 };
  const set = (path: string, value: Override['value'], unit = '1'): Override => ({
    path,
    unit,
    value,
    place,
  });
  const prepared = (change: Partial<Scenario>, given: Evidence = evidence()): PreparedRun =>
    prepareRun(given, { ...PLAIN, ...change }, DAY);
  const distributionOf = (run: PreparedRun, input: string): unknown => run.beliefs.get(input)?.distribution;

  it('that sets nothing leaves every belief', () => {
    expect(JSON.stringify([...prepared({}).beliefs])).toBe(JSON.stringify([...runAsOf(DAY).beliefs]));
  });

  it('puts numbers, ranges and choices in the place of beliefs, and says so', () => {
    const run = prepared({
      overrides: [
        set('packaging.total', 1.5),
        set('demand.initial-gap', { kind: 'triangular', low: 0, mode: 0.1, high: 0.2 }),
        set('allocation.rule', 'strict-priority'),
      ],
    });
    expect(distributionOf(run, 'cowos factor')).toEqual({ kind: 'point', value: 1.5 });
    expect(distributionOf(run, 'initial gap')).toEqual({ kind: 'triangular', low: 0, mode: 0.1, high: 0.2 });
    expect(distributionOf(run, 'allocation rule')).toEqual({ kind: 'point', value: 3 });
    for (const input of ['cowos factor', 'initial gap', 'allocation rule'])
      expect(run.beliefs.get(input)).toMatchObject({ basis: 'lever', rows: [], assumptions: [] });
    const changed = [...run.beliefs].filter(
      ([input, belief]) =>
        belief !== undefined && JSON.stringify(belief) !== JSON.stringify(runAsOf(DAY).beliefs.get(input)),
    );
    expect(changed.map(([input]) => input).sort()).toEqual([
      'allocation rule',
      'cowos factor',
      'initial gap',
    ]);
  });

  it('moves a date that a lever shifts', () => {
    const input = 'hbm qualification[samsung,hbm3e]';
    const before = runAsOf(DAY).beliefs.get(input)?.distribution;
    const after = prepared({ overrides: [set('hbm.samsung.hbm3e.qualification-shift', 6, 'month')] });
    if (before?.kind !== 'triangular') throw new Error('not triangular');
    expect(distributionOf(after, input)).toEqual({
      kind: 'triangular',
      low: before.low + 6,
      mode: before.mode + 6,
      high: before.high + 6,
    });
  });

  it('delays plants, and removes plants and programmes', () => {
    const run = prepared({
      delays: [{ plant: 'AP8 Tainan P1', months: 9 }],
      removals: ['AP7 Chiayi P1', 'google'],
    });
    expect(distributionOf(run, 'plant slip[AP8 Tainan P1]')).toEqual({ kind: 'point', value: 9 });
    expect(distributionOf(run, 'plant removed[AP7 Chiayi P1]')).toEqual({ kind: 'point', value: 1 });
    expect(distributionOf(run, 'programme factor[google]')).toEqual({ kind: 'point', value: 0 });
    const bench = new DrawBench(run, {
      outputs: ['due demand[google to google]', 'due demand[nvidia to google]'],
    });
    const result = bench.result(bench.inputs(0));
    expect(Math.max(...result.series('due demand[google to google]'))).toBe(0);
    expect(Math.min(...result.series('due demand[nvidia to google]'))).toBeGreaterThan(0);
  });

  it.each(DAYS)('can reach every lever it is offered as of %s', (day) => {
    const run = runAsOf(day);
    const names = new Set(run.model.graph.inputs.map(({ name }) => name));
    const { levers, plants, products, programmes } = leversAsOf(evidence(), day);
    expect(new Set(levers.map(({ path }) => path)).size).toBe(levers.length);
    for (const lever of levers) {
      expect(
        lever.inputs.filter((input) => !names.has(input)),
        lever.path,
      ).toEqual([]);
      expect(lever.minimum, lever.path).toBeLessThan(lever.maximum);
      expect(
        lever.label.en !== '' && lever.label.ja !== '' && lever.why.en !== '' && lever.why.ja !== '',
      ).toBe(true);
      if (lever.default === null) continue;
      expect(lever.default >= lever.minimum && lever.default <= lever.maximum, lever.path).toBe(true);
      // The default changes nothing: it is where the input rests.
      if (lever.apply === 'replace')
        for (const input of lever.inputs)
          expect(run.beliefs.get(input)?.distribution, lever.path).toEqual({
            kind: 'point',
            value: lever.default,
          });
    }
    for (const plant of plants) expect(names.has(`plant removed[${plant}]`), plant).toBe(true);
    for (const product of products) expect(names.has(`product removed[${product}]`), product).toBe(true);
    for (const line of programmes) expect(names.has(`programme factor[${line}]`), line).toBe(true);
  });
});

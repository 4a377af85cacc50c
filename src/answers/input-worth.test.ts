import { beforeAll, describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { keepDraws } from '../../e2e/support/kept-draws.ts';
import { summarise } from '../engine/index.ts';
import type { Override } from '../scenario/scenario.ts';
import { FigureBook } from './figures.ts';
import { answerWorth, worthMeasures } from './input-worth.ts';
import type { InputWorth, WorthAnswer } from './input-worth.ts';
import { monthOfDay, periodOfMonths } from './period.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedRun } from './prepare-run.ts';

const DAY = '2026-09-30';
const run = runAsOf(DAY);
const options = { draws: 48, seed: 7 };
let answer: WorthAnswer;

beforeAll(async () => {
  answer = await answerWorth(run, options);
});

function worthOf(about: Partial<InputWorth>): InputWorth[] {
  return answer.worth.filter((worth) =>
    Object.entries(about).every(([key, value]) => worth[key as keyof InputWorth] === value),
  );
}

/** The run as a scenario that sets these levers, from the month after the present. */
function scenarioWith(levers: Readonly<Record<string, number>>): PreparedRun {
  const { startYear } = run.catalogue;
  const all = { 'more.month': monthOfDay(startYear, DAY) + 1, ...levers };
  const overrides = Object.entries(all).map(
    ([path, value]): Override => ({ path, unit: '1', value, place: { file: 'test' } }),
  );
  return prepareRun(evidence(), { ...PLAIN, overrides }, DAY);
}

describe('the worth of a little more of an input', () => {
  it.each([
    ['cowos', 'percent', { 'more.cowos.share': 0.01 }],
    ['cowos', 'wafers', { 'more.cowos.wafers': 1000 }],
    ['micron', 'wafers', { 'more.micron.wafers': 1000 }],
    [
      'hbm',
      'percent',
      { 'more.sk-hynix.share': 0.01, 'more.samsung.share': 0.01, 'more.micron.share': 0.01 },
    ],
  ] as const)('of %s, %s, has the bits of two full runs, one of a scenario', async (input, step, levers) => {
    const found = worthOf({ input, step, measure: 'packages' });
    const book = new FigureBook(run.catalogue);
    book.series(
      'shipments',
      'total',
      'all',
      found.map(({ period }) => period),
    );
    const [before, after] = await Promise.all(
      [run, scenarioWith(levers)].map((each) => keepDraws(each, book.requests, options)),
    );
    expect(found).toHaveLength(2);
    for (const [index, { effect }] of found.entries()) {
      const [base, changed] = [before, after].map(
        (kept) => kept?.values[0]?.[0]?.[index] ?? new Float64Array(),
      );
      expect(effect.difference).toEqual(summarise(changed!.map((value, draw) => value - base![draw]!)));
    }
  });

  it('is what one wafer more by finite difference says, as long as nothing else starts to bind', async () => {
    const { startYear } = run.catalogue;
    const first = monthOfDay(startYear, DAY) + 1;
    const book = new FigureBook(run.catalogue);
    book.series('shipments', 'total', 'all', [periodOfMonths(startYear, first, first + 11)]);
    const meanOf = async (wafers: number): Promise<number> => {
      const kept = await keepDraws(scenarioWith({ 'more.cowos.wafers': wafers }), book.requests, options);
      return summarise(kept.values[0]?.[0]?.[0] ?? new Float64Array()).mean;
    };
    const perWafer = (await meanOf(1)) - (await meanOf(0));
    const [year] = worthOf({ input: 'cowos', step: 'wafers', measure: 'packages' });
    // Packages for a wafer a month that starts in October: some nine months' wafers of some ten packages reach buyers,
    // in the futures in which CoWoS binds.
    expect(perWafer).toBeGreaterThan(5);
    expect(Math.abs((year?.effect.difference.mean ?? 0) / 1000 / perWafer - 1)).toBeLessThan(0.25);
  });

  it('is nothing of an input that binds in no future, and told for every measure, step and period', () => {
    for (const { effect } of worthOf({ input: 'n7' }))
      expect(effect).toMatchObject({ raised: 0, lowered: 0, difference: { mean: 0 } });
    const inputs = new Set(answer.worth.map(({ input }) => input));
    expect(answer.worth).toHaveLength(inputs.size * 2 * 2 * worthMeasures.length);
  });

  it('relieves the shortage a year on', () => {
    const [year] = worthOf({ input: 'cowos', step: 'wafers', measure: 'overdue' });
    expect(year?.period.last).toBe(monthOfDay(run.catalogue.startYear, DAY) + 12);
    expect(year?.effect.difference.mean).toBeLessThan(0);
  });
});

describe('the next constraint', () => {
  it('is another one once an input is there in plenty, and shortage is rarer', () => {
    const [asItIs, ...relieved] = answer.nextConstraints;
    expect(asItIs?.relieved).toBeNull();
    expect(asItIs?.years.slice(0, 2).map(({ input }) => input)).toEqual(['cowos', 'cowos']);
    for (const { relieved: input, years, shortInAYear } of relieved) {
      expect(shortInAYear).toBeLessThanOrEqual((asItIs?.shortInAYear ?? 0) + 0.05);
      for (const year of years.slice(1)) if (input?.includes('cowos')) expect(year.input).not.toBe('cowos');
      // HBM takes two quarters, which reach into the next year.
      for (const year of years.slice(2)) if (input?.includes('hbm')) expect(year.input).not.toMatch(/^hbm/u);
    }
    const both = relieved.find(({ relieved: input }) => input === 'cowos and hbm');
    expect(both?.shortInAYear).toBeLessThan(0.5 * (asItIs?.shortInAYear ?? 0));
  });
});

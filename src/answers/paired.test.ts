import { describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { keepDraws } from '../../e2e/support/kept-draws.ts';
import { summarise } from '../engine/index.ts';
import { ProblemError } from '../problem/problem.ts';
import { leverAt, moreWafers } from './changes.ts';
import type { Request } from './ensemble.ts';
import { pairedEffects } from './paired.ts';
import type { Change } from './paired.ts';
import { periodsOf } from './period.ts';
import type { Override, Scenario } from '../scenario/scenario.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedRun } from './prepare-run.ts';
import { findSeries } from './series.ts';

const DAY = '2025-02-15';
const run = runAsOf(DAY);
const years = periodsOf(run.catalogue.startYear, run.catalogue.months, 'year').slice(0, 3);
const options = { draws: 48, seed: 5 };

const requests: readonly Request[] = ['shipments', 'revenue', 'overdue-months'].map((name) => {
  const series = findSeries(run, name);
  const [member] = series.dimensions.get('total') ?? [];
  if (member === undefined) throw new RangeError(`no total of ${name}`);
  return { ...member, overTime: series.overTime, periods: years };
});

describe('paired effects', () => {
  it('are the differences of two full runs, bit by bit', async () => {
    const paths = Object.entries({ 'packaging.total': 0.7, 'demand.all': 1.2 });
    const runOf = (overrides: Scenario['overrides']): PreparedRun =>
      prepareRun(evidence(), { ...PLAIN, overrides }, DAY);
    const set = (path: string, value: Override['value']): Override => ({
      path,
      unit: '1',
      value,
      place: { file: 'test' },
    });
    const range = { kind: 'triangular', low: 0, mode: 0.1, high: 0.2 } as const;
    const another = runOf([set('demand.initial-gap', range), set('packaging.total', 1.1)]);
    const others = [...paths.map(([path, value]) => runOf([set(path, value)])), another];
    const effects = await pairedEffects(
      run,
      requests,
      [...paths.map(([path, value]) => leverAt(run, path, value)), { scenario: another }],
      options,
    );
    const base = await keepDraws(run, requests, options);
    for (const [change, otherRun] of others.entries()) {
      const other = await keepDraws(otherRun, requests, options);
      for (const request of requests.keys()) {
        for (const period of years.keys()) {
          const [a, b] = [base, other].map(
            ({ values: [kept] }) => kept?.[request]?.[period] ?? new Float64Array(),
          );
          const difference = b!.map((changed, draw) => changed - a![draw]!);
          expect(effects[change]?.[request]?.[period]).toEqual({
            base: summarise(a!),
            changed: summarise(b!),
            difference: summarise(difference),
            raised: difference.filter((each) => each > 0).length / options.draws,
            lowered: difference.filter((each) => each < 0).length / options.draws,
          });
        }
      }
    }
    const [lessPackaging, moreDemand] = effects;
    expect(lessPackaging?.[0]?.[0]?.difference.p50).toBeLessThan(0);
    expect(lessPackaging?.[0]?.[0]?.lowered).toBeGreaterThan(0.5);
    expect(moreDemand?.[2]?.[1]?.difference.p50).toBeGreaterThan(0);
  });

  it('tell what more wafers are worth, which no comparison of independent runs would', async () => {
    const more = (input: 'cowos' | 'n7'): Change => moreWafers(run, { inputs: [input], from: 0 }, 100);
    const changes = [more('cowos'), more('n7'), {}];
    const [cowos, n7, nothing] = await pairedEffects(run, requests, changes, options);
    const thisYear = cowos?.[0]?.[0];
    // A small part of the range of shipments, and yet of one sign in nearly all futures.
    expect(thisYear?.difference.p95).toBeGreaterThan(0);
    expect(thisYear?.difference.p95).toBeLessThan(
      0.1 * ((thisYear?.base.p95 ?? 0) - (thisYear?.base.p05 ?? 0)),
    );
    expect(thisYear?.raised).toBeGreaterThan(0.9);
    expect(n7?.[0]?.[0]?.difference.mean).toBeLessThan(thisYear?.difference.mean ?? 0);
    expect(nothing?.[1]?.[0]).toMatchObject({ raised: 0, lowered: 0, difference: { p05: 0, p95: 0 } });
  });
});

describe('a change', () => {
  it('of HBM in all is shared by its makers as their capacity is', () => {
    const { held, nudged } = moreWafers(run, { inputs: ['hbm'], from: 14 }, 1000);
    expect(held).toEqual([{ input: 'extra start', value: 14 }]);
    const plus = (nudged ?? []).map((nudge) => nudge.plus ?? 0);
    expect(plus).toHaveLength(3);
    expect(plus.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1000, 9);
    expect(Math.min(...plus)).toBeGreaterThan(0);
    expect(moreWafers(run, { inputs: ['n3'], from: 0 }, 5).nudged).toEqual([
      { input: 'extra wafers[n3]', plus: 5 },
    ]);
  });

  it('of a lever that shifts moves what was drawn', () => {
    const path = 'hbm.samsung.hbm3e.qualification-shift';
    expect(leverAt(run, path, 6)).toEqual({
      nudged: [{ input: 'hbm qualification[samsung,hbm3e]', plus: 6 }],
    });
  });

  it('of a lever there is not is a problem with the nearest', () => {
    expect(() => leverAt(run, 'packaging.totl', 1)).toThrow(ProblemError);
  });
});

import { describe, expect, it } from 'vitest';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { ProblemError } from '../problem/problem.ts';
import { answerSeries, findMember, findSeries, memberAsked } from './series.ts';
import type { SeriesRow } from './series.ts';
import { seriesOf } from './series-catalogue.ts';
import type { SeriesDimension } from './series-catalogue.ts';

const run = runAsOf('2026-09-30');
const options = { draws: 16, seed: 3 };
const rowsOf = async (
  name: string,
  by: SeriesDimension,
  period: 'month' | 'quarter' | 'year' = 'year',
): Promise<readonly SeriesRow[]> => (await answerSeries(run, { name, by, period }, options)).rows;
/** Sum of the means of all members in a period: means add, quantiles do not. */
const meanOf = (
  rows: readonly SeriesRow[],
  start: string,
  but: (row: SeriesRow) => boolean = () => false,
): number =>
  rows.filter((row) => row.period.start === start && !but(row)).reduce((sum, row) => sum + row.mean, 0);

describe.each(DAYS)('the series as of %s', (day) => {
  const { catalogue, model } = runAsOf(day);
  const known = new Set([...model.graph.variables, ...model.graph.states].map(({ name }) => name));

  it('have the names that people rely on, each with a meaning in both languages', () => {
    const names = seriesOf(catalogue).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'shipments',
        'revenue',
        'h100e',
        'demand',
        'unmet-demand',
        'order-book',
        'lead-time',
        'capacity',
        'used',
        'binding-probability',
        'deliveries',
        'fleet-owned',
        'fleet-running',
        'power',
        'capex',
        'shortage-probability',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const { meaning, name } of seriesOf(catalogue))
      expect(meaning.en !== '' && meaning.ja !== '', name).toBe(true);
  });

  it('are made of scalars of the model, and members are named once', () => {
    for (const { name, dimensions } of seriesOf(catalogue)) {
      for (const [dimension, members] of dimensions) {
        expect(new Set(members.map(({ member }) => member)).size, `${name} by ${dimension}`).toBe(
          members.length,
        );
        for (const { scalars, member } of members) {
          expect(scalars.length, `${name} ${member}`).toBeGreaterThan(0);
          expect(
            scalars.filter((scalar) => !known.has(scalar)),
            `${name} ${member}`,
          ).toEqual([]);
        }
      }
    }
  });
});

describe('a series', () => {
  it('has a row for every member and period, with quantiles in order', async () => {
    const rows = await rowsOf('shipments', 'family', 'quarter');
    const members = findSeries(run, 'shipments').dimensions.get('family') ?? [];
    expect(rows).toHaveLength(members.length * 24);
    for (const row of rows) {
      const quantiles = [row.p025, row.p05, row.p10, row.p25, row.p50, row.p75, row.p90, row.p95, row.p975];
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
      expect(row.mean).toBeGreaterThanOrEqual(0);
    }
  });

  it('has the same total whichever way it is cut, and in quarters as in years', async () => {
    for (const name of ['shipments', 'h100e']) {
      const total = meanOf(await rowsOf(name, 'total'), '2027-01-01');
      for (const by of ['product', 'family', 'designer', 'buyer'] as const)
        expect(
          Math.abs(meanOf(await rowsOf(name, by), '2027-01-01') / total - 1),
          `${name} by ${by}`,
        ).toBeLessThan(1e-9);
      const quarters = (await rowsOf(name, 'total', 'quarter')).filter(({ period }) =>
        period.start.startsWith('2027'),
      );
      expect(Math.abs(quarters.reduce((sum, row) => sum + row.mean, 0) / total - 1)).toBeLessThan(1e-12);
    }
  });

  it('of revenue counts networking by designer, buyer and in total, and not by product', async () => {
    const total = meanOf(await rowsOf('revenue', 'total'), '2027-01-01');
    expect(Math.abs(meanOf(await rowsOf('revenue', 'designer'), '2027-01-01') / total - 1)).toBeLessThan(
      1e-9,
    );
    expect(Math.abs(meanOf(await rowsOf('revenue', 'buyer'), '2027-01-01') / total - 1)).toBeLessThan(1e-9);
    expect(meanOf(await rowsOf('revenue', 'product'), '2027-01-01')).toBeLessThan(total);
    const deliveries = meanOf(
      await rowsOf('deliveries', 'total'),
      '2027-01-01',
      ({ member }) => member !== 'all',
    );
    expect(Math.abs(deliveries / total - 1)).toBeLessThan(1e-9);
  });

  it('of probabilities lies between nothing and one, and what binds sums to one', async () => {
    const binding = await rowsOf('binding-probability', 'input', 'month');
    for (const start of ['2026-10-01', '2028-06-01', '2031-12-01'])
      expect(meanOf(binding, start)).toBeCloseTo(1, 9);
    for (const row of await rowsOf('shortage-probability', 'total', 'month')) {
      expect(row.mean).toBeGreaterThanOrEqual(0);
      expect(row.mean).toBeLessThanOrEqual(1);
    }
  });

  it('takes a level at the end of its period', async () => {
    const startingOn = async (period: 'month' | 'year', start: string): Promise<SeriesRow | undefined> =>
      (await rowsOf('fleet-owned', 'total', period)).find((row) => row.period.start === start);
    expect((await startingOn('year', '2027-01-01'))?.p50).toBe(
      (await startingOn('month', '2027-12-01'))?.p50,
    );
  });

  it('has quantiles of sums, not sums of quantiles', async () => {
    const at = (rows: readonly SeriesRow[]): number =>
      rows.filter(({ period }) => period.start === '2028-01-01').reduce((sum, row) => sum + row.p90, 0);
    expect(at(await rowsOf('shipments', 'total'))).toBeLessThan(at(await rowsOf('shipments', 'product')));
  });

  it('that does not exist is a problem with the nearest name, and so is a cut it does not have', async () => {
    const codeOf = async (name: string, by?: SeriesDimension): Promise<unknown> => {
      try {
        await answerSeries(run, { name, period: 'year', ...(by ? { by } : {}) }, options);
      } catch (error) {
        return error instanceof ProblemError
          ? error.problems.map(({ code, params }) => [code, params['nearest']])
          : error;
      }
      return undefined;
    };
    expect(await codeOf('shipment')).toEqual([['unknown-series', 'shipments']]);
    expect(await codeOf('shipments', 'plant')).toEqual([['unknown-dimension', undefined]]);
  });
});

describe('a member', () => {
  const shipments = findSeries(run, 'shipments');
  const called = (by: SeriesDimension, name: string): unknown => {
    try {
      return findMember(shipments, by, name, run.catalogue).member;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.problems.map(({ code }) => code);
    }
  };

  it.each([
    ['product', 'nv_b300', 'nv_b300'],
    ['product', 'gb300', 'nv_b300'],
    ['product', 'Ironwood', 'goog_tpu_v7'],
    ['family', 'GB300', 'B300 incl. GB300'],
    ['buyer', 'Stargate', 'openai'],
  ] as const)('by %s is found as %s', (by, name, id) => {
    expect(called(by, name)).toBe(id);
  });

  it('is not taken for one of several that share the words, nor for one of another dimension', () => {
    expect(called('product', 'next')).toEqual(['unknown-member']);
    expect(called('product', '')).toEqual(['unknown-member']);
    expect(() => memberAsked(shipments, 'product', 'NVIDIA', run)).toThrow('member-elsewhere');
  });
});

import { describe, expect, it } from 'vitest';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { saleName, saleOf } from './designer-buyer.ts';
import { runEnsemble, slotsOf } from './ensemble.ts';
import { periodsOf } from './period.ts';
import { findMember, findSeries } from './series.ts';
import { seriesOf } from './series-catalogue.ts';
import type { Series, SeriesDimension } from './series-catalogue.ts';

const DRAWS = 64;

describe.each(DAYS)('sales from designers to buyers as of %s', (day) => {
  const run = runAsOf(day);
  const { catalogue } = run;
  const bySale = seriesOf(catalogue).filter(({ dimensions }) => dimensions.has('designer-buyer'));
  const members = (series: Series, dimension: SeriesDimension) => series.dimensions.get(dimension) ?? [];

  it('are named by both, and each name is read as it is written', () => {
    expect(bySale.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['shipments', 'h100e', 'revenue', 'deliveries', 'demand', 'unmet-demand']),
    );
    for (const series of bySale) {
      for (const { member } of members(series, 'designer-buyer')) {
        const sale = saleOf(member);
        expect(sale && saleName(sale)).toBe(member);
        expect(members(series, 'designer').map((each) => each.member)).toContain(sale?.designer);
        expect(members(series, 'buyer').map((each) => each.member)).toContain(sale?.buyer);
      }
    }
    expect(saleOf('NVIDIA')).toBeUndefined();
    const shipments = findSeries(run, 'shipments');
    expect(findMember(shipments, 'designer-buyer', 'nvidia to Meta', catalogue).member).toBe(
      'NVIDIA to meta',
    );
  });

  it('sum in every draw to what the designer delivers and to what the buyer gets', async () => {
    const periods = periodsOf(catalogue.startYear, catalogue.months, 'year').slice(0, 3);
    const dimensions = ['designer-buyer', 'designer', 'buyer'] as const;
    const asked = bySale.flatMap((series) =>
      dimensions.flatMap((dimension) =>
        members(series, dimension).map((member) => ({ series, dimension, member })),
      ),
    );
    const requests = asked.map(({ series, member }) => ({ ...member, overTime: series.overTime, periods }));
    const slots = slotsOf(requests);
    const values = new Map<string, number[]>();
    const key = (series: string, dimension: string, member: string, period: number): string =>
      [series, dimension, member, period].join('|');
    await runEnsemble(
      run,
      requests,
      { draws: DRAWS, seed: 5 },
      {
        gather: (block) => {
          for (const [index, { series, dimension, member }] of asked.entries())
            for (let period = 0; period < periods.length; period++) {
              const name = key(series.name, dimension, member.member, period);
              values.set(name, [
                ...(values.get(name) ?? []),
                ...block.values((slots[index] ?? Number.NaN) + period),
              ]);
            }
        },
      },
    );
    let compared = 0;
    for (const series of bySale)
      for (const side of ['designer', 'buyer'] as const)
        for (const { member } of members(series, side))
          for (let period = 0; period < periods.length; period++) {
            const whole = values.get(key(series.name, side, member, period)) ?? [];
            const parts = members(series, 'designer-buyer')
              .filter((part) => saleOf(part.member)?.[side] === member)
              .map((part) => values.get(key(series.name, 'designer-buyer', part.member, period)) ?? []);
            expect(whole).toHaveLength(DRAWS);
            for (const [draw, value] of whole.entries()) {
              const sum = parts.reduce((total, part) => total + (part[draw] ?? Number.NaN), 0);
              // Sums of the same amounts in another order differ by roundings.
              expect(Math.abs(sum - value), `${series.name} ${member}`).toBeLessThanOrEqual(
                1e-9 * Math.abs(value),
              );
              compared += 1;
            }
          }
    expect(compared).toBeGreaterThan(10_000);
  });
});

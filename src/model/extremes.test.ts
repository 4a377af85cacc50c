import { describe, expect, it } from 'vitest';
import { DrawBench, total } from '../../e2e/support/draws.ts';
import type { DrawResult } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';

const DRAWS = Array.from({ length: 16 }, (_, draw) => draw);
type Settings = Readonly<Record<string, number>>;

/** No demand and no CoWoS are in `responses.test.ts`, an outage in Taiwan in `feedbacks.test.ts`. */
describe.each(DAYS)('extremes, as of %s', (day) => {
  const bench = new DrawBench(runAsOf(day));
  const { sets, catalogue } = bench.run.model;
  const months = Array.from({ length: bench.months }, (_, month) => month);
  const after = (draw: number, settings: Settings = {}): DrawResult =>
    bench.result(bench.set(bench.inputs(draw), settings));
  const mean = (of: (draw: number) => number): number => total(DRAWS.map(of)) / DRAWS.length;
  const inputs = (family: string, value: number): Record<string, number> =>
    Object.fromEntries(
      bench.run.model.graph.inputs
        .filter((input) => input.family === family)
        .map((input) => [input.name, value]),
    );

  it('with CoWoS without end it never binds, and in the next year HBM binds more often', () => {
    const endless = { 'cowos factor': 1000 };
    const hbm = (settings: Settings) => (draw: number) => {
      const result = after(draw, settings);
      return total(
        ['hbm', 'hbm-qualified'].flatMap((input) => result.series(`binding[gpu,${input}]`).slice(6, 18)),
      );
    };
    for (const draw of DRAWS)
      expect(Math.max(...after(draw, endless).series('binding[all,cowos]').slice(1))).toBe(0);
    expect(mean(hbm(endless))).toBeGreaterThan(2 * mean(hbm({})));
  });

  it('with everything without end demand binds and lead time falls to the pipeline’s', () => {
    const endless = { 'cowos factor': 1000, 'hbm factor': 1000, ...inputs('logic factor', 1000) };
    for (const draw of DRAWS) {
      const result = after(draw, endless);
      for (const month of months.slice(12)) expect(result.at('binding[gpu,demand]', month)).toBe(1);
      const base = bench.inputs(draw)[bench.run.model.graph.inputIndex('base lead time')] ?? Number.NaN;
      // At most a month’s wait on top: what is ordered three months ahead may fall short of what is due by then.
      for (const month of months.slice(24))
        expect(result.at('lead time[gpu]', month)).toBeLessThan(base + 4.35);
    }
    expect(
      mean(
        (draw) => total(after(draw, endless).series('overdue months[gpu]').slice(24)) / (bench.months - 24),
      ),
    ).toBeLessThan(0.5);
  });

  it('without own-chip programmes their buyers’ money goes to GPUs, and none is lost', () => {
    const custom = catalogue.lines.filter((line) => !line.merchant && !line.ownSupply);
    const removed = Object.fromEntries(custom.map((line) => [`programme factor[${line.id}]`, 0]));
    for (const draw of DRAWS) {
      const [plain, without] = [after(draw), after(draw, removed)];
      for (const line of custom)
        expect(Math.max(...without.series(`due in scope[line ${line.id}]`)), line.id).toBe(0);
      expect(without.at('due in scope[gpu]', 6)).toBeGreaterThan(plain.at('due in scope[gpu]', 6));
      for (const buyer of ['google', 'amazon', 'microsoft', 'meta'])
        expect(
          total(sets.channelsOfBuyer(buyer).map((name) => without.at(`budget share[${name}]`, 6))),
        ).toBeCloseTo(1, 9);
    }
    const gpus = (settings: Settings) => (draw: number) =>
      total(after(draw, settings).series('delivered in scope[gpu]').slice(0, 36));
    const wait = (settings: Settings) => (draw: number) =>
      total(after(draw, settings).series('overdue in scope[gpu]').slice(0, 36));
    expect(mean(gpus(removed))).toBeGreaterThan(mean(gpus({})));
    // Own chips take more wafers per dollar than GPUs do, so what they leave is more than their buyers then want of GPUs.
    expect(mean(wait(removed))).toBeLessThan(mean(wait({})));
    expect(mean(gpus(removed))).toBeLessThan(2 * mean(gpus({})));
  });

  it('buyers alike in all get the same', () => {
    const alike = ['xai', 'coreweave', 'neoclouds', 'sovereign'];
    const equal: Record<string, number> = {
      ...inputs('guide sensitivity', 0),
      ...inputs('guide error, own', 0),
      ...inputs('capex growth shock', 0),
      ...inputs('second year stated', 0),
      ...inputs('first-year growth', 0.4),
      ...inputs('capex exit rate', 1.2),
    };
    for (const buyer of alike) equal[`channel weight[nvidia to ${buyer}]`] = 0.1;
    for (const rule of [0, 1, 2, 3]) {
      const result = after(rule, { ...equal, 'allocation rule': rule });
      const [first = '', ...others] = alike;
      for (const other of others)
        for (const month of months) {
          const one = result.at(`delivered value[nvidia to ${first}]`, month);
          expect(Math.abs(result.at(`delivered value[nvidia to ${other}]`, month) - one)).toBeLessThanOrEqual(
            1e-9 * one,
          );
        }
    }
  });

  it('a buyer alone gets all that is made for it, and no more than it asks for', () => {
    const alone = {
      ...inputs('channel weight', 0),
      ...inputs('programme share', 0),
      'channel weight[nvidia to microsoft]': 1,
    };
    for (const draw of DRAWS) {
      const result = after(draw, alone);
      const nvidia = sets.productsOf('nvidia');
      for (const month of [6, 24, 60]) {
        const units = total(nvidia.map((id) => result.at(`delivered packages[${id}]`, month)));
        expect(result.at('delivered unit[microsoft]', month)).toBeCloseTo(units, 3);
        expect(
          total(catalogue.buyers.map(({ id }) => result.at(`delivered unit[${id}]`, month))),
        ).toBeCloseTo(units, 3);
        expect(result.at('delivered value[nvidia to microsoft]', month)).toBeLessThanOrEqual(
          result.at('open demand[nvidia to microsoft]', month) * (1 + 1e-12),
        );
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { DrawBench } from '../../e2e/support/draws.ts';
import { DAYS, evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { keepDraws } from '../../e2e/support/kept-draws.ts';
import type { KeptDraws } from '../../e2e/support/kept-draws.ts';
import type { SamplerOptions } from '../engine/index.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { drawingOf, variablesOf } from './ensemble.ts';
import type { EnsembleOptions, Request } from './ensemble.ts';
import { prepareRun } from './prepare-run.ts';
import { periodsOf } from './period.ts';
import { baseOf } from './run-base.ts';
import { withInputsOf } from './scenario-change.ts';
import { runOn } from './scenario-run.ts';
import { seriesOf } from './series-catalogue.ts';

const run = runAsOf('2025-02-15');
const years = periodsOf(run.catalogue.startYear, run.catalogue.months, 'year');

/** The first total of every series, by year. */
const requests: readonly Request[] = seriesOf(run.catalogue).flatMap((series) => {
  const [member] = [...series.dimensions.values()][0] ?? [];
  return member ? [{ ...member, overTime: series.overTime, periods: years }] : [];
});

function ensemble(options: Partial<EnsembleOptions>): Promise<KeptDraws> {
  return keepDraws(run, requests, { draws: 16, seed: 1, ...options }, { inputs: ['initial gap'] });
}

function bytes({ values: [values = []], inputs, ensemble: { summaries } }: KeptDraws): string {
  return JSON.stringify([
    values.map((request) => request.map((period) => [...period])),
    [...inputs].map(([name, kept]) => [name, [...kept]]),
    summaries,
  ]);
}

describe('an ensemble', () => {
  it.each(['sobol', 'philox'] as const)(
    'of %s draws is the same for the same seed, and another for another',
    async (method) => {
      const first = bytes(await ensemble({ method }));
      expect(bytes(await ensemble({ method }))).toBe(first);
      expect(bytes(await ensemble({ method, seed: 2 }))).not.toBe(first);
    },
  );

  it('gives the same bytes on WebAssembly and on JavaScript, for any number of draws', async () => {
    for (const draws of [1, 5, 16]) {
      const compiled = await ensemble({ draws, backend: 'webassembly' });
      expect(bytes(await ensemble({ draws, backend: 'javascript' }))).toBe(bytes(compiled));
    }
  });

  it('differs between methods, about the same median', async () => {
    const [sobol, philox] = [
      await ensemble({ draws: 128 }),
      await ensemble({ draws: 128, method: 'philox' }),
    ];
    expect(bytes(sobol)).not.toBe(bytes(philox));
    const middle = (values: Float64Array | undefined): number =>
      Float64Array.from(values ?? []).sort()[64] ?? Number.NaN;
    const ratio = middle(sobol.values[0]?.[0]?.[0]) / middle(philox.values[0]?.[0]?.[0]);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it.each(['sobol', 'philox'] as const)('of more %s draws begins with the fewer', async (method) => {
    const [few, many] = [await ensemble({ method, draws: 8 }), await ensemble({ method, draws: 24 })];
    for (const [request, periods] of few.values[0]!.entries())
      for (const [period, values] of periods.entries())
        expect([...(many.values[0]?.[request]?.[period] ?? [])].slice(0, 8)).toEqual([...values]);
  });

  it('keeps the inputs asked for, as drawn', async () => {
    const inputs = ['base revenue[nvidia]', 'initial gap'];
    const kept = await keepDraws(run, [], { draws: 40, seed: 1 }, { inputs });
    const bench = new DrawBench(run, { outputs: [] });
    for (let draw = 0; draw < 40; draw++) {
      const drawn = bench.inputs(draw);
      for (const name of inputs)
        expect(kept.inputs.get(name)?.[draw]).toBe(drawn[run.model.graph.inputIndex(name)]);
    }
  });

  it('runs the same draws under changed inputs, with the bits of a run of its own', async () => {
    const index = run.model.graph.inputIndex('cowos factor');
    const held = { held: [{ index, value: 1.3 }] };
    const moved = { moved: [{ index, factor: 0.8, plus: 0.5 }], draws: 5 };
    const options = { draws: 40, seed: 3 };
    const { values } = await keepDraws(run, requests, options, { variants: [{}, held, moved] });
    const override = { path: 'packaging.total', unit: '1', value: 1.3, place: { file: 'test' } };
    const scenario = { ...PLAIN, overrides: [override] };
    const alone = await keepDraws(prepareRun(evidence(), scenario, '2025-02-15'), requests, options);
    expect(values[1]).toEqual(alone.values[0]);
    expect(values[0]).not.toEqual(values[1]);
    const firstFive = alone.values[0]?.map((periods) => periods.map((draws) => draws.slice(0, 5)));
    expect(values[2]).toEqual(firstFive);
  });

  it('has the bits of a sampling of its own beliefs, whatever the scenario sets', async () => {
    const place = { file: 'test' };
    const scenario: Scenario = {
      ...PLAIN,
      overrides: [
        { path: 'packaging.total', unit: '1', value: 1.2, place },
        {
          path: 'capex.all',
          unit: '1',
          value: { kind: 'triangular', low: 0.7, mode: 0.9, high: 1.2 },
          place,
        },
        { path: 'hbm.total', unit: '1', value: 0.9, place },
      ],
      delays: [{ plant: run.levers.plants[0]!, months: 4 }],
      removals: [run.levers.products[0]!],
    };
    const set = prepareRun(evidence(), scenario, '2025-02-15');
    const options = { draws: 40, seed: 3 };
    const inputs = ['cowos factor', 'capex factor, all', 'initial gap'];
    const { sampling, held } = drawingOf(set, options);
    expect(held.length).toBeGreaterThan(3);
    expect(sampling).toBe(drawingOf(set, options).sampling);
    const own = { ...sampling, variables: variablesOf(set) };
    const [kept, alone] = [
      await keepDraws(set, requests, options, { inputs }),
      await keepDraws(set, requests, options, { inputs, drawing: { sampling: own, held: [] } }),
    ];
    expect(bytes(kept)).toBe(bytes(alone));
    expect(new Set(kept.inputs.get('capex factor, all')).size).toBe(40);
  });

  it('holds what another scenario holds, where it takes that input from it', () => {
    const override = { path: 'packaging.total', unit: '1', value: 1.2, place: { file: 'test' } };
    const other = prepareRun(evidence(), { ...PLAIN, overrides: [override] }, '2025-02-15');
    const options = { draws: 40, seed: 3 };
    expect(drawingOf(run, options).held).toEqual([]);
    const index = run.model.graph.inputIndex('cowos factor');
    const taken = withInputsOf(run, other, ['cowos factor']);
    expect(drawingOf(taken, options).held).toEqual([{ index, value: 1.2 }]);
  });

  it('shares its sampling with every scenario of the day that only holds inputs', () => {
    const options = { draws: 40, seed: 3 };
    const base = baseOf(evidence(), '2025-02-15', 'strict');
    const at = (value: number): SamplerOptions => {
      const override = { path: 'packaging.total', unit: '1', value, place: { file: 'test' } };
      return drawingOf(runOn(base, { ...PLAIN, overrides: [override] }), options).sampling;
    };
    expect(at(0.8)).toBe(at(1.2));
  });

  it('sums inside each draw, over months and members', async () => {
    const products = run.catalogue.products.map(({ id }) => `delivered packages[${id}]`);
    const bench = new DrawBench(run, { outputs: products });
    const whole = await keepDraws(run, [{ scalars: products, factor: 2, overTime: 'sum', periods: years }], {
      draws: 3,
      seed: 1,
    });
    for (let draw = 0; draw < 3; draw++) {
      const result = bench.result(bench.inputs(draw));
      const sum = products.reduce(
        (total, name) =>
          total +
          result
            .series(name)
            .slice(12, 24)
            .reduce((a, b) => a + b, 0),
        0,
      );
      expect(Math.abs((whole.values[0]?.[0]?.[1]?.[draw] ?? 0) / (2 * sum) - 1)).toBeLessThan(1e-12);
    }
  });
});

describe.each(DAYS)('the whole model as of %s', (day) => {
  it('gives the same bits interpreted and compiled', () => {
    const [compiled, interpreted] = [
      new DrawBench(runAsOf(day)),
      new DrawBench(runAsOf(day), { backend: 'interpreter' }),
    ];
    for (const draw of [0, 1, 5]) {
      const inputs = compiled.inputs(draw);
      const [a, b] = [compiled.result(inputs).values, interpreted.result(inputs).values];
      expect(Buffer.compare(Buffer.from(a.buffer), Buffer.from(b.buffer))).toBe(0);
    }
  });

  it('gives a draw whatever draws came before it', () => {
    for (const method of ['sobol', 'philox'] as const) {
      const bench = new DrawBench(runAsOf(day), { method, outputs: ['packaging capacity'] });
      const forwards = [0, 1, 2, 3, 4].map((draw) => bench.inputs(draw));
      const backwards = [4, 3, 2, 1, 0].map((draw) => bench.inputs(draw)).reverse();
      expect(backwards).toEqual(forwards);
    }
  });
});

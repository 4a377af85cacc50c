import { describe, expect, it } from 'vitest';
import { answerAllocate } from '../src/answers/allocate.ts';
import { answerAsic } from '../src/answers/asic.ts';
import { answerCompare } from '../src/answers/compare.ts';
import { answerEfficiencyJump } from '../src/answers/efficiency-jump.ts';
import { answerExplain } from '../src/answers/explain.ts';
import { InputReasons, inputsBehind } from '../src/answers/explain-inputs.ts';
import { rangeOfFigure } from '../src/answers/explain-range.ts';
import { parseAddress } from '../src/answers/figure/address.ts';
import { leavesOf, requestOf } from '../src/answers/figure/figure.ts';
import { figureAddress } from '../src/answers/figure/figure-address.ts';
import { resolveFigure } from '../src/answers/figure/resolve-figure.ts';
import { FigureBook } from '../src/answers/figures.ts';
import { answerFleet } from '../src/answers/fleet.ts';
import { answerForecast } from '../src/answers/forecast.ts';
import { answerWorth } from '../src/answers/input-worth.ts';
import { inputVariant, runEnsemble } from '../src/answers/ensemble.ts';
import type { PairedFigure } from '../src/answers/paired-table.ts';
import { prepareRun } from '../src/answers/prepare-run.ts';
import { answerSeries } from '../src/answers/series.ts';
import type { Summary } from '../src/engine/index.ts';
import { evidence, PLAIN, runAsOf } from './support/evidence.ts';
import { expectSourced } from './support/sourced-input.ts';

const run = runAsOf('2026-09-30');
const options = { draws: 24, seed: 5 };
const explained = (address: string, draw?: number) =>
  answerExplain(
    run,
    evidence(),
    { ...figureAt(address), depth: 2, ...(draw === undefined ? {} : { draw }) },
    options,
  );

async function rangeAt(address: string): Promise<Summary> {
  const { figure, change } = figureAt(address);
  return (await rangeOfFigure(run, figure, change, options)).range;
}

function figureAt(text: string) {
  const address = parseAddress(text);
  return { figure: resolveFigure(run, address), change: address.change };
}

/** Every text that stands as an address anywhere in an answer. */
function addressesIn(value: unknown, inside = false): string[] {
  if (typeof value === 'string') return inside ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => addressesIn(each, inside));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    addressesIn(each, inside || /^(?:address|addresses|shortAddress)$/u.test(key)),
  );
}

const cut = {
  ...PLAIN,
  name: 'cut',
  overrides: [{ path: 'capex.all', value: 0.8, unit: '1', place: { file: '' } }],
};
const answers: Readonly<Record<string, () => Promise<unknown>>> = {
  forecast: () => answerForecast(run, options),
  bottlenecks: () => answerWorth(run, options),
  allocate: () => answerAllocate(run, options),
  asic: () => answerAsic(run, evidence(), options),
  'what-if': () => answerEfficiencyJump(run, { gain: 10, elasticities: [0.7, 1.3] }, options),
  fleet: () => answerFleet(run, evidence(), {}, options),
  cluster: () => answerFleet(run, evidence(), { product: 'vr200', cluster: 1e5, buyer: 'oracle' }, options),
  compare: () => answerCompare([run, prepareRun(evidence(), cut, '2026-09-30')], options),
  series: async () => [
    await answerSeries(run, { name: 'revenue', by: 'line', period: 'quarter' }, options),
    await answerSeries(run, { name: 'capacity', by: 'plant', period: 'month' }, options),
    await answerSeries(run, { name: 'shortage-probability', by: 'buyer', period: 'year' }, options),
  ],
};

describe('every figure of an answer has an address that explain takes', () => {
  const reasons = new InputReasons(run, evidence());

  it.each(Object.keys(answers))('%s', async (name) => {
    const addresses = new Set(addressesIn(await answers[name]!()));
    expect(addresses.size).toBeGreaterThan(5);
    const scalars = new Set<string>();
    for (const address of addresses) {
      // What a cluster costs is no figure of the model; `cost-addresses.test.ts` walks it.
      if (address.startsWith('cluster-cost/')) continue;
      const { figure, change } = figureAt(address);
      // One way to write it, and one thing it means.
      expect(figureAddress(figure, change)).toBe(address);
      for (const { input } of [...change.held, ...change.moved])
        expect(run.model.graph.find(input).kind).toBe('input');
      const leaves = leavesOf(figure);
      expect([address, leaves.length > 0]).toEqual([address, true]);
      for (const leaf of leaves)
        for (const scalar of requestOf(run.catalogue, leaf).scalars) scalars.add(scalar);
    }
    const inputs = inputsBehind(run.model.graph, [...scalars]);
    expect(inputs.length).toBeGreaterThan(50);
    for (const input of inputs) expectSourced(reasons.of(input, [0, 0, 0]), run.view.date);
  });
});

describe('what explain says of a figure', () => {
  it('is what the answer says, as it is and under each change', async () => {
    const tables = (await Promise.all(
      ['asic', 'what-if', 'allocate', 'cluster'].map((name) => answers[name]!()),
    )) as { readonly figures: readonly PairedFigure[] }[];
    for (const { figures } of tables) {
      // One of each name, from different places of the table.
      const chosen = new Map(figures.map((figure) => [figure.name, figure]));
      for (const { address, base, changed } of [...chosen.values()].slice(0, 3)) {
        expect([address, await rangeAt(address)]).toEqual([address, base]);
        const other = changed.at(-1);
        if (other)
          expect([other.address, await rangeAt(other.address)]).toEqual([other.address, other.value]);
      }
    }
  });

  it('is when the shortage ends', async () => {
    const { ends } = await answerForecast(run, options);
    for (const { address, p10, p50, p90, shortNow, returns, neverShort } of ends)
      expect((await explained(address)).end).toEqual({ p10, p50, p90, shortNow, returns, neverShort });
  });

  it('holds in every draw to the last bit', async () => {
    for (const address of [
      'overdue-months/total/gpu/2027-06',
      'own-chip-share/h100e/2027',
      'held/oracle/nv_vr200/2027',
      'binding-probability/input/cowos/2027@extra+start=9@extra+share%5Bcowos%5D:1:0.5',
    ]) {
      const { figure, change } = figureAt(address);
      const book = new FigureBook(run.catalogue);
      const read = book.read(figure);
      const values: number[] = [];
      await runEnsemble(run, book.requests, options, {
        variants: [inputVariant(run, change)],
        gather: (block) => values.push(...read(block, 0)),
      });
      for (const draw of [0, 17])
        expect([address, (await explained(address, draw)).value]).toEqual([address, values[draw]]);
    }
  });

  it('a figure made of others is worked out from them', async () => {
    const share = await explained('own-chip-share/shipments/2027');
    const [own = NaN, all = NaN] = share.terms.map(({ value }) => value);
    expect(share.value).toBe(own / all);
    for (const { address, value } of share.terms) expect((await explained(address)).value).toBe(value);
    expect(share.equation).toBe(share.terms.map(({ address }) => address).join(' / '));
    const [named] = share.substituted.split(' / ').map(Number);
    expect(named).toBe(own);
  });
});

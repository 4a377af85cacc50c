import { describe, expect, it } from 'vitest';
import { evidence, runAsOf } from '../../e2e/support/evidence.ts';
import { ProblemError } from '../problem/problem.ts';
import type { FleetQuestion } from './fleet.ts';
import { answerFleet } from './fleet.ts';
import { held } from './figure/derived.ts';
import type { Figure, NamedFigure } from './figure/figure.ts';
import { FigureBook } from './figures.ts';
import type { FirstMonthTold } from './first-month.ts';
import { soldProduct } from './sold-product.ts';
import { pairedTable } from './paired-table.ts';
import { periodOfMonths } from './period.ts';

const run = runAsOf('2026-09-30');
const options = { draws: 32, seed: 4 };
const ask = (question: FleetQuestion) => answerFleet(run, evidence(), question, options);
const named = (name: string, of: Figure): NamedFigure => ({
  kind: 'named',
  name,
  parts: [],
  unit: 'unit',
  meaning: { en: '', ja: '' },
  period: periodOfMonths(run.catalogue.startYear, 0, 35),
  of: [of],
});
const late = (told: FirstMonthTold | undefined): string => told?.p50 ?? '9999';

describe('fleet', () => {
  it('owns what runs, waits for power or is being installed', async () => {
    const { figures, buyers } = await ask({ year: '2027' });
    const mean = (name: string, member: string): number =>
      figures.find((each) => each.name === name && each.member === member)?.base.mean ?? NaN;
    expect(buyers).toHaveLength(13);
    for (const member of ['all', ...buyers]) {
      const [owned, running, waiting] = ['fleet-owned', 'fleet-running', 'fleet-waiting'].map((name) =>
        mean(name, member),
      );
      expect((running! + waiting!) / owned!, member).toBeCloseTo(1, 9);
      expect(mean('fleet-without-power', member)).toBeLessThanOrEqual(waiting! * (1 + 1e-9));
    }
  });

  it('gives out every package of a product to its buyers and no more', async () => {
    const book = new FigureBook(run.catalogue);
    const sold = soldProduct(run, 'nv_vr200', 'VR200');
    const { startYear } = run.catalogue;
    const period = periodOfMonths(startYear, 0, 35);
    const about = { member: '', unit: 'unit', period };
    const ofAll = named('all-held', {
      kind: 'sum',
      of: sold.line.buyers.map((buyer) =>
        held(run.catalogue, { buyer, product: sold.product.id, line: sold.line }, period),
      ),
    });
    const delivered = named('all-delivered', {
      kind: 'sum',
      of: Array.from({ length: 36 }, (_, month) => ({
        kind: 'scalar',
        scalar: 'delivered packages[nv_vr200]',
        unit: 'unit',
        period: periodOfMonths(startYear, month, month),
      })),
    });
    const figures = [
      { ...about, name: 'held', figure: ofAll },
      { ...about, name: 'delivered', figure: delivered },
    ];
    const [sum, whole] = await pairedTable(run, { book, figures }, [], options);
    expect(whole!.base.p50).toBeGreaterThan(1e6);
    expect(sum!.base.mean / whole!.base.mean).toBeCloseTo(1, 9);
  });

  it('dates a larger cluster no earlier, power no earlier than delivery', async () => {
    const sizes = [1e4, 1e5, 5e5, 2e6];
    const answers = await Promise.all(
      sizes.map((cluster) => ask({ cluster, product: 'vr200', buyer: 'Oracle' })),
    );
    const reaches = answers.map(({ cluster }) => cluster?.buyers[0]);
    for (const [index, reach] of reaches.entries()) {
      expect(reach?.buyer).toBe('oracle');
      expect(late(reach?.powered) >= late(reach?.delivered)).toBe(true);
      for (const name of ['delivered', 'powered', 'compute'] as const) {
        expect(late(reach?.[name]) >= late(reaches[index - 1]?.[name] ?? reach?.[name])).toBe(true);
        expect(reach?.[name].within).toBeLessThanOrEqual(reaches[index - 1]?.[name].within ?? 1);
      }
    }
    expect(late(reaches[0]?.delivered) < late(reaches[3]?.delivered)).toBe(true);
  });

  it('adds up what a cluster costs, in proportion to its size', async () => {
    const [small, large] = await Promise.all(
      [1e4, 1e5].map((cluster) => ask({ cluster, product: 'b200', buyer: 'oracle' })),
    );
    const cost = (answer: typeof small, name: string): number =>
      answer?.cluster?.cost.outputs.find((each) => each.name === name)?.mean ?? NaN;
    const parts = ['accelerators', 'servers', 'network'].map((name) => cost(large, name));
    expect(parts.reduce((sum, part) => sum + part, 0) / cost(large, 'all')).toBeCloseTo(1, 9);
    for (const name of ['all', 'power', 'electricity'])
      expect(cost(large, name) / cost(small, name)).toBeCloseTo(10, 9);
  });

  it.each([
    [{ cluster: 1000 }, 'cluster-without-product'],
    [{ cluster: 1000, product: 'b20' }, 'unknown-product'],
    [{ cluster: 1000, product: 'h100', buyer: 'orcale' }, 'unknown-member'],
    [{ cluster: 1000, product: 'tpu_v7', buyer: 'oracle' }, 'product-not-sold'],
    [{ product: 'nv_a100' }, 'product-not-delivered'],
    [{ year: '1999' }, 'unknown-period'],
  ])('%j is a problem: %s', async (question, code) => {
    const problem = await ask(question).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ProblemError);
    expect((problem as ProblemError).problems[0]?.code).toBe(code);
  });
});

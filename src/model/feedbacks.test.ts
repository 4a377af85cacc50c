import { describe, expect, it } from 'vitest';
import { DrawBench, total } from '../../e2e/support/draws.ts';
import type { DrawResult } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { expandable } from './expansion.ts';

const DRAWS = Array.from({ length: 16 }, (_, draw) => draw);

describe.each(DAYS)('feedbacks, as of %s', (day) => {
  const bench = new DrawBench(runAsOf(day));
  const { sets } = bench.run.model;
  const last = bench.months - 1;
  const after = (draw: number, settings: Readonly<Record<string, number>> = {}): DrawResult =>
    bench.result(bench.set(bench.inputs(draw), settings));
  const mean = (of: (draw: number) => number): number => total(DRAWS.map(of)) / DRAWS.length;

  describe('an outage in Taiwan of six months', () => {
    const outage = { 'outage start': 12, 'outage length': 6, 'outage depth': 1 };

    it('stops what stands there and nothing else, then lets it come back', () => {
      for (const draw of DRAWS) {
        // Suppliers respond to an outage like to any need, so they are held still.
        const still = { 'supplier response': 0 };
        const [plain, out] = [after(draw, still), after(draw, { ...still, ...outage })];
        const ratio = (name: string, month: number): number => out.at(name, month) / plain.at(name, month);
        for (const plant of ['AP3 Longtan', 'AP6 Zhunan']) {
          expect(ratio(`plant capacity[${plant}]`, 11)).toBe(1);
          for (const month of [12, 15, 17]) expect(out.at(`plant capacity[${plant}]`, month)).toBe(0);
          expect(ratio(`plant capacity[${plant}]`, 24)).toBe(1);
        }
        expect(ratio('plant capacity[Amkor]', 14)).toBe(1);
        expect(ratio('memory capacity[sk-hynix]', 14)).toBe(1);
        expect(ratio('memory capacity[micron]', 14)).toBeCloseTo(0.5, 9);
        expect(out.at('logic capacity[n3]', 14)).toBe(0);
      }
    });

    it('loses most deliveries for as long, a quarter later, and leaves more people waiting', () => {
      const months = Array.from({ length: 6 }, (_, month) => month + 15);
      const sold = (result: DrawResult): number =>
        total(months.map((month) => result.at('delivered in scope[gpu]', month)));
      for (const draw of DRAWS) {
        const [plain, out] = [after(draw), after(draw, outage)];
        expect(sold(out)).toBeLessThan(sold(plain));
        expect(out.at('overdue months[gpu]', 20)).toBeGreaterThan(plain.at('overdue months[gpu]', 20));
      }
      const share = mean((draw) => sold(after(draw, outage)) / sold(after(draw)));
      // What was on its way and what lay in stock still sells.
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(0.6);
    });
  });

  describe('over-ordering', () => {
    const phantom = { 'over-ordering': 1 };

    it('is off by default', () => {
      for (const line of sets.line.members)
        expect(new Set(after(0).series(`order inflation[${line}]`))).toEqual(new Set([1]));
    });

    it('inflates order books, never what is due or delivered while capacity is given', () => {
      const still = { 'supplier response': 0 };
      for (const draw of DRAWS) {
        const [plain, inflated] = [after(draw, still), after(draw, { ...still, ...phantom })];
        for (const name of ['due in scope[gpu]', 'delivered in scope[gpu]', 'overdue in scope[gpu]'])
          expect(inflated.series(name)).toEqual(plain.series(name));
        for (const [month, book] of plain.series('order book[gpu]').entries())
          expect(inflated.at('order book[gpu]', month)).toBeGreaterThanOrEqual(book);
        for (const line of sets.line.members)
          expect(Math.max(...inflated.series(`order inflation[${line}]`))).toBeLessThanOrEqual(2.5);
      }
    });

    it('is amplified upstream: suppliers order more capacity, and it swings more', () => {
      const orders = (settings: Readonly<Record<string, number>>) => (draw: number) => {
        const result = after(draw, settings);
        return total(expandable.flatMap((resource) => result.series(`expansion orders[${resource}]`)));
      };
      const most = (settings: Readonly<Record<string, number>>) => (draw: number) =>
        Math.max(...after(draw, settings).series('need seen[cowos]'));
      expect(mean(orders(phantom))).toBeGreaterThan(1.05 * mean(orders({})));
      expect(mean(most(phantom))).toBeGreaterThan(1.05 * mean(most({})));
    });

    it('leaves more overbuild after a bust', () => {
      const bust = { 'bust start': 36, 'bust depth': 0.7 };
      const idle = (settings: Readonly<Record<string, number>>) => (draw: number) => {
        const result = after(draw, settings);
        return result.at('capacity added[cowos]', last) / result.at('packaging capacity', last);
      };
      expect(mean(idle({ ...bust, ...phantom }))).toBeGreaterThan(mean(idle(bust)));
    });
  });

  describe('a bust', () => {
    const bust = { 'bust start': 36, 'bust depth': 0.7 };

    it('cancels what is not tooled and leaves the rest as capacity nobody needs', () => {
      const cancelled = (settings: Readonly<Record<string, number>>) => (draw: number) => {
        const result = after(draw, settings);
        return total(
          expandable.flatMap((resource) => result.series(`expansion cancelled[${resource}]`).slice(36)),
        );
      };
      expect(mean(cancelled(bust))).toBeGreaterThan(mean(cancelled({})));
      const use = (settings: Readonly<Record<string, number>>) => (draw: number) => {
        const result = after(draw, settings);
        return result.at('wafers used[cowos]', 54) / result.at('packaging capacity', 54);
      };
      expect(mean(use(bust))).toBeLessThan(0.75 * mean(use({})));
      const came = (draw: number): number =>
        after(draw, bust).at('capacity added[cowos]', 54) - after(draw, bust).at('capacity added[cowos]', 42);
      expect(mean(came)).toBeGreaterThan(0);
    });
  });

  describe('substitution', () => {
    const responsive = { 'substitution elasticity': 1, 'substitution time': 12 };
    // Generations to come, so that the cost of the start stays what it is.
    const later = sets.productsOf('nvidia').slice(-3);

    it('moves budgets away from lines that become dearer, and budgets stay whole', () => {
      const share = (result: DrawResult): number => result.at('budget share[google to google]', last);
      for (const draw of DRAWS) {
        const inputs = bench.inputs(draw);
        const dearer = Object.fromEntries(
          later.map((id) => {
            const name = `product price[${id}]`;
            return [name, 3 * (inputs[bench.run.model.graph.inputIndex(name)] ?? Number.NaN)];
          }),
        );
        const waiting = { 'substitution by waiting': 0 };
        const dear = after(draw, { ...dearer, ...responsive, ...waiting });
        expect(share(dear)).toBeGreaterThan(share(after(draw, { ...responsive, ...waiting })));
        const all = sets
          .channelsOfBuyer('google')
          .map((channel) => dear.at(`budget share[${channel}]`, last));
        expect(total(all)).toBeCloseTo(1, 12);
      }
    });

    it('does nothing where neither cost nor waiting counts', () => {
      const none = { 'substitution elasticity': 0, 'substitution by waiting': 0 };
      for (const line of sets.line.members)
        expect(new Set(after(3, none).series(`attraction[${line}]`))).toEqual(new Set([1]));
    });

    it('takes time: the first quarter moves by little', () => {
      for (const draw of DRAWS)
        for (const line of sets.line.members)
          expect(Math.abs(Math.log(after(draw, responsive).at(`attraction[${line}]`, 1)))).toBeLessThan(0.3);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { DrawBench, total } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';

const DRAWS = Array.from({ length: 12 }, (_, draw) => draw);

describe.each(DAYS)('generations of a line, as of %s', (day) => {
  const bench = new DrawBench(runAsOf(day));
  const { sets, catalogue } = bench.run.model;
  const last = bench.months - 1;
  const after = (
    draw: number,
    settings: Readonly<Record<string, number>> = {},
  ): ReturnType<DrawBench['result']> => bench.result(bench.set(bench.inputs(draw), settings));

  it('a line’s first product can be removed alone: later ones carry on with what they had captured', () => {
    const [first = '', ...later] = sets.productsOf('google');
    for (const draw of DRAWS) {
      const [whole, without] = [after(draw), after(draw, { [`product removed[${first}]`]: 1 })];
      expect(Math.max(...without.series(`delivered packages[${first}]`))).toBe(0);
      expect(total(later.map((id) => without.at(`package starts by product[${id}]`, 12)))).toBeGreaterThan(0);
      for (const month of [0, 12, 36]) {
        expect(whole.at('line ready[google]', month)).toBe(1);
        expect(total(later.map((id) => without.at(`product mix[${id}]`, month)))).toBeCloseTo(1, 12);
        // Newer parts cost less for their compute, so a line without its oldest may appeal a little more.
        expect(without.at('budget share[google to google]', month)).toBeLessThanOrEqual(
          whole.at('budget share[google to google]', month) * 1.001,
        );
      }
    }
  });

  it('a line without any product asks for nothing and its money goes to the buyer’s other lines', () => {
    const gone = Object.fromEntries(sets.productsOf('meta').map((id) => [`product removed[${id}]`, 1]));
    for (const draw of DRAWS) {
      const [whole, without] = [after(draw), after(draw, gone)];
      expect(Math.max(...without.series('due demand[meta to meta]'))).toBe(0);
      expect(Math.max(...without.series('requested packages[meta]'))).toBe(0);
      expect(without.at('due demand[nvidia to meta]', 6)).toBeGreaterThan(
        whole.at('due demand[nvidia to meta]', 6),
      );
      expect(without.values.every(Number.isFinite)).toBe(true);
    }
  });

  it('older generations run out once newer ones are there, and not before', () => {
    const [oldest = ''] = sets.productsOf('google');
    const late = Object.fromEntries(
      sets
        .productsOf('google')
        .slice(1)
        .map((id) => [`product removed[${id}]`, 1]),
    );
    for (const draw of DRAWS) {
      expect(after(draw).at(`product mix[${oldest}]`, last)).toBeLessThan(1e-3);
      expect(Math.min(...after(draw, late).series(`product mix[${oldest}]`))).toBe(1);
    }
  });

  it('a product sells from the month it is dated by, its packages having started a lag before', () => {
    const { graph } = bench.run.model;
    const waits: number[] = [];
    for (const draw of DRAWS) {
      const [inputs, result] = [bench.inputs(draw), after(draw)];
      const input = (name: string): number => inputs[graph.inputIndex(name)] ?? Number.NaN;
      for (const id of sets.productsOf('nvidia')) {
        const start = input(`product start[${id}]`);
        if (start < 5 || start > last - 6) continue;
        const sold = result.series(`delivered packages[${id}]`).findIndex((units) => units > 0);
        waits.push(sold - start);
      }
    }
    // Month m is the one from m to m + 1, the lag spreads over two months; a late memory generation makes it later.
    expect(Math.min(...waits)).toBeGreaterThan(-2);
    expect(waits.toSorted((x, y) => x - y)[Math.floor(waits.length / 2)]).toBeLessThan(1.5);
  });

  it('a delay of a product that is not out yet keeps its line waiting', () => {
    const line = catalogue.lines.find(({ id }) => id === 'openai');
    const [first, ...later] = line?.products ?? [];
    if (first === undefined) return;
    const alone = Object.fromEntries(later.map((id) => [`product removed[${id}]`, 1]));
    for (const draw of DRAWS) {
      const inputs = bench.inputs(draw);
      const input = (name: string): number => inputs[bench.run.model.graph.inputIndex(name)] ?? Number.NaN;
      // Orders are placed for packages that sell from the product’s start on.
      const out = input(`product start[${first}]`) - input('packaging lag');
      const result = after(draw, { ...alone, [`product delay[${first}]`]: 24 });
      const due = result.series('due demand[openai to openai]');
      const begins = due.findIndex((value) => value > 0);
      // Mid-month counts: month m lies at m + 0.5.
      if (begins >= 0) expect(begins + 0.5).toBeGreaterThan(out + 24);
    }
  });
});

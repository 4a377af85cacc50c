import { describe, expect, it } from 'vitest';
import { DrawBench, total } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { logicNodes, memoryGenerations, memoryMakers } from '../model/catalogue.ts';

describe.each(DAYS)('the sets as of %s', (day) => {
  const run = runAsOf(day);
  const { catalogue } = run;
  const announced = catalogue.products.filter(({ assumedSuccessor }) => !assumedSuccessor);

  it('hold at least twenty announced products, and successors of every line but Gaudi', () => {
    expect(announced.length).toBeGreaterThanOrEqual(20);
    const known = new Set(run.view.products.map(({ id }) => id));
    expect(announced.filter(({ id }) => !known.has(id))).toEqual([]);
    for (const line of catalogue.lines) {
      const successors = catalogue.products.filter(
        ({ line: of, assumedSuccessor }) => of === line.id && assumedSuccessor,
      );
      expect(successors.length > 0, line.id).toBe(line.id !== 'intel');
    }
  });

  it('sell at least twenty announced products in volume within the run', () => {
    const outputs = announced.map(({ id }) => `delivered packages[${id}]`);
    const bench = new DrawBench(run, { outputs });
    const result = bench.result(bench.inputs());
    const sold = outputs.filter((name) => total(result.series(name)) > 1000);
    expect(sold.length).toBeGreaterThanOrEqual(20);
  });

  it('hold at least ten buyers, and each buys', () => {
    expect(catalogue.buyers.length).toBeGreaterThanOrEqual(10);
    const outputs = catalogue.buyers.map(({ id }) => `delivered in scope[buyer ${id}]`);
    const bench = new DrawBench(run, { outputs });
    const result = bench.result(bench.inputs());
    for (const name of outputs) expect(total(result.series(name)), name).toBeGreaterThan(0);
    const ids = catalogue.buyers.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'microsoft',
        'amazon',
        'google',
        'meta',
        'oracle',
        'openai',
        'xai',
        'coreweave',
        'china',
      ]),
    );
  });

  it('hold the plants by name, three memory makers with their qualifications, and four nodes', () => {
    const plants = catalogue.plants.map(({ id }) => id).join('; ');
    for (const name of [
      'AP3 Longtan',
      'AP5 Taichung',
      'AP5B Taichung',
      'AP6 Zhunan',
      'AP6B Zhunan',
      'AP7 Chiayi P1',
      'AP7 Chiayi P2',
      'AP8 Tainan P1',
      'AP8 Tainan P2',
      'STSP phase 3 P1',
      'STSP phase 3 P2',
      'Chiayi phase 2 or STSP pair',
      'ASE/SPIL',
      'Amkor',
    ])
      expect(plants).toContain(name);
    expect(memoryMakers).toEqual(['sk-hynix', 'samsung', 'micron']);
    expect(logicNodes).toEqual(['n7', 'n5', 'n3', 'n2']);
    for (const maker of memoryMakers)
      for (const generation of memoryGenerations)
        expect(run.beliefs.has(`hbm qualification[${maker},${generation}]`)).toBe(true);
  });

  it('simulate whole years, at least sixty months beyond the date', () => {
    expect(catalogue.startYear).toBe(Number(day.slice(0, 4)));
    expect(catalogue.months % 12).toBe(0);
    const ahead = catalogue.months - Number(day.slice(5, 7));
    expect(ahead).toBeGreaterThanOrEqual(60);
  });

  it('order the products of a line by start, and name each product and channel once', () => {
    const ids = catalogue.products.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(catalogue.lines.flatMap(({ products }) => products)).toEqual(ids);
    for (const line of catalogue.lines) {
      expect(new Set(line.buyers).size).toBe(line.buyers.length);
      const mature = line.products.map(
        (id) => catalogue.products.find((product) => product.id === id)?.assumedSuccessor,
      );
      expect(mature, line.id).toEqual(mature.toSorted((a, b) => Number(a) - Number(b)));
    }
  });

  it('tie every announced product to a family of history', () => {
    const families = new Set(run.view.families.map(({ family }) => family));
    expect(announced.filter(({ family }) => !families.has(family)).map(({ id }) => id)).toEqual([]);
  });
});

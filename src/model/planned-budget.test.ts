import { expect, it } from 'vitest';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { createSampler, traceDraw } from '../engine/index.ts';

const DRAWS = 4;

it.each(DAYS)('is the straight line through logarithms at mid-years, as of %s', (day) => {
  const { model, beliefs, catalogue } = runAsOf(day);
  const { graph, tables, sets } = model;
  const variables = graph.inputs.map(({ name }) => {
    const belief = beliefs.get(name);
    return { name, distribution: belief?.distribution ?? ({ kind: 'point', value: NaN } as const) };
  });
  const sampler = createSampler({ variables, seed: 5 });
  const inputs = new Float64Array(graph.inputs.length);
  let worst = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    sampler.fill(draw, inputs);
    const trace = traceDraw(graph, inputs, tables, catalogue.months);
    for (const buyer of sets.buyer.members) {
      // Knots at the middle of the base year, six months before the start, and of each year after it.
      const knots = [0, ...sets.year.members.map((year) => trace.valueOf(`log budget[${buyer},${year}]`, 0))];
      const plain = (elapsed: number): number => {
        const position = Math.min((elapsed + 6) / 12, knots.length - 1);
        const left = Math.min(Math.floor(position), knots.length - 2);
        const share = position - left;
        return Math.exp((knots[left] ?? 0) * (1 - share) + (knots[left + 1] ?? 0) * share);
      };
      for (let month = 0; month < catalogue.months; month++) {
        const now = trace.valueOf(`planned budget ahead: months on[${buyer},0]`, month);
        const ahead = trace.valueOf(`planned budget ahead[${buyer}]`, month);
        // Also beyond the end of the run, where budgets stay what they were at the last mid-year.
        worst = Math.max(
          worst,
          Math.abs(now / plain(month + 0.5) - 1),
          Math.abs(ahead / plain(month + 3.5) - 1),
        );
      }
    }
  }
  expect(worst).toBeLessThan(1e-13);
});

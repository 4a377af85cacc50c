import { describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import type { Day } from '../../e2e/support/evidence.ts';
import { quantileOf } from '../engine/index.ts';
import { centralValue } from '../register/index.ts';
import type { Row } from '../register/index.ts';
import { answerForecast } from './forecast.ts';
import { answerOutliers } from './outliers.ts';
import { prepareRun } from './prepare-run.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';

/** A belief of each kind of quantity, at both days. */
const PLANTED: readonly (readonly [quantity: string, day: Day, input: string])[] = [
  ['CoWoS', '2025-02-15', 'cowos path[2025]'],
  ['CoWoS', '2026-09-30', 'cowos path[2026]'],
  ['HBM', '2025-02-15', 'hbm path[samsung,2025]'],
  ['HBM', '2026-09-30', 'hbm path[micron,2025]'],
  ['capital expenditure guided', '2025-02-15', 'first-year growth[meta]'],
  ['capital expenditure spent', '2026-09-30', 'base capex[google]'],
  ['units', '2025-02-15', 'base units[google]'],
  ['units', '2026-09-30', 'base units[google]'],
  ['price', '2026-09-30', 'product price[nv_b300]'],
  ['revenue', '2025-02-15', 'base revenue[amd]'],
];

/** Those whose headline is looked at as well. */
const HEADLINE = new Set(['cowos path[2025]', 'first-year growth[meta]', 'product price[nv_b300]']);

/** The shipped figures and a wrong one: what the belief rests on, `factor` times as large, from nobody in particular. */
function planted(day: Day, input: string, factor: number): Evidence {
  const { register, assumptions } = evidence();
  const { beliefs, view } = runAsOf(day);
  const keys = new Set(beliefs.get(input)?.rows);
  const latest = view.facts
    .filter((row) => keys.has(`${row.file}#${row.id}`))
    // Growth is guided; the year before it was spent.
    .filter(({ kind }) => !input.startsWith('first-year growth') || kind === 'guidance')
    .toSorted((a, b) => (a.published < b.published ? 1 : -1))[0];
  if (latest === undefined) throw new Error(`no row behind ${input}`);
  const { low: _low, high: _high, ...rest } = latest;
  const wrong: Row = {
    ...rest,
    id: 'planted',
    statement: 'planted',
    publisher: 'A planted source',
    value: factor * (centralValue(latest) ?? Number.NaN),
    quantity: 'value',
    confidence: 'low',
    published: day,
    publishedStated: day,
  };
  return { register: { ...register, facts: [...register.facts, wrong] }, assumptions };
}

function medianOf({ beliefs }: PreparedRun, input: string): number {
  const belief = beliefs.get(input);
  if (belief === undefined) throw new Error(input);
  const median = quantileOf(belief.distribution, 0.5);
  // Growth is a logarithm.
  return belief.distribution.kind === 'normal' ? Math.exp(median) : median;
}

describe('a planted wrong row of low confidence', () => {
  it.each(PLANTED)('about %s (%s, %s) is flagged, and moves the median by less than a twentieth', (...of) => {
    const [, day, input] = of;
    for (const factor of [10, 0.1]) {
      const run = prepareRun(planted(day, input, factor), PLAIN, day);
      expect(Math.abs(medianOf(run, input) / medianOf(runAsOf(day), input) - 1)).toBeLessThan(0.05);
      const found = run.beliefs.get(input)?.outliers?.find(({ key }) => key.endsWith('#planted'));
      expect(found).toMatchObject({ confidence: 'low', setAside: true });
      expect(Math.abs(Math.log(found?.factor ?? 1))).toBeGreaterThan(Math.log(3));
      expect(found?.score).toBeGreaterThan(3.5);
      expect(found?.others).toBeGreaterThan(0);
    }
  });

  it.each(PLANTED.filter(([, , input]) => HEADLINE.has(input)))(
    'about %s (%s, %s) moves no headline by a twentieth',
    async (...of) => {
      const [, day, input] = of;
      const medians = async (run: PreparedRun): Promise<number[]> => {
        const answer = await answerForecast(run, { draws: 64, seed: 1 });
        return [
          ...answer.built.flatMap(({ years }) => years.map(({ p50 }) => p50)),
          ...answer.overdue.summaries.slice(-12).map(({ p50 }) => 1 + p50),
          ...answer.shortage.map(({ probability }) => 1 + probability),
        ];
      };
      const before = await medians(runAsOf(day));
      const after = await medians(prepareRun(planted(day, input, 10), PLAIN, day));
      expect(after.length).toBe(before.length);
      for (const [index, median] of before.entries())
        expect(Math.abs((after[index] ?? Number.NaN) - median)).toBeLessThanOrEqual(0.05 * median);
    },
  );
});

describe('outliers of the figures', () => {
  it('are told with the inputs they bear on', () => {
    const { outliers, searched } = answerOutliers(evidence(), '2025-07-31');
    expect(searched).toBeGreaterThan(100);
    expect(outliers.map(({ row, inputs }) => [row.publisher, inputs])).toEqual([
      ['MoneyDJ via TechSoda', ['cowos path[2026]', 'cowos path[2027]']],
    ]);
    expect(outliers[0]?.setAside).toBe(false);
  });

  it('stand once, furthest off first', () => {
    const { outliers } = answerOutliers(planted('2025-02-15', 'cowos path[2025]', 10), '2025-02-15');
    expect(outliers[0]).toMatchObject({ setAside: true, row: { id: 'planted' } });
    expect(new Set(outliers.map(({ row }) => row.id)).size).toBe(outliers.length);
    const scores = outliers.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

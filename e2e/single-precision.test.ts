import { describe, expect, it } from 'vitest';
import { forecastRequests, samplerOf } from '../bench/workload.ts';
import { periodsOf } from '../src/answers/period.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { seriesOf } from '../src/answers/series-catalogue.ts';
import { openObserver, quantile, writeObserver } from '../src/engine/index.ts';
import type { Observation, Precision } from '../src/engine/index.ts';
import { DAYS, runAsOf } from './support/evidence.ts';

const DRAWS = 1024;
const SEED = 1;
const PUBLISHED = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

/** Part of a series' largest P95 by which its quantiles may differ between precisions. */
const TOLERANCE = 1e-4;
/** 0.2 points. */
const PROBABILITY_TOLERANCE = 0.002;
/** Observed at once, so that memory stays small. */
const AT_ONCE = 250;

interface Published extends Observation {
  readonly name: string;
  readonly isProbability: boolean;
}

/**
 * Every member of every series by month, by year where that is another number, and what the first screen shows; what
 * stands in several series once.
 */
function publishedOf(run: PreparedRun): Published[] {
  const { startYear, months } = run.catalogue;
  const members = seriesOf(run.catalogue).flatMap(({ name, overTime, dimensions }) =>
    [...dimensions].flatMap(([by, list]) =>
      list.flatMap((member) =>
        (overTime === 'last' ? (['month'] as const) : (['month', 'year'] as const)).map((length) => ({
          ...member,
          name: `${name} by ${by}, ${member.member}, by ${length}`,
          overTime,
          periods: periodsOf(startYear, months, length),
          isProbability: name.endsWith('-probability'),
        })),
      ),
    ),
  );
  const shown = forecastRequests(run).map((request) =>
    Object.assign({}, request, {
      name: `forecast, ${request.scalars.join(' + ')}`,
      isProbability:
        request.above !== undefined || request.scalars.every((name) => name.startsWith('binding[')),
    }),
  );
  const asObserved = ({ scalars, factor, above, overTime, periods }: Published): string =>
    JSON.stringify([scalars, factor, above, overTime, periods]);
  return [...new Map([...members, ...shown].map((each) => [asObserved(each), each])).values()];
}

/** Inputs of all draws, `[draw][input]`. */
function inputsOf(run: PreparedRun): Float64Array[] {
  const sampler = samplerOf(run, SEED);
  return Array.from({ length: DRAWS }, (_, draw) => {
    const into = new Float64Array(run.model.graph.inputs.length);
    sampler.fill(draw, into);
    return into;
  });
}

/** Values of every observation and period over the draws in rising order. */
function sortedValues(
  run: PreparedRun,
  observations: readonly Observation[],
  draws: readonly Float64Array[],
  precision: Precision,
): Float64Array[] {
  const { graph, tables } = run.model;
  const observer = openObserver(writeObserver(graph, observations, { precision }));
  expect([observer.backend, observer.precision]).toEqual(['webassembly', precision]);
  const { lanes, slots } = observer;
  const inputs = new Float64Array(graph.inputs.length * lanes);
  const out = new Float64Array(slots * lanes);
  const values = Array.from({ length: slots }, () => new Float64Array(DRAWS));
  for (let first = 0; first < DRAWS; first += lanes) {
    for (let lane = 0; lane < lanes; lane++)
      for (const [input, value] of draws[first + lane]!.entries()) inputs[input * lanes + lane] = value;
    observer.run(inputs, tables, run.catalogue.months, out);
    for (const [slot, list] of values.entries())
      list.set(out.subarray(slot * lanes, (slot + 1) * lanes), first);
  }
  return values.map((list) => list.sort());
}

const meanOf = (values: Float64Array): number => values.reduce((total, value) => total + value, 0) / DRAWS;

/**
 * Largest difference of a published number: of a probability as it is, else as part of the largest P95, or mean where
 * that is larger since few draws are above zero.
 */
function worstDifference(doubles: Float64Array[], singles: Float64Array[], isProbability: boolean): number {
  const numbersOf = (values: Float64Array): number[] =>
    isProbability ? [meanOf(values)] : [meanOf(values), ...PUBLISHED.map((p) => quantile(values, p))];
  const largest = Math.max(
    ...doubles.flatMap((values) => [Math.abs(quantile(values, 0.95)), Math.abs(meanOf(values))]),
  );
  const scale = isProbability ? 1 : largest;
  let worst = 0;
  for (const [period, values] of doubles.entries()) {
    const expected = numbersOf(values);
    for (const [position, found] of numbersOf(singles[period]!).entries()) {
      const difference = Math.abs(found - expected[position]!);
      if (difference !== 0) worst = Math.max(worst, difference / scale);
      if (Number.isNaN(difference)) return Infinity;
    }
  }
  return worst;
}

describe.each(DAYS)('single precision on the whole model as of %s', { timeout: 300_000 }, (day) => {
  it('publishes the quantiles and probabilities of doubles', () => {
    const run = runAsOf(day);
    const draws = inputsOf(run);
    const published = publishedOf(run);
    const wrong: string[] = [];
    let differing = 0;
    for (let from = 0; from < published.length; from += AT_ONCE) {
      const part = published.slice(from, from + AT_ONCE);
      const doubles = sortedValues(run, part, draws, 'f64');
      const singles = sortedValues(run, part, draws, 'f32');
      let slot = 0;
      for (const { name, periods, isProbability } of part) {
        const slots = [slot, slot + periods.length] as const;
        slot += periods.length;
        const worst = worstDifference(doubles.slice(...slots), singles.slice(...slots), isProbability);
        if (worst > 0) differing++;
        if (worst > (isProbability ? PROBABILITY_TOLERANCE : TOLERANCE)) wrong.push(`${name}: ${worst}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(published.length).toBeGreaterThan(1000);
    // Otherwise both would be the same precision.
    expect(differing).toBeGreaterThan(published.length / 2);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { DAYS, dataText, evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import type { Day } from '../../e2e/support/evidence.ts';
import { answerForecast } from './forecast.ts';
import type { ForecastAnswer } from './forecast.ts';
import { answerOutcomes, readOutcomes } from './outcomes.ts';
import { prepareRun } from './prepare-run.ts';

const options = { draws: 128, seed: 1 };
const answers = new Map<Day, ForecastAnswer>();

function answerAsOf(day: Day): ForecastAnswer {
  const found = answers.get(day);
  if (found === undefined) throw new RangeError(`no answer as of ${day}`);
  return found;
}

beforeAll(async () => {
  for (const day of DAYS) answers.set(day, await answerForecast(runAsOf(day), options));
});

describe.each(DAYS)('answerForecast as of %s', (day) => {
  it('has ranges in order and probabilities between zero and one', () => {
    const answer = answerAsOf(day);
    for (const { p05, p10, p50, p90, p95 } of [
      ...answer.overdue.summaries,
      ...answer.built.flatMap((row) => row.years),
      ...answer.waits.map((wait) => wait.overdueMonths),
    ]) {
      expect(p05).toBeLessThanOrEqual(p10);
      expect(p10).toBeLessThanOrEqual(p50);
      expect(p50).toBeLessThanOrEqual(p90);
      expect(p90).toBeLessThanOrEqual(p95);
      expect(p05).toBeGreaterThanOrEqual(0);
    }
    const shares = [
      ...answer.shortage.map(({ probability }) => probability),
      ...answer.binding.constraints.flatMap((constraint) => constraint.shares),
      ...answer.hinges.flatMap(({ low, high }) =>
        [low, high].flatMap(({ shortNow, shortInAYear }) => [shortNow, shortInAYear]),
      ),
      ...answer.endings.flatMap(({ probability, ended }) => [probability, ended]),
      ...answer.ends.flatMap(({ shortNow, shortInAYear, neverShort, returns }) => [
        shortNow,
        shortInAYear,
        neverShort,
        returns,
      ]),
      answer.assumptionShare.overdue,
      answer.assumptionShare.shipments,
    ];
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it('finds less shortage the higher the yardstick', () => {
    const [half, one, two] = answerAsOf(day).ends;
    expect(half?.shortNow).toBeGreaterThanOrEqual(one?.shortNow ?? 0);
    expect(one?.shortNow).toBeGreaterThanOrEqual(two?.shortNow ?? 0);
  });

  it('never rests on rows alone, nor on assumptions alone', () => {
    const { overdue, shipments } = answerAsOf(day).assumptionShare;
    for (const share of [overdue, shipments]) {
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(1);
    }
  });

  it('covers this year and the next, every quarter to the horizon, every buyer', () => {
    const answer = answerAsOf(day);
    const { catalogue } = runAsOf(day);
    expect(answer.years.map(({ start }) => start.slice(0, 4))).toEqual([
      day.slice(0, 4),
      String(Number(day.slice(0, 4)) + 1),
    ]);
    expect(answer.shortage).toHaveLength(catalogue.months / 3);
    expect(answer.waits.map(({ buyer }) => buyer).toSorted()).toEqual(
      catalogue.buyers.map(({ id }) => id).toSorted(),
    );
  });
});

describe.each(DAYS)('what the answer hinges on as of %s', (day) => {
  it('is more than deliveries: shortage swings with each of what they do not show', () => {
    const { hinges, hingeBase } = answerAsOf(day);
    expect(hinges.map(({ name }) => name).toSorted()).toEqual([
      'budgets',
      'capacity',
      'demand',
      'gap',
      'overdue',
      'response',
    ]);
    expect(hingeBase.draws).toBe(64);
    for (const { name, low, high } of hinges) {
      expect(low.value).toBeLessThan(high.value);
      // New capacity takes longer than a year, so suppliers’ response need not show by then.
      if (name === 'response') continue;
      const [less, more] = name === 'capacity' ? [high, low] : [low, high];
      expect(less.shortInAYear).toBeLessThan(more.shortInAYear);
      expect(less.shortInAYear).toBeLessThanOrEqual(hingeBase.shortInAYear);
      expect(more.shortInAYear).toBeGreaterThanOrEqual(hingeBase.shortInAYear);
    }
    expect(hinges[0]?.name).toBe('demand');
  });

  it('has the probabilities of a scenario that sets the same', async () => {
    const [demand] = answerAsOf(day).hinges;
    const override = { path: 'demand.all', unit: '1', value: 1.25, place: { file: 'test' } };
    const scenario = prepareRun(evidence(), { ...PLAIN, overrides: [override] }, day);
    const [, end] = (await answerForecast(scenario, { draws: 64, seed: 1 })).ends;
    expect(demand?.high).toMatchObject({
      value: 1.25,
      shortNow: end?.shortNow,
      shortInAYear: end?.shortInAYear,
    });
  });

  it('ends in the quarters that its quantiles name', () => {
    const { endings, ends } = answerAsOf(day);
    const [, end] = ends;
    const median = endings.find(({ ended }) => ended >= 0.5);
    if (end?.p50 === null) expect(median).toBeUndefined();
    else
      expect(end?.p50 && median && median.period.start <= end.p50 && end.p50 <= median.period.end).toBe(true);
  });
});

describe('the answer moves as it must', () => {
  const shortInAYear = async (path: string, value: number): Promise<number> => {
    const scenario = { ...PLAIN, overrides: [{ path, unit: '1', value, place: { file: 'test' } }] };
    const { ends } = await answerForecast(prepareRun(evidence(), scenario, '2025-02-15'), options);
    const [, end] = ends;
    return end?.shortInAYear ?? 0;
  };

  it('more demand, more shortage; more packaging, less', async () => {
    expect(await shortInAYear('demand.all', 1.25)).toBeGreaterThan(await shortInAYear('demand.all', 0.75));
    expect(await shortInAYear('packaging.total', 1.3)).toBeLessThan(
      await shortInAYear('packaging.total', 0.8),
    );
  });

  it('gives the same numbers twice', async () => {
    expect(JSON.stringify(await answerForecast(runAsOf('2025-02-15'), options))).toBe(
      JSON.stringify(answerAsOf('2025-02-15')),
    );
  });
});

describe('answerOutcomes', () => {
  it('holds a run of February 2025 against rows published later, and none known then is counted as found out', async () => {
    const definitions = readOutcomes(dataText('outcomes.csv'), 'outcomes.csv');
    const found = await answerOutcomes(runAsOf('2025-02-15'), evidence().register, definitions, options);
    expect(found).toHaveLength(definitions.length);
    const compared = found.filter(({ run }) => run !== null);
    expect(compared.length).toBeGreaterThanOrEqual(8);
    for (const { position, known, rows } of compared) {
      expect(position).toBeGreaterThanOrEqual(0);
      expect(position).toBeLessThanOrEqual(1);
      expect(known).toBe(rows.every((row) => row.published <= '2025-02-15'));
    }
    expect(compared.some(({ known }) => !known)).toBe(true);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { evidence, evidenceFrom, PLAIN, shippedTexts } from '../../../e2e/support/evidence.ts';
import { truncated } from '../../../e2e/support/truncate.ts';
import { prepareRun } from '../prepare-run.ts';
import type { Evidence } from '../run-base.ts';
import { answerSeries } from '../series.ts';
import { calibrate, calibrationYears, LEAST_EFFECTIVE } from './calibrate.ts';
import type { Calibration } from './calibrate.ts';
import { ancestorsOf } from './conditioning.ts';
import { isShared } from './standing-inputs.ts';

const DAY = '2024-07-31';
const options = { draws: 128, seed: 4, workers: 1 };

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const atDay = (given: Evidence = evidence(), more = {}): Promise<Calibration> =>
  calibrate(given, DAY, 'strict', { ...options, ...more });

describe('calibration', () => {
  let found: Calibration;

  beforeAll(async () => {
    found = await atDay();
  });

  it('looks at each year since 2023, and only at what was known of periods that had ended', () => {
    expect(calibrationYears(DAY)).toEqual([2023, 2024]);
    expect(found.years.map(({ year, problems }) => [year, problems])).toEqual([
      [2023, []],
      [2024, []],
    ]);
    const rows = new Map(evidence().register.facts.map((row) => [`${row.file}#${row.id}`, row]));
    const known = found.years.flatMap((year) => year.known);
    expect(known.length).toBe(found.known);
    expect(known.length).toBeGreaterThan(20);
    for (const key of known.flatMap((quantity) => quantity.rows)) {
      const row = rows.get(key);
      expect(row !== undefined && row.published <= DAY && row.periodEnd <= DAY, key).toBe(true);
      expect(['actual', 'estimate']).toContain(row?.kind);
    }
    // NVIDIA's first fiscal quarter of 2025, February to April 2024, as reported in May.
    const nvidia = known.find(({ series, whose }) => series === 'revenue' && whose === 'NVIDIA');
    expect(nvidia?.period).toMatchObject({ start: '2024-02-01', end: '2024-04-30' });
    expect(nvidia?.value).toBeCloseTo(22.6e9, -1);
  });

  it('has weights that sum to one and leave the stated share of draws', () => {
    expect(sum(found.weights)).toBeCloseTo(1, 12);
    expect(found.effective).toBeGreaterThanOrEqual(LEAST_EFFECTIVE * found.weights.length * (1 - 1e-9));
    expect(found.exponent).toBeGreaterThan(0);
  });

  it('brings the model nearer to what is known', () => {
    const misfits = (weights: Float64Array): number => {
      const all = found.years.flatMap(({ known, modelled }) =>
        known.map((quantity, index) => {
          const values = modelled[index]!;
          return Math.abs(
            Math.log(sum(values.map((value, draw) => weights[draw]! * value)) / quantity.value),
          );
        }),
      );
      return sum(all) / all.length;
    };
    const even = found.weights.map(() => 1 / found.weights.length);
    expect(misfits(found.weights)).toBeLessThan(misfits(even));
  });

  it('is the same whoever draws', async () => {
    expect((await atDay(evidence(), { workers: 2 })).weights).toEqual(found.weights);
  });

  it('moves by no bit when every later row is deleted', async () => {
    const cut = evidenceFrom(truncated(shippedTexts(), DAY));
    expect((await atDay(cut)).weights).toEqual(found.weights);
  });

  it('is decided by no single wrong figure', async () => {
    const texts = shippedTexts();
    const wrong = (texts['demand.csv'] ?? '').replace(
      /^(nvda-dc-fy25q1,.*?),22600000000,(.*?),22\.6,/mu,
      '$1,226000000000,$2,226,',
    );
    expect(wrong).not.toBe(texts['demand.csv']);
    const moved = await atDay(evidenceFrom({ ...texts, 'demand.csv': wrong }));
    expect(moved.effective).toBeGreaterThanOrEqual(LEAST_EFFECTIVE * moved.weights.length * (1 - 1e-9));
    const nvidia = async (conditioning: Calibration): Promise<number> => {
      const run = prepareRun(evidence(), PLAIN, DAY, 'strict', conditioning);
      const { rows } = await answerSeries(
        run,
        { name: 'shipments', by: 'designer', period: 'year' },
        options,
      );
      return rows.find(({ member }) => member === 'NVIDIA')!.p50;
    };
    expect(Math.abs(Math.log((await nvidia(moved)) / (await nvidia(found))))).toBeLessThan(0.15);
  });

  it('gives a run the draws that it picked, whatever the scenario sets', async () => {
    const run = prepareRun(evidence(), PLAIN, DAY, 'strict', found);
    const values = async (over = {}): Promise<readonly number[]> => {
      const answer = await answerSeries(
        prepareRun(evidence(), { ...PLAIN, ...over }, DAY, 'strict', found),
        { name: 'capex', by: 'buyer', period: 'year' },
        options,
      );
      return answer.rows.map(({ p50 }) => p50);
    };
    expect(ancestorsOf(found, 128)).toHaveLength(128);
    expect(run.conditioning).toBe(found);
    // A plant that never opens changes no budget: the same draws are picked.
    expect(await values({ removals: ['AP7 Chiayi P1'] })).toEqual(await values());
  });
});

describe('what a past year shares with the day’s run', () => {
  const run = prepareRun(evidence(), PLAIN, DAY);
  const belief = (input: string): NonNullable<ReturnType<typeof run.beliefs.get>> => run.beliefs.get(input)!;
  const none = new Map<string, string>();

  it('is what means the same in both, of the same distribution, and is not worked out from shipments', () => {
    const lag = belief('packaging lag');
    expect(isShared(lag, lag, none)).toBe(true);
    expect(isShared(lag, { ...lag, distribution: { kind: 'uniform', low: 1, high: 2 } }, none)).toBe(false);
    expect(isShared(lag, lag, new Map([[lag.assumptions[0]!, 'shipments.csv; Epoch AI wafers']]))).toBe(
      false,
    );
    expect(isShared(lag, undefined, none)).toBe(false);
    for (const input of [
      'initial gap',
      'initial overdue[nvidia]',
      'first-year growth[microsoft]',
      'base revenue[nvidia]',
    ])
      expect(isShared(belief(input), belief(input), none), input).toBe(false);
  });
});

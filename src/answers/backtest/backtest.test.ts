import { describe, expect, it } from 'vitest';
import { dataText, evidence, evidenceFrom, runFrom, shippedTexts } from '../../../e2e/support/evidence.ts';
import { truncated } from '../../../e2e/support/truncate.ts';
import { parseAddress } from '../figure/address.ts';
import { resolveFigure } from '../figure/resolve-figure.ts';
import type { Evidence } from '../prepare-run.ts';
import type { BacktestRun, ScoredTarget } from './backtest.ts';
import { runBacktest } from './backtest.ts';
import { baselineForecasts } from './baselines.ts';
import { rowsNamed } from './derivation.ts';
import { forecastAll, requestOf } from './model-forecasts.ts';
import { readProtocol } from './protocol.ts';
import { publishedForecasts } from './published-forecasts.ts';
import { periodOfSpan } from './span.ts';
import { targetsOf } from './targets.ts';

const FILE = 'backtest-protocol.yaml';
const protocol = readProtocol(dataText(FILE), FILE);
const DAY = '2025-02-28';
const OPTIONS = { draws: 64, seed: 1 };

async function strictRun(of: Evidence, day = DAY): Promise<BacktestRun> {
  const [run] = await runBacktest(of, protocol, { days: [day], history: 'strict' }, OPTIONS);
  if (run === undefined) throw new Error(`no run as of ${day}`);
  return run;
}

const forecasts = (run: BacktestRun): unknown[] =>
  run.targets.map(({ forecast, baselines, published }) => [
    forecast,
    baselines.map(({ name, point, distribution }) => [name, point, distribution]),
    published.map(({ row, value }) => [row.id, value]),
  ]);

describe('a backtest', () => {
  it('one outcome changed moves its scores, and no forecast', async () => {
    const before = await strictRun(evidence());
    const { register, assumptions } = evidence();
    const facts = register.facts.map((row) =>
      row.id === 'nvda-dc-fy2026' ? { ...row, value: 2 * (row.value ?? 0) } : row,
    );
    const after = await strictRun({ register: { ...register, facts }, assumptions });
    expect(forecasts(after)).toEqual(forecasts(before));
    const changed = before.targets.filter(
      (target, index) => target.score.crps !== after.targets[index]?.score.crps,
    );
    expect(changed.map(({ entry }) => entry.id)).toEqual(['nvidia-revenue-year']);
    const [target] = changed;
    const moved = after.targets.find(({ entry }) => entry.id === 'nvidia-revenue-year');
    expect(moved?.score.crps).toBeGreaterThan((target as ScoredTarget).score.crps);
    expect(moved?.baselines[0]?.score.crps).not.toBe(target?.baselines[0]?.score.crps);
  });

  it.each(['strict', 'pseudo-real-time'] as const)(
    'rows published later move no forecast, neither the model’s nor an opponent’s (%s)',
    async (history) => {
      const cut = evidenceFrom(truncated(shippedTexts(), DAY, history));
      const targets = targetsOf(evidence().register, protocol, DAY);
      const all = await Promise.all(
        [evidence(), cut].map(async (of) => {
          const run = runFrom(of, DAY, history);
          const asked = targets.flatMap((target) => {
            const request = requestOf(run, target);
            return typeof request === 'string' ? [] : [{ target, request }];
          });
          return {
            model: (await forecastAll(run, asked, OPTIONS)).map(({ sorted }) => [...sorted]),
            others: targets.map((target) => [
              baselineForecasts(run.view, target, protocol),
              publishedForecasts(run.view, target).map(({ value }) => value),
            ]),
          };
        }),
      );
      expect(all[0]?.model.length).toBeGreaterThan(50);
      expect(all[1]).toEqual(all[0]);
    },
  );

  it('gives every forecast an address that explain takes', async () => {
    const { targets } = await strictRun(evidence());
    const run = runFrom(evidence(), DAY);
    const { startYear, months } = run.catalogue;
    for (const { address, entry, member, outcome } of targets) {
      const figure = resolveFigure(run, parseAddress(address));
      if (figure.kind !== 'series') throw new Error(address);
      expect(figure.name).toBe(entry.of.series);
      expect(figure.period).toMatchObject(periodOfSpan(outcome.span, startYear, months) ?? {});
      const members = member === undefined ? entry.of.members : [member];
      expect(figure.members.every((held) => members.includes(held))).toBe(true);
    }
  });

  it('leaves out what the run does not reach, does not hold, or was made from', async () => {
    const run = await strictRun(evidence());
    const reasons = (id: string) =>
      run.leftOut.flatMap(({ target, reason }) => (target.entry.id === id ? [reason] : []));
    // Announced in March 2025, TPU v7 in April.
    expect(run.leftOut.find(({ target }) => target.member === 'B300 incl. GB300')?.reason).toBe('not-in-run');
    expect(run.leftOut.find(({ target }) => target.member === 'TPU v7')?.reason).toBe('not-in-run');
    // Published no guide by then: the model holds no capital expenditure of it.
    expect(reasons('capex-coreweave-year')).toEqual(['no-forecast']);
    // How fast a product leaves production was taken from the end of the H100.
    const derived = run.leftOut.find(({ reason }) => reason === 'derived');
    expect(derived?.target.member).toBe('H100/H200');
    expect(derived?.assumptions).toEqual(['product phase-out']);
    expect(run.targets.some(({ entry }) => entry.id === 'capex-coreweave-year')).toBe(false);
  });

  it('tells why there is no run as of a day', async () => {
    const run = await strictRun(evidence(), '2021-01-31');
    expect(run.targets).toEqual([]);
    expect(run.problems.length).toBeGreaterThan(0);
  });
});

describe('naive opponents', () => {
  it('say what the register said last, and what lines through it say', () => {
    const { view } = runFrom(evidence(), DAY);
    const target = targetsOf(evidence().register, protocol, DAY).find(
      ({ entry, outcome }) => entry.id === 'nvidia-revenue-quarter' && outcome.span.last === 2025 * 12 + 3,
    );
    const all = target ? baselineForecasts(view, target, protocol) : [];
    // Data-centre revenue of fiscal 2025, fourth quarter: 35.6 bn USD.
    expect(all.find(({ name }) => name === 'last')?.point).toBeCloseTo(35.58e9, -8);
    const linear = all.find(({ name }) => name === 'linear')?.point ?? 0;
    const exponential = all.find(({ name }) => name === 'exponential')?.point ?? 0;
    expect(linear).toBeGreaterThan(35.58e9);
    expect(exponential).toBeGreaterThan(linear);
    for (const { distribution } of all) expect(distribution.sd).toBeGreaterThan(protocol.baselines.least / 2);
  });

  it('repeat the company’s guidance for exactly its period', () => {
    const { view } = runFrom(evidence(), DAY);
    const target = targetsOf(evidence().register, protocol, DAY).find(
      ({ entry }) => entry.id === 'capex-meta-year',
    );
    const guide = target && baselineForecasts(view, target, protocol).find(({ name }) => name === 'guidance');
    // Meta, 24 January 2025: 60 to 65 bn USD.
    expect(guide?.point).toBe(62.5e9);
  });
});

describe('rows that an assumption derives from', () => {
  it('are those of the file that hold every word', () => {
    const { register } = evidence();
    const rows = rowsNamed(register, 'demand.csv ai_revenue AMD');
    expect(rows.has('amd-ai-2024-actual')).toBe(true);
    for (const id of rows) {
      const row = register.facts.find((fact) => fact.id === id);
      expect(row?.file).toBe('demand.csv');
    }
    expect(rowsNamed(register, 'Epoch AI wafers').size).toBe(0);
    expect(rowsNamed(register, 'shipments.csv; Epoch AI wafers').size).toBeGreaterThan(200);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { dataText, evidence } from '../../../e2e/support/evidence.ts';
import { runBacktest } from '../../answers/backtest/backtest.ts';
import { readProtocol } from '../../answers/backtest/protocol.ts';
import { summariseBacktest, summariseSideBySide } from '../../answers/backtest/summary.ts';
import type { BacktestAnswer } from '../backtest-data.ts';
import { sceneOf } from '../charts/chart.ts';
import { markdownTable } from './markdown.ts';
import type { KeptScore } from './score-history.ts';
import { outcomesChart, placesChart } from './validation-charts.ts';
import { calibrationSection } from './calibration-section.ts';
import { validationReport } from './validation-report.ts';

const FILE = 'backtest-protocol.yaml';
const LINKS = { protocol: 'p.yaml', history: 'h.csv', scores: 's.csv' };

const score = (change: string, crps: number): KeptScore => ({
  change,
  history: 'strict',
  group: 'all',
  horizon: 'all',
  targets: 10,
  crps,
  coverage: 0.5,
});

describe('the validation report', () => {
  let backtest: BacktestAnswer;

  beforeAll(async () => {
    const protocol = readProtocol(dataText(FILE), FILE);
    const runs = await runBacktest(
      evidence(),
      protocol,
      { days: ['2025-02-28'], series: ['revenue', 'capex'] },
      { draws: 32, seed: 1 },
    );
    backtest = {
      protocol,
      hash: 'f00',
      draws: 32,
      seed: 1,
      calibrated: false,
      runs,
      summaries: summariseBacktest(runs, protocol),
      sideBySide: summariseSideBySide(runs, protocol),
    };
  });

  it.each(['en', 'ja'] as const)('names scores, losses, changes and pictures (%s)', (language) => {
    const history = [score('first', 0.5), score('second', 0.4)];
    const pictures = { places: 'places.svg' };
    const text = validationReport({ backtest, history, links: LINKS, pictures }, language, [
      () => '## Another part',
    ]);
    expect(text).toContain('f00');
    expect(text).toContain('(p.yaml)');
    expect(text).toContain('](places.svg)');
    expect(text).not.toContain('outcomes.svg');
    expect(text).toContain('## Another part');
    expect(text).toMatch(/\| first \| 0\.50 \|.*\n\| second \| 0\.40 \|/u);
    // As of February 2025 the model puts the revenue of Instinct too high.
    const label = backtest.protocol.series.find(({ id }) => id === 'amd-revenue-year')?.label[language];
    expect(text).toContain(label);
    for (const { what } of backtest.protocol.unscored) expect(text).toContain(what[language]);
    expect(text).not.toMatch(/NaN|undefined|–%/u);
  });

  it.each([
    [0.9, 'strict: the CRPS in total is 10.0% better with calibration.'],
    [1.05, 'strict: the CRPS in total is 5.0% worse with calibration.'],
  ])('says what calibration does to the scores (%s)', (factor, verdict) => {
    const summaries = backtest.summaries.map((summary) => {
      const { all } = summary;
      return { ...summary, all: { ...all, total: { ...all.total, crps: all.total.crps * factor } } };
    });
    const text = calibrationSection(backtest, { ...backtest, calibrated: true, summaries }, 'en');
    expect(text).toContain(verdict);
    const crps = backtest.summaries[0]!.all.total.crps;
    expect(text).toContain(`| ${crps.toFixed(3)} | ${(crps * factor).toFixed(3)} |`);
    expect(text).not.toMatch(/NaN|undefined/u);
  });

  it('draws where outcomes lay, and forecasts over outcomes', () => {
    const places = placesChart(backtest, 'en');
    const total = places?.columns.reduce((sum, { value }) => sum + value, 0);
    expect(total).toBeCloseTo(1, 9);
    const outcomes = outcomesChart(backtest, 'en');
    const four = outcomes?.items.find(({ name }) => name.startsWith('Capex of the four largest'));
    expect(four?.outcome?.value).toBe(1);
    expect(four?.outcome?.text).toMatch(/^USD \d+ bn$/u);
    expect(four?.median).toBeGreaterThan(0.7);
    expect(four?.median).toBeLessThan(1.1);
    if (outcomes) expect(sceneOf(outcomes, { width: 390, language: 'en' }).marks.length).toBeGreaterThan(50);
  });

  it('writes tables that hold any text', () => {
    const table = markdownTable({
      columns: [{ title: 'a\nb' }, { title: 'c', align: 'right' }],
      groups: [{ rows: [['x|y', '1']] }],
    });
    expect(table).toBe('| a b | c |\n| --- | ---: |\n| x\\|y | 1 |');
  });
});

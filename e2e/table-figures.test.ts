import { describe, expect, it } from 'vitest';
import { answerAsic } from '../src/answers/asic.ts';
import { answerGuidance } from '../src/answers/capex-guidance.ts';
import { explainCost } from '../src/answers/explain-cost.ts';
import { rangeOfFigure } from '../src/answers/explain-range.ts';
import { parseAddress } from '../src/answers/figure/address.ts';
import { rowsNamed } from '../src/answers/figure/named-rows.ts';
import { resolveFigure } from '../src/answers/figure/resolve-figure.ts';
import { answerForecast } from '../src/answers/forecast.ts';
import { answerSeriesSet } from '../src/answers/series-set.ts';
import { answerTraining, trainingContext } from '../src/answers/train-cost.ts';
import type { Summary } from '../src/engine/index.ts';
import { centralValue } from '../src/register/index.ts';
import { asicFans } from '../src/show/asic-charts.ts';
import type { ChartSpec } from '../src/show/charts/chart-spec.ts';
import { tableOf } from '../src/show/charts/chart.ts';
import type { DataCell } from '../src/show/charts/data-table.ts';
import { flowChart, flowRows } from '../src/show/flow-charts.ts';
import { guidanceIntervals } from '../src/show/guidance-charts.ts';
import { bindingHeatMap, hingeTornado, shortageFan, waitBars } from '../src/show/page-charts.ts';
import { seriesChart } from '../src/show/series-charts.ts';
import { trainCostBars } from '../src/show/train-cost-bars.ts';
import { panelsOf, seriesOfPage } from '../src/web/pages/series/panels.ts';
import { evidence, runAsOf } from './support/evidence.ts';

const AS_OF = '2026-09-30';
const run = runAsOf(AS_OF);
const options = { draws: 24, seed: 5 };
type Open = Exclude<DataCell, string>;

/** Cells that open: of the first column that has any and of the last, the first and the last. */
function opening(spec: ChartSpec): Open[] {
  const { header, rows } = tableOf(spec, 'en');
  const columns = header.flatMap((_, column) => {
    const cells = rows.flatMap((row) => {
      const cell = row[column];
      return cell === undefined || typeof cell === 'string' ? [] : [cell];
    });
    return cells.length === 0 ? [] : [cells];
  });
  const cells = [columns[0], columns.at(-1)].flatMap((each) => [each?.[0] ?? [], each?.at(-1) ?? []].flat());
  return [...new Set(cells)];
}

async function rangeAt(text: string): Promise<Summary> {
  const address = parseAddress(text);
  return (await rangeOfFigure(run, resolveFigure(run, address), address.change, options)).range;
}

/** What opens from a table is the figure that stands there: the same number, worked out by its address alone. */
describe('figures of tables', () => {
  it.each(['supply', 'demand', 'buyers', 'asic', 'fleet'])('%s', async (page) => {
    const series = await answerSeriesSet(run, seriesOfPage(page), options);
    let count = 0;
    for (const panel of panelsOf(page)) {
      if (panel.chart === 'flow') {
        const rows = flowRows(series, panel.measures[0]!, '2027');
        const cells = opening(flowChart(rows!, { title: '' }, 'en'));
        for (const { figure } of cells) expect((await rangeAt(figure)).p50).toBeGreaterThanOrEqual(0);
        count += cells.length;
        continue;
      }
      const { question, chart, member } = panel;
      const found = series.find(
        ({ name, dimension, period }) =>
          name === question.name && dimension === question.by && period === question.period,
      );
      const how = { chart, title: '', draws: options.draws, asOf: AS_OF };
      const spec = seriesChart(found!, member === undefined ? how : { ...how, member }, 'en');
      if (spec.kind !== 'area' && spec.kind !== 'fan' && spec.kind !== 'bars') throw new Error(spec.kind);
      const cells = opening(spec);
      expect(cells.length).toBeGreaterThan(1);
      for (const { text, figure } of cells) {
        const { mean, p50 } = await rangeAt(figure);
        // Layers are means, which add up.
        expect([figure, text.split(' (')[0]]).toEqual([
          figure,
          spec.format.figure(spec.kind === 'area' ? mean : p50),
        ]);
      }
      count += cells.length;
    }
    expect(count).toBeGreaterThanOrEqual(10);
  });

  it('first screen, chokepoints and own chips', async () => {
    const [answer, asic] = await Promise.all([
      answerForecast(run, options),
      answerAsic(run, evidence(), options),
    ]);
    const charts = [
      shortageFan({ scenario: answer, baseline: answer, assumptions: null, draws: options.draws }, 'en'),
      bindingHeatMap(answer, 'en'),
      hingeTornado(answer, answer, 'en'),
      waitBars(answer, 'en'),
      ...asicFans(asic, 'en'),
    ];
    for (const spec of charts) {
      const cells = opening(spec);
      expect([spec.title, cells.length]).not.toEqual([spec.title, 0]);
      for (const { text, figure } of cells) {
        const { mean, p50 } = await rangeAt(figure);
        const told = text.split(' (')[0];
        if (spec.kind === 'heat-map') expect(told).toBe(String(Math.round(mean * 100)));
        else if (spec.kind === 'tornado') expect(told).toBe(spec.format.figure(mean * 100));
        else if (spec.kind === 'fan' || spec.kind === 'bars') expect(told).toBe(spec.format.figure(p50));
      }
    }
  });

  it('costs of a training run', () => {
    const context = trainingContext(run.view, evidence());
    const answer = answerTraining(context, { model: 'deepseek-v3' }, options);
    const spec = trainCostBars(answer, 'en');
    const cells = opening(spec);
    expect(cells).toHaveLength(2);
    for (const { text, figure } of cells)
      expect(text.split(' (')[0]).toBe(
        spec.format.figure(explainCost(context, parseAddress(figure), options).range.p50),
      );
  });

  it('guides and reports are rows of the register, told as they stand there', () => {
    const { buyers } = answerGuidance(evidence().register, AS_OF);
    for (const guided of buyers) {
      const spec = guidanceIntervals(guided, [], 'en');
      for (const { text, figure } of opening(spec)) {
        const rows = rowsNamed(run.view.facts, parseAddress(figure));
        const values = rows.map((row) => spec.format.figure(centralValue(row)!));
        // Of several reports the middle one is told.
        if (rows.length === 1) expect(text).toContain(values[0]);
      }
    }
    expect(() => rowsNamed(run.view.facts, parseAddress('fact/no-such-row'))).toThrow(
      expect.objectContaining({ problems: [{ code: 'unknown-row', params: { found: 'no-such-row' } }] }),
    );
  });
});

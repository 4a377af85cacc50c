import { runEnsemble } from '../src/answers/ensemble.ts';
import type { Request } from '../src/answers/ensemble.ts';
import { monthOfDay, periodOfMonths } from '../src/answers/period.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import type { SeriesDimension } from '../src/answers/series-catalogue.ts';
import { seriesOf } from '../src/answers/series-catalogue.ts';
import { compileBatch, createSampler, summarise } from '../src/engine/index.ts';
import { batchesOf } from './kernel-timing.ts';
import { QUARTERS, SMALL_OUTPUT, smallInputs, smallModel } from './small-model.ts';
import type { ComparedModel } from './sobol.ts';
import { labelOf } from './whole-models.ts';
import type { PreparedModel } from './whole-models.ts';

/** Quarters after which the small model is looked at. */
const LOOKED_AT = [8, 16, QUARTERS];

/** The common small model: what is installed early on, later and at the end. */
export function smallCompared(): ComparedModel {
  const graph = smallModel();
  const kernel = compileBatch(graph, [SMALL_OUTPUT]);
  const { lanes } = kernel;
  const tables = new Float64Array(0);
  return {
    model: 'the common small model',
    figures: LOOKED_AT.map((quarter) => ({ figure: `${SMALL_OUTPUT}, quarter ${quarter}`, unit: 'unit' })),
    summaries: async (method, draws, seed) => {
      const sampler = createSampler({ variables: smallInputs(graph), method, seed });
      const values = LOOKED_AT.map(() => new Float64Array(draws));
      const out = new Float64Array(QUARTERS * lanes);
      for (const [number, inputs] of batchesOf(draws, lanes, graph.inputs.length, sampler).entries()) {
        kernel.run(inputs, tables, QUARTERS, out);
        const first = number * lanes;
        for (const [row, quarter] of LOOKED_AT.entries()) {
          const start = (quarter - 1) * lanes;
          values[row]!.set(out.subarray(start, start + Math.min(lanes, draws - first)), first);
        }
      }
      return values.map((each) => summarise(each));
    },
  };
}

/** A whole model: its headline figures. */
export function wholeCompared({ run, size }: PreparedModel): ComparedModel {
  const figures = figuresOf(run);
  const requests = figures.map(({ request }) => request);
  return {
    model: `the whole model, ${labelOf(size)}`,
    figures,
    summaries: async (method, draws, seed) => {
      const { summaries } = await runEnsemble(run, requests, { draws, seed, method });
      return summaries.map(([summary]) => summary!);
    },
  };
}

interface Figure {
  readonly figure: string;
  readonly unit: string;
  readonly request: Request;
}

/** Headline figures: how short a year on, NVIDIA’s packages of the year, compute delivered and standing next year. */
function figuresOf(run: PreparedRun): Figure[] {
  const { startYear, months } = run.catalogue;
  const present = monthOfDay(startYear, run.view.date);
  const year = Math.floor(present / 12);
  const later = Math.min(present + 12, months - 1);
  const yearOf = (first: number): Request['periods'][number] =>
    periodOfMonths(startYear, first * 12, first * 12 + 11);
  const all = seriesOf(run.catalogue);
  const figure = (
    name: string,
    by: SeriesDimension,
    member: string,
    period: Request['periods'][number],
  ): Figure => {
    const series = all.find((candidate) => candidate.name === name);
    const found = series?.dimensions.get(by)?.find((candidate) => candidate.member === member);
    if (series === undefined || found === undefined) throw new RangeError(`no ${member} in ${name} by ${by}`);
    return {
      figure: [name, member, period.start.slice(0, period.first === period.last ? 7 : 4)].join(', '),
      unit: series.unit,
      request: { ...found, overTime: series.overTime, periods: [period] },
    };
  };
  return [
    figure('overdue-months', 'total', 'gpu', periodOfMonths(startYear, later, later)),
    figure('shipments', 'designer', 'NVIDIA', yearOf(year)),
    figure('h100e', 'total', 'all', yearOf(year + 1)),
    figure('fleet-owned', 'total', 'all', yearOf(year + 1)),
  ];
}

import { runEnsemble } from '../src/answers/ensemble.ts';
import type { Request } from '../src/answers/ensemble.ts';
import { monthOfDay, periodOfMonths } from '../src/answers/period.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import type { SeriesDimension } from '../src/answers/series-catalogue.ts';
import { seriesOf } from '../src/answers/series-catalogue.ts';
import { stopWorkers } from '../src/engine/index.ts';
import type { SamplingMethod } from '../src/engine/index.ts';

/** How far quantiles from Sobol points and from plain draws are from the truth, for one quantile of one figure. */
export interface SamplingError {
  readonly figure: string;
  readonly unit: string;
  readonly quantile: 'p10' | 'p50' | 'p90';
  /** From many plain draws. */
  readonly reference: number;
  /** Root mean square errors over the replicates, in units of the figure. */
  readonly sobolError: number;
  readonly plainError: number;
  /**
   * The first over the second: up to 1, so many Sobol points do what so many plain draws do. Null where plain draws
   * make no error, since the quantile is a bound that many futures lie on.
   */
  readonly ratio: number | null;
}

export interface SamplingComparison {
  readonly sobolDraws: number;
  readonly plainDraws: number;
  readonly referenceDraws: number;
  readonly replicates: number;
  readonly errors: readonly SamplingError[];
  /** Geometric mean of the ratios. */
  readonly ratio: number;
}

export interface ComparisonSizes {
  readonly sobolDraws: number;
  readonly plainDraws: number;
  readonly referenceDraws: number;
  readonly replicates: number;
}

export const COMPARISON: ComparisonSizes = {
  sobolDraws: 2048,
  plainDraws: 10_000,
  referenceDraws: 2 ** 17,
  replicates: 20,
};

const QUANTILES = ['p10', 'p50', 'p90'] as const;
/** Far from the seeds of the replicates, which are 1, 2, 3 … */
const REFERENCE_SEED = 1_000_003;

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

/** Runs the replicates of both methods; `tell` hears how far it is. */
export async function compareSampling(
  run: PreparedRun,
  sizes: ComparisonSizes,
  tell: (text: string) => void,
): Promise<SamplingComparison> {
  const figures = figuresOf(run);
  const requests = figures.map(({ request }) => request);
  /** `[figure][quantile]` */
  const quantiles = async (method: SamplingMethod, draws: number, seed: number): Promise<number[][]> => {
    const { summaries } = await runEnsemble(run, requests, { draws, seed, method });
    return summaries.map(([summary]) => QUANTILES.map((name) => summary![name]));
  };
  const { sobolDraws, plainDraws, referenceDraws, replicates } = sizes;
  tell('Sobol, reference');
  const reference = await quantiles('philox', referenceDraws, REFERENCE_SEED);
  const sobol: number[][][] = [];
  const plain: number[][][] = [];
  for (let seed = 1; seed <= replicates; seed++) {
    tell(`Sobol, ${seed}/${replicates}`);
    sobol.push(await quantiles('sobol', sobolDraws, seed));
    plain.push(await quantiles('philox', plainDraws, seed));
  }
  await stopWorkers();
  const errors = figures.flatMap(({ figure, unit }, row) =>
    QUANTILES.map((quantile, column): SamplingError => {
      const truth = reference[row]![column]!;
      const errorOf = (found: readonly number[][][]): number =>
        Math.sqrt(found.reduce((sum, each) => sum + (each[row]![column]! - truth) ** 2, 0) / found.length);
      const [sobolError, plainError] = [errorOf(sobol), errorOf(plain)];
      const ratio = plainError === 0 ? null : sobolError / plainError;
      return { figure, unit, quantile, reference: truth, sobolError, plainError, ratio };
    }),
  );
  const logs = errors.flatMap(({ ratio }) => (ratio === null ? [] : Math.log(ratio)));
  const ratio = Math.exp(logs.reduce((sum, each) => sum + each, 0) / logs.length);
  return { ...sizes, errors, ratio };
}

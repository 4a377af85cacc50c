import type { SamplingMethod, Summary } from '../src/engine/index.ts';

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
  /** The model whose figures are compared. */
  readonly model: string;
  readonly sobolDraws: number;
  readonly plainDraws: number;
  readonly referenceDraws: number;
  readonly replicates: number;
  readonly errors: readonly SamplingError[];
  /** Geometric mean of the ratios. */
  readonly ratio: number;
}

/** How many draws a comparison takes, and how often. */
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

/** A model with some of its figures, to be drawn by either method. */
export interface ComparedModel {
  readonly model: string;
  readonly figures: readonly { readonly figure: string; readonly unit: string }[];
  /** Of every figure what so many draws of a seed give. */
  readonly summaries: (method: SamplingMethod, draws: number, seed: number) => Promise<readonly Summary[]>;
}

/** Runs the replicates of both methods; `tell` hears how far it is. */
export async function compareSampling(
  { model, figures, summaries }: ComparedModel,
  sizes: ComparisonSizes,
  tell: (text: string) => void,
): Promise<SamplingComparison> {
  const { sobolDraws, plainDraws, referenceDraws, replicates } = sizes;
  tell(`Sobol, ${model}, reference`);
  const reference = await summaries('philox', referenceDraws, REFERENCE_SEED);
  const sobol: (readonly Summary[])[] = [];
  const plain: (readonly Summary[])[] = [];
  for (let seed = 1; seed <= replicates; seed++) {
    tell(`Sobol, ${model}, ${seed}/${replicates}`);
    sobol.push(await summaries('sobol', sobolDraws, seed));
    plain.push(await summaries('philox', plainDraws, seed));
  }
  const errors = figures.flatMap(({ figure, unit }, row) =>
    QUANTILES.map((quantile): SamplingError => {
      const truth = reference[row]![quantile];
      const errorOf = (found: readonly (readonly Summary[])[]): number =>
        Math.sqrt(found.reduce((sum, each) => sum + (each[row]![quantile] - truth) ** 2, 0) / found.length);
      const [sobolError, plainError] = [errorOf(sobol), errorOf(plain)];
      const ratio = plainError === 0 ? null : sobolError / plainError;
      return { figure, unit, quantile, reference: truth, sobolError, plainError, ratio };
    }),
  );
  const logs = errors.flatMap(({ ratio }) => (ratio === null ? [] : Math.log(ratio)));
  const ratio = Math.exp(logs.reduce((sum, each) => sum + each, 0) / logs.length);
  return { model, ...sizes, errors, ratio };
}

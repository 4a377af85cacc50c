import { hashName, sobolIndices } from '../../engine/index.ts';
import type { SobolIndex, Variant } from '../../engine/index.ts';
import { runEnsemble, drawingOf } from '../ensemble.ts';
import type { EnsembleOptions, Request } from '../ensemble.ts';
import type { PreparedRun } from '../prepare-run.ts';
import type { InputGroup } from './input-groups.ts';
import type { WatchedFigure } from './watched-figures.ts';

/** Draws of the figures and of what they rest on. */
export interface KeptDraws {
  /** `[figure][draw]`. */
  readonly outputs: readonly Float64Array[];
  /** `[input][draw]`, of the inputs asked for. */
  readonly inputs: readonly Float64Array[];
}

/** Draws, and the Sobol indices that come of drawing some inputs anew: `[figure][group]`. */
export interface VarianceParts {
  readonly kept: KeptDraws;
  readonly indices: readonly (readonly SobolIndex[])[];
}

/**
 * Draws a run as any answer does, keeps figures and inputs, and draws each of some sets of inputs anew from a second,
 * independent sample (Saltelli’s design): sets closed under correlation. Without sets there is no second sample.
 */
export async function drawVariance(
  run: PreparedRun,
  sets: readonly (readonly InputGroup[])[],
  inputs: readonly string[],
  {
    requests,
    figures,
  }: { readonly requests: readonly Request[]; readonly figures: readonly WatchedFigure[] },
  options: EnsembleOptions,
): Promise<VarianceParts> {
  const { draws, seed } = options;
  // The second sample takes numbers of its own: another scramble of the same Sobol points would follow the first.
  const [other] = hashName('second sample', seed);
  const { sampling: first, held } = drawingOf(run, options);
  const sampling = { ...first, method: 'philox' as const, seed: other >>> 0 };
  const takes = sets.map((set): Variant => ({ sampling, held, taken: set.flatMap(indicesOf) }));
  const variants: Variant[] = [{}, ...(sets.length > 0 ? [{ sampling, held }, ...takes] : [])];
  const outputs = variants.map(() => figures.map(() => new Float64Array(draws)));
  const kept = inputs.map(() => new Float64Array(draws));
  await runEnsemble(run, requests, options, {
    variants,
    inputs,
    gather: (block) => {
      for (const [variant, ofFigures] of outputs.entries())
        for (const [figure, into] of ofFigures.entries())
          into.set(figures[figure]!.read(block, variant), block.first);
      for (const [position, into] of kept.entries()) into.set(block.input(position), block.first);
    },
  });
  const [a, b, ...mixed] = outputs;
  return {
    kept: { outputs: a!, inputs: kept },
    indices: figures.map((_, figure) =>
      b === undefined
        ? []
        : sobolIndices(
            { a: a![figure]!, b: b[figure]!, mixed: mixed.map((of) => of[figure]!) },
            { seed: other >>> 0 },
          ),
    ),
  };
}

function indicesOf({ factors }: InputGroup): number[] {
  return factors.flat().map(({ index }) => index);
}

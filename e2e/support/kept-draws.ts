import { runEnsemble, slotsOf } from '../../src/answers/ensemble.ts';
import type { Ensemble, EnsembleOptions, EnsembleParts, Request } from '../../src/answers/ensemble.ts';
import type { PreparedRun } from '../../src/answers/prepare-run.ts';

/** An ensemble with every draw kept. */
export interface KeptDraws {
  readonly ensemble: Ensemble;
  /** `[variant][request][period][draw]`. */
  readonly values: readonly (readonly (readonly Float64Array[])[])[];
  /** `[draw]`, by name. */
  readonly inputs: ReadonlyMap<string, Float64Array>;
}

/** As `runEnsemble`, keeping what its answers let go. */
export async function keepDraws(
  run: PreparedRun,
  requests: readonly Request[],
  options: EnsembleOptions,
  { inputs = [], variants = [{}], ...parts }: Omit<EnsembleParts, 'gather'> = {},
): Promise<KeptDraws> {
  const room = (draws = options.draws): Float64Array => new Float64Array(Math.min(draws, options.draws));
  const values = variants.map(({ draws }) => requests.map(({ periods }) => periods.map(() => room(draws))));
  const kept = inputs.map((name) => [name, room()] as const);
  const slots = slotsOf(requests);
  const ensemble = await runEnsemble(run, requests, options, {
    ...parts,
    inputs,
    variants,
    gather: (block) => {
      for (const [variant, of] of values.entries())
        for (const [request, periods] of of.entries())
          for (const [period, into] of periods.entries())
            if (block.drawsOf(variant) > 0)
              into.set(block.values((slots[request] ?? 0) + period, variant), block.first);
      for (const [position, [, into]] of kept.entries()) into.set(block.input(position), block.first);
    },
  });
  return { ensemble, values, inputs: new Map(kept) };
}

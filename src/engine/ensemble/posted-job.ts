import type { SamplerOptions } from '../sampling-plan.ts';
import type { EnsembleJob, Variant } from './ensemble-job.ts';

/** A job as it is posted to a worker: kernels and samplings go by numbers, and are posted once. */
export interface PostedJob extends Omit<EnsembleJob, 'kernel' | 'sampling' | 'variants'> {
  readonly sampling: number;
  readonly variants: readonly PostedVariant[];
}

export interface PostedVariant extends Omit<Variant, 'sampling'> {
  readonly sampling?: number;
}

/** Samplings kept by a worker beyond those of its last job. */
const KEPT_SAMPLINGS = 4;

let samplings = 0;
const numbers = new WeakMap<SamplerOptions, number>();

/** The same number for the same options. */
function samplingNumber(options: SamplerOptions): number {
  const number = numbers.get(options) ?? ++samplings;
  numbers.set(options, number);
  return number;
}

/** Every way of drawing that a job needs, by number. */
export function samplingsOf(job: Pick<EnsembleJob, 'sampling' | 'variants'>): Map<number, SamplerOptions> {
  const all = [job.sampling, ...job.variants.flatMap(({ sampling }) => sampling ?? [])];
  return new Map(all.map((options) => [samplingNumber(options), options]));
}

/** The numbers that a worker keeps once it is to run a job: the job's own, and some of those before. */
export function keptSamplings(before: readonly number[], needed: ReadonlyMap<number, unknown>): number[] {
  const earlier = before.filter((number) => !needed.has(number));
  return [...earlier.slice(-KEPT_SAMPLINGS), ...needed.keys()];
}

export function toPosted(job: EnsembleJob): PostedJob {
  const { held = [], tables, months, draws, blockDraws, inputs, sampling: options, variants } = job;
  return {
    held,
    tables,
    months,
    draws,
    blockDraws,
    inputs,
    sampling: samplingNumber(options),
    variants: variants.map(({ sampling, ...variant }) => ({
      ...variant,
      ...(sampling && { sampling: samplingNumber(sampling) }),
    })),
  };
}

/** The job again, without its kernel. */
export function fromPosted(
  posted: PostedJob,
  optionsOf: (sampling: number) => SamplerOptions,
): Omit<EnsembleJob, 'kernel'> {
  return {
    ...posted,
    sampling: optionsOf(posted.sampling),
    variants: posted.variants.map(({ sampling, ...variant }) => ({
      ...variant,
      ...(sampling !== undefined && { sampling: optionsOf(sampling) }),
    })),
  };
}

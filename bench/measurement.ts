import type { ModelSize, WholeModel } from './whole-models.ts';

/**
 * What computes: this engine’s backends, emitted C (with vectors as wide as the processor has them, or of 128 bits as
 * WebAssembly has them), and other programs on the same model.
 */
export type Engine =
  | 'c'
  | 'c-128'
  | 'webassembly'
  | 'javascript'
  | 'interpreter'
  | 'numpy'
  | 'sdeverywhere'
  | 'squiggle'
  | 'none';

export type Part = 'small' | 'whole' | 'scaling' | 'workers' | 'start' | 'sobol' | 'browser';

export type Precision = 'f64' | 'f32';

/** Time of draws, in microseconds a draw. */
export interface Timing {
  /** Draws over which `warm` was measured. */
  readonly draws: number;
  /** Scalars kept of every draw. */
  readonly outputs: number;
  /** The whole run for an ensemble, else after warming up, the median of short stretches. */
  readonly warm: number;
  /** The first draws of the process. */
  readonly cold: number;
  /** Highest resident memory in 10⁶ bytes, where another process than this one computed. */
  readonly peakMemoryMB?: number;
  /** Operations of a step, where the model is one of several sizes. */
  readonly operations?: number;
  /** The whole model it was measured on; absent for the small one. */
  readonly model?: ModelSize;
  /** Largest relative difference of any result from that of JavaScript on the same inputs, where it was looked at. */
  readonly largestDifference?: number;
}

/** One repeat of one case. */
export interface Measurement extends Timing {
  /** Milliseconds of each stage before and after the draws. */
  readonly stages: Readonly<Record<string, number>>;
  readonly peakMemoryMB: number;
}

/** Runs work and notes how long it took. */
export type Timed = <T>(stage: string, work: () => T) => T;

export interface Settings {
  /** Draws at most, for a quick look; without it each case takes its own number. */
  readonly draws?: number;
  /** That of today’s whole model; the one that limits are judged at is always the same. */
  readonly scenario: string;
}

/** A case’s own number of draws, or fewer where a quick look is wanted. */
export function drawsOf(own: number, { draws = own }: Settings): number {
  return Math.min(own, draws);
}

/** What is measured, on what: each in a process of its own, so that memory and warmth are its own. */
export interface Case {
  readonly part: Part;
  readonly workload: string;
  readonly engine: Engine;
  readonly precision: Precision;
  readonly workers: number;
  /** Where it is of a whole model, which. */
  readonly model?: WholeModel;
  /** Measures in this process, which should have done nothing before. */
  readonly measure: (settings: Settings, timed: Timed) => Timing | Promise<Timing>;
}

/** Measures a case in this process. */
export async function measure(which: Case, settings: Settings): Promise<Measurement> {
  const stages: Record<string, number> = {};
  const timing = await which.measure(settings, (stage, work) => {
    const before = performance.now();
    const result = work();
    stages[stage] = performance.now() - before;
    return result;
  });
  return { peakMemoryMB: peakMemoryMB(), ...timing, stages };
}

/** Highest resident memory of this process so far, in 10⁶ bytes. */
export function peakMemoryMB(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

/** Microseconds a draw of work that says how many draws it did. */
export function microsecondsPerDraw(work: () => number): number {
  const before = performance.now();
  const draws = work();
  return ((performance.now() - before) * 1000) / draws;
}

/** Where node was started with `--expose-gc`, so that one part’s waste is not another part’s time. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

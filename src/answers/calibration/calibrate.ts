import type { Assumption } from '../../beliefs/assumption.ts';
import { Assumptions } from '../../beliefs/assumption.ts';
import { temper } from '../../engine/index.ts';
import type { BatchOptions, DrawOptions, SampledVariable, SamplerOptions } from '../../engine/index.ts';
import type { History, View } from '../../register/index.ts';
import type { Problem } from '../../problem/problem.ts';
import { runEnsemble, variablesOf } from '../ensemble.ts';
import { monthOfDay } from '../period.ts';
import { baseOf } from '../run-base.ts';
import type { Evidence } from '../run-base.ts';
import { runOn } from '../scenario-run.ts';
import type { PreparedRun } from '../scenario-run.ts';
import type { Conditioning } from './conditioning.ts';
import { knownQuantities } from './known-quantities.ts';
import type { KnownQuantity } from './known-quantity.ts';
import { logLikelihoods } from './likelihood.ts';
import type { ErrorModel } from './likelihood.ts';
import { PLAIN } from '../plain-scenario.ts';
import { pastRun } from './past-run.ts';
import { isShared } from './standing-inputs.ts';

/** The first year that is looked at. */
export const FIRST_YEAR = 2023;
/** Draws in the pool for each that is asked for, and the fewest. */
const POOL = 4;
const SMALLEST_POOL = 1024;
/** Share of the pool that stays effective at least; below, the likelihood is tempered. */
export const LEAST_EFFECTIVE = 0.1;

export interface CalibrationOptions extends DrawOptions, BatchOptions {
  /** Draws that will be asked for. */
  readonly draws: number;
  readonly seed: number;
}

/** One year of the past: a run from its January, held against what is known of it. */
export interface CalibrationYear {
  readonly year: number;
  readonly known: readonly KnownQuantity[];
  /** `[quantity][draw]`, as the model gives them. */
  readonly modelled: readonly Float64Array[];
  /** Inputs that the year draws as the run of the day does; all where it is the day's own year. */
  readonly shared: number;
  /** Why there is no run through the year. */
  readonly problems: readonly Problem[];
}

export interface Calibration extends Conditioning {
  readonly years: readonly CalibrationYear[];
  /** Effective draws were nothing tempered. */
  readonly effectiveUntempered: number;
  readonly errors: ErrorModel;
  /** The run that is conditioned, with nothing set. */
  readonly run: PreparedRun;
}

/** Draws in the pool for so many asked for. */
export function poolSize(draws: number): number {
  return Math.max(POOL * draws, SMALLEST_POOL);
}

/** Years of the past as of a day, the day's own the last. */
export function calibrationYears(day: string): number[] {
  const last = Number(day.slice(0, 4));
  const first = Math.min(FIRST_YEAR, last);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * Conditions the draws of a day on history since 2023. Through every year runs a model of its own, from that January,
 * on what is known by the day; each of its draws is weighed by what is known of that year (`knownQuantities`,
 * `logLikelihoods`), and the draw of the same number in the run of the day has the product of these weights. That is
 * sound because an input that means the same in both is drawn alike in both (`isShared`; Philox numbers depend on the
 * name alone), and all others are drawn independently: they are averaged over (pseudo-marginal importance weights,
 * Andrieu & Roberts 2009). Weights are tempered to leave enough draws. No scenario has a part in it.
 */
export async function calibrate(
  evidence: Evidence,
  day: string,
  history: History,
  options: CalibrationOptions,
): Promise<Calibration> {
  const run = runOn(baseOf(evidence, day, history), PLAIN);
  const pool = poolSize(options.draws);
  const { errors, stated } = errorsOf(evidence.assumptions, run.view);
  const derivedFrom = new Map(evidence.assumptions.map(({ id, derivedFrom: from }) => [id, from]));
  const total = new Float64Array(pool);
  const years: CalibrationYear[] = [];
  const all = calibrationYears(run.view.date);
  for (const [index, year] of all.entries()) {
    const own = index === all.length - 1;
    const through = own
      ? { run, startErrors: new Map<string, number>() }
      : pastRun(evidence, day, history, year);
    if (!('run' in through)) {
      years.push({ year, known: [], modelled: [], shared: 0, problems: through });
      continue;
    }
    const { run: past, startErrors } = through;
    const months = own ? monthOfDay(year, run.view.date) + 1 : 12;
    const known = knownQuantities(past, months, stated).map((quantity) => ({
      ...quantity,
      sigma: hypotenuse(quantity.sigma, startErrors.get(quantity.whose) ?? 0),
    }));
    const { sampling, shared } = own
      ? { sampling: samplingOfYear(run), shared: run.inputs.length }
      : samplingOfPast(past, run, year, derivedFrom);
    const modelled = await valuesOf(
      past,
      known,
      pool,
      { ...sampling, seed: options.seed },
      {
        ...options,
        progress: (done) => options.progress?.(Math.min(index * pool + done, all.length * pool - 1)),
      },
    );
    const logs = logLikelihoods(known, modelled, pool, errors);
    for (let draw = 0; draw < pool; draw++) total[draw]! += logs[draw]!;
    years.push({ year, known, modelled, shared, problems: [] });
  }
  options.progress?.(all.length * pool);
  const tempered = temper(total, LEAST_EFFECTIVE * pool);
  const known = years.reduce((sum, each) => sum + each.known.length, 0);
  return { ...tempered, seed: options.seed, known, years, errors, run };
}

function hypotenuse(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

type Sampling = Omit<SamplerOptions, 'seed'>;

function samplingOfYear(run: PreparedRun): Sampling {
  return { variables: variablesOf(run), correlations: run.correlations, method: 'philox' };
}

/** What is not shared with the run of the day gets a name, and so numbers, of its own. */
function samplingOfPast(
  past: PreparedRun,
  run: PreparedRun,
  year: number,
  derivedFrom: ReadonlyMap<string, string>,
): { readonly sampling: Sampling; readonly shared: number } {
  const mixed = new Set(past.correlations.flatMap(({ a, b }) => [a, b]));
  let shared = 0;
  const nameOf = new Map<string, string>();
  const variables = variablesOf(past).map((variable): SampledVariable => {
    const { name } = variable;
    const belief = past.beliefs.get(name);
    const alike =
      belief !== undefined && !mixed.has(name) && isShared(belief, run.beliefs.get(name), derivedFrom);
    if (alike) shared++;
    nameOf.set(name, alike ? name : `${name} of ${year}`);
    return { ...variable, name: nameOf.get(name) ?? name };
  });
  const correlations = past.correlations.map(({ a, b, rho }) => ({
    a: nameOf.get(a) ?? a,
    b: nameOf.get(b) ?? b,
    rho,
  }));
  return { sampling: { variables, correlations, method: 'philox' }, shared };
}

async function valuesOf(
  run: PreparedRun,
  known: readonly KnownQuantity[],
  draws: number,
  sampling: SamplerOptions,
  options: CalibrationOptions,
): Promise<Float64Array[]> {
  const values = known.map(() => new Float64Array(draws));
  if (known.length === 0) return values;
  const requests = known.map(({ request }) => request);
  await runEnsemble(
    run,
    requests,
    { ...options, draws },
    {
      drawing: { sampling, held: [] },
      gather: (block) => {
        for (const [slot, of] of values.entries()) of.set(block.values(slot), block.first);
      },
    },
  );
  return values;
}

function errorsOf(
  assumptions: readonly Assumption[],
  { date }: View,
): { readonly errors: ErrorModel; readonly stated: { readonly units: number; readonly capacity: number } } {
  const known = new Assumptions(assumptions, date, date);
  return {
    errors: {
      model: known.number('calibration, model error'),
      correlation: known.number('calibration, error correlation'),
      tail: known.number('calibration, tail'),
    },
    stated: { units: known.number('unit count error'), capacity: known.number('path error, level') },
  };
}

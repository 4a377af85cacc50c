import { Assumptions } from '../beliefs/assumption.ts';
import { peakOf, utilisationInput } from '../beliefs/training-beliefs.ts';
import type { Precision } from '../beliefs/precision.ts';
import type { TrainingContext } from '../beliefs/training-beliefs.ts';
import { quantileOf, summarise } from '../engine/index.ts';
import type { Summary } from '../engine/index.ts';
import { rentalCost } from '../model/training-cost.ts';
import type { Row, TrainedModel, View } from '../register/index.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import { aboutView } from './run-about.ts';
import type { ViewAbout } from './run-about.ts';
import { TRAINING_OUTPUTS, drawTraining } from './training-draws.ts';
import type { TrainingDraws, TrainingOutputName } from './training-draws.ts';
import type { FleetReach } from './training-fleet.ts';
import { reachOfFleets } from './training-fleet.ts';
import { planTraining } from './training-inputs.ts';
import type { TrainingInput, TrainingPlan } from './training-inputs.ts';
import type { TrainingQuestion } from './training-question.ts';
import { sourcesOf } from './training-sources.ts';
import type { TrainingSource } from './training-sources.ts';

/** An input with whoever published what it rests on. */
export interface SourcedInput extends TrainingInput {
  readonly sources: readonly TrainingSource[];
}

/** One output of a run over the draws. */
export interface TrainingOutput extends Summary {
  readonly name: TrainingOutputName;
  readonly unit: string;
}

/** The developer's own arithmetic: hours by stage, times a rate. */
export interface StatedCost {
  /** Accelerator-hours of each stage, in the order in which the model names its rows. */
  readonly stages: readonly Row[];
  readonly rate: Row;
  /** Accelerator-hours of all stages. */
  readonly hours: number;
  /** USD. */
  readonly cost: number;
}

/** What no method here counts, in the order in which it is told. */
export const LEFT_OUT = ['staff', 'experiments', 'failed-runs', 'data', 'buildings', 'inference'] as const;

/** What a run costs and takes. */
export interface TrainingAnswer extends Omit<TrainingPlan, 'inputs'>, ViewAbout {
  readonly question: TrainingQuestion;
  readonly draws: number;
  readonly seed: number;
  readonly inputs: readonly SourcedInput[];
  readonly outputs: readonly TrainingOutput[];
  /** Utilisation of the 16-bit peak, where the run is held against an 8-bit or 4-bit one. */
  readonly utilisationAt16Bits?: number;
  /** P10 and P90 of the utilisation assumed of runs that publish none, to hold an implied one against. */
  readonly usualUtilisation?: { readonly p10: number; readonly p90: number };
  readonly stated?: StatedCost;
  /** Rows of the register about this run: costs, hours, compute and clusters as published. */
  readonly published: readonly Row[];
  readonly leftOut: readonly (typeof LEFT_OUT)[number][];
}

export interface TrainCostAnswer extends TrainingAnswer {
  readonly scenario: string;
  readonly fleets: FleetReach;
}

/**
 * What a training run costs by three methods, and how long it takes, from what was known at the view's date. Throws
 * `ProblemError` as `planTraining` does.
 */
export function answerTraining(
  context: TrainingContext,
  question: TrainingQuestion,
  options: { readonly draws: number; readonly seed: number },
): TrainingAnswer {
  const plan = planTraining(context, question);
  return { question, ...describe(context, plan, drawTraining(plan, options), options.seed) };
}

/** The same, with the earliest month in which each buyer's running fleet could do it. */
export async function answerTrainCost(
  run: PreparedRun,
  evidence: Evidence,
  question: TrainingQuestion,
  options: EnsembleOptions,
): Promise<TrainCostAnswer> {
  const context = trainingContext(run.view, evidence);
  const plan = planTraining(context, question);
  const training = drawTraining(plan, options);
  return {
    scenario: run.scenario.name,
    question,
    ...describe(context, plan, training, options.seed),
    ...aboutView(run),
    fleets: await reachOfFleets(run, training, plan.product, options),
  };
}

/** Figures and assumptions of a view's date. */
export function trainingContext(view: View, { assumptions }: Pick<Evidence, 'assumptions'>): TrainingContext {
  return { view, assumptions: new Assumptions(assumptions, view.date, view.date) };
}

function describe(
  context: TrainingContext,
  plan: TrainingPlan,
  training: TrainingDraws,
  seed: number,
): Omit<TrainingAnswer, 'question'> {
  const { view } = context;
  const { inputs, ...about } = plan;
  const published = rowsOf(view, plan.model);
  const stated = statedCost(published);
  const isMeasured = training.values.has('utilisation') && !inputs.has('utilisation');
  const at16 = isMeasured ? utilisationAt16Bits(plan, training) : undefined;
  const scratch = new Float64Array(training.draws);
  return {
    asOf: view.date,
    history: view.history,
    draws: training.draws,
    seed,
    ...about,
    inputs: [...inputs.values()].map((input) => ({ ...input, sources: sourcesOf(input.rows, view) })),
    outputs: (Object.keys(TRAINING_OUTPUTS) as TrainingOutputName[]).flatMap((name) => {
      const values = training.values.get(name);
      return values ? [{ name, unit: TRAINING_OUTPUTS[name], ...summarise(values, scratch) }] : [];
    }),
    ...(at16 === undefined ? {} : { utilisationAt16Bits: at16 }),
    ...(isMeasured ? { usualUtilisation: usualUtilisation(context, plan.precision) } : {}),
    ...(stated ? { stated } : {}),
    published,
    leftOut: LEFT_OUT,
  };
}

function usualUtilisation(
  context: TrainingContext,
  precision: Precision,
): { readonly p10: number; readonly p90: number } {
  const { distribution } = utilisationInput(context, precision);
  return { p10: quantileOf(distribution, 0.1), p90: quantileOf(distribution, 0.9) };
}

/** Rows about a run in the order in which its model names them. */
function rowsOf(view: View, model: TrainedModel | undefined): readonly Row[] {
  return (model?.evidence ?? []).flatMap((id) => view.facts.filter((row) => row.id === id));
}

function statedCost(rows: readonly Row[]): StatedCost | undefined {
  const stages = rows.filter((row) => row.metric === 'gpu_hours' && row.value !== undefined);
  const rate = rows.find((row) => row.metric === 'rental_price');
  if (stages.length === 0 || rate?.value === undefined) return undefined;
  const hours = stages.reduce((sum, row) => sum + (row.value ?? 0), 0);
  return { stages, rate, hours, cost: rentalCost(hours, rate.value) };
}

function utilisationAt16Bits(plan: TrainingPlan, training: TrainingDraws): number | undefined {
  const own = peakOf(plan.product, plan.precision);
  const sixteen = peakOf(plan.product, 'bf16');
  const utilisation = training.values.get('utilisation');
  if (plan.precision === 'bf16' || !own || !sixteen || !utilisation) return undefined;
  return (summarise(utilisation).p50 * own) / sixteen;
}

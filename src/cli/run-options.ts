import { Option } from 'commander';
import type { Command } from 'commander';
import type { EnsembleOptions } from '../answers/ensemble.ts';
import type { LeverCatalogue } from '../model/lever.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { warmWorkers } from '../engine/index.ts';
import { calibrate, calibrationYears, poolSize } from '../answers/calibration/calibrate.ts';
import type { CalibrationOptions } from '../answers/calibration/calibrate.ts';
import type { Conditioning } from '../answers/calibration/conditioning.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import type { PreparedRun } from '../answers/prepare-run.ts';
import { withOverrides } from '../scenario/resolve-scenario.ts';
import { DEFAULT_SCENARIO } from '../scenario/scenario-url.ts';
import { parseSetOptions } from '../scenario/set-option.ts';
import { translate } from '../show/message.ts';
import { describeProblem } from '../show/problem-text.ts';
import type { Context } from './context.ts';
import { readScenario } from './dated-scenario.ts';
import { readEvidence } from './evidence.ts';
import { addFiguresOption } from './figures-option.ts';
import { loadModel } from './load-model.ts';
import type { LoadedModel, ModelQuestion } from './load-model.ts';
import { parseDay, parseWhole } from './option-values.ts';

/** What counts as known. */
export type HistoryOptions = Pick<ModelQuestion, 'asOf' | 'history'>;

/** What a scenario is read with. */
export interface DateOptions extends Omit<ModelQuestion, 'scenario'> {
  /** Whether what is known of the past weighs the draws. */
  readonly calibrate?: boolean;
}

/** Options shared by every command that builds the model. */
export interface ModelOptions extends DateOptions, ModelQuestion {}

/** How many futures to draw, and how. */
export interface FutureOptions {
  readonly draws: number;
  readonly seed: number;
  readonly workers?: number;
}

/** Options shared by every command that draws futures from the model. */
export interface RunOptions extends ModelOptions, FutureOptions {}

/** A run ready to be drawn from. */
export interface LoadedRun extends LoadedModel {
  /** Draws and seed as asked for; tells of its progress on a terminal. */
  readonly ensemble: EnsembleOptions;
}

export const DEFAULT_DRAWS = 1024;
const DEFAULT_SEED = 1;
const MOST_DRAWS = 1_000_000;
const MOST_WORKERS = 256;

/** Adds `--scenario` and the options of `addDateOptions` to a command. */
export function addModelOptions(command: Command, context: Context): Command {
  const { language } = context;
  return addDateOptions(
    command.option('--scenario <name>', translate(language, 'run.option.scenario'), DEFAULT_SCENARIO),
    context,
  );
}

/** Adds `--as-of`, `--history`, `--figures` and `--set` to a command. */
export function addDateOptions(command: Command, context: Context): Command {
  return addHistoryOptions(command, context).option(
    '--set <path=value>',
    translate(context.language, 'run.option.set'),
    collect,
    [],
  );
}

/** Adds `--as-of`, `--history` and `--figures` to a command. */
export function addHistoryOptions(command: Command, context: Context): Command {
  const { language } = context;
  return addFiguresOption(command, context)
    .option('--as-of <date>', translate(language, 'run.option.asOf'), parseDay)
    .addOption(
      new Option('--history <kind>', translate(language, 'run.option.history'))
        .choices(['strict', 'pseudo-real-time'])
        .default('strict'),
    );
}

/** Adds the options of `addModelOptions` and `addDrawOptions`, and `--calibrate`, to a command. */
export function addRunOptions(command: Command, context: Context, draws = DEFAULT_DRAWS): Command {
  return addCalibrateOption(addDrawOptions(addModelOptions(command, context), context, draws), context);
}

/** Adds `--calibrate` to a command. */
export function addCalibrateOption(command: Command, { language }: Context): Command {
  return command.option('--calibrate', translate(language, 'run.option.calibrate'));
}

/** Adds `--draws`, `--seed` and `--workers` to a command. Its workers start before it reads any figure. */
export function addDrawOptions(
  command: Command,
  context: Context,
  draws = DEFAULT_DRAWS,
  most = MOST_DRAWS,
): Command {
  const { language } = context;
  return command
    .option('--draws <n>', translate(language, 'run.option.draws', { draws }), parseWhole(1, most), draws)
    .option(
      '--seed <n>',
      translate(language, 'run.option.seed'),
      parseWhole(0, Number.MAX_SAFE_INTEGER),
      DEFAULT_SEED,
    )
    .option('--workers <n>', translate(language, 'run.option.workers'), parseWhole(1, MOST_WORKERS))
    .hook('preAction', (_, action) => {
      const options = action.opts<FutureOptions>();
      return warmWorkers(options.draws, options.workers);
    });
}

/**
 * Several scenarios on the same figures, and where levers are set one more: the first with those levers. Throws
 * `ProblemError` as `loadModel` does.
 */
export async function loadScenarios(
  context: Context,
  names: readonly string[],
  { asOf, history, set, calibrate: calibrated, ...futures }: DateOptions & FutureOptions,
): Promise<PreparedRun[]> {
  const evidence = readEvidence(context.files);
  const read = names.map((name) => readScenario(name, context.files, evidence, asOf));
  const [first] = read;
  const moved =
    first && set.length > 0 ? [{ ...first, scenario: withSet(first.scenario, set, first.catalogue) }] : [];
  const days = [...new Set(read.map(({ day }) => day))];
  const conditioned = new Map<string, Conditioning>();
  if (calibrated)
    for (const day of days)
      conditioned.set(day, await calibrate(evidence, day, history, calibrationOf(context, futures, day)));
  return [...read, ...moved].map(({ scenario, day }) =>
    prepareRun(evidence, { ...scenario, asOf: day }, day, history, conditioned.get(day)),
  );
}

function withSet(scenario: Scenario, set: readonly string[], catalogue: LeverCatalogue): Scenario {
  const name = `${scenario.name} --set ${set.join(' --set ')}`;
  return { ...withOverrides(scenario, parseSetOptions(set, catalogue)), name };
}

/** As `loadModel`, with the draws and the seed that the options ask for, calibrated where they ask for it. */
export async function loadRun(context: Context, options: RunOptions): Promise<LoadedRun> {
  const loaded = loadModel(context.files, options);
  const ensemble = ensembleOf(context, options);
  if (!options.calibrate) return { ...loaded, ensemble };
  const { evidence, run } = loaded;
  const { date, history } = run.view;
  const conditioning = await calibrate(evidence, date, history, calibrationOf(context, options, date));
  return { evidence, run: prepareRun(evidence, run.scenario, date, history, conditioning), ensemble };
}

/** How the past of a day is drawn from; tells of its progress. */
export function calibrationOf(context: Context, options: FutureOptions, day: string): CalibrationOptions {
  const total = poolSize(options.draws) * calibrationYears(day).length;
  return { ...ensembleOf(context, options), progress: progressOf(context, total) };
}

/** Draws as the options ask for; tells of its progress, and of what it has to say, on the terminal. */
export function ensembleOf(context: Context, options: FutureOptions): EnsembleOptions {
  return {
    draws: options.draws,
    seed: options.seed,
    workers: options.workers,
    progress: progressOf(context, options.draws),
    note: (problem) => {
      context.progress(undefined);
      context.note(describeProblem(problem, context.language));
    },
  };
}

/** Tells how many of `draws` are done, and clears the line with the last. */
export function progressOf(context: Context, draws: number): (done: number) => void {
  return (done) => {
    const text = translate(context.language, 'run.progress', { done, draws });
    context.progress(done < draws ? text : undefined);
  };
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

import { Option } from 'commander';
import type { Command } from 'commander';
import type { History } from '../register/index.ts';
import type { EnsembleOptions } from '../answers/ensemble.ts';
import type { LeverCatalogue } from '../model/lever.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { warmWorkers } from '../engine/index.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import type { Evidence, PreparedRun } from '../answers/prepare-run.ts';
import { withOverrides } from '../scenario/resolve-scenario.ts';
import { parseSetOptions } from '../scenario/set-option.ts';
import { translate } from '../show/message.ts';
import { describeProblem } from '../show/problem-text.ts';
import type { Context } from './context.ts';
import { readScenario } from './dated-scenario.ts';
import { readEvidence } from './evidence.ts';
import { parseDay, parseWhole } from './option-values.ts';

/** What a scenario is read with. */
export interface DateOptions {
  /** ISO day; takes the place of the scenario's own. */
  readonly asOf?: string;
  readonly history: History;
  /** `path=value`, in the order given. */
  readonly set: readonly string[];
}

/** Options shared by every command that builds the model. */
export interface ModelOptions extends DateOptions {
  /** Name of a shipped scenario, or a file. */
  readonly scenario: string;
}

/** How many futures to draw, and how. */
export interface FutureOptions {
  readonly draws: number;
  readonly seed: number;
  readonly workers?: number;
}

/** Options shared by every command that draws futures from the model. */
export interface RunOptions extends ModelOptions, FutureOptions {}

/** A model with its beliefs, and the figures that made them. */
export interface LoadedModel {
  readonly evidence: Evidence;
  readonly run: PreparedRun;
}

/** A run ready to be drawn from. */
export interface LoadedRun extends LoadedModel {
  /** Draws and seed as asked for; tells of its progress on a terminal. */
  readonly ensemble: EnsembleOptions;
}

export const DEFAULT_DRAWS = 1024;
const DEFAULT_SCENARIO = 'latest';
const DEFAULT_SEED = 1;
const MOST_DRAWS = 1_000_000;
const MOST_WORKERS = 256;

/** Adds `--scenario`, `--as-of`, `--history` and `--set` to a command. */
export function addModelOptions(command: Command, context: Context): Command {
  const { language } = context;
  return addDateOptions(
    command.option('--scenario <name>', translate(language, 'run.option.scenario'), DEFAULT_SCENARIO),
    context,
  );
}

/** Adds `--as-of`, `--history` and `--set` to a command. */
export function addDateOptions(command: Command, context: Context): Command {
  const { language } = context;
  return command
    .option('--as-of <date>', translate(language, 'run.option.asOf'), parseDay)
    .addOption(
      new Option('--history <kind>', translate(language, 'run.option.history'))
        .choices(['strict', 'pseudo-real-time'])
        .default('strict'),
    )
    .option('--set <path=value>', translate(language, 'run.option.set'), collect, []);
}

/** Adds the options of `addModelOptions` and `addDrawOptions` to a command. */
export function addRunOptions(
  command: Command,
  context: Context,
  draws = DEFAULT_DRAWS,
  most = MOST_DRAWS,
): Command {
  return addDrawOptions(addModelOptions(command, context), context, draws, most);
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
 * Reads figures, assumptions and scenario and prepares the run that the options ask for.
 * Throws `ProblemError` with every problem of the scenario, or of `--set`.
 */
export function loadModel(context: Context, options: ModelOptions): LoadedModel {
  const evidence = readEvidence(context.files);
  const { scenario, day, catalogue } = readScenario(options.scenario, context.files, evidence, options.asOf);
  const dated = { ...withOverrides(scenario, parseSetOptions(options.set, catalogue)), asOf: day };
  return { evidence, run: prepareRun(evidence, dated, day, options.history) };
}

/**
 * Several scenarios on the same figures, and where levers are set one more: the first with those levers. Throws
 * `ProblemError` as `loadModel` does.
 */
export function loadScenarios(
  context: Context,
  names: readonly string[],
  { asOf, history, set }: DateOptions,
): PreparedRun[] {
  const evidence = readEvidence(context.files);
  const read = names.map((name) => readScenario(name, context.files, evidence, asOf));
  const [first] = read;
  const moved =
    first && set.length > 0 ? [{ ...first, scenario: withSet(first.scenario, set, first.catalogue) }] : [];
  return [...read, ...moved].map(({ scenario, day }) =>
    prepareRun(evidence, { ...scenario, asOf: day }, day, history),
  );
}

function withSet(scenario: Scenario, set: readonly string[], catalogue: LeverCatalogue): Scenario {
  const name = `${scenario.name} --set ${set.join(' --set ')}`;
  return { ...withOverrides(scenario, parseSetOptions(set, catalogue)), name };
}

/** As `loadModel`, with the draws and the seed that the options ask for. */
export function loadRun(context: Context, options: RunOptions): LoadedRun {
  return { ...loadModel(context, options), ensemble: ensembleOf(context, options) };
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

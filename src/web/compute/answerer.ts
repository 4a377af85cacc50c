import type { EnsembleOptions } from '../../answers/ensemble.ts';
import { answerHinges } from '../../answers/forecast.ts';
import { leverFacts } from '../../answers/lever-facts.ts';
import type { RunBase } from '../../answers/run-base.ts';
import { runOn } from '../../answers/scenario-run.ts';
import { answerShortage } from '../../answers/shortage.ts';
import type { EmittedFiles, PageManifest } from '../../answers/emitted-files.ts';
import type { WorkerPool } from '../../engine/index.ts';
import { leversOf } from '../../model/lever-list.ts';
import type { LeverCatalogue } from '../../model/lever.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { PLAIN_ADDRESS, scenarioAt } from '../../scenario/scenario-url.ts';
import { loadBase } from './page-base.ts';
import type { PageFiles } from './page-base.ts';
import { drawsOf } from './stages.ts';
import type { FromAnswerer, Question, SeriesRequest, ToAnswerer } from './worker-message.ts';

/**
 * What the worker that answers does with messages: one question at a time, in the order asked, each in ever finer
 * stages until it is cancelled. Bases of days are loaded once.
 */
export class Answerer {
  readonly #files: PageFiles;
  readonly #manifest: PageManifest;
  readonly #pool: WorkerPool | undefined;
  readonly #post: (message: FromAnswerer) => void;
  readonly #bases = new Map<string, Promise<RunBase>>();
  readonly #wholeBases = new Map<string, Promise<RunBase>>();
  readonly #asked = new Map<number, AbortController>();
  #turn: Promise<void> = Promise.resolve();

  constructor(
    files: PageFiles,
    manifest: PageManifest,
    pool: WorkerPool | undefined,
    post: (message: FromAnswerer) => void,
  ) {
    this.#files = files;
    this.#manifest = manifest;
    this.#pool = pool;
    this.#post = post;
  }

  hear(message: ToAnswerer): void {
    switch (message.kind) {
      case 'day':
        void this.#tellDay(message.day);
        return;
      case 'cancel':
        this.#asked.get(message.id)?.abort();
        return;
      case 'ask': {
        const { question } = message;
        this.#inTurn(question.id, (signal) => this.#answerInStages(question, signal));
        return;
      }
      case 'series': {
        const { request } = message;
        this.#inTurn(request.id, (signal) => this.#answerSeries(request, signal));
      }
    }
  }

  /** Answers once what was asked before is answered, unless it is cancelled until then. */
  #inTurn(id: number, answer: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    const { signal } = controller;
    this.#asked.set(id, controller);
    this.#turn = this.#turn.then(async () => {
      try {
        if (!signal.aborted) await answer(signal);
      } catch (error) {
        if (!signal.aborted) this.#post({ kind: 'failed', id, reason: reasonOf(error) });
      } finally {
        this.#asked.delete(id);
      }
    });
  }

  async #tellDay(day: string): Promise<void> {
    try {
      const base = await this.#base(day);
      const run = runOn(base, this.#named(PLAIN_ADDRESS.scenario));
      const { plants, products, programmes } = run.levers;
      const contents = { day, levers: leverFacts(run), plants, products, programmes };
      this.#post({ kind: 'day', contents });
    } catch (error) {
      this.#post({ kind: 'failed', id: null, reason: reasonOf(error) });
    }
  }

  async #answerInStages(question: Question, signal: AbortSignal): Promise<void> {
    const { id, day, address, changes, draws, stages, hinges } = question;
    const base = await this.#base(day);
    const levers = leversOf(base.catalogue);
    const named = this.#named(changes === 'none' ? PLAIN_ADDRESS.scenario : address.scenario);
    const { scenario: whole, problems } = scenarioAt(
      changes === 'none' ? { ...PLAIN_ADDRESS, asOf: day } : address,
      named,
      levers,
    );
    const scenario = changes === 'assumptions' ? assumptionsOf(whole, levers) : whole;
    this.#post({ kind: 'scenario', id, scenario, problems });
    const run = runOn(base, { ...scenario, asOf: day });
    const options: EnsembleOptions = { draws, seed: address.seed, signal, pool: this.#pool };
    for (const stage of stages) {
      const drawn = drawsOf(stage, draws, address.seed);
      if (drawn === undefined) continue;
      const answer = await answerShortage(run, { ...options, ...drawn });
      if (signal.aborted) return;
      this.#post({ kind: 'shortage', id, stage, answer });
    }
    if (!hinges) return;
    const answer = await answerHinges(run, options);
    if (!signal.aborted) this.#post({ kind: 'hinges', id, answer });
  }

  async #answerSeries(
    { id, day, address, draws, questions }: SeriesRequest,
    signal: AbortSignal,
  ): Promise<void> {
    const base = await this.#wholeBase(day);
    const { answerSeriesSet } = await import('../../answers/series-set.ts');
    const { scenario } = scenarioAt(address, this.#named(address.scenario), leversOf(base.catalogue));
    const run = runOn(base, { ...scenario, asOf: day });
    const answer = await answerSeriesSet(run, questions, {
      draws,
      seed: address.seed,
      signal,
      pool: this.#pool,
    });
    if (!signal.aborted) this.#post({ kind: 'series', id, answer });
  }

  async #base(day: string): Promise<RunBase> {
    const known = this.#bases.get(day);
    if (known !== undefined) return known;
    const loading = loadBase(this.#files, this.#filesOf(day));
    this.#bases.set(day, loading);
    // One that could not be loaded is tried again when next asked for.
    loading.catch(() => this.#bases.delete(day));
    return loading;
  }

  /** With figures, equations and compilers, which are loaded only here. */
  #wholeBase(day: string): Promise<RunBase> {
    const known = this.#wholeBases.get(day);
    if (known !== undefined) return known;
    const run = this.#filesOf(day);
    const loading = import('./whole-base.ts').then(({ loadWholeBase }) =>
      loadWholeBase(this.#files, this.#manifest, run),
    );
    this.#wholeBases.set(day, loading);
    loading.catch(() => this.#wholeBases.delete(day));
    return loading;
  }

  #filesOf(day: string): EmittedFiles {
    const files = this.#manifest.runs.find((run) => run.day === day);
    if (files === undefined) throw new RangeError(`no day ${day}`);
    return files;
  }

  #named(name: string): Scenario {
    const { scenarios } = this.#manifest;
    const found =
      scenarios.find(({ scenario }) => scenario.name === name) ??
      scenarios.find(({ scenario }) => scenario.name === PLAIN_ADDRESS.scenario);
    if (found === undefined) throw new RangeError(`no scenario ${name}`);
    return found.scenario;
  }
}

/** The scenario with what it assumes, and without what somebody does. */
function assumptionsOf(scenario: Scenario, { levers }: LeverCatalogue): Scenario {
  const assumed = new Set(levers.flatMap(({ kind, path }) => (kind === 'assumption' ? [path] : [])));
  const overrides = scenario.overrides.filter(({ path }) => assumed.has(path));
  return { ...scenario, overrides, delays: [], removals: [] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

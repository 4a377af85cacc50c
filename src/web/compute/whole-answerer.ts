import type { PageManifest } from '../../answers/emitted-files.ts';
import { restoreRun } from '../../answers/emitted-run.ts';
import type { EmittedRun } from '../../answers/emitted-run.ts';
import { writeFirstScreen } from '../../answers/first-screen.ts';
import { formBase } from '../../answers/run-base.ts';
import type { Evidence, RunBase } from '../../answers/run-base.ts';
import { runOn } from '../../answers/scenario-run.ts';
import type { PreparedRun } from '../../answers/scenario-run.ts';
import { answerSeriesSet } from '../../answers/series-set.ts';
import { readAssumptions } from '../../beliefs/assumption.ts';
import type { WorkerPool } from '../../engine/index.ts';
import { leversOf } from '../../model/lever-list.ts';
import { ProblemError } from '../../problem/problem.ts';
import { readRegister } from '../../register/index.ts';
import { scenarioAt } from '../../scenario/scenario-url.ts';
import { answerInquiry } from './answer-inquiry.ts';
import { explainFigure } from './explain-figure.ts';
import { gatherFiles } from './formed-files.ts';
import { KeptBases } from './kept-bases.ts';
import { scenarioNamed } from './page-base.ts';
import type { PageFiles } from './page-base.ts';
import { reasonOf, Turns } from './turns.ts';
import type {
  ExplainRequest,
  FromAnswerer,
  InquiryRequest,
  SeriesRequest,
  ToWholeAnswerer,
} from './worker-message.ts';

/** As the build forms its days, and the command line by itself. */
const HISTORY = 'strict';
const ASSUMPTIONS = 'assumptions.csv';
/** For a range in words so many are plenty; as the command line draws them. */
const EXPLAIN_DRAWS = 256;
/** Each holds the equations of a model. */
const MOST_DAYS = 3;

/** Answers what the first screen does not ask: series of other pages, and where a figure comes from. */
export class WholeAnswerer {
  readonly #files: PageFiles;
  readonly #manifest: PageManifest;
  readonly #pool: WorkerPool | undefined;
  readonly #post: (message: FromAnswerer) => void;
  readonly #turns: Turns;
  readonly #bases = new KeptBases(MOST_DAYS);
  #evidence: Promise<Evidence> | undefined;

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
    this.#turns = new Turns((id, reason) => post({ kind: 'failed', id, reason }));
  }

  hear(message: ToWholeAnswerer): void {
    if (message.kind === 'cancel') {
      this.#turns.cancel(message.id);
      return;
    }
    if (message.kind === 'form') {
      void this.#form(message.day);
      return;
    }
    if (message.kind === 'series') {
      const { request } = message;
      this.#turns.take(request.id, (signal) => this.#answerSeries(request, signal));
      return;
    }
    if (message.kind === 'inquire') {
      const { request } = message;
      this.#turns.take(request.id, (signal) => this.#inquire(request, signal));
      return;
    }
    const { request } = message;
    this.#turns.take(request.id, (signal) => this.#explain(request, signal));
  }

  /** Forms the beliefs of a day for the first screen, or says why there are none. */
  async #form(day: string): Promise<void> {
    try {
      const { contents, write } = gatherFiles();
      const emitted = await writeFirstScreen(await this.#base(day), write);
      this.#post({ kind: 'formed', day, files: { emitted, contents } });
    } catch (error) {
      const problems =
        error instanceof ProblemError
          ? error.problems
          : [{ code: 'day-not-formed', params: { found: day, reason: reasonOf(error) } }];
      this.#post({ kind: 'refused', day, problems });
    }
  }

  async #inquire(request: InquiryRequest, signal: AbortSignal): Promise<void> {
    const { id, day, draws, address, inquiry } = request;
    const answer = await answerInquiry(inquiry, {
      day,
      files: this.#files,
      evidence: () => this.#readEvidence(),
      run: () => this.#run(request),
      options: { draws, seed: address.seed, signal, pool: this.#pool },
    });
    if (!signal.aborted) this.#post({ kind: 'inquired', id, answer });
  }

  async #answerSeries(request: SeriesRequest, signal: AbortSignal): Promise<void> {
    const { id, draws, questions, address } = request;
    const run = await this.#run(request);
    const options = { draws, seed: address.seed, signal, pool: this.#pool };
    const series = await answerSeriesSet(run, questions, options);
    const answer = { scenario: run.scenario, draws, series };
    if (!signal.aborted) this.#post({ kind: 'series', id, answer });
  }

  async #explain(request: ExplainRequest, signal: AbortSignal): Promise<void> {
    const { id, figure, address } = request;
    const run = await this.#run(request);
    const options = { draws: EXPLAIN_DRAWS, seed: address.seed, signal, pool: this.#pool };
    const explained = await explainFigure(run, await this.#readEvidence(), figure, options);
    if (!signal.aborted) this.#post({ kind: 'explained', id, explained });
  }

  async #run({ day, address }: Pick<SeriesRequest, 'day' | 'address'>): Promise<PreparedRun> {
    const base = await this.#base(day);
    const named = scenarioNamed(this.#manifest, address.scenario);
    const { scenario } = scenarioAt(address, named, leversOf(base.catalogue));
    return runOn(base, { ...scenario, asOf: day });
  }

  /** Kept for the next question: building its model takes a while. */
  #base(day: string): Promise<RunBase> {
    return this.#bases.get(day, () => this.#loadBase(day));
  }

  /** What the build formed of a day, else formed here. */
  async #loadBase(day: string): Promise<RunBase> {
    const found = this.#manifest.runs.find((run) => run.day === day);
    const [evidence, emitted] = await Promise.all([
      this.#readEvidence(),
      found && (this.#files.json(found.run) as Promise<EmittedRun>),
    ]);
    return emitted ? restoreRun(emitted, evidence, () => undefined) : formBase(evidence, day, HISTORY);
  }

  /** Figures and assumptions, read once. */
  #readEvidence(): Promise<Evidence> {
    this.#evidence ??= this.#loadEvidence();
    this.#evidence.catch(() => (this.#evidence = undefined));
    return this.#evidence;
  }

  async #loadEvidence(): Promise<Evidence> {
    const names = this.#manifest.texts;
    const read = await Promise.all(names.map(async (name) => [name, await this.#files.text(name)] as const));
    const { [ASSUMPTIONS]: assumptions = '', ...register } = Object.fromEntries(read);
    return { register: readRegister(register), assumptions: readAssumptions(assumptions, ASSUMPTIONS) };
  }
}

import { restoreRun } from '../../answers/emitted-run.ts';
import type { EmittedRun } from '../../answers/emitted-run.ts';
import { writeFirstScreen } from '../../answers/first-screen.ts';
import { formBase } from '../../answers/run-base.ts';
import type { Evidence, RunBase } from '../../answers/run-base.ts';
import { runOn } from '../../answers/scenario-run.ts';
import type { PreparedRun } from '../../answers/scenario-run.ts';
import { answerSeriesSet } from '../../answers/series-set.ts';
import { readAssumptions } from '../../beliefs/assumption.ts';
import { leversOf } from '../../model/lever-list.ts';
import { ProblemError } from '../../problem/problem.ts';
import { readRegister } from '../../register/index.ts';
import { scenarioAt } from '../../scenario/scenario-url.ts';
import type { AnswererParts } from './answerer-parts.ts';
import { answerInquiry } from './answer-inquiry.ts';
import { explainFigure } from './explain-figure.ts';
import { gatherFiles } from './formed-files.ts';
import { KeptBases } from './kept-bases.ts';
import { outlookName } from './outlook.ts';
import type { FiguresFile, Outlook } from './outlook.ts';
import { scenarioNamed } from './page-base.ts';
import { reasonOf, Turns } from './turns.ts';
import type {
  ExplainRequest,
  FiguresGiven,
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
  readonly #parts: AnswererParts;
  readonly #turns: Turns;
  readonly #bases = new KeptBases(MOST_DAYS);
  /** By the number of the figures of one's own among it. */
  readonly #evidence = new Map<number, Promise<Evidence>>();

  constructor(parts: AnswererParts) {
    this.#parts = parts;
    this.#turns = new Turns((id, reason) => parts.post({ kind: 'failed', id, reason }));
  }

  hear(message: ToWholeAnswerer): void {
    if (message.kind === 'cancel') {
      this.#turns.cancel(message.id);
      return;
    }
    if (message.kind === 'form') {
      void this.#form(message);
      return;
    }
    if (message.kind === 'figures') {
      void this.#takeFigures(message);
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
  async #form({ day, figures }: Outlook): Promise<void> {
    try {
      const { contents, write } = gatherFiles();
      const emitted = await writeFirstScreen(await this.#base({ day, figures }), write);
      this.#parts.post({ kind: 'formed', day, figures, files: { emitted, contents } });
    } catch (error) {
      const problems =
        error instanceof ProblemError
          ? error.problems
          : [{ code: 'day-not-formed', params: { found: day, reason: reasonOf(error) } }];
      this.#parts.post({ kind: 'refused', day, figures, problems });
    }
  }

  async #inquire(request: InquiryRequest, signal: AbortSignal): Promise<void> {
    const { id, day, draws, address, inquiry } = request;
    const answer = await answerInquiry(inquiry, {
      day,
      files: this.#parts.files,
      evidence: () => this.#readEvidence(request.figures),
      run: () => this.#run(request),
      runOf: (outlook, of) => this.#run({ ...outlook, address: of }),
      options: { draws, seed: address.seed, signal, pool: this.#parts.pool },
    });
    if (!signal.aborted) this.#parts.post({ kind: 'inquired', id, answer });
  }

  async #answerSeries(request: SeriesRequest, signal: AbortSignal): Promise<void> {
    const { id, draws, questions, address } = request;
    const run = await this.#run(request);
    const options = { draws, seed: address.seed, signal, pool: this.#parts.pool };
    const series = await answerSeriesSet(run, questions, options);
    const answer = { scenario: run.scenario, draws, series };
    if (!signal.aborted) this.#parts.post({ kind: 'series', id, answer });
  }

  async #explain(request: ExplainRequest, signal: AbortSignal): Promise<void> {
    const { id, figure, address } = request;
    const run = await this.#run(request);
    const options = { draws: EXPLAIN_DRAWS, seed: address.seed, signal, pool: this.#parts.pool };
    const explained = await explainFigure(run, await this.#readEvidence(request.figures), figure, options);
    if (!signal.aborted) this.#parts.post({ kind: 'explained', id, explained });
  }

  async #run({
    day,
    figures,
    address,
  }: Pick<SeriesRequest, 'day' | 'figures' | 'address'>): Promise<PreparedRun> {
    const base = await this.#base({ day, figures });
    const named = scenarioNamed(this.#parts.manifest, address.scenario);
    const { scenario } = scenarioAt(address, named, leversOf(base.catalogue));
    return runOn(base, { ...scenario, asOf: day });
  }

  /** Kept for the next question: building its model takes a while. */
  #base(outlook: Outlook): Promise<RunBase> {
    return this.#bases.get(outlookName(outlook), () => this.#loadBase(outlook));
  }

  /** What the build formed of a day, else formed here. */
  async #loadBase({ day, figures }: Outlook): Promise<RunBase> {
    const found = figures === 0 ? this.#parts.manifest.runs.find((run) => run.day === day) : undefined;
    const [evidence, emitted] = await Promise.all([
      this.#readEvidence(figures),
      found && (this.#parts.files.json(found.run) as Promise<EmittedRun>),
    ]);
    return emitted ? restoreRun(emitted, evidence, () => undefined) : formBase(evidence, day, HISTORY);
  }

  /** Reads figures of one's own beside the register; where anything is wrong with them nothing changes. */
  async #takeFigures({ figures, files }: FiguresGiven): Promise<void> {
    try {
      const evidence = await this.#loadEvidence(files);
      for (const older of this.#evidence.keys()) if (older !== 0) this.#evidence.delete(older);
      this.#evidence.set(figures, Promise.resolve(evidence));
      const own = evidence.register.facts.filter((row) => row.own);
      const lastPublished =
        own
          .map(({ published }) => published)
          .sort()
          .at(-1) ?? '';
      const names = files.map(({ name }) => name);
      this.#parts.post({ kind: 'figures', taken: { figures, names, rows: own.length, lastPublished } });
    } catch (error) {
      const problems =
        error instanceof ProblemError
          ? error.problems
          : [{ code: 'figures-not-read', params: { reason: reasonOf(error) } }];
      this.#parts.post({ kind: 'figures refused', problems });
    }
  }

  /** Figures and assumptions, read once. */
  #readEvidence(figures: number): Promise<Evidence> {
    const known = this.#evidence.get(figures);
    if (known !== undefined) return known;
    if (figures !== 0) return Promise.reject(new RangeError(`no figures ${figures}`));
    const loading = this.#loadEvidence([]);
    this.#evidence.set(figures, loading);
    loading.catch(() => this.#evidence.delete(figures));
    return loading;
  }

  async #loadEvidence(own: readonly FiguresFile[]): Promise<Evidence> {
    const names = this.#parts.manifest.texts;
    const read = await Promise.all(
      names.map(async (name) => [name, await this.#parts.files.text(name)] as const),
    );
    const { [ASSUMPTIONS]: assumptions = '', ...register } = Object.fromEntries(read);
    const ownTexts = Object.fromEntries(own.map(({ name, text }) => [name, text]));
    return {
      register: readRegister(register, ownTexts),
      assumptions: readAssumptions(assumptions, ASSUMPTIONS),
    };
  }
}

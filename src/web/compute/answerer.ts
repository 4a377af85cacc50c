import type { EnsembleOptions } from '../../answers/ensemble.ts';
import { answerHinges } from '../../answers/forecast.ts';
import { leverFacts } from '../../answers/lever-facts.ts';
import type { RunBase } from '../../answers/run-base.ts';
import { runOn } from '../../answers/scenario-run.ts';
import { answerShortage } from '../../answers/shortage.ts';
import { leversOf } from '../../model/lever-list.ts';
import type { LeverCatalogue } from '../../model/lever.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { PLAIN_ADDRESS, scenarioAt } from '../../scenario/scenario-url.ts';
import { ProblemError } from '../../problem/problem.ts';
import type { AnswererParts } from './answerer-parts.ts';
import { filesFormed } from './formed-files.ts';
import { KeptBases } from './kept-bases.ts';
import { lineContents } from './line-contents.ts';
import { outlookName } from './outlook.ts';
import type { Outlook } from './outlook.ts';
import { loadBase, scenarioNamed, unknownScenario } from './page-base.ts';
import { drawsOf } from './stages.ts';
import { reasonOf, Turns } from './turns.ts';
import type { DayFormed, DayRefused, Question, ToAnswerer } from './worker-message.ts';

/** The scenario's, its pins' and one to go back to. */
const MOST_DAYS = 6;

/**
 * What the worker that answers does with messages: one question at a time, in the order asked, each in ever finer
 * stages until it is cancelled. Bases of days are loaded once.
 */
export class Answerer {
  readonly #parts: AnswererParts;
  readonly #turns: Turns;
  readonly #bases = new KeptBases(MOST_DAYS);
  /** Days whose beliefs are being formed, with what hears of them. */
  readonly #forming = new Map<string, (message: DayFormed | DayRefused) => void>();

  constructor(parts: AnswererParts) {
    this.#parts = parts;
    this.#turns = new Turns((id, reason) => parts.post({ kind: 'failed', id, reason }));
  }

  hear(message: ToAnswerer): void {
    switch (message.kind) {
      case 'day':
        void this.#tellDay(message);
        return;
      case 'cancel':
        this.#turns.cancel(message.id);
        return;
      case 'ask': {
        const { question } = message;
        const answer = (signal: AbortSignal): Promise<void> => this.#answerInStages(question, signal);
        this.#turns.take(question.id, answer, this.#base(question));
        return;
      }
      default: {
        const name = outlookName(message);
        this.#forming.get(name)?.(message);
        this.#forming.delete(name);
      }
    }
  }

  async #tellDay({ day, figures }: Outlook): Promise<void> {
    try {
      const base = await this.#base({ day, figures });
      const run = runOn(base, scenarioNamed(this.#parts.manifest, PLAIN_ADDRESS.scenario));
      const { plants, products, programmes } = run.levers;
      const lines = lineContents(run.catalogue);
      const contents = { day, figures, levers: leverFacts(run), plants, products, programmes, lines };
      this.#parts.post({ kind: 'day', contents });
    } catch (error) {
      // Why a day is refused has been told.
      if (error instanceof ProblemError) return;
      this.#parts.post({ kind: 'failed', id: null, reason: reasonOf(error) });
    }
  }

  async #answerInStages(question: Question, signal: AbortSignal): Promise<void> {
    const { id, day, address, changes, draws, stages, hinges } = question;
    const base = await this.#base(question);
    const levers = leversOf(base.catalogue);
    const { manifest } = this.#parts;
    const asked = changes === 'none' ? { ...PLAIN_ADDRESS, asOf: day } : address;
    const named = scenarioNamed(manifest, asked.scenario);
    const { scenario: whole, taken, problems: others } = scenarioAt(asked, named, levers);
    const scenario = changes === 'assumptions' ? assumptionsOf(whole, levers) : whole;
    const problems = [...unknownScenario(manifest, asked.scenario), ...others];
    this.#parts.post({ kind: 'scenario', id, scenario, taken: { ...taken, scenario: named.name }, problems });
    const run = runOn(base, { ...scenario, asOf: day });
    const options: EnsembleOptions = { draws, seed: address.seed, signal, pool: this.#parts.pool };
    for (const stage of stages) {
      const drawn = drawsOf(stage, draws, address.seed);
      if (drawn === undefined) continue;
      const answer = await answerShortage(run, { ...options, ...drawn });
      if (signal.aborted) return;
      this.#parts.post({ kind: 'shortage', id, stage, answer });
    }
    if (!hinges) return;
    const answer = await answerHinges(run, options);
    if (!signal.aborted) this.#parts.post({ kind: 'hinges', id, answer });
  }

  #base({ day, figures }: Outlook): Promise<RunBase> {
    return this.#bases.get(outlookName({ day, figures }), () => {
      const emitted = figures === 0 ? this.#parts.manifest.runs.find((run) => run.day === day) : undefined;
      return emitted ? loadBase(this.#parts.files, emitted) : this.#formedBase({ day, figures });
    });
  }

  /** Has the beliefs of a day formed by the worker that holds figures and compilers. */
  #formedBase(outlook: Outlook): Promise<RunBase> {
    return new Promise((resolve, reject) => {
      this.#forming.set(outlookName(outlook), (message) => {
        if (message.kind === 'refused') reject(new ProblemError(message.problems));
        else resolve(loadBase(filesFormed(message.files), message.files.emitted));
      });
      this.#parts.post({ kind: 'wanted', ...outlook });
    });
  }
}

/** The scenario with what it assumes, and without what somebody does. */
function assumptionsOf(scenario: Scenario, { levers }: LeverCatalogue): Scenario {
  const assumed = new Set(levers.flatMap(({ kind, path }) => (kind === 'assumption' ? [path] : [])));
  const overrides = scenario.overrides.filter(({ path }) => assumed.has(path));
  return { ...scenario, overrides, delays: [], removals: [] };
}

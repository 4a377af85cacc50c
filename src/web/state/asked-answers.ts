import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import { writeAddress } from '../../scenario/scenario-url.ts';
import type { Problem } from '../../problem/problem.ts';
import type { AnswerClient } from '../compute/answer-client.ts';
import type { Outlook } from '../compute/outlook.ts';
import { PAGE_DRAWS, STAGES } from '../compute/stages.ts';
import type { Changes, FromAnswerer, Question, Stage } from '../compute/worker-message.ts';
import type { Answered } from './page-state.ts';
import { takenOf } from './taken-address.ts';
import type { AskedAddress } from './taken-address.ts';

/** What is to be answered under one name: the scenario, its baseline, a pin. */
export interface Wanted extends Outlook {
  readonly address: ScenarioAddress;
  readonly changes: Changes;
  readonly stages: readonly Stage[];
  readonly hinges: boolean;
}

interface Asking {
  readonly id: number;
  readonly key: string;
  /** Wanted by it, finest last. */
  readonly question: Omit<Question, 'id'>;
  scenario: Answered['scenario'] | null;
}

/** What became of the address asked about. */
interface Told extends AskedAddress {
  readonly problems: readonly Problem[];
}

type Asker = Pick<AnswerClient, 'ask' | 'cancel'>;

/** The text that stands for what is asked, however fine. */
export function questionKey({ day, figures, address, changes }: Wanted): string {
  const { seed, draws } = address;
  return JSON.stringify([day, figures, changes, changes === 'none' ? [seed, draws] : writeAddress(address)]);
}

/**
 * Answers by name. What is no longer wanted is cancelled, what is wanted is asked once, and what arrives takes its
 * place, coarse before fine.
 */
export class AskedAnswers {
  readonly #asker: Asker;
  readonly #asking = new Map<string, Asking>();
  readonly #answered = new Map<string, Answered>();
  readonly #told = new Map<string, Told>();

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  get isWaiting(): boolean {
    return this.#asking.size > 0;
  }

  /** What of the addresses asked about was left out, each once. */
  get problems(): readonly Problem[] {
    const all = [...this.#told.values()].flatMap(({ problems }) => problems);
    return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
  }

  /** An address without what was left out of the last one asked about under a name. */
  taken(name: string, address: ScenarioAddress): ScenarioAddress {
    const told = this.#told.get(name);
    return told === undefined || told.problems.length === 0 ? address : takenOf(address, told);
  }

  answer(name: string): Answered | null {
    return this.#answered.get(name) ?? null;
  }

  /** Asks for what is wanted under a name, unless it is known or on its way as finely; `undefined` forgets the name. */
  want(name: string, wanted: Wanted | undefined): void {
    const asking = this.#asking.get(name);
    if (wanted === undefined) {
      if (asking) this.#asker.cancel(asking.id);
      this.#asking.delete(name);
      this.#answered.delete(name);
      this.#told.delete(name);
      return;
    }
    const key = questionKey(wanted);
    const known = this.#answered.get(name);
    const answered = known?.key === key ? known : null;
    // What a drag has shown need not be drawn again once the lever rests.
    const stages = wanted.stages.filter((stage) => answered === null || isFiner(stage, answered.stage));
    const hinges = wanted.hinges && (answered?.hinges ?? null) === null;
    if (asking?.key === key && covers(asking.question, { stages, hinges })) return;
    if (asking) this.#asker.cancel(asking.id);
    this.#asking.delete(name);
    if (stages.length === 0 && !hinges) return;
    const question = { ...wanted, stages, hinges, draws: wanted.address.draws ?? PAGE_DRAWS };
    this.#asking.set(name, { id: this.#asker.ask(question), key, question, scenario: null });
  }

  /** Whether there is something new to show. */
  hear(message: Extract<FromAnswerer, { readonly id: number | null }>): boolean {
    const found = [...this.#asking].find(([, { id }]) => id === message.id);
    if (found === undefined) return false;
    const [name, asking] = found;
    switch (message.kind) {
      case 'scenario': {
        const { scenario, taken, problems } = message;
        const before = this.#told.get(name)?.problems ?? [];
        asking.scenario = scenario;
        if (asking.question.changes !== 'all') return false;
        this.#told.set(name, { asked: asking.question.address, taken, problems });
        // Where nothing is wrong with it there is nothing to show before its answer.
        return problems.length + before.length > 0;
      }
      case 'shortage':
        this.#take(name, asking, message.stage, message.answer);
        break;
      case 'hinges': {
        const known = this.#answered.get(name);
        if (known) this.#answered.set(name, { ...known, hinges: message.answer, lastHinges: message.answer });
        this.#asking.delete(name);
        break;
      }
      case 'failed':
        this.#asking.delete(name);
    }
    return true;
  }

  #take(name: string, asking: Asking, stage: Stage, shortage: Answered['shortage']): void {
    const { key, question, scenario } = asking;
    if (scenario === null) return;
    const before = this.#answered.get(name);
    const told = stage === 'median' ? (before?.told ?? shortage) : shortage;
    const lastHinges = before?.lastHinges ?? null;
    this.#answered.set(name, { key, stage, scenario, shortage, told, hinges: null, lastHinges });
    if (stage === question.stages.at(-1) && !question.hinges) this.#asking.delete(name);
  }
}

function isFiner(stage: Stage, than: Stage): boolean {
  return STAGES.indexOf(stage) > STAGES.indexOf(than);
}

/** Whether a question asks for at least so much. */
function covers(
  question: Pick<Question, 'stages' | 'hinges'>,
  wanted: Pick<Question, 'stages' | 'hinges'>,
): boolean {
  return (
    wanted.stages.every((stage) => question.stages.includes(stage)) && (question.hinges || !wanted.hinges)
  );
}

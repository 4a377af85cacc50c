import type { Summary } from '../engine/index.ts';
import { Fan } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Claim, Register } from '../register/index.ts';
import type { Call, Formula } from './claim-formula.ts';
import type { ClaimRule, Comparison } from './claim-rule.ts';
import { isRegisterCall, resolveTerm } from './claim-terms.ts';
import { compare } from './claim-verdict.ts';
import type { EnsembleOptions, Request } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { readPeriod } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { findDimension, findMember, findSeries } from './series.ts';

/** The day a run looks from: that of the statement (the scenario `february-2025`), or the latest. */
export const RUN_TIMES = ['article', 'latest'] as const;
export type RunTime = (typeof RUN_TIMES)[number];

/** Prepares the model for a day with some levers set. */
export type PrepareClaimRun = (time: RunTime, set: readonly string[]) => PreparedRun;

/** What the model says to one rule, from one day. */
export interface ClaimProbability {
  readonly label: BilingualText;
  readonly time: RunTime;
  readonly asOf: string;
  readonly draws: number;
  readonly set: readonly string[];
  readonly expression: string;
  readonly unit: string;
  readonly comparison?: Comparison;
  readonly target?: readonly number[];
  /** How far off still counts, as in the rule. */
  readonly tolerance: number;
  /** Of the quantity over futures. */
  readonly summary: Summary;
  /** Share of futures in which the event happens; absent where the rule compares with nothing. */
  readonly probability?: number;
}

interface Question {
  readonly claim: Claim;
  readonly rule: ClaimRule;
  readonly formula: Formula;
  /** What stands for the calls: a request of the ensemble, or a number of the register. */
  readonly sources: readonly (number | Request)[];
  readonly target: readonly number[];
}

/**
 * What the model says to rules, from both days: one ensemble for every day and set of levers. A rule whose period a run
 * does not cover, or whose product nobody had announced, has no answer from that day. Throws the problems of every rule
 * that has none from either.
 */
export async function answerFromModel(
  asked: readonly { readonly claim: Claim; readonly rule: ClaimRule }[],
  register: Register,
  prepare: PrepareClaimRun,
  options: EnsembleOptions,
): Promise<ReadonlyMap<ClaimRule, readonly ClaimProbability[]>> {
  const answers = new Map<ClaimRule, ClaimProbability[]>();
  const problems = new Map<ClaimRule, readonly Problem[]>();
  const sets = new Map(asked.map(({ rule }) => [rule.set.join(' '), rule.set]));
  for (const time of RUN_TIMES) {
    for (const [key, set] of sets) {
      const run = prepare(time, set);
      const questions = asked
        .filter(({ rule }) => rule.set.join(' ') === key)
        .flatMap(({ claim, rule }) => {
          const question = questionOf(claim, rule, register, run);
          if ('sources' in question) return question;
          problems.set(rule, question.problems);
          return [];
        });
      if (questions.length === 0) continue;
      // eslint-disable-next-line no-await-in-loop -- an ensemble uses every core and its own memory
      for (const { rule, answer } of await answerQuestions(questions, run, options))
        answers.set(rule, [...(answers.get(rule) ?? []), { ...answer, time, asOf: run.view.date }]);
    }
  }
  const unanswered = asked.filter(({ rule }) => !answers.has(rule));
  if (unanswered.length > 0)
    throw new ProblemError(unanswered.flatMap(({ rule }) => problems.get(rule) ?? []));
  return answers;
}

function questionOf(
  claim: Claim,
  rule: ClaimRule,
  register: Register,
  run: PreparedRun,
): Question | { readonly problems: readonly Problem[] } {
  const number = (call: Call): number => {
    const term = resolveTerm(call, claim, register, run.view);
    if (term !== undefined) return term.value;
    const params = { found: `${call.name}(${call.args.join('; ')})`, expected: run.view.date };
    throw new ProblemError([{ code: 'not-published-yet', params }]);
  };
  try {
    const { formula } = rule;
    if (formula === undefined) return { problems: [] };
    const sources = formula.calls.map((call) =>
      isRegisterCall(call) ? number(call) : requestOf(call.args, run),
    );
    const target = (rule.against ?? []).map(({ calls, evaluate }) => evaluate(calls.map(number)));
    return { claim, rule, formula, sources, target };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems };
    throw error;
  }
}

function requestOf(args: readonly string[], run: PreparedRun): Request {
  const [name = '', by = '', member = '', when = ''] = args;
  const { startYear, months } = run.catalogue;
  const series = findSeries(run, name);
  const found = findMember(series, findDimension(series, by), member, run.catalogue);
  const period = readPeriod(when, startYear, months);
  if (period === undefined) {
    const params = { found: when, first: `${startYear}`, last: `${startYear + Math.floor(months / 12) - 1}` };
    throw new ProblemError([{ code: 'unknown-period', params }]);
  }
  return { ...found, overTime: series.overTime, periods: [period] };
}

interface Answered {
  readonly rule: ClaimRule;
  readonly answer: Omit<ClaimProbability, 'time' | 'asOf'>;
}

/** One ensemble for all questions: each formula is worked out in every future, counted and summarised. */
async function answerQuestions(
  questions: readonly Question[],
  run: PreparedRun,
  options: EnsembleOptions,
): Promise<readonly Answered[]> {
  const requests = questions.flatMap(({ sources }) => sources.filter((source) => typeof source !== 'number'));
  const slots = new Map(requests.map((request, index) => [request, index]));
  const { draws } = options;
  const counts = questions.map((question) => ({ ...question, fan: new Fan(draws), happens: 0 }));
  await runEnsemble(run, requests, options, {
    gather: (block) => {
      for (const count of counts) {
        const { formula, sources, rule, target, fan } = count;
        const columns = sources.map((source) =>
          typeof source === 'number' ? source : block.values(slots.get(source) ?? 0),
        );
        const values = Float64Array.from({ length: block.draws }, (_, draw) =>
          formula.evaluate(
            columns.map((column) => (typeof column === 'number' ? column : (column[draw] ?? Number.NaN))),
          ),
        );
        fan.add(values);
        const { comparison } = rule;
        if (comparison === undefined) continue;
        for (const value of values) if (compare(value, comparison, target, rule) === 'holds') count.happens++;
      }
    },
  });
  const scratch = new Float64Array(draws);
  return counts.map(({ rule, formula, target, fan, happens }) => {
    const { label, set, unit, comparison, tolerance } = rule;
    const event = comparison && { comparison, target, probability: happens / draws };
    const { expression } = formula;
    const summary = fan.summary(scratch);
    return { rule, answer: { label, draws, set, expression, unit, tolerance, summary, ...event } };
  });
}

import { ProblemError } from '../../problem/problem.ts';
import type { Problem } from '../../problem/problem.ts';
import type { History } from '../../register/index.ts';
import { calibrate } from '../calibration/calibrate.ts';
import type { EnsembleOptions } from '../ensemble.ts';
import type { Evidence, PreparedRun } from '../prepare-run.ts';
import { PLAIN } from '../plain-scenario.ts';
import { prepareRun } from '../prepare-run.ts';
import type { Score } from '../scoring/score.ts';
import { scoreForecast } from '../scoring/score.ts';
import type { BaselineForecast } from './baselines.ts';
import { baselineForecasts } from './baselines.ts';
import type { LeftOutDate, ScoredDate } from './date-targets.ts';
import { scoreDates } from './date-targets.ts';
import type { Derivation } from './derivation.ts';
import { derivationsOf, suspectsOf, usedRows } from './derivation.ts';
import { amountAt, forecastAddress, forecastAll, movedBy, requestOf } from './model-forecasts.ts';
import type { Protocol } from './protocol.ts';
import type { PublishedForecast } from './published-forecasts.ts';
import { publishedForecasts } from './published-forecasts.ts';
import type { Target } from './targets.ts';
import { targetsOf } from './targets.ts';

/** A naive forecast and how it did. */
export interface ScoredBaseline extends BaselineForecast {
  readonly score: Score;
}

/** One target with the model’s forecast of it and everything it is held against. */
export interface ScoredTarget extends Target {
  /** What `explain` takes for the forecast, with the day and the history of the run. */
  readonly address: string;
  /** Quantiles of the forecast in the entry’s unit. */
  readonly forecast: Readonly<Record<'p025' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'p975', number>>;
  readonly score: Score;
  readonly baselines: readonly ScoredBaseline[];
  readonly published: readonly PublishedForecast[];
}

/** A target that is not scored: the run does not reach or hold it, or its forecast rests on the outcome. */
export interface LeftOut {
  readonly target: Target;
  readonly reason: 'before-run' | 'not-in-run' | 'no-forecast' | 'outcome-used' | 'derived';
  /** Ids of the assumptions that derive from the outcome and move the forecast. */
  readonly assumptions: readonly string[];
}

/** All targets as of one day, from one history. */
export interface BacktestRun {
  readonly day: string;
  readonly history: History;
  readonly targets: readonly ScoredTarget[];
  readonly leftOut: readonly LeftOut[];
  readonly dates: readonly ScoredDate[];
  readonly datesLeftOut: readonly LeftOutDate[];
  /** Why no run could be made as of that day; then nothing is scored. */
  readonly problems: readonly Problem[];
}

/** Which part of the protocol to run. */
export interface BacktestQuestion {
  readonly days?: readonly string[];
  readonly history?: History;
  /** Ids of entries, or subjects. */
  readonly series?: readonly string[];
  /** Whether what was known of the past weighs the futures of each run. */
  readonly calibrate?: boolean;
}

export interface BacktestProgress {
  readonly done: number;
  readonly of: number;
}

const HISTORIES: readonly History[] = ['strict', 'pseudo-real-time'];

/** The runs that a question asks for; a day that the protocol does not name is run from both histories. */
export function plannedRuns(
  protocol: Protocol,
  question: BacktestQuestion,
): readonly { readonly day: string; readonly history: History }[] {
  const asked = question.days?.map(
    (day) => protocol.dates.find((date) => date.day === day) ?? { day, histories: HISTORIES },
  );
  return (asked ?? protocol.dates).flatMap(({ day, histories }) =>
    histories
      .filter((history) => question.history === undefined || history === question.history)
      .map((history) => ({ day, history })),
  );
}

/**
 * Runs the model as of each day of the protocol, with what was known by then, and scores it against what was published
 * later. A day as of which no run can be made is told with its problems. `tell` hears how many runs are done.
 */
export async function runBacktest(
  evidence: Evidence,
  protocol: Protocol,
  question: BacktestQuestion,
  options: EnsembleOptions,
  tell: (progress: BacktestProgress) => void = () => {},
): Promise<readonly BacktestRun[]> {
  const planned = plannedRuns(protocol, question);
  const runs: BacktestRun[] = [];
  for (const { day, history } of planned) {
    tell({ done: runs.length, of: planned.length });
    runs.push(await runOne(evidence, protocol, { day, history }, question, options));
  }
  tell({ done: runs.length, of: planned.length });
  return runs;
}

async function runOne(
  evidence: Evidence,
  protocol: Protocol,
  { day, history }: { readonly day: string; readonly history: History },
  question: BacktestQuestion,
  options: EnsembleOptions,
): Promise<BacktestRun> {
  let run: PreparedRun;
  let plain: PreparedRun;
  try {
    const scenario = { ...PLAIN, asOf: day };
    plain = prepareRun(evidence, scenario, day, history);
    run = question.calibrate
      ? prepareRun(evidence, scenario, day, history, await calibrate(evidence, day, history, options))
      : plain;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { day, history, targets: [], leftOut: [], dates: [], datesLeftOut: [], problems: error.problems };
  }
  const { register, assumptions } = evidence;
  const asked = ({ id, subject }: { readonly id: string; readonly subject?: string }): boolean =>
    question.series === undefined ||
    question.series.includes(id) ||
    (subject !== undefined && question.series.includes(subject));
  const all = targetsOf(register, protocol, day).filter(({ entry }) => asked(entry));
  const derivations = derivationsOf(plain, register, assumptions);
  const scored = await scoreTargets({ run, plain }, all, derivations, protocol, options);
  const dates = scoreDates(run, register, assumptions, {
    ...protocol,
    dateSeries: protocol.dateSeries.filter(({ id }) => asked({ id, subject: 'dates' })),
  });
  return { day, history, ...scored, dates: dates.scored, datesLeftOut: dates.leftOut, problems: [] };
}

/** What is left out is judged on the run without calibration, so that it is the same with it. */
async function scoreTargets(
  { run, plain }: { readonly run: PreparedRun; readonly plain: PreparedRun },
  all: readonly Target[],
  derivations: readonly Derivation[],
  protocol: Protocol,
  options: EnsembleOptions,
): Promise<Pick<BacktestRun, 'targets' | 'leftOut'>> {
  const used = usedRows(run);
  const leftOut: LeftOut[] = [];
  const asked = all.flatMap((target) => {
    const request = requestOf(run, target);
    const reason =
      typeof request === 'string'
        ? request
        : target.outcome.rows.some((row) => used.has(row.id))
          ? 'outcome-used'
          : undefined;
    if (reason !== undefined) leftOut.push({ target, reason, assumptions: [] });
    return typeof request === 'string' || reason !== undefined ? [] : [{ target, request }];
  });
  if (asked.length === 0) return { targets: [], leftOut };
  const suspected = derivations.filter((derivation) =>
    asked.some(({ target }) => suspectsOf([derivation], target.outcome.rows).length > 0),
  );
  const moved = await movedBy(plain, asked, suspected, options);
  const forecasts = await forecastAll(run, asked, options);
  const targets = asked.flatMap(({ target }, index): ScoredTarget[] => {
    const forecast = forecasts[index];
    if (forecast === undefined) return [];
    if (forecast.nothing) {
      leftOut.push({ target, reason: 'no-forecast', assumptions: [] });
      return [];
    }
    const moving = suspectsOf(suspected, target.outcome.rows).filter(
      (derivation) => (moved[index]?.[suspected.indexOf(derivation)] ?? 0) > protocol.derivedMoves,
    );
    if (moving.length > 0) {
      leftOut.push({ target, reason: 'derived', assumptions: moving.map(({ assumption }) => assumption.id) });
      return [];
    }
    return [scoreTarget(run, target, forecast.sorted, protocol)];
  });
  return { targets, leftOut };
}

function scoreTarget(
  run: PreparedRun,
  target: Target,
  sorted: Float64Array,
  protocol: Protocol,
): ScoredTarget {
  const { points } = target.outcome;
  const at = (p: number): number => amountAt(sorted, p);
  return {
    ...target,
    address: forecastAddress(run, target),
    forecast: {
      p025: at(0.025),
      p10: at(0.1),
      p25: at(0.25),
      p50: at(0.5),
      p75: at(0.75),
      p90: at(0.9),
      p975: at(0.975),
    },
    score: scoreForecast({ kind: 'ensemble', sorted }, points),
    baselines: baselineForecasts(run.view, target, protocol).map((baseline) => ({
      ...baseline,
      score: scoreForecast(baseline.distribution, points),
    })),
    published: publishedForecasts(run.view, target),
  };
}

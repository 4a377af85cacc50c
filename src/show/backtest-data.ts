import type { BacktestRun, LeftOut, ScoredTarget } from '../answers/backtest/backtest.ts';
import type { Baseline } from '../answers/backtest/baselines.ts';
import { BASELINES } from '../answers/backtest/baselines.ts';
import type { Protocol } from '../answers/backtest/protocol.ts';
import { nameOfSpan } from '../answers/backtest/span.ts';
import type { GroupSummary, HistorySummary } from '../answers/backtest/summary.ts';
import type { Total } from '../answers/backtest/totals.ts';
import { RANGES } from '../answers/scoring/score.ts';
import type { CsvField } from './csv.ts';

/** What `chokepoint backtest` answers: the protocol by its hash, every run of it, and the totals. */
export interface BacktestAnswer {
  readonly protocol: Protocol;
  /** Sha256 of the protocol’s bytes. */
  readonly hash: string;
  readonly draws: number;
  readonly seed: number;
  /** Whether what was known of the past weighs the futures. */
  readonly calibrated: boolean;
  readonly runs: readonly BacktestRun[];
  /** All days of each history. */
  readonly summaries: readonly HistorySummary[];
  /** Only the days that both histories were run as of; empty where there is one history. */
  readonly sideBySide: readonly HistorySummary[];
}

/** One scored target a line. */
export const TARGET_COLUMNS = [
  'history',
  'as_of',
  'series',
  'member',
  'period',
  'horizon_months',
  'event',
  'unit',
  'outcome_low',
  'outcome',
  'outcome_high',
  'p10',
  'p50',
  'p90',
  'crps',
  'log_score',
  ...RANGES.map((share) => `interval_score_${share * 100}`),
  ...RANGES.map((share) => `inside_${share * 100}`),
  'place',
  'error',
  ...BASELINES.flatMap((name) => [name, `${name}_crps`]),
  'outcome_rows',
  'address',
] as const;

export function targetFields({ runs }: BacktestAnswer): CsvField[][] {
  return runs.flatMap(({ history, day, targets }) =>
    targets.map((target) => {
      const { entry, member, outcome, horizon, event, forecast, score, address } = target;
      return [
        history,
        day,
        entry.id,
        member,
        nameOfSpan(outcome.span),
        horizon,
        event,
        entry.outcome.unit,
        outcome.low,
        outcome.value,
        outcome.high,
        forecast.p10,
        forecast.p50,
        forecast.p90,
        score.crps,
        score.logScore,
        ...score.interval,
        ...score.inside,
        meanPlace(target),
        score.error,
        ...BASELINES.flatMap((name) => {
          const found = target.baselines.find((baseline) => baseline.name === name);
          return [found?.point, found?.score.crps];
        }),
        outcome.rows.map(({ id }) => id).join(' '),
        address,
      ];
    }),
  );
}

function meanPlace({ score, outcome }: ScoredTarget): number {
  const { weights } = outcome.points;
  return score.places.reduce((sum, place, index) => sum + (weights[index] ?? 0) * place, 0);
}

/** Totals of one group of targets a line: all, a subject, or a series, over all horizons and by class. */
export const SCORE_COLUMNS = [
  'history',
  'group',
  'horizon',
  'targets',
  'events',
  'crps',
  'log_score',
  ...RANGES.map((share) => `coverage_${share * 100}`),
  'bias',
  ...BASELINES.flatMap((name) => [`skill_${name}`, `skill_${name}_low`, `skill_${name}_high`]),
] as const;

export function scoreFields(
  summaries: readonly HistorySummary[],
  { horizons }: Pick<Protocol, 'horizons'>,
): CsvField[][] {
  return summaries.flatMap((summary) => {
    const classes = (name: string, groups: readonly (GroupSummary | undefined)[]): CsvField[][] =>
      groups.flatMap((group, index) =>
        group === undefined ? [] : [groupFields(summary.history, name, horizonName(index, horizons), group)],
      );
    return [
      groupFields(summary.history, 'all', 'all', summary.all),
      ...classes('all', summary.horizons),
      ...summary.subjects.map((group) => groupFields(summary.history, group.subject, 'all', group)),
      ...summary.entries.flatMap((entry) => [
        groupFields(summary.history, entry.entry.id, 'all', entry),
        ...classes(entry.entry.id, entry.horizons),
      ]),
      ...summary.dates.map(({ entry, total }) =>
        groupFields(summary.history, entry.id, 'all', { total, skills: {} }),
      ),
    ];
  });
}

/** `<=6`, `6-12`, `12-24`, `>24`: months. */
export function horizonName(index: number, ends: readonly number[]): string {
  const [from, to] = [ends[index - 1], ends[index]];
  if (to === undefined) return `>${from}`;
  return from === undefined ? `<=${to}` : `${from}-${to}`;
}

function groupFields(
  history: string,
  name: string,
  horizon: string,
  group: Pick<GroupSummary, 'total' | 'skills'>,
): CsvField[] {
  const skill = (opponent: Baseline): CsvField[] => {
    const found = group.skills[opponent];
    return [found?.skill, found?.low, found?.high].map(rounded);
  };
  return [history, name, horizon, ...totalFields(group.total), ...BASELINES.flatMap(skill)];
}

function totalFields({ targets, events, crps, logScore, coverage, bias }: Total): CsvField[] {
  return [targets, events, ...[crps, logScore, ...coverage, bias].map(rounded)];
}

/** Four digits after the point say more than the scores do, and change only where the model does. */
function rounded(value: number | undefined): number | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : Number(value.toFixed(4));
}

/** The answer as plain data: entries and rows by their ids. */
export function backtestData(answer: BacktestAnswer): unknown {
  const { protocol, hash, draws, seed, calibrated, runs, summaries, sideBySide } = answer;
  return {
    protocol: { version: protocol.version, sha256: hash, evaluatedBy: protocol.evaluatedBy },
    draws,
    seed,
    calibrated,
    ranges: RANGES,
    summaries: summaries.map(summaryData),
    sideBySide: sideBySide.map(summaryData),
    runs: runs.map(({ day, history, targets, leftOut, dates, datesLeftOut, problems }) => ({
      asOf: day,
      history,
      targets: targets.map((target) => ({ ...targetAbout(target), ...targetScores(target) })),
      leftOut: leftOut.map(({ target, reason, assumptions }: LeftOut) => ({
        ...targetAbout(target),
        reason,
        assumptions,
      })),
      dates: dates.map(({ entry, row, ...date }) => ({ series: entry.id, ...date, row: row.id })),
      datesLeftOut: datesLeftOut.map(({ entry, row, ...date }) => ({
        series: entry.id,
        ...date,
        row: row.id,
      })),
      problems,
    })),
  };
}

function summaryData(summary: HistorySummary): unknown {
  return {
    ...summary,
    entries: summary.entries.map(({ entry, ...group }) => ({ series: entry.id, ...group })),
    dates: summary.dates.map(({ entry, total }) => ({ series: entry.id, ...total })),
  };
}

function targetAbout({ entry, member, outcome, horizon, event }: LeftOut['target']): Record<string, unknown> {
  return {
    series: entry.id,
    ...(member === undefined ? {} : { member }),
    period: nameOfSpan(outcome.span),
    horizon,
    event,
    unit: entry.outcome.unit,
    outcome: {
      low: outcome.low,
      value: outcome.value,
      high: outcome.high,
      rows: outcome.rows.map(({ id }) => id),
    },
  };
}

function targetScores({
  address,
  forecast,
  score,
  baselines,
  published,
}: ScoredTarget): Record<string, unknown> {
  return {
    address,
    forecast,
    score,
    baselines: baselines.map(({ name, point, distribution, score: own }) => ({
      name,
      point,
      sd: distribution.sd,
      crps: own.crps,
    })),
    published: published.map(({ row, publisher, value, absoluteError }) => ({
      row: row.id,
      publisher,
      value,
      absoluteError,
    })),
  };
}

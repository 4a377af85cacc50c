import type { History } from '../../register/index.ts';
import type { BacktestRun, ScoredTarget } from './backtest.ts';
import type { Baseline } from './baselines.ts';
import { BASELINES } from './baselines.ts';
import type { DateEntry, Protocol, SeriesEntry, Subject } from './protocol.ts';
import { horizonClass } from './targets.ts';
import type { Skill, Total } from './totals.ts';
import { meanOverEvents, placeHistogram, skillAgainst, skillOf, totalOf } from './totals.ts';

/** How the model did on a group of targets, and against each opponent that forecast some of them. */
export interface GroupSummary {
  readonly total: Total;
  readonly skills: Readonly<Partial<Record<Baseline, Skill>>>;
  /** Share of outcomes in each tenth of their forecasts. */
  readonly places: readonly number[];
}

export interface SubjectSummary extends GroupSummary {
  readonly subject: Subject;
}

export interface EntrySummary extends GroupSummary {
  readonly entry: SeriesEntry;
  /** By class of horizon; `undefined` where there is no target. */
  readonly horizons: readonly (GroupSummary | undefined)[];
}

/** Dates of one kind, in months. */
export interface DateSummary {
  readonly entry: DateEntry;
  readonly total: Total;
}

/** A publisher’s forecasts beside the model’s of the same targets. */
export interface PublisherSummary {
  readonly publisher: string;
  readonly targets: number;
  readonly events: number;
  /** Mean absolute logarithm of forecast over outcome: the publisher’s, and that of the model’s median. */
  readonly theirs: number;
  readonly median: number;
  /** Of the model’s whole forecast; a publisher’s point scores its absolute error. */
  readonly crps: number;
}

/** Everything scored from one history. */
export interface HistorySummary {
  readonly history: History;
  readonly all: GroupSummary;
  readonly horizons: readonly (GroupSummary | undefined)[];
  readonly subjects: readonly SubjectSummary[];
  readonly entries: readonly EntrySummary[];
  readonly dates: readonly DateSummary[];
  /** All publishers together first, then those with most targets; `undefined` where none forecast a target. */
  readonly published:
    | {
        readonly all: Skill;
        /** Mean absolute logarithm of the model’s median over the outcome, of all. */
        readonly median: number;
        readonly publishers: readonly PublisherSummary[];
      }
    | undefined;
}

const PLACES = 10;
/** What was public at the time comes first. */
const HISTORIES: readonly History[] = ['strict', 'pseudo-real-time'];

/** Totals of every history that was run. */
export function summariseBacktest(
  runs: readonly BacktestRun[],
  protocol: Protocol,
): readonly HistorySummary[] {
  const histories = HISTORIES.filter((history) => runs.some((run) => run.history === history));
  return histories.map((history) => {
    const own = runs.filter((run) => run.history === history);
    const targets = own.flatMap((run) => run.targets);
    const group = (items: readonly ScoredTarget[]): GroupSummary => summariseGroup(items, protocol);
    const byHorizon = (items: readonly ScoredTarget[]): (GroupSummary | undefined)[] =>
      Array.from({ length: protocol.horizons.length + 1 }, (_, index) => {
        const inside = items.filter(({ horizon }) => horizonClass(horizon, protocol.horizons) === index);
        return inside.length === 0 ? undefined : group(inside);
      });
    const subjects = [...new Set(protocol.series.map(({ subject }) => subject))];
    return {
      history,
      all: group(targets),
      horizons: byHorizon(targets),
      subjects: subjects.flatMap((subject) => {
        const items = targets.filter(({ entry }) => entry.subject === subject);
        return items.length === 0 ? [] : [{ subject, ...group(items) }];
      }),
      entries: protocol.series.flatMap((entry) => {
        const items = targets.filter((target) => target.entry.id === entry.id);
        return items.length === 0 ? [] : [{ entry, ...group(items), horizons: byHorizon(items) }];
      }),
      dates: protocol.dateSeries.flatMap((entry) => {
        const items = own.flatMap((run) => run.dates).filter((date) => date.entry.id === entry.id);
        return items.length === 0 ? [] : [{ entry, total: totalOf(items) }];
      }),
      published: summarisePublished(targets, protocol),
    };
  });
}

/**
 * The histories over the days that all of them were run as of, so that what differs is the history alone. Empty where
 * there is only one.
 */
export function summariseSideBySide(
  runs: readonly BacktestRun[],
  protocol: Protocol,
): readonly HistorySummary[] {
  const scored = runs.filter(({ targets }) => targets.length > 0);
  const both = scored.filter(({ day }) =>
    HISTORIES.every((history) => scored.some((run) => run.day === day && run.history === history)),
  );
  return summariseBacktest(both, protocol);
}

function summariseGroup(targets: readonly ScoredTarget[], protocol: Protocol): GroupSummary {
  const skills: Partial<Record<Baseline, Skill>> = {};
  for (const name of BASELINES) {
    const skill = skillAgainst(targets, name, protocol.resamples, protocol.seed);
    if (skill !== undefined) skills[name] = skill;
  }
  const weighted = targets.map(({ event, score, outcome }) => ({
    event,
    score,
    weights: outcome.points.weights,
  }));
  return { total: totalOf(targets), skills, places: placeHistogram(weighted, PLACES) };
}

function summarisePublished(
  targets: readonly ScoredTarget[],
  { resamples, seed }: Protocol,
): HistorySummary['published'] {
  const pairs = targets.flatMap(({ event, score, published }) =>
    published.map(({ publisher, absoluteError }) => ({
      publisher,
      event,
      own: score.crps,
      median: score.absoluteError,
      other: absoluteError,
    })),
  );
  const all = skillOf(pairs, resamples, seed);
  if (all === undefined) return undefined;
  const names = [...new Set(pairs.map(({ publisher }) => publisher))];
  const publishers = names.map((publisher): PublisherSummary => {
    const items = pairs.filter((pair) => pair.publisher === publisher);
    return {
      publisher,
      targets: items.length,
      events: new Set(items.map(({ event }) => event)).size,
      theirs: meanOverEvents(items, ({ other }) => other),
      median: meanOverEvents(items, ({ median }) => median),
      crps: meanOverEvents(items, ({ own }) => own),
    };
  });
  return {
    all,
    median: meanOverEvents(pairs, ({ median }) => median),
    publishers: publishers.toSorted((a, b) => b.targets - a.targets || (a.publisher < b.publisher ? -1 : 1)),
  };
}

/** A group on which the model did worse than an opponent, in total over its events. */
export interface Loss {
  readonly name: 'all' | Subject;
  readonly opponent: Baseline | 'published';
  readonly skill: Skill;
}

/** Every loss, totals first. Empty where the model beat all of them. */
export function lossesOf({ all, subjects, published }: HistorySummary): readonly Loss[] {
  const groups = [
    { name: 'all' as const, skills: all.skills },
    ...subjects.map((group) => ({ name: group.subject, skills: group.skills })),
  ];
  const naive = groups.flatMap(({ name, skills }) =>
    BASELINES.flatMap((opponent): Loss[] => {
      const skill = skills[opponent];
      return skill !== undefined && skill.skill < 0 ? [{ name, opponent, skill }] : [];
    }),
  );
  return published !== undefined && published.all.skill < 0
    ? [...naive, { name: 'all', opponent: 'published', skill: published.all }]
    : naive;
}

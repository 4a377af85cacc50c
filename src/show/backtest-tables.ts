import type { BacktestRun } from '../answers/backtest/backtest.ts';
import type { Baseline } from '../answers/backtest/baselines.ts';
import { BASELINES } from '../answers/backtest/baselines.ts';
import type { Protocol, Subject } from '../answers/backtest/protocol.ts';
import type { GroupSummary, HistorySummary } from '../answers/backtest/summary.ts';
import type { Skill } from '../answers/backtest/totals.ts';
import { RANGES } from '../answers/scoring/score.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber, formatPercent } from './number-format.ts';
import { describeProblem } from './problem-text.ts';
import type { Column, Table } from './table.ts';

/** Tables of a backtest, for the terminal and for the report. */

export function subjectName(name: 'all' | Subject, language: Language): string {
  return name === 'all'
    ? translate(language, 'backtest.all')
    : translate(language, `backtest.subject.${name}`);
}

const score = (value: number): string => formatNumber(value, { decimals: 2 });
const signed = (value: number): string => formatNumber(value, { decimals: 2, signed: true });
const share = (value: number): string => formatPercent(value, { decimals: 0 });
const right = (title: string): Column => ({ title, align: 'right' });

/** All targets and each subject: scores, coverage and bias. */
export function scoreTable({ all, subjects }: HistorySummary, language: Language): Table {
  const text = (name: 'targets' | 'events' | 'crps' | 'logScore' | 'bias'): string =>
    translate(language, `backtest.column.${name}`);
  const row = (name: string, { total }: GroupSummary): string[] => [
    name,
    String(total.targets),
    String(total.events),
    score(total.crps),
    score(total.interval[1] ?? Number.NaN),
    score(total.logScore),
    ...total.coverage.map(share),
    signed(total.bias),
  ];
  return {
    columns: [
      { title: translate(language, 'backtest.column.series'), wraps: true },
      right(text('targets')),
      right(text('events')),
      right(text('crps')),
      { ...right(translate(language, 'backtest.column.interval')), optional: true },
      { ...right(text('logScore')), optional: true },
      ...RANGES.map((range) =>
        right(translate(language, 'backtest.column.coverage', { share: range * 100 })),
      ),
      right(text('bias')),
    ],
    groups: [
      { rows: [row(subjectName('all', language), all)] },
      { rows: subjects.map((group) => row(subjectName(group.subject, language), group)) },
    ],
  };
}

/** Both histories beside each other, of the same days. */
export function sideBySideTable(summaries: readonly HistorySummary[], language: Language): Table {
  const title = (name: 'crps' | 'bias'): string => translate(language, `backtest.column.${name}`);
  const groups = (summary: HistorySummary): readonly GroupSummary[] => [summary.all, ...summary.subjects];
  const names = [
    subjectName('all', language),
    ...(summaries[0]?.subjects ?? []).map(({ subject }) => subjectName(subject, language)),
  ];
  const rows = names.map((name, index) => [
    name,
    ...summaries.flatMap((summary) => {
      const total = groups(summary)[index]?.total;
      return total === undefined
        ? ['', '', '', '']
        : [
            String(total.targets),
            score(total.crps),
            share(total.coverage[1] ?? Number.NaN),
            signed(total.bias),
          ];
    }),
  ]);
  return {
    columns: [
      { title: translate(language, 'backtest.column.series'), wraps: true },
      ...summaries.flatMap(({ history }) => [
        right(translate(language, `backtest.column.${history}`)),
        right(title('crps')),
        right(translate(language, 'backtest.column.coverage', { share: 80 })),
        right(title('bias')),
      ]),
    ],
    groups: [{ rows: rows.slice(0, 1) }, { rows: rows.slice(1) }],
  };
}

/** The same groups against each naive opponent: how much smaller the model’s score is. */
export function skillTable({ all, subjects }: HistorySummary, language: Language): Table {
  const row = (name: string, { skills }: GroupSummary): string[] => [
    name,
    ...BASELINES.map((opponent) => skillText(skills[opponent], language)),
  ];
  return {
    columns: [
      { title: translate(language, 'backtest.column.series'), wraps: true },
      ...BASELINES.map((opponent) =>
        right(translate(language, 'backtest.column.skill', { opponent: opponentName(opponent, language) })),
      ),
    ],
    groups: [
      { rows: [row(subjectName('all', language), all)] },
      { rows: subjects.map((group) => row(subjectName(group.subject, language), group)) },
    ],
  };
}

export function opponentName(name: Baseline | 'published', language: Language): string {
  return translate(language, `backtest.opponent.${name}`);
}

/** `+69% (+45% to +82%)`: how much smaller the model’s score is. Empty of nothing. */
export function skillText(skill: Skill | undefined, language: Language): string {
  if (skill === undefined) return '';
  const text = signedShare(skill.skill);
  return skill.events === 1
    ? translate(language, 'backtest.skill.one', { skill: text })
    : translate(language, 'backtest.skill', {
        skill: text,
        low: signedShare(skill.low),
        high: signedShare(skill.high),
      });
}

export function signedShare(value: number): string {
  return `${value < 0 ? '−' : '+'}${share(Math.abs(value))}`;
}

/** Every series: its score over all horizons and by class, with the number of targets. */
export function horizonTable(
  { all, horizons, entries }: HistorySummary,
  protocol: Protocol,
  language: Language,
): Table {
  const cell = (group: GroupSummary | undefined): string =>
    group === undefined ? '' : `${score(group.total.crps)} (${group.total.targets})`;
  const rowOf = (
    name: string,
    group: GroupSummary,
    classes: readonly (GroupSummary | undefined)[],
  ): string[] => [
    name,
    cell(group),
    ...classes.map(cell),
    share(group.total.coverage[1] ?? Number.NaN),
    signed(group.total.bias),
  ];
  return {
    columns: [
      { title: translate(language, 'backtest.column.series'), wraps: true, minimum: 20 },
      right(translate(language, 'backtest.column.all')),
      ...horizonTitles(protocol, language).map(right),
      right(translate(language, 'backtest.column.coverage', { share: 80 })),
      right(translate(language, 'backtest.column.bias')),
    ],
    groups: [
      { rows: [rowOf(subjectName('all', language), all, horizons)] },
      { rows: entries.map((group) => rowOf(group.entry.label[language], group, group.horizons)) },
    ],
  };
}

function horizonTitles({ horizons }: Protocol, language: Language): string[] {
  const bounded = horizons.map((end, index) =>
    translate(language, 'backtest.column.within', { from: horizons[index - 1] ?? 0, end }),
  );
  return [...bounded, translate(language, 'backtest.column.beyond', { end: horizons.at(-1) ?? 0 })];
}

/** Dates by kind, in months. */
export function dateTable({ dates }: HistorySummary, language: Language): Table {
  return {
    columns: [
      { title: translate(language, 'backtest.column.series'), wraps: true, minimum: 20 },
      right(translate(language, 'backtest.column.targets')),
      right(translate(language, 'backtest.column.events')),
      right(translate(language, 'backtest.column.crps')),
      ...RANGES.map((range) =>
        right(translate(language, 'backtest.column.coverage', { share: range * 100 })),
      ),
      right(translate(language, 'backtest.column.late')),
    ],
    groups: [
      {
        rows: dates.map(({ entry, total }) => [
          entry.label[language],
          String(total.targets),
          String(total.events),
          formatNumber(total.crps, { decimals: 1 }),
          ...total.coverage.map(share),
          formatNumber(total.bias, { decimals: 1, signed: true }),
        ]),
      },
    ],
  };
}

/** Publishers who forecast targets, most of them first. */
export function publisherTable(
  { all, median: ofAll, publishers }: NonNullable<HistorySummary['published']>,
  language: Language,
  most: number,
): Table {
  const title = (name: 'publisher' | 'targets' | 'events' | 'theirs' | 'median' | 'ownCrps'): string =>
    translate(language, `backtest.column.${name}`);
  return {
    columns: [
      { title: title('publisher'), wraps: true, minimum: 20 },
      right(title('targets')),
      right(title('events')),
      right(title('theirs')),
      right(title('median')),
      right(title('ownCrps')),
    ],
    groups: [
      {
        rows: [
          [
            translate(language, 'backtest.publishers.all'),
            String(all.targets),
            String(all.events),
            score(all.opponent),
            score(ofAll),
            score(all.crps),
          ],
        ],
      },
      {
        rows: publishers
          .slice(0, most)
          .map(({ publisher, targets, events, theirs, median, crps }) => [
            publisher,
            String(targets),
            String(events),
            ...[theirs, median, crps].map(score),
          ]),
      },
    ],
  };
}

/** What was scored as of each day, and what was left out and why. */
export function dayTable(runs: readonly BacktestRun[], language: Language): Table {
  return {
    columns: [
      { title: translate(language, 'backtest.column.day') },
      right(translate(language, 'backtest.column.scored')),
      right(translate(language, 'backtest.column.dates')),
      { title: translate(language, 'backtest.column.leftOut'), wraps: true, minimum: 30 },
    ],
    groups: [
      {
        rows: runs.map((run) => [
          formatDay(run.day, language, 'short'),
          String(run.targets.length),
          String(run.dates.length),
          leftOutText(run, language),
        ]),
      },
    ],
  };
}

const REASONS = ['before-run', 'not-in-run', 'no-forecast', 'outcome-used', 'derived'] as const;

function leftOutText({ leftOut, datesLeftOut, problems }: BacktestRun, language: Language): string {
  const [problem] = problems;
  if (problem !== undefined)
    return translate(language, 'backtest.left.problem', { problem: describeProblem(problem, language) });
  const counts = REASONS.flatMap((reason) => {
    const count = leftOut.filter((left) => left.reason === reason).length;
    return count === 0 ? [] : [translate(language, `backtest.left.${reason}`, { count })];
  });
  const used = datesLeftOut.filter(({ reason }) => reason === 'outcome-used').length;
  const hindsight = datesLeftOut.length - used;
  return [
    ...counts,
    ...(hindsight === 0
      ? []
      : [translate(language, 'backtest.left.hindsight-assumption', { count: hindsight })]),
  ].join(language === 'ja' ? '、' : ', ');
}

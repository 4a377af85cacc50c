import type { DisputedQuantity } from '../answers/fact-disagreement.ts';
import type { UnusedRows } from '../answers/unused-rows.ts';
import type { WeakestInputs } from '../answers/weakest-inputs.ts';
import { formatSpread } from './amount-format.ts';
import { formatDay, formatPeriod } from './date-format.ts';
import { amountText, subjectOf } from './facts-view.ts';
import { translate } from './message.ts';
import { formatNumber, formatPercent } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Quantities on which sources differ, the widest first; at most `limit` (0: all). */
export function renderDisagreement(
  all: readonly DisputedQuantity[],
  asOf: string,
  screen: Screen,
  limit = 0,
): string {
  const { language } = screen;
  const head = translate(language, 'support.disagreement.count', {
    count: all.length,
    date: formatDay(asOf, language),
  });
  const shown = limit > 0 ? all.slice(0, limit) : all;
  const rows = shown.map(({ vintages: group, disagreement, ratio }) => [
    [group.metric, subjectOf(group)].filter((part) => part !== '').join(' · '),
    formatPeriod(group.periodStart, group.periodEnd, language, 'short'),
    String(disagreement.sources),
    formatNumber(ratio, { decimals: ratio < 10 ? 2 : 0 }),
    formatSpread(disagreement, group.unit, language, { significant: 3 }),
  ]);
  return titled(head, screen, {
    columns: [
      { title: translate(language, 'support.column.quantity'), wraps: true, minimum: 18 },
      { title: translate(language, 'support.column.period'), wraps: true, minimum: 9 },
      { title: translate(language, 'support.column.sources'), align: 'right' },
      { title: translate(language, 'support.column.ratio'), align: 'right' },
      { title: translate(language, 'support.column.range'), align: 'right', wraps: true, minimum: 16 },
    ],
    groups: [{ rows }],
  });
}

/** How many rows go unused and why, then the rows themselves, at most `limit` of each reason (0: all). */
export function renderUnused(answer: UnusedRows, screen: Screen, limit = 0): string {
  const { language } = screen;
  const head = translate(language, 'support.unused.count', {
    used: answer.used,
    known: answer.known,
    unused: answer.rows.length,
    date: formatDay(answer.asOf, language),
  });
  const counts = answer.counts.map(({ reason, rows }) => [
    translate(language, `support.unused.${reason}`),
    String(rows),
  ]);
  const groups = answer.counts.map(({ reason }) => {
    const all = answer.rows.filter((each) => each.reason === reason);
    return {
      title: translate(language, `support.unused.${reason}`),
      rows: (limit > 0 ? all.slice(-limit) : all).map(({ row, instead }) => [
        `${[row.metric, subjectOf(row)].join(' · ')}\n${row.id}`,
        formatPeriod(row.periodStart, row.periodEnd, language, 'short'),
        amountText(row, language),
        instead ?? '',
      ]),
    };
  });
  const summary = titled(head, screen, {
    columns: [
      { title: translate(language, 'support.column.reason'), wraps: true, minimum: 30 },
      { title: translate(language, 'support.column.rows'), align: 'right' },
    ],
    groups: [{ rows: counts }],
  });
  const table = renderTable(
    {
      columns: [
        { title: translate(language, 'support.column.row'), wraps: true, minimum: 24 },
        { title: translate(language, 'support.column.period'), wraps: true, minimum: 9 },
        { title: translate(language, 'facts.column.amount'), align: 'right', wraps: true, minimum: 12 },
        {
          title: translate(language, 'support.column.instead'),
          wraps: true,
          minimum: 10,
          maximum: 24,
          optional: true,
          tone: 'secondary',
        },
      ],
      groups,
    },
    screen,
  );
  return `${summary}\n\n${table}`;
}

/** Inputs of which better data would help most. */
export function renderWeakest(answer: WeakestInputs, screen: Screen, limit = 0): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const title = translate(language, 'support.weakest.title', { date: formatDay(answer.asOf, language) });
  if (answer.inputs.length === 0)
    return [...wrap(title, screen.width), translate(language, 'support.weakest.none')].join('\n');
  const shown = limit > 0 ? answer.inputs.slice(0, limit) : answer.inputs;
  const note = translate(language, 'support.weakest.note', { draws: answer.draws });
  const table = titled(title, screen, {
    columns: [
      { title: translate(language, 'support.column.inputs'), wraps: true, minimum: 20 },
      { title: translate(language, 'support.column.rank'), align: 'right' },
      { title: translate(language, 'support.column.assumed'), align: 'right' },
      { title: translate(language, 'support.column.score'), align: 'right' },
      { title: translate(language, 'support.column.rests'), wraps: true, minimum: 18, tone: 'secondary' },
    ],
    groups: [
      {
        rows: shown.map(({ group, rank, assumed, score, assumptions, sources }) => [
          group,
          formatNumber(rank, { decimals: 2 }),
          formatPercent(assumed, { decimals: 0 }),
          formatNumber(score, { decimals: 3 }),
          [
            ...assumptions.slice(0, ASSUMPTIONS_SHOWN),
            ...(assumptions.length > ASSUMPTIONS_SHOWN
              ? [translate(language, 'facts.more', { count: assumptions.length - ASSUMPTIONS_SHOWN })]
              : []),
            ...(sources.length > 0
              ? [translate(language, 'support.rests.rows', { count: sources.length })]
              : []),
          ].join(', '),
        ]),
      },
    ],
  });
  const width = Math.min(screen.width, PROSE_WIDTH);
  return [table, '', ...wrap(note, width).map((line) => theme.tone('secondary', line))].join('\n');
}

const ASSUMPTIONS_SHOWN = 3;

function titled(title: string, screen: Screen, table: Parameters<typeof renderTable>[0]): string {
  const theme = themeOf(screen);
  const head = wrap(title, screen.width).map((line) => theme.tone('strong', line));
  return [...head, '', renderTable(table, screen)].join('\n');
}

import type { Count, FileSummary, RegisterSummary } from '../register/index.ts';
import { formatDay } from './date-format.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import { describeProblem } from './problem-text.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Column, RowGroup } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

const KINDS_SHOWN = 6;
const METRICS_SHOWN = 4;

/** What the register holds: every row counted by file, metric and kind, and what could not be read. */
export function renderSummary(summary: RegisterSummary, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const text = translate(language, 'facts.summary.text', {
    facts: summary.facts,
    statements: summary.statements,
    without: summary.withoutQuantity,
    first: formatDay(summary.firstPublished, language),
    last: formatDay(summary.lastPublished, language),
  });
  const unread = summary.unread.map(({ file, line, reason, found }) => {
    const problem = { code: reason, place: { file, line }, params: { found } };
    return `  ${file}:${line}  ${describeProblem(problem, language)}`;
  });
  return [
    ...wrap(text, Math.min(screen.width, PROSE_WIDTH)),
    '',
    renderTable({ columns: columnsOf(screen), groups: groupsOf(summary, screen) }, screen),
    '',
    theme.tone('strong', translate(language, 'facts.summary.unread', { count: unread.length })),
    ...unread,
    '',
    ...wrap(translate(language, 'attribution'), Math.min(screen.width, PROSE_WIDTH)).map((line) =>
      theme.tone('secondary', line),
    ),
  ].join('\n');
}

function columnsOf({ language }: Screen): Column[] {
  return [
    { title: translate(language, 'facts.summary.file') },
    { title: translate(language, 'facts.summary.rows'), align: 'right' },
    { title: translate(language, 'facts.summary.kinds'), wraps: true, minimum: 20 },
    {
      title: translate(language, 'facts.summary.metrics'),
      wraps: true,
      minimum: 24,
      tone: 'secondary',
      optional: true,
    },
  ];
}

function groupsOf(summary: RegisterSummary, screen: Screen): RowGroup[] {
  const { language } = screen;
  const total = [
    { text: translate(language, 'facts.summary.total'), tone: 'strong' as const },
    { text: formatNumber(summary.rowsGiven), tone: 'strong' as const },
    '',
    '',
  ];
  const given: RowGroup = {
    title: translate(language, 'facts.summary.given.title'),
    rows: [...summary.given.map((file) => cellsOf(file, screen)), total],
  };
  if (summary.derived.length === 0) return [given];
  return [
    given,
    {
      title: translate(language, 'facts.summary.derived.title'),
      rows: summary.derived.map((file) => cellsOf(file, screen)),
    },
  ];
}

function cellsOf(file: FileSummary, screen: Screen): string[] {
  const name = file.given === '' || file.given === file.file ? file.file : `${file.file}\n(${file.given})`;
  return [
    name,
    formatNumber(file.rows),
    countsText(file.byKind, KINDS_SHOWN, screen),
    countsText(file.byMetric, METRICS_SHOWN, screen),
  ];
}

function countsText(counts: readonly Count[], shown: number, { language }: Screen): string {
  const parts = counts.slice(0, shown).map(({ name, rows }) => `${name} ${formatNumber(rows)}`);
  const rest = counts.length - shown;
  if (rest > 0) parts.push(translate(language, 'facts.more', { count: rest }));
  return parts.join(', ');
}

import type { ClaimProbability } from '../answers/claim-probability.ts';
import type { Term } from '../answers/claim-terms.ts';
import type { ClaimTest, WorkedFormula } from '../answers/claim-verdict.ts';
import type { ClaimAnswer, EvidenceRow } from '../answers/claims.ts';
import type { Row } from '../register/index.ts';
import {
  byRule,
  eventText,
  figureText,
  probabilityText,
  saidBy,
  spreadText,
  statementOf,
  testText,
  verdictText,
} from './claim-words.ts';
import { formatDay, formatPeriod } from './date-format.ts';
import { amountText, renderFields, subjectOf } from './facts-view.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { publisherText } from './publisher-text.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Column, RowGroup } from './table.ts';
import { padEnd, widthOf } from './text-width.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** One statement in full: verdict, every test with its sources, what the model says, rows since and before. */
export function renderClaim(answer: ClaimAnswer, screen: Screen): string {
  const { language, width } = screen;
  const theme = themeOf(screen);
  const blocks = [headOf(answer, screen)];
  const block = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) blocks.push([theme.tone('strong', title), ...lines].join('\n'));
  };
  block(
    translate(language, 'claims.block.tests'),
    answer.tests.flatMap((test) => testLines(test, screen)),
  );
  block(
    translate(language, 'claims.block.model', { draws: answer.probabilities[0]?.draws ?? 0 }),
    byRule(answer.probabilities).flatMap((answers) => oddsLines(answers, screen)),
  );
  block(
    translate(language, 'claims.block.unmeasured'),
    answer.unmeasured.flatMap(({ text }) => indent(wrap(text[language], width - 4), '  - ')),
  );
  block(
    translate(language, 'claims.block.contrasts'),
    answer.contrasts.flatMap(({ text, claims }) =>
      indent(wrap(`${text[language]} (${claims.join(', ')})`, width - 4), '  - '),
    ),
  );
  const later = answer.evidence.filter((item) => item.later);
  const earlier = answer.evidence.filter((item) => !item.later);
  if (later.length > 0)
    block(translate(language, 'claims.since', { count: later.length }), [evidenceTable(later, screen)]);
  if (earlier.length > 0)
    block(translate(language, 'claims.before', { count: earlier.length }), [evidenceTable(earlier, screen)]);
  const catalogued = [
    ['claims.products', answer.products],
    ['claims.models', answer.models],
  ] as const;
  for (const [key, entries] of catalogued) {
    block(
      translate(language, key),
      entries.map(({ id, name }) => `  ${name} (${id})`),
    );
  }
  return blocks.join('\n\n');
}

function headOf(answer: ClaimAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const { claim } = answer;
  const period = formatPeriod(claim.periodStart, claim.periodEnd, language);
  const amount = claim.unit === '' ? '' : amountText(claim, language);
  return [
    ...wrap(statementOf(claim, language), Math.min(screen.width, PROSE_WIDTH)).map((line) =>
      theme.tone('strong', line),
    ),
    '',
    ...renderFields(
      [
        ['claims.column.verdict', verdictText(answer, language)],
        ['claims.field.section', `${translate(language, `claims.section.${claim.section}`)} (${claim.id})`],
        ['claims.field.said', `${saidBy(claim, language)}, ${formatDay(claim.published, language)}`],
        [
          'claims.field.amount',
          [subjectOf(claim), period, amount === '–' ? '' : amount].filter(Boolean).join(' · '),
        ],
        ['claims.field.note', claim.note],
      ],
      screen,
    ),
  ].join('\n');
}

const MARKS = { holds: '✓', near: '~', fails: '✗', open: '?' } as const;

function testLines(test: ClaimTest, screen: Screen): string[] {
  const { language, width } = screen;
  const theme = themeOf(screen);
  const { outcome } = test;
  const mark = outcome === undefined ? '·' : MARKS[outcome];
  const word = outcome === undefined ? '' : `  ${translate(language, `claims.outcome.${outcome}`)}`;
  const limits =
    outcome === undefined || test.tolerance + test.near === 0
      ? ''
      : `  ${theme.tone('secondary', limitsText(test, language))}`;
  const parts = [test.found, ...(test.target ?? [])].filter((part) => part !== undefined);
  return [
    ...indent(wrap(test.label[language], width - 4), `  ${mark} `),
    `      ${theme.tone('accent', testText(test, language))}${word}${limits}`,
    ...parts.flatMap((part) => workingLines(part, screen)),
  ];
}

function limitsText({ tolerance, near, unit }: ClaimTest, language: Language): string {
  const text = (limit: number): string =>
    unit === 'date' ? figureText(limit, 'day', language) : figureText(limit, 'fraction', language);
  return near > tolerance
    ? translate(language, 'claims.limits.both', { tolerance: text(tolerance), near: text(near) })
    : translate(language, 'claims.limits.one', { tolerance: text(tolerance) });
}

/** The formula with its terms and their sources; a single row or statement needs no formula. */
function workingLines({ expression, terms }: WorkedFormula, screen: Screen): string[] {
  const { language, width } = screen;
  const theme = themeOf(screen);
  const shown = terms.filter(({ source }) => source !== 'day');
  const values = shown.map(({ value, unit }) => figureText(value, unit, language));
  const widest = Math.max(0, ...values.map(widthOf));
  const head = terms.length > 1 || expression !== 'a' ? [`      = ${expression}`] : [];
  return [
    ...(shown.length === 0 ? [] : head),
    ...shown.flatMap((term, index) =>
      indent(
        wrap(sourceOf(term, language), Math.max(20, width - widest - 14)),
        `        ${terms.length > 1 ? `${term.symbol}  ` : ''}${padEnd(values[index] ?? '', widest)}  `,
      ),
    ),
  ].map((line) => theme.tone('secondary', line));
}

function sourceOf(term: Term, language: Language): string {
  const [field = '', words] = term.field.split('=');
  const of = words === undefined ? field : `${field}: “${words}”`;
  const name = `${translate(language, `claims.term.${term.source}`)} ${term.id}${of === '' ? '' : `, ${of}`}`;
  const [first] = term.rows;
  if (first === undefined) return name;
  return term.rows.length === 1
    ? `${name} (${first.publisher}, ${first.published})`
    : translate(language, 'claims.term.rows', { name, count: term.rows.length });
}

function oddsLines(answers: readonly ClaimProbability[], screen: Screen): string[] {
  const { language, width } = screen;
  const theme = themeOf(screen);
  const [first] = answers;
  if (first === undefined) return [];
  const set = first.set.length === 0 ? '' : ` [${first.set.join(', ')}]`;
  return [
    ...indent(wrap(`${first.label[language]}${set}`, width - 4), '  · '),
    ...answers.map((item) => {
      const share = probabilityText(item, language);
      const odds = translate(language, 'claims.odds.from', {
        date: formatDay(item.asOf, language),
        spread: spreadText(item, language),
      });
      const event = share === '' ? '' : `  ${theme.tone('accent', `${eventText(item, language)} ${share}`)}`;
      return `      ${odds}${event}`;
    }),
  ];
}

function evidenceTable(items: readonly EvidenceRow[], screen: Screen): string {
  const { language } = screen;
  const columns: Column[] = [
    { title: translate(language, 'facts.column.published') },
    { title: translate(language, 'facts.column.what'), wraps: true, minimum: 16 },
    { title: translate(language, 'facts.column.period'), wraps: true, minimum: 12 },
    { title: translate(language, 'facts.column.amount'), align: 'right', wraps: true, minimum: 16 },
    { title: translate(language, 'facts.column.kind') },
    {
      title: translate(language, 'facts.column.publisher'),
      wraps: true,
      minimum: 14,
      maximum: 36,
      tone: 'secondary',
      optional: true,
    },
  ];
  const metrics = [...new Set(items.map(({ row }) => row.metric))].sort();
  const groups = metrics.map((metric): RowGroup => {
    const rows = items
      .filter(({ row }) => row.metric === metric)
      .map(({ row }) => evidenceCells(row, language));
    return metrics.length > 1 ? { title: metric, rows } : { rows };
  });
  return renderTable({ columns, groups }, screen);
}

function evidenceCells(row: Row, language: Language): string[] {
  const subject = subjectOf(row);
  return [
    row.published,
    row.quantity === 'none' ? `${subject}: ${row.quote || row.title}` : subject,
    formatPeriod(row.periodStart, row.periodEnd, language, 'short'),
    amountText(row, language),
    translate(language, `kind.${row.kind}`),
    publisherText(row, language),
  ];
}

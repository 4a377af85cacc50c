import type { Place } from '../problem/problem.ts';
import type { FactsAnswer, VintageAnswer } from '../answers/facts.ts';
import type { Amount, Disagreement, Row } from '../register/index.ts';
import { formatAmount, formatRange, formatSpread } from './amount-format.ts';
import { formatDay, formatPeriod } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderSparkline } from './sparkline.ts';
import { renderTable } from './table.ts';
import type { Column, RowGroup } from './table.ts';
import type { NumberStyle } from './number-format.ts';
import { publisherText } from './publisher-text.ts';
import { padEnd, widthOf } from './text-width.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { currencyOf, unitTitle } from './unit-name.ts';

/** Columns from which on date and publisher stand side by side. */
const WIDE = 96;

/** Figures are shown as stated, not rounded to the three digits of results. */
const STATED = { significant: 7, trimmed: true } as const;

/** Rows by metric, in order of their periods and of publication; of more than `limit` rows (0: all) the latest published. */
export function renderFacts(answer: FactsAnswer, screen: Screen, limit = 0): string {
  const { language } = screen;
  const head = themeOf(screen).tone('strong', countText({ ...answer, count: answer.rows.length }, language));
  if (answer.rows.length === 0) return head;
  const shown = limit > 0 ? answer.rows.slice(-limit) : answer.rows;
  const metrics = [...new Set(shown.map((row) => row.metric))].sort();
  const groups = metrics.map((metric): RowGroup => {
    const rows = shown.filter((row) => row.metric === metric).sort(byPeriod);
    const unit = sharedUnit(rows);
    const figure = (row: Row): string =>
      unit === undefined ? amountText(row, language) : bareAmount(row, rows, language);
    const title = unit === undefined ? metric : `${metric}, ${unitTitle(unit, language)}`;
    return { title, rows: rows.map((row) => factCells(row, figure(row), screen)) };
  });
  const narrow = screen.width < WIDE;
  const columns: Column[] = [
    { title: say(language, 'facts.column.what'), wraps: true, minimum: 16 },
    { title: say(language, 'facts.column.period'), wraps: true, minimum: 12 },
    // Where there is room, a figure and its range stay on one line.
    { title: say(language, 'facts.column.amount'), align: 'right', wraps: true, minimum: narrow ? 16 : 26 },
    { title: say(language, 'facts.column.kind') },
    { title: say(language, 'facts.column.published'), tone: 'secondary', wraps: narrow, maximum: 24 },
  ];
  if (!narrow) {
    const title = say(language, 'facts.column.publisher');
    columns.push({ title, wraps: true, minimum: 14, maximum: 40, tone: 'secondary' });
  }
  return `${head}\n\n${renderTable({ columns, groups }, screen)}`;
}

/** On a narrow screen the publisher stands below the date instead of in a column of its own. */
function factCells(row: Row, figure: string, { language, width }: Screen): string[] {
  const cells = [
    subjectOf(row),
    formatPeriod(row.periodStart, row.periodEnd, language, 'short'),
    figure,
    say(language, `kind.${row.kind}`),
  ];
  if (width < WIDE) return [...cells, `${row.published}\n${publisherText(row, language)}`];
  return [...cells, row.published, publisherText(row, language)];
}

/** One quantity after another, each as it was said at successive dates. */
export function renderVintages(answers: readonly VintageAnswer[], screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const head = theme.tone('strong', translate(language, 'facts.vintages.count', { count: answers.length }));
  const blocks = answers.map(({ vintages: group, disagreement }) => {
    const [first] = group.rows;
    const unit = sharedUnit(group.rows);
    const title = first === undefined ? '' : `${group.metric} · ${subjectOf(first)}`;
    const period = formatPeriod(group.periodStart, group.periodEnd, language);
    const values = group.rows.flatMap((row) => row.value ?? row.low ?? row.high ?? []);
    const line = values.length > 2 ? `  ${renderSparkline(values)}` : '';
    const columns: Column[] = [
      { title: say(language, 'facts.column.published') },
      { title: say(language, 'facts.column.amount'), align: 'right', wraps: true, minimum: 16 },
      { title: say(language, 'facts.column.kind') },
      {
        title: say(language, 'facts.column.publisher'),
        wraps: true,
        minimum: 14,
        maximum: 48,
        tone: 'secondary',
      },
    ];
    const rows = group.rows.map((row) => [
      row.published,
      unit === undefined
        ? amountText(row, language)
        : bareAmount({ ...row, basis: '' }, group.rows, language),
      say(language, `kind.${row.kind}`),
      publisherText(row, language),
    ]);
    const measured = [unit === undefined ? '' : unitTitle(unit, language), group.basis]
      .filter((part) => part !== '')
      .join(' ');
    const heading = wrap([title, period, measured].filter((part) => part !== '').join(' · '), screen.width);
    return [
      ...heading.map(
        (text, index) => theme.tone('strong', text) + (index === heading.length - 1 ? line : ''),
      ),
      renderTable({ columns, groups: [{ rows }] }, screen),
      ...(disagreement === undefined
        ? []
        : [theme.tone('secondary', spreadText(disagreement, group.unit, language))]),
    ].join('\n');
  });
  return [head, ...blocks].join('\n\n');
}

/** How far the latest words of several sources lie apart. */
export function spreadText(
  { sources, low, median, high }: Disagreement,
  unit: string,
  language: Language,
): string {
  return translate(language, 'facts.vintages.spread', {
    sources,
    spread: formatSpread({ low, median, high }, unit, language, { significant: 3 }),
  });
}

/** One row in full, with its source. */
export function renderFact(row: Row, place: Place | undefined, screen: Screen): string {
  const fields = factTexts(row, place, screen.language);
  return [themeOf(screen).tone('strong', row.id), '', ...renderFields(fields, screen)].join('\n');
}

/** Everything that a row says, each text with the key of its name; empty where it says nothing. */
export function factTexts(
  row: Row,
  place: Place | undefined,
  language: Language,
): readonly (readonly [PlainMessageKey, string])[] {
  const stated = amountOf(row.stated, row.stated.unit, '', language);
  return [
    ['facts.field.metric', row.metric],
    ['facts.field.what', subjectOf(row)],
    ['facts.field.period', formatPeriod(row.periodStart, row.periodEnd, language)],
    ['facts.field.amount', amountText(row, language)],
    ['facts.field.stated', row.stated.unit === row.unit ? '' : stated],
    ['facts.field.kind', say(language, `kind.${row.kind}`)],
    ['facts.field.published', publishedText(row, language)],
    ['facts.field.publisher', publisherText(row, language)],
    ['facts.field.title', row.title],
    ['facts.field.url', row.url],
    ['facts.field.quote', row.quote],
    ['facts.field.confidence', say(language, `confidence.${row.confidence}`)],
    ['facts.field.note', row.note],
    [
      'facts.field.statement',
      row.statement === row.id ? '' : translate(language, 'facts.repeats', { id: row.statement }),
    ],
    ['facts.field.place', place === undefined ? row.file : `${place.file}:${place.line ?? ''}`],
  ];
}

/** Named fields below each other, texts beside their names; empty ones left out. */
export function renderFields(
  fields: readonly (readonly [PlainMessageKey, string])[],
  screen: Screen,
): string[] {
  const theme = themeOf(screen);
  const names = fields.map(([key]) => say(screen.language, key));
  const widest = Math.max(0, ...names.map(widthOf));
  const width = Math.max(20, Math.min(screen.width, PROSE_WIDTH + widest) - widest - 2);
  return fields.flatMap(([, text], index) => {
    if (text === '') return [];
    const name = padEnd(names[index] ?? '', widest);
    return indent(wrap(text, width), `${name}  `).map((line, number) =>
      number === 0 ? theme.tone('secondary', name) + line.slice(name.length) : line,
    );
  });
}

/** A metric as prose has it; `--metric` takes its id. */
export function metricName(metric: string): string {
  return metric.replaceAll('_', ' ');
}

/** Who and what a row is about: `TSMC · AP7 Chiayi · CoWoS-L`. */
export function subjectOf(row: Pick<Row, 'entity' | 'site' | 'product'>): string {
  return [row.entity, row.site, row.product].filter((part) => part !== '').join(' · ');
}

/** The figure of a row with its unit and basis; `≥` and `≤` where only a bound is known. */
export function amountText(
  row: Pick<Row, 'low' | 'value' | 'high' | 'unit' | 'basis'>,
  language: Language,
): string {
  return amountOf(row, row.unit, row.basis, language);
}

/** A figure below the heading that names its unit. */
function bareAmount(row: Row, rows: readonly Row[], language: Language): string {
  const largest = Math.max(0, ...rows.flatMap(({ low, value, high }) => [low ?? 0, value ?? 0, high ?? 0]));
  const text = figureOf(row, '1', language, { ...STATED, unscaled: largest < 1e7 });
  return row.basis === '' || text === '–' ? text : `${text} ${row.basis}`;
}

function amountOf(amount: Amount, unit: string, basis: string, language: Language): string {
  const text = figureOf(amount, unit, language, STATED);
  return basis === '' || text === '–' ? text : `${text} ${basis}`;
}

function figureOf(
  { low, value, high }: Amount,
  unit: string,
  language: Language,
  style: NumberStyle,
): string {
  const one = (number: number): string => formatAmount(number, unit, language, style);
  if (value !== undefined) {
    if (low === undefined || high === undefined || low === high) return one(value);
    return formatSpread({ low, median: value, high }, unit, language, style);
  }
  if (low !== undefined && high !== undefined) return formatRange(low, high, unit, language, style);
  if (low !== undefined) return `≥ ${one(low)}`;
  return high === undefined ? '–' : `≤ ${one(high)}`;
}

/** The unit that all rows share, where it may stand in a heading instead of in every row; scaled units stay in the rows. */
function sharedUnit(rows: readonly Row[]): string | undefined {
  const numeric = rows.filter((row) => row.quantity !== 'none');
  const [first] = numeric;
  if (first === undefined || !numeric.every((row) => row.unit === first.unit)) return undefined;
  const base = first.unit.split('/')[0] ?? '';
  const stays =
    base === '' || ['1', 'W', 'fraction', 'percent'].includes(base) || currencyOf(base, 'en') !== undefined;
  return stays ? undefined : first.unit;
}

function publishedText(row: Row, language: Language): string {
  const day = formatDay(row.published, language);
  return row.publishedStated === row.published ? day : `${day} (${row.publishedStated})`;
}

/** How many rows and statements there are. */
export function countText(
  { count, asOf, statements }: Pick<FactsAnswer, 'asOf' | 'statements'> & { readonly count: number },
  language: Language,
): string {
  return translate(language, 'facts.count', {
    count,
    statements,
    date: formatDay(asOf, language),
  });
}

function byPeriod(a: Row, b: Row): number {
  const keys = [
    [a.periodEnd, b.periodEnd],
    [a.published, b.published],
    [a.id, b.id],
  ] as const;
  for (const [first, second] of keys) if (first !== second) return first < second ? -1 : 1;
  return 0;
}

function say(language: Language, key: PlainMessageKey): string {
  return translate(language, key);
}

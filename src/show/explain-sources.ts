import type { InputReason, Source } from '../answers/explain-inputs.ts';
import type { Assumption } from '../beliefs/assumption.ts';
import type { SpreadRecord } from '../beliefs/belief.ts';
import { amountText, subjectOf } from './facts-view.ts';
import { formatDay, formatPeriod } from './date-format.ts';
import { amountOf } from './explain-equation.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { publisherText } from './publisher-text.ts';
import { formatPercent } from './number-format.ts';
import { outlierText } from './outliers-view.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Rows shown of one input unless all are asked for. */
const FEW_ROWS = 3;

/** Assumptions and rows behind one input, each with its reason or source. */
export function renderReasons(input: InputReason, all: boolean, screen: Screen): string[] {
  const { language } = screen;
  const { assumptions, sources, basis } = input;
  const lines: string[] = [];
  const say = (text: string): void => {
    lines.push(...wrap(text, proseWidth(screen)));
  };
  if (basis !== 'assumed' || sources.length > 0 || assumptions.length !== 1) {
    say(translate(language, 'explain.rule', { rule: withoutStop(input.rule[language]) }));
  }
  for (const assumption of assumptions) say(assumptionText(assumption, language));
  const told = new Set(assumptions.map(({ reason }) => reason[language]));
  if (!told.has(input.reason[language]) && basis !== 'set') {
    say(translate(language, 'explain.reason', { reason: withoutStop(input.reason[language]) }));
  }
  if (input.record && input.record.largest.length > 0) say(largestMisses(input.record, language));
  const shown = all ? sources : sources.slice(0, FEW_ROWS);
  for (const source of shown) lines.push(...sourceLines(source, screen));
  for (const { source, ...outlier } of input.outliers ?? []) {
    const reason = outlierText(outlier, language);
    say(translate(language, 'explain.outlier', { source: sourceName(source, language), reason }));
  }
  if (shown.length < sources.length) {
    say(translate(language, 'explain.sources.more', { count: sources.length - shown.length }));
  }
  return lines;
}

function sourceName(source: Source, language: Language): string {
  if (source.kind === 'product') return source.product.name;
  const { publisher, published } = source.row;
  return `${publisher}, ${formatDay(published, language, 'short')}, ${amountText(source.row, language)}`;
}

/** The worst of the past errors behind a spread. */
function largestMisses({ largest }: SpreadRecord, language: Language): string {
  const list = largest.map(({ target, day, error }) =>
    translate(language, error < 0 ? 'explain.miss.low' : 'explain.miss.high', {
      target,
      day: formatDay(day, language, 'short'),
      share: formatPercent(Math.abs(Math.expm1(error)), { decimals: 0 }),
    }),
  );
  return translate(language, 'explain.misses', { list: list.join(language === 'ja' ? '、' : '; ') });
}

function proseWidth(screen: Screen): number {
  return Math.max(30, Math.min(screen.width, PROSE_WIDTH + 8) - 4);
}

function sourceLines(source: Source, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = proseWidth(screen);
  const body: string[] = [];
  if (source.kind === 'product') {
    const { product } = source;
    const about = { product: product.name, date: formatDay(product.knownSince, language) };
    body.push(...wrap(translate(language, 'explain.product', about), width - 12));
    body.push(...product.sourceUrls.slice(0, 2).map((url) => theme.tone('secondary', url)));
    return indent(body, `${product.knownSince}  `);
  }
  const { row } = source;
  const period = formatPeriod(row.periodStart, row.periodEnd, language, 'short');
  const kind = translate(language, `kind.${row.kind}`);
  const parts = [
    publisherText(row, language),
    `${row.metric}, ${subjectOf(row)}`,
    period,
    amountText(row, language),
    kind,
  ];
  body.push(...wrap(parts.filter((part) => part !== '').join(' · '), width - 12));
  if (row.quote !== '') {
    const marks = language === 'ja' ? ['「', '」'] : ['“', '”'];
    body.push(...wrap(marks.join(row.quote), width - 12).map((line) => theme.tone('secondary', line)));
  }
  if (row.url !== '') body.push(theme.tone('secondary', row.url));
  return indent(body, `${row.published}  `);
}

/** An assumption with its range, reason and the day since which it could be made. */
export function assumptionText(assumption: Assumption, language: Language): string {
  const { id, low, mode, high, dates, unit, knownSince, derivedFrom, reason } = assumption;
  const one = (value: number): string => amountOf({ value, unit }, language);
  const numbers = [low, mode, high].flatMap((value) => (value === undefined ? [] : one(value)));
  const values = [...new Set(dates ? dates.map((day) => day.slice(0, 7)) : numbers)].join(' … ');
  const parts = {
    name: id,
    values,
    reason: withoutStop(reason[language]),
    date: formatDay(knownSince, language, 'short'),
  };
  return derivedFrom === ''
    ? translate(language, 'explain.assumption', parts)
    : translate(language, 'explain.assumption.from', { ...parts, derived: derivedFrom });
}

function withoutStop(text: string): string {
  return text.replace(/[.。]$/u, '');
}

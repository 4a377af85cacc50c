import type { GuidanceAnswer, GuidedYear, ScoredGuide } from '../answers/capex-guidance.ts';
import { factAddress } from '../answers/figure/figure-address.ts';
import type { Row } from '../register/index.ts';
import { formatAmount } from './amount-format.ts';
import type { CsvField } from './csv.ts';
import { formatDay, formatPeriod } from './date-format.ts';
import { amountText } from './facts-view.ts';
import { renderHead } from './head.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { buyerName } from './model-names.ts';
import { formatPercent } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Table } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Guidance against actual, by buyer and year. No newline at the end. */
export function renderGuidance(answer: GuidanceAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const date = formatDay(answer.asOf, language);
  const finding = guidanceSentences(answer, language).map((text) => text.replaceAll('*', ''));
  return [
    renderHead(translate(language, 'guidance.head', { date }), screen),
    '',
    ...wrap(finding.join(language === 'ja' ? '' : ' '), width).map((line) => theme.tone('accent', line)),
    '',
    renderTable(guidanceTable(answer, language), screen),
    '',
    ...[translate(language, 'guidance.how'), translate(language, 'guidance.model')].flatMap((text) =>
      wrap(text, width).map((line) => theme.tone('secondary', line)),
    ),
  ].join('\n');
}

/** How often guides were beaten, the last ones first; what counts between asterisks. */
export function guidanceSentences({ first, last }: GuidanceAnswer, language: Language): string[] {
  if (last.count === 0) return [translate(language, 'guidance.none')];
  return [
    translate(language, 'guidance.last', { above: last.above, count: last.count }),
    ...(first.count === 0
      ? []
      : [
          translate(language, 'guidance.first', {
            above: first.above,
            count: first.count,
            over: overText(first.over),
          }),
        ]),
  ];
}

/** Every guide in order, what was reported, and how the two compare. */
export function guidanceTable({ buyers }: GuidanceAnswer, language: Language): Table {
  const title = (name: 'year' | 'guided' | 'reported' | 'first' | 'last'): string =>
    translate(language, `guidance.column.${name}`);
  return {
    columns: [
      { title: title('year'), wraps: true, minimum: 11 },
      { title: title('guided'), wraps: true, minimum: 24 },
      { title: title('reported'), align: 'right' },
      { title: title('first'), align: 'right' },
      { title: title('last'), align: 'right' },
    ],
    groups: buyers.map(({ buyer, years }) => ({
      title: buyerName(buyer, language),
      rows: years.map((year) => [
        yearName(year, language),
        {
          text: year.guides.map((row) => guideText(row, language)).join('\n'),
          figure: addressOf(year.guides),
        },
        year.reported
          ? {
              text: formatAmount(year.reported.value, 'USD', language, { significant: 4 }),
              figure: addressOf(year.reported.rows),
            }
          : '–',
        scoreText(year.first, language),
        scoreText(year.last, language),
      ]),
    })),
  };
}

function addressOf(rows: readonly Row[]): string {
  return factAddress(rows.map(({ id }) => id));
}

/** A year as people call it; one that is no calendar year by its months. */
export function yearName({ periodStart, periodEnd }: GuidedYear, language: Language): string {
  return formatPeriod(periodStart, periodEnd, language, 'short');
}

function guideText(row: Row, language: Language): string {
  return `${formatDay(row.published, language, 'short')}  ${amountText(row, language)}`;
}

function scoreText(guide: ScoredGuide | undefined, language: Language): string {
  return guide ? translate(language, `guidance.place.${guide.place}`, { over: overText(guide.over) }) : '–';
}

/** What was spent over a guide: `+21%`. */
export function overText(over: number): string {
  return formatPercent(over, { significant: 2, signed: true });
}

export const GUIDANCE_COLUMNS = [
  'buyer',
  'period_start',
  'period_end',
  'published',
  'low',
  'value',
  'high',
  'unit',
  'publisher',
  'reported',
  'id',
] as const;

/** One line for each guide. */
export function guidanceFields({ buyers }: GuidanceAnswer): CsvField[][] {
  return buyers.flatMap(({ buyer, years }) =>
    years.flatMap(({ guides, reported }) =>
      guides.map((row): CsvField[] => [
        buyer,
        row.periodStart,
        row.periodEnd,
        row.published,
        row.low,
        row.value,
        row.high,
        row.unit,
        row.publisher,
        reported?.value,
        row.id,
      ]),
    ),
  );
}

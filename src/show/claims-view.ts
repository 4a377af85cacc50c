import type { Recomputation, Term } from '../answers/claim-arithmetic.ts';
import type { ClaimAnswer, ClaimsAnswer, EvidenceRow } from '../answers/claims.ts';
import { CLAIM_SECTIONS } from '../register/index.ts';
import type { Claim, Row } from '../register/index.ts';
import { formatAmount } from './amount-format.ts';
import { formatDay, formatMonth, formatPeriod } from './date-format.ts';
import { amountText, renderFields, subjectOf } from './facts-view.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Column, RowGroup } from './table.ts';
import { padEnd, widthOf } from './text-width.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** All statements by section: what was said, by whom and when, and beside it the latest row published since. */
export function renderClaims(answer: ClaimsAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const head = translate(language, 'claims.head', {
    count: answer.claims.length,
    publication: answer.article.publication,
    date: formatMonth(answer.article.published, language),
    asOf: formatDay(answer.asOf, language),
  });
  const groups = CLAIM_SECTIONS.flatMap((section): RowGroup[] => {
    const claims = answer.claims.filter(({ claim }) => claim.section === section);
    if (claims.length === 0) return [];
    return [
      {
        title: translate(language, `claims.section.${section}`),
        rows: claims.map((each) => cells(each, language)),
      },
    ];
  });
  const columns: Column[] = [
    {
      title: translate(language, 'claims.column.id'),
      tone: 'secondary',
      wraps: true,
      minimum: 12,
      maximum: 24,
    },
    { title: translate(language, 'claims.column.statement'), wraps: true, minimum: 24 },
    { title: translate(language, 'claims.column.said'), wraps: true, minimum: 12, maximum: 26 },
    { title: translate(language, 'claims.column.since'), wraps: true, minimum: 18, maximum: 40 },
  ];
  return [
    ...wrap(head, screen.width).map((line) => theme.tone('strong', line)),
    '',
    renderTable({ columns, groups, spaced: true }, screen),
    '',
    theme.tone('secondary', translate(language, 'claims.more')),
  ].join('\n');
}

function cells(answer: ClaimAnswer, language: Language): string[] {
  const { claim } = answer;
  return [
    claim.id,
    statementOf(claim, language),
    `${saidBy(claim, language)}\n${claim.published}`,
    sinceText(answer, language),
  ];
}

function sinceText(answer: ClaimAnswer, language: Language): string {
  if (answer.reason !== undefined) return translate(language, `claims.reason.${answer.reason}`);
  const later = answer.evidence.filter((item) => item.later);
  const best = mostTelling(later, answer.claim);
  if (best === undefined) return translate(language, 'claims.since.none');
  const { row } = best;
  const figure = row.quantity === 'none' ? row.quote || row.title : amountText(row, language);
  const about = [subjectOf(row), formatPeriod(row.periodStart, row.periodEnd, language, 'short')].filter(
    (part) => part !== '',
  );
  const rest = later.length - 1;
  return [
    translate(language, 'claims.since.row', {
      about: about.join(', '),
      figure,
      kind: translate(language, `kind.${row.kind}`),
      date: row.published,
    }),
    ...(rest > 0 ? [translate(language, 'claims.since.more', { count: rest })] : []),
  ].join('\n');
}

/** Of the later rows the latest of those closest in meaning: same metric and unit, then an outcome rather than a plan. */
function mostTelling(rows: readonly EvidenceRow[], claim: Claim): EvidenceRow | undefined {
  const worth = ({ row }: EvidenceRow): number =>
    (stem(row.metric) === stem(claim.metric) && row.unit === claim.unit ? 4 : 0) +
    (row.periodEnd === claim.periodEnd ? 2 : 0) +
    (row.kind === 'actual' ? 1 : 0);
  return rows.reduce<EvidenceRow | undefined>(
    (best, item) => (best === undefined || worth(item) >= worth(best) ? item : best),
    undefined,
  );
}

/** A plan and its outcome are one quantity: `capex_guidance` and `capex`. */
function stem(metric: string): string {
  return metric.replace(/_guidance$/u, '');
}

/** One statement in full: arithmetic computed again, rows since and before, specifications and training runs. */
export function renderClaim(answer: ClaimAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const { claim } = answer;
  const period = formatPeriod(claim.periodStart, claim.periodEnd, language);
  const amount = claim.unit === '' ? '' : amountText(claim, language);
  const blocks: string[] = [
    wrap(statementOf(claim, language), Math.min(screen.width, PROSE_WIDTH))
      .map((line) => theme.tone('strong', line))
      .join('\n'),
    renderFields(
      [
        ['claims.field.section', `${translate(language, `claims.section.${claim.section}`)} (${claim.id})`],
        ['claims.field.said', `${saidBy(claim, language)}, ${formatDay(claim.published, language)}`],
        [
          'claims.field.amount',
          [subjectOf(claim), period, amount === '–' ? '' : amount].filter(Boolean).join(' · '),
        ],
        ['claims.field.check', claim.check],
        ['claims.field.note', claim.note],
      ],
      screen,
    ).join('\n'),
  ];
  const block = (title: string, body: string): void => {
    blocks.push(`${theme.tone('strong', title)}\n${body}`);
  };
  if (answer.arithmetic.length > 0) {
    const lines = answer.arithmetic.map((item) => arithmeticText(item, screen)).join('\n\n');
    block(translate(language, 'claims.arithmetic'), lines);
  }
  const later = answer.evidence.filter((item) => item.later);
  const earlier = answer.evidence.filter((item) => !item.later);
  if (later.length > 0)
    block(translate(language, 'claims.since', { count: later.length }), evidenceTable(later, screen));
  if (earlier.length > 0) {
    block(translate(language, 'claims.before', { count: earlier.length }), evidenceTable(earlier, screen));
  }
  const catalogued = [
    ['claims.products', answer.products.map(({ id, name }) => `${name} (${id})`)],
    ['claims.models', answer.models.map(({ id, name }) => `${name} (${id})`)],
  ] as const;
  for (const [key, names] of catalogued) {
    if (names.length > 0) block(translate(language, key), names.map((name) => `  ${name}`).join('\n'));
  }
  if (answer.reason !== undefined) blocks.push(translate(language, `claims.reason.${answer.reason}`));
  return blocks.join('\n\n');
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
    row.publisher,
  ];
}

function arithmeticText(item: Recomputation, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const result = formatAmount(item.result, item.unit, language, { significant: 4 });
  const said =
    item.said === undefined
      ? ''
      : `  ${translate(language, 'claims.arithmetic.said', {
          said: formatAmount(item.said, item.unit, language, { significant: 4 }),
        })}`;
  const values = item.terms.map((term) => formatAmount(term.value, term.unit, language, { significant: 7 }));
  const widest = Math.max(0, ...values.map(widthOf));
  return [
    `  ${item.expression} = ${theme.tone('accent', result)}${theme.tone('secondary', said)}`,
    ...item.terms.flatMap((term, index) =>
      indent(
        wrap(sourceOf(term, language), Math.max(20, screen.width - widest - 10)),
        `    ${term.symbol}  ${padEnd(values[index] ?? '', widest)}  `,
      ),
    ),
  ].join('\n');
}

function sourceOf(term: Term, language: Language): string {
  const field = term.field === '' ? '' : `, ${term.field}`;
  return `${translate(language, `claims.term.${term.source}`)} ${term.id}${field}`;
}

function statementOf(claim: Claim, language: Language): string {
  return language === 'ja' ? claim.statementJa : claim.statementEn;
}

function saidBy(claim: Claim, language: Language): string {
  return claim.saidBy === '' ? translate(language, 'claims.said.article') : claim.saidBy;
}

import type { Verdict } from '../answers/claim-verdict.ts';
import { VERDICTS } from '../answers/claim-verdict.ts';
import type { ClaimAnswer, ClaimsAnswer } from '../answers/claims.ts';
import { CLAIM_SECTIONS } from '../register/index.ts';
import { findingLines, saidBy, statementOf, verdictText } from './claim-words.ts';
import { formatDay, formatMonth } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Column, RowGroup, Table } from './table.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** A page: verdicts counted by section, what was wrong, what is open with its probability, what contradicts what. */
export function renderClaimsSummary(answer: ClaimsAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const prose = (text: string): string => wrap(text, Math.min(screen.width, PROSE_WIDTH)).join('\n');
  const blocks = [
    headOf(answer, screen),
    renderTable(claimCounts(answer, language), screen),
    theme.tone('secondary', prose(translate(language, 'claims.how', { draws: answer.draws }))),
    block('claims.block.missed', answer, 'missed', screen),
    block('claims.block.open', answer, 'open', screen),
    contrastsOf(answer, screen),
    theme.tone('secondary', prose(translate(language, 'claims.more'))),
  ];
  return blocks.filter((text) => text !== '').join('\n\n');
}

/** Every statement asked for, by section: its verdict and what happened or what the model says. */
export function renderClaimsList(answer: ClaimsAnswer, screen: Screen): string {
  const { language } = screen;
  return [
    headOf(answer, screen),
    '',
    renderTable(claimList(answer, language), screen),
    '',
    themeOf(screen).tone('secondary', wrap(translate(language, 'claims.more'), screen.width).join('\n')),
  ].join('\n');
}

/** Every statement by section, with its verdict and what was found. */
export function claimList(answer: ClaimsAnswer, language: Language): Table {
  const columns: Column[] = [
    { title: translate(language, 'claims.column.verdict'), wraps: true, minimum: 10, maximum: 16 },
    { title: translate(language, 'claims.column.statement'), wraps: true, minimum: 24 },
    { title: translate(language, 'claims.column.found'), wraps: true, minimum: 24 },
    {
      title: translate(language, 'claims.column.id'),
      tone: 'secondary',
      wraps: true,
      minimum: 12,
      maximum: 22,
      optional: true,
    },
  ];
  const groups = CLAIM_SECTIONS.flatMap((section): RowGroup[] => {
    const claims = answer.claims.filter(({ claim }) => claim.section === section);
    if (claims.length === 0) return [];
    const rows = claims.map((each) => [
      verdictText(each, language),
      `${statementOf(each.claim, language)}\n${saidBy(each.claim, language)}, ${each.claim.published}`,
      findingLines(each, language).join('\n'),
      each.claim.id,
    ]);
    return [{ title: translate(language, `claims.section.${section}`), rows }];
  });
  return { columns, groups, spaced: true };
}

function headOf(answer: ClaimsAnswer, screen: Screen): string {
  const { language } = screen;
  const head = translate(language, 'claims.head', {
    count: answer.claims.length,
    publication: answer.article.publication,
    date: formatMonth(answer.article.published, language),
    asOf: formatDay(answer.asOf, language),
  });
  const theme = themeOf(screen);
  return wrap(head, screen.width)
    .map((line) => theme.tone('strong', line))
    .join('\n');
}

/** How many of the statements that can be judged came out, what counts between asterisks. */
export function claimsFinding({ claims, article }: ClaimsAnswer, language: Language): string {
  const count = (verdict: Verdict): number => claims.filter((each) => each.verdict === verdict).length;
  const [held, partly, missed] = [count('true'), count('partly'), count('missed')];
  return translate(language, 'page.record.finding', {
    date: formatMonth(article.published, language),
    judged: held + partly + missed,
    held,
    partly,
    missed,
    open: count('open'),
  });
}

/** Verdicts counted by section. */
export function claimCounts(answer: ClaimsAnswer, language: Language): Table {
  const count = (claims: readonly ClaimAnswer[], verdict: Verdict): string =>
    String(claims.filter((each) => each.verdict === verdict).length);
  const row = (name: string, claims: readonly ClaimAnswer[]): string[] => [
    name,
    ...VERDICTS.map((verdict) => count(claims, verdict)),
    String(claims.length),
  ];
  const sections = CLAIM_SECTIONS.map((section) =>
    row(
      translate(language, `claims.section.${section}`),
      answer.claims.filter(({ claim }) => claim.section === section),
    ),
  );
  const columns: Column[] = [
    { title: translate(language, 'claims.column.section') },
    ...[...VERDICTS, 'all' as const].map(
      (verdict): Column => ({
        title: translate(language, `claims.count.${verdict}`),
        align: 'right',
      }),
    ),
  ];
  const total = row(translate(language, 'claims.count.total'), answer.claims);
  return { columns, groups: [{ rows: sections }, { rows: [total] }] };
}

function block(
  title: 'claims.block.missed' | 'claims.block.open',
  answer: ClaimsAnswer,
  verdict: Verdict,
  screen: Screen,
): string {
  const { language, width } = screen;
  const theme = themeOf(screen);
  const claims = answer.claims.filter((each) => each.verdict === verdict);
  if (claims.length === 0) return '';
  const lines = claims.flatMap((each) => [
    ...indent(wrap(`${statementOf(each.claim, language)} (${each.claim.id})`, width - 2), '  '),
    ...findingLines(each, language).flatMap((line) =>
      indent(wrap(line, width - 6), '    ').map((text) => theme.tone('secondary', text)),
    ),
  ]);
  return [theme.tone('strong', translate(language, title)), ...lines].join('\n');
}

function contrastsOf(answer: ClaimsAnswer, screen: Screen): string {
  const { language, width } = screen;
  const theme = themeOf(screen);
  const contrasts = [...new Set(answer.claims.flatMap((each) => each.contrasts))];
  if (contrasts.length === 0) return '';
  const lines = contrasts.flatMap(({ text, claims }) =>
    indent(wrap(`${text[language]} (${claims.join(', ')})`, width - 4), '  - '),
  );
  return [theme.tone('strong', translate(language, 'claims.block.contrasts')), ...lines].join('\n');
}

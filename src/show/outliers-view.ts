import type { OutliersAnswer, OutlyingRow } from '../answers/outliers.ts';
import type { Outlier } from '../beliefs/outliers.ts';
import type { CsvField } from './csv.ts';
import { formatDay } from './date-format.ts';
import { FACT_COLUMNS, factFields, factRecord } from './facts-data.ts';
import { amountText, subjectOf } from './facts-view.ts';
import { formatPeriod } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { publisherText } from './publisher-text.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Why a row is an outlier, and what comes of it. */
export function outlierText(outlier: Omit<Outlier, 'key'>, language: Language): string {
  const { factor, score, others, confidence, setAside } = outlier;
  const reason = translate(language, 'outliers.reason', {
    factor: formatNumber(factor, { significant: 2 }),
    others,
    score: formatNumber(score, { decimals: 1 }),
    confidence: translate(language, `confidence.${confidence}`),
  });
  return reason + translate(language, setAside ? 'outliers.aside' : 'outliers.kept');
}

/** Every outlier with its reason and the inputs it bears on. */
export function renderOutliers({ asOf, searched, outliers }: OutliersAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const head = translate(language, 'outliers.count', {
    count: outliers.length,
    searched,
    date: formatDay(asOf, language),
  });
  const blocks = outliers.map(({ row, inputs, ...outlier }) => {
    const about = [
      row.metric,
      subjectOf(row),
      formatPeriod(row.periodStart, row.periodEnd, language, 'short'),
    ];
    const said = [...about, amountText(row, language), publisherText(row, language)].join(' · ');
    const bearing = translate(language, 'outliers.inputs', { inputs: inputs.join(', ') });
    return [
      ...indent(wrap(said, width - 12), `${row.published}  `).map((line) => theme.tone('strong', line)),
      ...indent(wrap(outlierText(outlier, language), width - 12), ' '.repeat(12)),
      ...indent(wrap(bearing, width - 12), ' '.repeat(12)).map((line) => theme.tone('secondary', line)),
    ].join('\n');
  });
  const how = theme.tone('secondary', wrap(translate(language, 'outliers.how'), width).join('\n'));
  return [theme.tone('strong', wrap(head, screen.width).join('\n')), ...blocks, how].join('\n\n');
}

export const OUTLIER_COLUMNS = [
  'factor',
  'score',
  'others',
  'set_aside',
  'inputs',
  'reason',
  ...FACT_COLUMNS,
] as const;

export function outlierFields({ outliers }: OutliersAnswer): CsvField[][] {
  return outliers.map(({ row, inputs, ...outlier }) => {
    const { factor, score, others, setAside } = outlier;
    return [
      factor,
      score,
      others,
      setAside,
      inputs.join(' '),
      outlierText(outlier, 'en'),
      ...factFields(row),
    ];
  });
}

export function outlierRecords({ outliers, ...answer }: OutliersAnswer): Record<string, unknown> {
  return { ...answer, outliers: outliers.map((each) => outlierRecord(each)) };
}

function outlierRecord({ row, ...outlier }: OutlyingRow): Record<string, unknown> {
  return {
    ...outlier,
    reason: { en: outlierText(outlier, 'en'), ja: outlierText(outlier, 'ja') },
    row: factRecord(row, undefined),
  };
}

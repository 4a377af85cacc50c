import type { HistorySummary } from '../../answers/backtest/summary.ts';
import type { BacktestAnswer } from '../backtest-data.ts';
import { subjectName } from '../backtest-tables.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { formatNumber, formatPercent } from '../number-format.ts';
import type { Column, Table } from '../table.ts';
import { markdownTable } from './markdown.ts';

/** The scores of calibrated runs beside those of the model as it is. */
export function calibrationSection(
  plain: BacktestAnswer,
  calibrated: BacktestAnswer,
  language: Language,
): string {
  const pairs = plain.summaries.flatMap((before) => {
    const after = calibrated.summaries.find(({ history }) => history === before.history);
    return after === undefined ? [] : [{ before, after }];
  });
  return [
    `## ${translate(language, 'validation.section.calibration')}`,
    translate(language, 'validation.calibration'),
    ...pairs.flatMap(({ before, after }) => [
      verdict(before, after, language),
      markdownTable(scores(before, after, language)),
    ]),
  ].join('\n\n');
}

function verdict(before: HistorySummary, after: HistorySummary, language: Language): string {
  const change = after.all.total.crps / before.all.total.crps - 1;
  return translate(language, change < 0 ? 'validation.calibration.better' : 'validation.calibration.worse', {
    history: translate(language, `validation.history.${before.history}`),
    percent: formatPercent(Math.abs(change), { decimals: 1 }),
  });
}

function scores(before: HistorySummary, after: HistorySummary, language: Language): Table {
  const crps = translate(language, 'backtest.column.crps');
  const inside = translate(language, 'backtest.column.coverage', { share: 80 });
  const [plain, calibrated] = (['plain', 'calibrated'] as const).map((name) =>
    translate(language, `validation.calibration.${name}`),
  );
  const right = (title: string): Column => ({ title, align: 'right' });
  const row = (name: string, [was, is]: readonly (HistorySummary['all'] | undefined)[]): string[] => [
    name,
    ...[was, is].map((group) => (group ? formatNumber(group.total.crps, { decimals: 3 }) : '–')),
    ...[was, is].map((group) =>
      group ? formatPercent(group.total.coverage[1] ?? Number.NaN, { decimals: 0 }) : '–',
    ),
  ];
  return {
    columns: [
      { title: translate(language, 'backtest.column.series') },
      ...[plain, calibrated].map((name) => right(`${crps}, ${name ?? ''}`)),
      ...[plain, calibrated].map((name) => right(`${inside}, ${name ?? ''}`)),
    ],
    groups: [
      {
        rows: [
          row(subjectName('all', language), [before.all, after.all]),
          ...before.subjects.map((group) =>
            row(subjectName(group.subject, language), [
              group,
              after.subjects.find(({ subject }) => subject === group.subject),
            ]),
          ),
        ],
      },
    ],
  };
}

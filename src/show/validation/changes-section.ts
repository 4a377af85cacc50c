import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { formatNumber, formatPercent } from '../number-format.ts';
import type { Column } from '../table.ts';
import { markdownTable } from './markdown.ts';
import type { KeptScore } from './score-history.ts';
import { changesOf } from './score-history.ts';
import type { ValidationInput } from './validation-report.ts';

const HISTORIES = ['strict', 'pseudo-real-time'] as const;

/** Every change of the model with its scores in total, and the last one series by series. */
export function changesSection({ history, links, backtest }: ValidationInput, language: Language): string {
  const changes = changesOf(history);
  const last = changes.at(-1);
  const before = changes.at(-2);
  if (last === undefined) return '';
  const names = new Map(backtest.protocol.series.map(({ id, label }) => [id, label[language]]));
  return [
    `## ${translate(language, 'validation.section.changes')}`,
    translate(language, 'validation.changes', { history: links.history }),
    markdownTable({
      columns: [
        { title: translate(language, 'validation.column.change') },
        ...HISTORIES.flatMap((name) => [
          right(
            `${translate(language, `validation.history.${name}`)} ${translate(language, 'backtest.column.crps')}`,
          ),
          right(translate(language, 'backtest.column.coverage', { share: 80 })),
        ]),
      ],
      groups: [
        {
          rows: changes.map((change) => [
            change,
            ...HISTORIES.flatMap((name) => cells(find(history, change, name, 'all'))),
          ]),
        },
      ],
    }),
    ...(before === undefined
      ? []
      : [
          translate(language, 'validation.changes.last', { change: last }),
          markdownTable(lastTable(history, before, last, names, language)),
        ]),
  ].join('\n\n');
}

function lastTable(
  history: readonly KeptScore[],
  before: string,
  last: string,
  names: ReadonlyMap<string, string>,
  language: Language,
): Parameters<typeof markdownTable>[0] {
  const crps = translate(language, 'backtest.column.crps');
  const inside = translate(language, 'backtest.column.coverage', { share: 80 });
  const [old, now] = (['before', 'after'] as const).map((when) =>
    translate(language, `validation.column.${when}`),
  );
  return {
    columns: [
      { title: translate(language, 'backtest.column.series') },
      ...HISTORIES.flatMap((name) => {
        const title = translate(language, `validation.history.${name}`);
        return [
          right(`${title}: ${crps} ${old}`),
          right(`${inside} ${old}`),
          right(`${crps} ${now}`),
          right(`${inside} ${now}`),
        ];
      }),
    ],
    groups: [
      {
        rows: [...names].map(([id, name]) => [
          name,
          ...HISTORIES.flatMap((which) => [
            ...cells(find(history, before, which, id)),
            ...cells(find(history, last, which, id)),
          ]),
        ]),
      },
    ],
  };
}

function find(
  history: readonly KeptScore[],
  change: string,
  which: KeptScore['history'],
  group: string,
): KeptScore | undefined {
  return history.find(
    (kept) =>
      kept.change === change && kept.history === which && kept.group === group && kept.horizon === 'all',
  );
}

function cells(kept: KeptScore | undefined): string[] {
  return kept === undefined
    ? ['', '']
    : [formatNumber(kept.crps, { decimals: 2 }), formatPercent(kept.coverage, { decimals: 0 })];
}

function right(title: string): Column {
  return { title, align: 'right' };
}

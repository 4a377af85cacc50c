import type { ClusterAnswer, ClusterReach } from '../answers/fleet.ts';
import type { FirstMonthTold } from '../answers/first-month.ts';
import { formatAmount, formatRange, formatSpread } from './amount-format.ts';
import { formatDay, formatMonth } from './date-format.ts';
import type { MonthStyle } from './date-format.ts';
import { ofHundred } from './difference-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { buyerName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { trainingSpread } from './train-figures.ts';

/** Who could hold the cluster first, when, and what it costs, in sentences. */
export function clusterSentences(cluster: ClusterAnswer, language: Language): string[] {
  const { count, product, h100e, buyers, cost } = cluster;
  const first = buyers.reduce<ClusterReach | undefined>(
    (best, each) =>
      best === undefined || (each.powered.p50 ?? '9999') < (best.powered.p50 ?? '9999') ? each : best,
    undefined,
  );
  if (!first) return [];
  const month = (found: string | null): string => monthText(found, cluster, language, 'long');
  const when = (told: FirstMonthTold): string =>
    told.p10 === told.p90
      ? month(told.p50)
      : translate(language, 'fleet.cluster.when', {
          median: month(told.p50),
          low: month(told.p10),
          high: month(told.p90),
        });
  const all = cost.outputs.find(({ name }) => name === 'all');
  const power = cost.outputs.find(({ name }) => name === 'power');
  return [
    translate(language, buyers.length === 1 ? 'fleet.cluster.one' : 'fleet.cluster.first', {
      buyer: buyerName(first.buyer, language),
      count: formatNumber(count),
      product: product.name,
      h100e: formatAmount(h100e, 'H100e', language, { significant: 2 }),
      delivered: when(first.delivered),
      powered: when(first.powered),
    }),
    translate(language, 'fleet.cluster.same', {
      buyer: buyerName(first.buyer, language),
      compute: when(first.compute),
    }),
    ...(all && power
      ? [
          translate(language, 'fleet.cluster.cost', {
            all: spread(all, all.unit, language),
            power: spread(power, power.unit, language),
          }),
        ]
      : []),
  ];
}

/** By buyer when it could hold the cluster, and what it costs. No newline at the end. */
export function renderCluster(cluster: ClusterAnswer, asOf: string, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const strong = (text: string): string[] =>
    wrap(text, screen.width).map((line) => theme.tone('strong', line));
  const name = `${formatNumber(cluster.count)} ${cluster.product.name}`;
  return [
    ...strong(translate(language, 'fleet.cluster.months', { cluster: name })),
    reaches(cluster, screen),
    '',
    ...strong(translate(language, 'fleet.cluster.costs', { cluster: name, date: formatDay(asOf, language) })),
    costs(cluster, screen),
    '',
    ...strong(translate(language, 'train.inputs.title')),
    inputs(cluster, screen),
  ].join('\n');
}

function reaches(cluster: ClusterAnswer, screen: Screen): string {
  const { language } = screen;
  const sorted = cluster.buyers.toSorted(
    (a, b) =>
      (a.powered.p50 ?? '9999').localeCompare(b.powered.p50 ?? '9999') || b.powered.within - a.powered.within,
  );
  const month = (found: string | null): string => monthText(found, cluster, language);
  const cell = (told: FirstMonthTold): string => {
    const ends = [...new Set([month(told.p10), month(told.p90)])];
    return ends.length === 1 ? month(told.p50) : `${month(told.p50)}\n(${ends.join(' … ')})`;
  };
  const within = translate(language, 'fleet.cluster.within', {
    month: formatMonth(cluster.horizon, language, 'short'),
  });
  return renderTable(
    {
      columns: [
        { title: translate(language, 'allocate.buyer') },
        { title: translate(language, 'fleet.cluster.delivered') },
        { title: translate(language, 'fleet.cluster.powered') },
        { title: within, align: 'right' },
        { title: translate(language, 'fleet.cluster.compute') },
      ],
      groups: [
        {
          rows: sorted.map(({ buyer, delivered, powered, compute }): Cell[] => [
            buyerName(buyer, language),
            cell(delivered),
            cell(powered),
            ofHundred(powered.within),
            month(compute.p50),
          ]),
        },
      ],
    },
    screen,
  );
}

function costs({ cost }: ClusterAnswer, screen: Screen): string {
  const { language } = screen;
  return renderTable(
    {
      columns: [
        { title: '' },
        { title: translate(language, 'train.column.median'), align: 'right' },
        { title: translate(language, 'train.column.range'), align: 'right' },
      ],
      groups: [
        {
          rows: cost.outputs.map(({ name, unit, p10, p50, p90 }): Cell[] => [
            translate(language, `fleet.cost.${name}`),
            { text: formatAmount(p50, unit, language), tone: 'accent' },
            formatRange(p10, p90, unit, language),
          ]),
        },
      ],
    },
    screen,
  );
}

function inputs({ cost }: ClusterAnswer, screen: Screen): string {
  const { language } = screen;
  return renderTable(
    {
      columns: [
        { title: translate(language, 'train.inputs.name') },
        { title: translate(language, 'train.inputs.value'), align: 'right' },
        { title: translate(language, 'train.inputs.basis'), tone: 'secondary', wraps: true, minimum: 24 },
      ],
      groups: [
        {
          rows: cost.inputs.map((input): Cell[] => [
            translate(language, `train.input.${input.name}`),
            trainingSpread(input, input.unit, language),
            `${translate(language, `train.basis.${input.basis}`)}: ${[...input.rows, ...input.assumptions].slice(0, 2).join(', ')}`,
          ]),
        },
      ],
    },
    screen,
  );
}

function monthText(
  found: string | null,
  { from, horizon }: ClusterAnswer,
  language: Language,
  style: MonthStyle = 'short',
): string {
  if (found === null)
    return translate(language, 'train.fleet.never', { month: formatMonth(horizon, language, style) });
  return found === from ? translate(language, 'train.fleet.already') : formatMonth(found, language, style);
}

function spread(
  { p10, p50, p90 }: { readonly p10: number; readonly p50: number; readonly p90: number },
  unit: string,
  language: Language,
): string {
  return formatSpread({ low: p10, median: p50, high: p90 }, unit, language, { significant: 2 });
}

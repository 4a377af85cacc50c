import type { Catalogue, Line } from '../../model/catalogue.ts';
import { channelName } from '../../model/catalogue.ts';
import type { ComputePart } from '../../model/efficiency.ts';
import type { BilingualText } from '../../model/lever.ts';
import type { Period } from '../period.ts';
import { periodOfMonths } from '../period.ts';
import type { Figure, NamedFigure } from './figure.ts';
import { seriesFigure } from './figure.ts';

/** Months of due demand overdue above which GPUs are short (MODEL.md, sector 5). */
export const SHORTAGE_MONTHS = 1;

/** What deliveries of lines are counted in: series by line. */
export const LINE_MEASURES = ['shipments', 'revenue', 'h100e'] as const;
export type LineMeasure = (typeof LINE_MEASURES)[number];

/** How a buyer may come to a cluster: packages delivered, those of them that run, or compute of any hardware. */
export const CLUSTER_YARDSTICKS = ['delivered', 'powered', 'compute'] as const;
export type ClusterYardstick = (typeof CLUSTER_YARDSTICKS)[number];

/** Lines of buyers' own chips: neither sold to all comers nor made outside the chain of TSMC and the three memory makers. */
export function asicLines({ lines }: Catalogue): Line[] {
  return lines.filter(({ merchant, ownSupply }) => !merchant && !ownSupply);
}

/** Lines sold to all comers. */
export function merchantLines({ lines }: Catalogue): Line[] {
  return lines.filter(({ merchant }) => merchant);
}

/** Deliveries of lines. */
export function ofLines(measure: LineMeasure, lines: readonly Line[], period: Period): Figure {
  return seriesFigure(
    measure,
    'line',
    lines.map(({ id }) => id),
    period,
  );
}

/** Months in which GPUs are short. */
export function monthsShort(catalogue: Catalogue, period: Period): NamedFigure {
  return {
    kind: 'named',
    name: 'months-short',
    parts: [],
    unit: 'month',
    meaning: {
      en: 'Months of the period in which more than one month of due GPU demand is overdue',
      ja: '期間のうち、GPUの未充足需要が1か月分を超える月数',
    },
    period,
    of: [
      {
        kind: 'sum',
        of: monthsOf(catalogue, period).map((month) => ({
          kind: 'above',
          of: [seriesFigure('overdue-months', 'total', 'gpu', month)],
          threshold: SHORTAGE_MONTHS,
        })),
      },
    ],
  };
}

/** Share of own chips in the deliveries of all lines. */
export function ownChipShare(catalogue: Catalogue, measure: LineMeasure, period: Period): NamedFigure {
  return {
    kind: 'named',
    name: 'own-chip-share',
    parts: [measure],
    unit: '1',
    meaning: {
      en: 'Share of buyers’ own chips in everything delivered; networking left out',
      ja: '納入全体に占める自社設計チップの割合（ネットワークを除く）',
    },
    period,
    of: [
      {
        kind: 'share',
        of: [ofLines(measure, asicLines(catalogue), period), ofLines(measure, catalogue.lines, period)],
      },
    ],
  };
}

/** 1 in futures in which own chips outdo merchant GPUs. */
export function ownChipsAhead(catalogue: Catalogue, measure: LineMeasure, period: Period): NamedFigure {
  return {
    kind: 'named',
    name: 'own-chips-ahead',
    parts: [measure],
    unit: '1',
    meaning: {
      en: '1 in futures in which more own chips than merchant GPUs are delivered; the mean is a probability',
      ja: '自社設計チップの納入が汎用GPUを上回る未来で1。平均が確率',
    },
    period,
    of: [
      {
        kind: 'above',
        of: [
          {
            kind: 'difference',
            of: [
              ofLines(measure, asicLines(catalogue), period),
              ofLines(measure, merchantLines(catalogue), period),
            ],
          },
        ],
        threshold: 0,
      },
    ],
  };
}

/** Power that owned accelerators would draw and do not. */
export function powerWaiting(period: Period): NamedFigure {
  return {
    kind: 'named',
    name: 'power-waiting',
    parts: [],
    unit: 'GW',
    meaning: {
      en: 'Facility power of what is owned and does not run at the end of the period',
      ja: '期末に保有されているが稼働していない設備の施設電力',
    },
    period,
    of: [
      {
        kind: 'difference',
        of: [
          seriesFigure('power-owned', 'total', 'all', period),
          seriesFigure('power', 'total', 'all', period),
        ],
      },
    ],
  };
}

/** Due demand of one part of compute. */
export function partOfDemand(catalogue: Catalogue, part: ComputePart, period: Period): NamedFigure {
  return {
    kind: 'named',
    name: 'demand-part',
    parts: [part],
    unit: 'USD',
    meaning: {
      en: 'Due demand of one part of compute: what buyers need, times the share of the part, month by month',
      ja: '計算用途別の到来需要：月ごとの需要×その用途の割合',
    },
    period,
    of: [
      {
        kind: 'sum',
        of: monthsOf(catalogue, period).map((month) => ({
          kind: 'product',
          of: [
            seriesFigure('demand', 'total', 'all', month),
            { kind: 'scalar', scalar: `part of demand[${part}]`, unit: '1', period: month },
          ],
        })),
      },
    ],
  };
}

/**
 * Packages of a product delivered to a buyer from the start of the run to the end of a period. Each buyer of a line gets
 * the line's mix, as in the model (sector 6). What stood before the run is not in it.
 */
export function held(
  catalogue: Catalogue,
  { buyer, product, line }: { readonly buyer: string; readonly product: string; readonly line: Line },
  period: Period,
): NamedFigure {
  const scalar = (name: string, unit: string, month: Period): Figure => ({
    kind: 'scalar',
    scalar: name,
    unit,
    period: month,
  });
  const months = monthsOf(catalogue, periodOfMonths(catalogue.startYear, 0, period.last));
  return {
    kind: 'named',
    name: 'held',
    parts: [buyer, product],
    unit: 'unit',
    meaning: {
      en: 'Packages of a product delivered to a buyer since the start of the run: those of its line, by the buyer’s share in the line’s sales',
      ja: '計算開始以降に買い手へ納入された製品のパッケージ数（ライン売上に占める買い手の割合による）',
    },
    period,
    of: [
      {
        kind: 'sum',
        of: months.map((month) => ({
          kind: 'share',
          of: [
            {
              kind: 'product',
              of: [
                scalar(`delivered packages[${product}]`, 'unit', month),
                scalar(`delivered value[${channelName(line.id, buyer)}]`, 'USD', month),
              ],
            },
            scalar(`delivered value of line[${line.id}]`, 'USD', month),
          ],
        })),
      },
    ],
  };
}

/** Months until the shortage of the period's first month ends. */
export function shortageEnd(catalogue: Catalogue, threshold: number, period: Period): NamedFigure {
  return {
    kind: 'named',
    name: 'shortage-end',
    parts: [String(threshold)],
    unit: 'month',
    meaning: {
      en: 'Months from the first of the period until overdue GPU demand has been at or below so many months of due demand for three months; 0 where GPUs are not short then, all where it does not end in the period',
      ja: '期間の最初の月から、GPUの未充足需要がその月数以下に3か月続けて収まるまでの月数。その時点で不足していなければ0、期間内に終わらなければ期間の月数',
    },
    period,
    of: [
      {
        kind: 'relief',
        of: monthsOf(catalogue, period).map((month) => seriesFigure('overdue-months', 'total', 'gpu', month)),
        threshold,
      },
    ],
  };
}

/** Months until a buyer could hold so many packages of a product at once; `h100e` those of all of them. */
export function clusterReach(
  catalogue: Catalogue,
  yardstick: ClusterYardstick,
  {
    buyer,
    product,
    line,
    count,
    h100e,
  }: {
    readonly buyer: string;
    readonly product: string;
    readonly line: Line;
    readonly count: number;
    readonly h100e: number;
  },
  period: Period,
): NamedFigure {
  const months = monthsOf(catalogue, period);
  const running = (month: Period): Figure => seriesFigure('fleet-running', 'buyer', buyer, month);
  const delivered = (month: Period): Figure => held(catalogue, { buyer, product, line }, month);
  const of = months.map((month): Figure => {
    if (yardstick === 'compute') return running(month);
    if (yardstick === 'delivered') return delivered(month);
    const share: Figure = {
      kind: 'share',
      of: [running(month), seriesFigure('fleet-owned', 'buyer', buyer, month)],
    };
    return { kind: 'product', of: [delivered(month), share] };
  });
  return {
    kind: 'named',
    name: 'cluster',
    parts: [yardstick, buyer, product, String(count)],
    unit: 'month',
    meaning: CLUSTER_MEANINGS[yardstick],
    period,
    of: [{ kind: 'reach', of, threshold: yardstick === 'compute' ? h100e : count }],
  };
}

const CLUSTER_MEANINGS: Readonly<Record<ClusterYardstick, BilingualText>> = {
  delivered: {
    en: 'Months until so many packages of the product were delivered to the buyer; all where that is not in the period',
    ja: '買い手への製品の納入が台数に達するまでの月数（期間内に達しなければ期間の月数）',
  },
  powered: {
    en: 'The same, counting only the share of the buyer’s fleet that runs',
    ja: '同じく、買い手の設備のうち稼働している割合だけを数えた月数',
  },
  compute: {
    en: 'Months until the buyer’s running fleet, of any hardware, has the H100 equivalents of the cluster',
    ja: '買い手の稼働設備（機種を問わない）がクラスタのH100換算に達するまでの月数',
  },
};

function monthsOf({ startYear }: Catalogue, { first, last }: Period): Period[] {
  return Array.from({ length: last - first + 1 }, (_, index) =>
    periodOfMonths(startYear, first + index, first + index),
  );
}

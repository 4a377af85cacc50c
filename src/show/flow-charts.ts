import { saleOf } from '../answers/designer-buyer.ts';
import type { SeriesDimension } from '../answers/series-catalogue.ts';
import type { SeriesOfSet } from '../answers/series-set.ts';
import type { SeriesRow } from '../answers/series.ts';
import { chartFormat } from './charts/chart-format.ts';
import { flowScene, tableOfFlow } from './charts/flow-chart.ts';
import { addFlowDrawing } from './charts/late-drawing.ts';
import type { ChartHead, FlowEnd, FlowFigure, FlowSpec } from './charts/chart-spec.ts';
import type { Language } from './language.ts';
import { memberName } from './model-names.ts';

addFlowDrawing({ scene: flowScene, table: tableOfFlow });

/** Rows of one measure in one period, the largest mean first; what is nothing in all but the rarest futures is left out. */
export interface FlowRows {
  /** By designer and buyer. */
  readonly sales: readonly SeriesRow[];
  readonly designers: readonly SeriesRow[];
  readonly buyers: readonly SeriesRow[];
}

/** A measure of a set in one year; undefined where a part of it is not there. */
export function flowRows(
  series: readonly SeriesOfSet[],
  measure: string,
  year: string,
): FlowRows | undefined {
  const rowsBy = (dimension: SeriesDimension): SeriesRow[] =>
    series
      .filter((each) => each.name === measure && each.dimension === dimension && each.period === 'year')
      .flatMap(({ rows }) => rows.filter(({ period }) => period.start.startsWith(year)));
  const rows = flowRowsOf(rowsBy('designer-buyer'), rowsBy('designer'), rowsBy('buyer'));
  return rows.sales.length > 0 ? rows : undefined;
}

/** Rows of one period, sorted and without those that are nothing. */
export function flowRowsOf(
  sales: readonly SeriesRow[],
  designers: readonly SeriesRow[],
  buyers: readonly SeriesRow[],
): FlowRows {
  const ranked = (rows: readonly SeriesRow[]): SeriesRow[] =>
    rows.filter(({ p90 }) => p90 > 0).toSorted((a, b) => b.mean - a.mean);
  return { sales: ranked(sales), designers: ranked(designers), buyers: ranked(buyers) };
}

/** Who delivers how much to whom: widths are means, which add up; figures are medians with 80 of 100 futures. */
export function flowChart(
  { sales, designers, buyers }: FlowRows,
  head: ChartHead,
  language: Language,
): FlowSpec {
  const figureOf = ({ p50, p10, p90, address }: SeriesRow): FlowFigure => ({
    value: p50,
    low: p10,
    high: p90,
    figure: address,
  });
  const endOf = (row: SeriesRow): FlowEnd => ({
    name: memberName(row.dimension, row.member, new Map(), language),
    total: figureOf(row),
  });
  const largest = Math.max(0, ...[...designers, ...buyers].map(({ p90 }) => p90));
  return {
    kind: 'flow',
    ...head,
    from: designers.map(endOf),
    to: buyers.map(endOf),
    links: sales.flatMap((row) => {
      const sale = saleOf(row.member);
      const from = designers.findIndex(({ member }) => member === sale?.designer);
      const to = buyers.findIndex(({ member }) => member === sale?.buyer);
      return from < 0 || to < 0 ? [] : [{ from, to, mean: row.mean, ...figureOf(row) }];
    }),
    format: chartFormat(largest, sales[0]?.unit ?? '1', language),
  };
}

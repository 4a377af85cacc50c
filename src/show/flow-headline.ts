import { saleOf } from '../answers/designer-buyer.ts';
import type { SeriesDimension } from '../answers/series-catalogue.ts';
import type { SeriesRow } from '../answers/series.ts';
import type { FlowRows } from './flow-charts.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { buyerName, memberName } from './model-names.ts';
import { formatPercent } from './number-format.ts';
import type { SeriesHeadline } from './series-headline.ts';

/** What a flow is told with: the words of a page's year, and its other rows. */
interface Teller {
  readonly language: Language;
  readonly yearText: string;
  spread(row: SeriesRow): string;
  median(row: SeriesRow): string;
  ranked(name: string, by: SeriesDimension): readonly SeriesRow[];
}

/**
 * Who gets most of what buyers compete for, and who waits longest. Of deliveries the designer that sells most beyond its
 * largest buyer, since chips for their maker's own use compete with nobody's; of overdue demand the largest of all.
 */
export function flowHeadline(
  teller: Teller,
  rows: FlowRows | undefined,
  measure: string,
): SeriesHeadline | undefined {
  const [waiter] = teller.ranked('lead-time', 'buyer');
  if (!rows || !waiter) return undefined;
  const waits = { waiter: buyerName(waiter.member, teller.language), weeks: teller.spread(waiter) };
  return measure === 'unmet-demand' ? overdue(teller, rows, waits) : delivered(teller, rows, waits);
}

type Waits = Readonly<Record<'waiter' | 'weeks', string>>;

function delivered(
  teller: Teller,
  { sales, designers, buyers }: FlowRows,
  waits: Waits,
): SeriesHeadline | undefined {
  const { language, yearText: year } = teller;
  const [designer] = designers.toSorted((a, b) => beyondLargest(sales, b) - beyondLargest(sales, a));
  const sale = largest(sales.filter(({ member }) => saleOf(member)?.designer === designer?.member));
  const top = largest(buyers);
  const part = largest(sales.filter(({ member }) => saleOf(member)?.buyer === top?.member));
  if (!designer || !sale || !top || !part) return undefined;
  return {
    finding: translate(language, 'page.finding.flow', {
      year,
      designer: designerName(sale, language),
      all: teller.median(designer),
      buyer: buyerOf(sale, language),
      amount: teller.spread(sale),
    }),
    figure: sale.address,
    context: translate(language, 'page.finding.flow.context', {
      top: buyerName(top.member, language),
      all: teller.spread(top),
      // Means add up, medians do not.
      part: formatPercent(part.mean / top.mean, { decimals: 0 }),
      source: designerName(part, language),
      ...waits,
    }),
  };
}

function overdue(teller: Teller, { sales, designers }: FlowRows, waits: Waits): SeriesHeadline | undefined {
  const { language, yearText: year } = teller;
  const designer = largest(designers);
  const sale = largest(sales);
  if (!sale || !designer) return undefined;
  return {
    finding: translate(language, 'page.finding.flow.overdue', {
      year,
      designer: memberName('designer', designer.member, new Map(), language),
      all: teller.spread(designer),
    }),
    figure: designer.address,
    context: translate(language, 'page.finding.flow.overdue.context', {
      designer: designerName(sale, language),
      buyer: buyerOf(sale, language),
      amount: teller.spread(sale),
      ...waits,
    }),
  };
}

/** By the median, which is what is told. */
function largest(rows: readonly SeriesRow[]): SeriesRow | undefined {
  return rows.toSorted((a, b) => b.p50 - a.p50)[0];
}

/** What a designer sells to all but its largest buyer, in the mean. */
function beyondLargest(sales: readonly SeriesRow[], { member: designer }: SeriesRow): number {
  const own = sales.filter(({ member }) => saleOf(member)?.designer === designer);
  return own.slice(1).reduce((sum, { mean }) => sum + mean, 0);
}

function designerName({ member }: SeriesRow, language: Language): string {
  return memberName('designer', saleOf(member)?.designer ?? member, new Map(), language);
}

function buyerOf({ member }: SeriesRow, language: Language): string {
  return buyerName(saleOf(member)?.buyer ?? member, language);
}

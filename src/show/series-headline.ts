import type { SeriesDimension } from '../answers/series-catalogue.ts';
import type { SeriesOfSet } from '../answers/series-set.ts';
import type { SeriesRow } from '../answers/series.ts';
import { formatAmount, formatSpread } from './amount-format.ts';
import { formatQuarter, formatYear } from './date-format.ts';
import { flowRows } from './flow-charts.ts';
import { flowHeadline } from './flow-headline.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { barsYear } from './series-charts.ts';

/** The finding of a page of series with its range, what counts between asterisks, and what stands around it. */
export interface SeriesHeadline {
  readonly finding: string;
  /** Address of the figure that counts. */
  readonly figure: string;
  readonly context: string;
}

/** What a reader has chosen on a page. */
export interface SeriesChoice {
  /** The year that findings are about; the one after that of the as-of date unless said. */
  readonly year?: string;
  /** Series whose flow is shown. */
  readonly measure?: string;
}

/** What the series of a page say; undefined where they are not all there yet. */
export function seriesHeadline(
  page: string,
  series: readonly SeriesOfSet[],
  asOf: string,
  language: Language,
  { year = barsYear(asOf), measure = 'shipments' }: SeriesChoice = {},
): SeriesHeadline | undefined {
  const book = new Book(series, asOf, year, language);
  switch (page) {
    case 'supply':
      return supply(book);
    case 'demand':
      return demand(book);
    case 'buyers':
      return flowHeadline(book, flowRows(series, measure, year), measure);
    case 'fleet':
      return fleet(book);
    default:
      return undefined;
  }
}

/** Rows of a page's series by what they tell. */
class Book {
  readonly language: Language;
  /** The year that findings are about. */
  readonly year: string;
  readonly #series: readonly SeriesOfSet[];
  readonly #asOf: string;

  constructor(series: readonly SeriesOfSet[], asOf: string, year: string, language: Language) {
    this.#series = series;
    this.#asOf = asOf;
    this.language = language;
    this.year = year;
  }

  /** The period that the as-of date lies in. */
  now(name: string, by: SeriesDimension, member: string): SeriesRow | undefined {
    const day = this.#asOf;
    return this.#rows(name, by).find(
      (row) => row.member === member && row.period.start <= day && day <= row.period.end,
    );
  }

  /** The last period of the year. */
  later(name: string, by: SeriesDimension, member: string): SeriesRow | undefined {
    return this.#rows(name, by).findLast(
      (row) => row.member === member && row.period.end.startsWith(this.year),
    );
  }

  /** Members in that period, the largest median first. */
  ranked(name: string, by: SeriesDimension): readonly SeriesRow[] {
    const rows = this.#rows(name, by).filter(({ period }) => period.end.startsWith(this.year));
    const last = rows.at(-1)?.period.end;
    return rows.filter(({ period }) => period.end === last).toSorted((a, b) => b.p50 - a.p50);
  }

  spread({ p10, p50, p90, unit }: SeriesRow): string {
    return formatSpread({ low: p10, median: p50, high: p90 }, unit, this.language);
  }

  /** To three digits: below the scale of thousands a figure would show them all beside a rounded one. */
  median({ p50, unit }: SeriesRow): string {
    return formatAmount(Number(p50.toPrecision(3)), unit, this.language);
  }

  quarter({ period }: SeriesRow): string {
    return formatQuarter(period.start, this.language);
  }

  get yearText(): string {
    return formatYear(this.year, this.language);
  }

  #rows(name: string, by: SeriesDimension): readonly SeriesRow[] {
    return this.#series.find((each) => each.name === name && each.dimension === by)?.rows ?? [];
  }
}

function supply(book: Book): SeriesHeadline | undefined {
  const [cowos, hbm, n3] = ['cowos', 'hbm', 'n3'].map((input) => book.later('capacity', 'input', input));
  const [cowosNow, hbmNow, n3Now] = ['cowos', 'hbm', 'n3'].map((input) =>
    book.now('capacity', 'input', input),
  );
  if (!cowos || !hbm || !n3 || !cowosNow || !hbmNow || !n3Now) return undefined;
  return {
    finding: translate(book.language, 'page.finding.supply', {
      year: book.yearText,
      cowos: book.spread(cowos),
      now: book.median(cowosNow),
    }),
    figure: cowos.address,
    context: translate(book.language, 'page.finding.supply.context', {
      hbm: book.spread(hbm),
      hbmNow: book.median(hbmNow),
      n3: book.spread(n3),
      n3Now: book.median(n3Now),
    }),
  };
}

function demand(book: Book): SeriesHeadline | undefined {
  const [due, dueNow] = [book.later('demand', 'total', 'gpu'), book.now('demand', 'total', 'gpu')];
  const [orders, ordersNow] = [
    book.later('order-book', 'total', 'gpu'),
    book.now('order-book', 'total', 'gpu'),
  ];
  if (!due || !dueNow || !orders || !ordersNow) return undefined;
  return {
    finding: translate(book.language, 'page.finding.demand', {
      quarter: book.quarter(due),
      due: book.spread(due),
      now: book.median(dueNow),
    }),
    figure: due.address,
    context: translate(book.language, 'page.finding.demand.context', {
      orders: book.spread(orders),
      ordersNow: book.median(ordersNow),
    }),
  };
}

function fleet(book: Book): SeriesHeadline | undefined {
  const [owned, ownedNow] = [
    book.later('fleet-owned', 'total', 'all'),
    book.now('fleet-owned', 'total', 'all'),
  ];
  const waiting = book.later('fleet-waiting', 'total', 'all');
  const power = book.later('power-owned', 'total', 'all');
  if (!owned || !ownedNow || !waiting || !power) return undefined;
  return {
    finding: translate(book.language, 'page.finding.fleet', {
      year: book.yearText,
      owned: book.spread(owned),
      now: book.median(ownedNow),
    }),
    figure: owned.address,
    context: translate(book.language, 'page.finding.fleet.context', {
      waiting: book.spread(waiting),
      power: book.spread(power),
    }),
  };
}

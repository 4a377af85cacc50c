import type { Block } from '../engine/index.ts';
import type { Product } from '../register/index.ts';
import { ProblemError } from '../problem/problem.ts';
import type { ClusterCost } from './cluster-cost.ts';
import { clusterCost } from './cluster-cost.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { ClusterYardstick } from './figure/derived.ts';
import { clusterReach, held } from './figure/derived.ts';
import type { Figure, NamedFigure } from './figure/figure.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import { FigureBook } from './figures.ts';
import type { Reader } from './figures.ts';
import type { FirstMonthTold } from './first-month.ts';
import { FirstMonths } from './first-month.ts';
import { soldProduct } from './sold-product.ts';
import type { FigureToRead, PairedFigure } from './paired-table.ts';
import { pairedTable } from './paired-table.ts';
import type { Period } from './period.ts';
import { firstDay, periodOfMonths } from './period.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import type { RunAbout } from './run-about.ts';
import { aboutRun, presentMonth, yearNamed, yearsFromNow } from './run-about.ts';
import { findMember, findSeries } from './series.ts';
import type { SeriesDimension } from './series-catalogue.ts';
import { trainingContext } from './train-cost.ts';
import { ratingOf } from './training-fleet.ts';
import { findProduct } from './find-product.ts';

/** What is told of every buyer at the end of a year. */
export const fleetFigures = [
  'fleet-owned',
  'fleet-running',
  'fleet-waiting',
  'fleet-without-power',
  'power',
  'power-owned',
] as const;

export interface FleetQuestion {
  /** A buyer by id or name; all of them where not given. */
  readonly buyer?: string;
  /** A product by id or name. */
  readonly product?: string;
  /** Packages of the product that are to stand together. */
  readonly cluster?: number;
  readonly year?: string;
}

/** A first month, and what `chokepoint explain` takes of it. */
export interface ReachTold extends FirstMonthTold {
  readonly address: string;
}

/** When one buyer could hold the cluster, by three yardsticks. */
export interface ClusterReach {
  readonly buyer: string;
  /** So many packages of the product delivered to it since the start of the run. */
  readonly delivered: ReachTold;
  /** The same, counting only the share of its fleet that is installed and powered. */
  readonly powered: ReachTold;
  /** Its whole running fleet, of any hardware, has the cluster's H100 equivalents. */
  readonly compute: ReachTold;
}

export interface ClusterAnswer {
  readonly count: number;
  readonly product: { readonly id: string; readonly name: string };
  /** H100 equivalents of all of it. */
  readonly h100e: number;
  /** First and last ISO month looked at. */
  readonly from: string;
  readonly horizon: string;
  readonly buyers: readonly ClusterReach[];
  readonly cost: ClusterCost;
}

export interface FleetAnswer extends RunAbout {
  readonly buyers: readonly string[];
  /** By buyer and year end, `all` the sum; packages of products where one is asked for or none of a buyer's. */
  readonly figures: readonly PairedFigure[];
  readonly cluster?: ClusterAnswer;
}

/**
 * Q6: what stands and runs, by buyer and product, and when a buyer could hold a cluster. Throws `unknown-member`,
 * `unknown-product`, `product-not-delivered`, `product-not-sold`, `cluster-without-product`, `unknown-period`.
 */
export async function answerFleet(
  run: PreparedRun,
  evidence: Evidence,
  question: FleetQuestion,
  options: EnsembleOptions,
): Promise<FleetAnswer> {
  const years = question.year === undefined ? yearsFromNow(run) : [yearNamed(run, question.year)];
  const { catalogue } = run;
  const buyers = buyersAsked(run, question.buyer);
  const book = new FigureBook(catalogue);
  const told = (name: string, member: string, unit: string, of: (year: Period) => Figure): FigureToRead[] =>
    years.map((period) => ({ name, member, unit, period, figure: of(period) }));
  const bySeries = (name: string, dimension: SeriesDimension, member: string): FigureToRead[] =>
    told(name, member, book.unit(name), (year) => seriesFigure(name, dimension, member, year));
  const figures = fleetFigures.flatMap((name) => [
    ...(question.buyer === undefined ? bySeries(name, 'total', 'all') : []),
    ...buyers.flatMap((buyer) => bySeries(name, 'buyer', buyer)),
  ]);
  if (question.cluster !== undefined && question.product === undefined)
    throw new ProblemError([{ code: 'cluster-without-product', params: {} }]);
  if (question.product === undefined) {
    const standing = (id: string, period: Period): Figure => ({
      kind: 'scalar',
      scalar: `fleet since start[${id}]`,
      unit: 'unit',
      period,
    });
    if (question.buyer === undefined)
      figures.push(
        ...catalogue.products.flatMap(({ id }) => told('product', id, 'unit', (year) => standing(id, year))),
      );
    return {
      ...aboutRun(run, options),
      buyers,
      figures: await pairedTable(run, { book, figures }, [], options),
    };
  }
  const product = findProduct(run.view.products, question.product);
  const sold = soldProduct(run, product.id, product.name);
  const takers = buyers.filter((buyer) => sold.line.buyers.includes(buyer));
  if (takers.length === 0) {
    const params = { found: buyers.join(', '), name: product.name, expected: sold.line.buyers.join(', ') };
    throw new ProblemError([{ code: 'product-not-sold', params }]);
  }
  const asked = (buyer: string): Parameters<typeof held>[1] => ({
    buyer,
    product: product.id,
    line: sold.line,
  });
  for (const buyer of takers)
    figures.push(...told('held', buyer, 'unit', (year) => held(catalogue, asked(buyer), year)));
  const { cluster: count } = question;
  if (count === undefined)
    return {
      ...aboutRun(run, options),
      buyers: takers,
      figures: await pairedTable(run, { book, figures: forBuyers(figures, takers) }, [], options),
    };
  const rating = ratingOf(product, run.view.products);
  const present = presentMonth(run);
  const ahead = periodOfMonths(catalogue.startYear, present, catalogue.months - 1);
  const reaches = takers.map((buyer) => {
    const cluster = { ...asked(buyer), count, h100e: count * rating };
    const of = (yardstick: ClusterYardstick): ClusterMonths =>
      new ClusterMonths(book, clusterReach(catalogue, yardstick, cluster, ahead), options.draws);
    return { buyer, delivered: of('delivered'), powered: of('powered'), compute: of('compute') };
  });
  const table = await pairedTable(
    run,
    {
      book,
      figures: forBuyers(figures, takers),
      gather: (block) => {
        for (const { delivered, powered, compute } of reaches)
          for (const months of [delivered, powered, compute]) months.add(block);
      },
    },
    [],
    options,
  );
  const monthName = (month: number): string => firstDay(catalogue.startYear, present + month).slice(0, 7);
  return {
    ...aboutRun(run, options),
    buyers: takers,
    figures: table,
    cluster: {
      ...clusterAbout(run, product, count, rating),
      buyers: reaches.map(({ buyer, delivered, powered, compute }) => ({
        buyer,
        delivered: delivered.told(monthName),
        powered: powered.told(monthName),
        compute: compute.told(monthName),
      })),
      cost: clusterCost(trainingContext(run.view, evidence), product.id, count, options),
    },
  };
}

function clusterAbout(
  run: PreparedRun,
  { id, name }: Product,
  count: number,
  rating: number,
): Omit<ClusterAnswer, 'buyers' | 'cost'> {
  const { startYear, months } = run.catalogue;
  const month = (at: number): string => firstDay(startYear, at).slice(0, 7);
  return {
    count,
    product: { id, name },
    h100e: count * rating,
    from: month(presentMonth(run)),
    horizon: month(months - 1),
  };
}

function buyersAsked(run: PreparedRun, buyer: string | undefined): string[] {
  if (buyer === undefined) return run.catalogue.buyers.map(({ id }) => id);
  const series = findSeries(run, 'fleet-owned');
  return [findMember(series, 'buyer', buyer, run.catalogue, '--buyer').member];
}

function forBuyers(figures: readonly FigureToRead[], buyers: readonly string[]): FigureToRead[] {
  return figures.filter(({ member }) => member === 'all' || buyers.includes(member));
}

/** First months, future by future, by one yardstick of one buyer. */
class ClusterMonths {
  readonly #address: string;
  readonly #read: Reader;
  readonly #months: number;
  readonly #first: FirstMonths;

  constructor(book: FigureBook, figure: NamedFigure, draws: number) {
    this.#address = figureAddress(figure);
    this.#read = book.read(figure);
    this.#months = figure.period.last - figure.period.first + 1;
    this.#first = new FirstMonths(draws);
  }

  add(block: Block): void {
    // All months of the period: it does not happen in it.
    for (const [draw, month] of this.#read(block, 0).entries())
      if (month < this.#months) this.#first.note(block.first + draw, month);
  }

  told(name: (month: number) => string): ReachTold {
    return { address: this.#address, ...this.#first.told(name) };
  }
}

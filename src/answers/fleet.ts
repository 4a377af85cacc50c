import type { Block } from '../engine/index.ts';
import type { Product } from '../register/index.ts';
import { ProblemError } from '../problem/problem.ts';
import type { ClusterCost } from './cluster-cost.ts';
import { clusterCost } from './cluster-cost.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { FigureBook } from './figures.ts';
import type { Reader } from './figures.ts';
import type { FirstMonthTold } from './first-month.ts';
import { FirstMonths } from './first-month.ts';
import { holdings, soldProduct } from './holdings.ts';
import type { FigureToRead, PairedFigure } from './paired-table.ts';
import { pairedTable } from './paired-table.ts';
import { firstDay, periodsOf } from './period.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import type { RunAbout } from './run-about.ts';
import { aboutRun, presentMonth, yearNamed, yearsFromNow } from './run-about.ts';
import { findMember, findSeries } from './series.ts';
import { trainingContext } from './train-cost.ts';
import { ratingOf } from './training-fleet.ts';
import { findProduct } from './training-question.ts';

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

/** When one buyer could hold the cluster, by three yardsticks. */
export interface ClusterReach {
  readonly buyer: string;
  /** So many packages of the product delivered to it since the start of the run. */
  readonly delivered: FirstMonthTold;
  /** The same, counting only the share of its fleet that is installed and powered. */
  readonly powered: FirstMonthTold;
  /** Its whole running fleet, of any hardware, has the cluster's H100 equivalents. */
  readonly compute: FirstMonthTold;
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
  const told = (name: string, member: string, unit: string, readers: readonly Reader[]): FigureToRead[] =>
    years.map((period, index) => ({ name, member, unit, period, read: readers[index]! }));
  const figures = fleetFigures.flatMap((name) => [
    ...(question.buyer === undefined
      ? told(name, 'all', book.unit(name), book.series(name, 'total', 'all', years))
      : []),
    ...buyers.flatMap((buyer) =>
      told(name, buyer, book.unit(name), book.series(name, 'buyer', buyer, years)),
    ),
  ]);
  if (question.cluster !== undefined && question.product === undefined)
    throw new ProblemError([{ code: 'cluster-without-product', params: {} }]);
  if (question.product === undefined) {
    const standing = (id: string): Reader[] =>
      book.add({ scalars: [`fleet since start[${id}]`], factor: 1, overTime: 'last', periods: years });
    if (question.buyer === undefined)
      figures.push(...catalogue.products.flatMap(({ id }) => told('product', id, 'unit', standing(id))));
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
  const held = holdings(book, run, sold, takers);
  for (const [buyer, monthly] of held)
    figures.push(
      ...told(
        'held',
        buyer,
        'unit',
        years.map(({ last }) => monthly[last]!),
      ),
    );
  const { cluster: count } = question;
  if (count === undefined)
    return {
      ...aboutRun(run, options),
      buyers: takers,
      figures: await pairedTable(run, { book, figures: forBuyers(figures, takers) }, [], options),
    };
  const rating = ratingOf(product, run.view.products);
  const reaches = takers.map((buyer) => new ClusterMonths(run, book, buyer, held.get(buyer)!, options.draws));
  const table = await pairedTable(
    run,
    {
      book,
      figures: forBuyers(figures, takers),
      gather: (block) => {
        for (const reach of reaches) reach.add(block, count, count * rating);
      },
    },
    [],
    options,
  );
  return {
    ...aboutRun(run, options),
    buyers: takers,
    figures: table,
    cluster: {
      ...clusterAbout(run, product, count, rating),
      buyers: reaches.map((reach) => reach.told),
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
  return [findMember(findSeries(run, 'fleet-owned'), 'buyer', buyer, run.catalogue).member];
}

function forBuyers(figures: readonly FigureToRead[], buyers: readonly string[]): FigureToRead[] {
  return figures.filter(({ member }) => member === 'all' || buyers.includes(member));
}

/** First months, future by future, of one buyer. */
class ClusterMonths {
  readonly #buyer: string;
  readonly #run: PreparedRun;
  readonly #present: number;
  readonly #held: readonly Reader[];
  readonly #owned: readonly Reader[];
  readonly #running: readonly Reader[];
  readonly #delivered: FirstMonths;
  readonly #powered: FirstMonths;
  readonly #compute: FirstMonths;

  constructor(run: PreparedRun, book: FigureBook, buyer: string, held: readonly Reader[], draws: number) {
    const { startYear, months } = run.catalogue;
    const monthly = periodsOf(startYear, months, 'month');
    this.#buyer = buyer;
    this.#run = run;
    this.#present = presentMonth(run);
    this.#held = held;
    this.#owned = book.series('fleet-owned', 'buyer', buyer, monthly);
    this.#running = book.series('fleet-running', 'buyer', buyer, monthly);
    [this.#delivered, this.#powered, this.#compute] = [draws, draws, draws].map(
      (futures) => new FirstMonths(futures),
    ) as [FirstMonths, FirstMonths, FirstMonths];
  }

  add(block: Block, count: number, h100e: number): void {
    for (let month = this.#present; month < this.#held.length; month++) {
      const [held, owned, running] = [this.#held, this.#owned, this.#running].map((of) =>
        of[month]!(block, 0),
      );
      const after = month - this.#present;
      for (let draw = 0; draw < block.draws; draw++) {
        const future = block.first + draw;
        const share = owned![draw]! > 0 ? running![draw]! / owned![draw]! : 0;
        if (held![draw]! >= count) this.#delivered.note(future, after);
        if (held![draw]! * share >= count) this.#powered.note(future, after);
        if (running![draw]! >= h100e) this.#compute.note(future, after);
      }
    }
  }

  get told(): ClusterReach {
    const name = (month: number): string =>
      firstDay(this.#run.catalogue.startYear, this.#present + month).slice(0, 7);
    return {
      buyer: this.#buyer,
      delivered: this.#delivered.told(name),
      powered: this.#powered.told(name),
      compute: this.#compute.told(name),
    };
  }
}

import { summarise, uniform } from '../engine/index.ts';
import type { Block } from '../engine/index.ts';
import type { Product } from '../register/index.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { runEnsemble, slotsOf } from './ensemble.ts';
import { FirstMonths } from './first-month.ts';
import type { FirstMonthTold } from './first-month.ts';
import { firstDay, monthOfDay, periodOfMonths } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { findSeries } from './series.ts';
import type { TrainingDraws } from './training-draws.ts';

/** When one buyer can first run it, and the largest run of its fleet over time. */
export interface BuyerReach extends FirstMonthTold {
  readonly buyer: string;
  /** FLOP of the largest run that the fleet could begin in a month; empty where the FLOP of the run are not known. */
  readonly largest: readonly LargestRun[];
}

export interface LargestRun {
  /** ISO month. */
  readonly month: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface FleetReach {
  /** First and last ISO month looked at. */
  readonly from: string;
  readonly horizon: string;
  /** Buyers whose fleets are large enough in the first month in half of the futures. */
  readonly already: number;
  /** The buyer with the earliest median month; `null` where every median lies beyond the horizon. */
  readonly first: string | null;
  readonly buyers: readonly BuyerReach[];
}

/** Months, beside the first, at which the largest run is told: every December, at most so many. */
const MOST_DATES = 5;

/**
 * Holds a run against every buyer's running fleet (`fleet-running` of the model): the run fits where its H100e-hours
 * fit into the share of the fleet that one run may take, for the days it may take. Futures and draws of the run are
 * paired at random: both are Sobol points, and pairs by number would depend on each other.
 */
export async function reachOfFleets(
  run: PreparedRun,
  training: TrainingDraws,
  product: Product,
  options: EnsembleOptions,
): Promise<FleetReach> {
  const { startYear, months } = run.catalogue;
  const from = Math.min(Math.max(monthOfDay(startYear, run.view.date), 0), months - 1);
  const series = findSeries(run, 'fleet-running');
  const members = series.dimensions.get('buyer') ?? [];
  const periods = Array.from({ length: months - from }, (_, index) =>
    periodOfMonths(startYear, from + index, from + index),
  );
  const requests = members.map((member) => ({ ...member, overTime: series.overTime, periods }));
  const dates = periods
    .flatMap((period, index) => (index === 0 || period.end.slice(5, 7) === '12' ? [index] : []))
    .slice(0, MOST_DATES);
  const fit = new FleetFit(training, ratingOf(product, run.view.products), options.seed);
  const slots = slotsOf(requests);
  const reaches = members.map(({ member }, index) => new Reach(member, slots[index] ?? 0, fit, dates));
  await runEnsemble(run, requests, options, {
    gather: (block) => {
      for (const reach of reaches) reach.add(block, periods.length);
    },
  });
  const monthName = (index: number): string => firstDay(startYear, from + index).slice(0, 7);
  const buyers = reaches.map((reach) => reach.told(monthName));
  const reached = buyers.filter(({ p50 }) => p50 !== null);
  const first = reached.reduce<BuyerReach | undefined>(
    (best, buyer) => (best === undefined || (buyer.p50 ?? '') < (best.p50 ?? '') ? buyer : best),
    undefined,
  );
  return {
    from: monthName(0),
    horizon: monthName(periods.length - 1),
    already: buyers.filter(({ p50 }) => p50 === monthName(0)).length,
    first: first?.buyer ?? null,
    buyers,
  };
}

/** H100 equivalents of one accelerator, on the dense 8-bit basis, or on the 16-bit one where it has no 8-bit peak. */
export function ratingOf(product: Product, products: readonly Product[]): number {
  const h100 = products.find(({ id }) => id === 'nv_h100');
  const eight = ratio(product.fp8Dense, h100?.fp8Dense);
  return eight ?? ratio(product.bf16Dense, h100?.bf16Dense) ?? NaN;
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

/** The numbers below `count` in an order that only the seed decides (Fisher and Yates). */
function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform(last, 0, 0, seed) * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

const HOURS_PER_DAY = 24;

/** How many runs of a kind fit into a fleet at once, draw by draw. */
class FleetFit {
  readonly draws: number;
  readonly #training: TrainingDraws;
  readonly #hours: Float64Array;
  readonly #flop: Float64Array | undefined;
  readonly #rating: number;
  /** By future, the draw of the run that it is held against. */
  readonly #paired: Uint32Array;

  constructor(training: TrainingDraws, rating: number, seed: number) {
    this.draws = training.draws;
    this.#training = training;
    this.#hours = training.values.get('hours') ?? new Float64Array(training.draws);
    this.#flop = training.values.get('flop');
    this.#rating = rating;
    this.#paired = shuffled(training.draws, seed);
  }

  get knowsFlop(): boolean {
    return this.#flop !== undefined;
  }

  /** Runs that `h100e` of a future can do in the time allowed. */
  runs(h100e: number, future: number): number {
    const draw = this.#paired[future] ?? 0;
    const { share, days } = this.#training;
    const available = h100e * (share[draw] ?? 0) * (days[draw] ?? 0) * HOURS_PER_DAY;
    return available / ((this.#hours[draw] ?? NaN) * this.#rating);
  }

  /** FLOP of so many runs of a future. */
  flop(runs: number, future: number): number {
    return runs * (this.#flop?.[this.#paired[future] ?? 0] ?? NaN);
  }
}

/** Gathers, future by future, what one buyer's fleet can do. */
class Reach {
  readonly #buyer: string;
  readonly #slot: number;
  readonly #fit: FleetFit;
  readonly #dates: readonly number[];
  readonly #first: FirstMonths;
  /** By date, FLOP of the largest run. */
  readonly #largest: readonly Float64Array[];

  /** `slot` is that of the buyer's first month in a block, `dates` are months at which the largest run is told. */
  constructor(buyer: string, slot: number, fit: FleetFit, dates: readonly number[]) {
    this.#buyer = buyer;
    this.#slot = slot;
    this.#fit = fit;
    this.#dates = fit.knowsFlop ? dates : [];
    this.#first = new FirstMonths(fit.draws);
    this.#largest = this.#dates.map(() => new Float64Array(fit.draws));
  }

  add(block: Block, months: number): void {
    for (let month = 0; month < months; month++) {
      const date = this.#dates.indexOf(month);
      for (const [index, h100e] of block.values(this.#slot + month).entries()) {
        const future = block.first + index;
        const runs = this.#fit.runs(h100e, future);
        if (runs >= 1) this.#first.note(future, month);
        const sizes = this.#largest[date];
        if (sizes) sizes[future] = this.#fit.flop(runs, future);
      }
    }
  }

  told(monthName: (index: number) => string): BuyerReach {
    return {
      buyer: this.#buyer,
      ...this.#first.told(monthName),
      largest: this.#dates.map((month, index) => {
        const { p10, p50, p90 } = summarise(this.#largest[index] ?? new Float64Array(0));
        return { month: monthName(month), p10, p50, p90 };
      }),
    };
  }
}

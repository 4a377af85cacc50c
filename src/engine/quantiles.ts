import { orderStatistics } from './order-statistics.ts';

/** Mean and quantiles of draws, in the unit of the draws. */
export interface Summary {
  readonly mean: number;
  readonly p025: number;
  readonly p05: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly p975: number;
}

/**
 * Quantile `p` (0 to 1) of values in rising order, Hyndman and Fan's type 7 ("Sample quantiles in statistical
 * packages", 1996; the default of R and NumPy): linear between the order statistics at (n - 1) p.
 * NaN for no values or p outside [0, 1].
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  const position = (sorted.length - 1) * p;
  const index = Math.floor(position);
  const below = sorted[index] ?? NaN;
  const share = position - index;
  return share === 0 ? below : between(below, sorted[index + 1] ?? NaN, share);
}

function between(below: number, above: number, share: number): number {
  // Equal neighbours give themselves, infinite ones too; the bound keeps rounding from overshooting.
  return below === above ? below : Math.min(above, below + (above - below) * share);
}

/** Sum with Neumaier's compensation (1974), in the given order: the error does not grow with the number of values. */
export function compensatedSum(values: ArrayLike<number>): number {
  const sum = new CompensatedSum();
  sum.add(values);
  return sum.total;
}

/** `compensatedSum` of values that come in parts. */
export class CompensatedSum {
  #sum = 0;
  #lost = 0;

  add(values: ArrayLike<number>): void {
    let sum = this.#sum;
    let lost = this.#lost;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0;
      const next = sum + value;
      // What rounding took from the sum, exactly, whichever is larger (Knuth’s two-sum): Neumaier asks which, and
      // that cannot be foretold.
      const added = next - sum;
      lost += sum - (next - added) + (value - added);
      sum = next;
    }
    this.#sum = sum;
    this.#lost = lost;
  }

  get total(): number {
    // With an infinite or NaN sum the compensation is NaN and has nothing to say.
    return Number.isFinite(this.#sum) ? this.#sum + this.#lost : this.#sum;
  }
}

/** What a summary asks for, in rising order. */
const SUMMARY: readonly number[] = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

/** Where the quantiles of a summary lie among so many sorted values. */
interface Places {
  readonly count: number;
  /** Of each quantile the order statistics below and above it. */
  readonly ranks: readonly number[];
  /** How far each quantile lies from the one below towards the one above. */
  readonly shares: readonly number[];
}

function placesAmong(count: number): Places {
  const positions = SUMMARY.map((p) => (count - 1) * p);
  return {
    count,
    ranks: positions.flatMap((at) => [Math.floor(at), Math.min(Math.floor(at) + 1, count - 1)]),
    shares: positions.map((at) => at % 1),
  };
}

/** Kept because all series of an ensemble have as many draws. */
let places = placesAmong(0);

/**
 * Mean and type 7 quantiles of values in any order, which are left as they are. All NaN when there are no values
 * or one of them is NaN. `scratch`, at least as long as `values`, spares an allocation per call.
 */
export function summarise(
  values: Float64Array,
  scratch: Float64Array = new Float64Array(values.length),
): Summary {
  const { length } = values;
  if (places.count !== length) places = placesAmong(length);
  const { ranks, shares } = places;
  const found = length > 0 ? orderStatistics(values, ranks, scratch) : undefined;
  if (found === undefined) return summaryOf(NaN, () => NaN);
  return summaryOf(compensatedSum(values) / length, (p) => {
    const which = SUMMARY.indexOf(p);
    return between(found[2 * which]!, found[2 * which + 1]!, shares[which]!);
  });
}

/** A summary from a mean and quantiles found in any way. */
export function summaryOf(mean: number, at: (p: number) => number): Summary {
  return {
    mean,
    p025: at(0.025),
    p05: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    p975: at(0.975),
  };
}

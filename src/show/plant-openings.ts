import type { SeriesOfSet } from '../answers/series-set.ts';
import type { SeriesRow } from '../answers/series.ts';
import type { PlantDelay } from '../scenario/scenario.ts';
import { monthOf } from './charts/time-axis.ts';

/** Wafers a month below which a plant counts as closed: less than any line of tools. */
const OPEN = 1;

/** What a scenario does to plants: as the futures at hand were drawn, and as it stands by now. */
export interface PlantChanges {
  readonly drawn: readonly PlantDelay[];
  /** Perhaps under a pointer, and not drawn yet. */
  readonly wanted: readonly PlantDelay[];
  readonly removed: readonly string[];
}

export const NO_CHANGES: PlantChanges = { drawn: [], wanted: [], removed: [] };

/** Months are counted from year 0; a plant is delayed by `delay` months. */
export interface PlantOpening {
  readonly plant: string;
  readonly delay: number;
  /** Month in which it opens in half of futures; that after the last one where it does not in as many. */
  readonly median: number;
  /** The same for the earliest 10 of 100 futures. */
  readonly low: number;
  /** For all but the latest 10; beyond the last month where more do not open. */
  readonly high: number;
  /** Wafers a month in the last month, in half of futures. */
  readonly last: number;
  /** Address of its capacity in the month of the median. */
  readonly figure?: string;
}

export interface PlantOpenings {
  /** Plants that are still to open, by the month planned. */
  readonly coming: readonly PlantOpening[];
  /** Plants that run in 9 of 10 futures already, and are not delayed. */
  readonly running: readonly string[];
  /** Plants that the scenario takes out. */
  readonly removed: readonly string[];
  /** Plants that are not open at the end in 9 of 10 futures. */
  readonly never: readonly string[];
}

/**
 * When plants open, from their capacity by month. A delay moves all futures of a plant alike, so one that is not drawn
 * yet is added to those that are.
 */
export function plantOpenings(
  { rows, members, periods }: SeriesOfSet,
  asOf: string,
  { drawn, wanted, removed }: PlantChanges,
): PlantOpenings {
  const today = monthOf(asOf);
  const beyond = Math.floor(monthOf(periods.at(-1)?.end ?? asOf)) + 1;
  const [coming, running, never]: [PlantOpening[], string[], string[]] = [[], [], []];
  for (const plant of members) {
    if (removed.includes(plant)) continue;
    const own = rows.filter(({ member }) => member === plant);
    const first = (key: 'p10' | 'p50' | 'p90'): SeriesRow | undefined => own.find((row) => row[key] >= OPEN);
    const [earliest, middle, latest] = [first('p90'), first('p50'), first('p10')];
    const before = delayOf(drawn, plant);
    const delay = delayOf(wanted, plant);
    if (earliest === undefined) never.push(plant);
    else if (delay === 0 && monthIn(latest, beyond) - before <= today) running.push(plant);
    else {
      const by = delay - before;
      coming.push({
        plant,
        delay,
        median: monthIn(middle, beyond) + by,
        low: monthIn(earliest, beyond) + by,
        high: monthIn(latest, beyond) + by,
        last: own.at(-1)?.p50 ?? 0,
        ...(middle ? { figure: middle.address } : {}),
      });
    }
  }
  const planned = ({ median, delay }: PlantOpening): number => median - delay;
  return {
    coming: coming.toSorted((a, b) => planned(a) - planned(b)),
    running,
    removed: members.filter((plant) => removed.includes(plant)),
    never,
  };
}

function delayOf(delays: readonly PlantDelay[], plant: string): number {
  return delays.find((delay) => delay.plant === plant)?.months ?? 0;
}

function monthIn(row: SeriesRow | undefined, otherwise: number): number {
  return row === undefined ? otherwise : monthOf(row.period.start);
}

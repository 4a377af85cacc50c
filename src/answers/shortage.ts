import { ThresholdCount } from '../engine/index.ts';
import type { Block, Summary } from '../engine/index.ts';
import type { Ensemble, EnsembleOptions, Request } from './ensemble.ts';
import { runEnsemble, slotsOf } from './ensemble.ts';
import { followBinding } from './binding.ts';
import type { BindingByQuarter } from './binding.ts';
import { shortageEnd } from './figure/derived.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import type { Period } from './period.ts';
import { firstDay, monthOfDay, periodOfMonths, periodsOf } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { aboutRun } from './run-about.ts';
import type { RunAbout } from './run-about.ts';
import type { Series, SeriesDimension } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';
import { endQuantile, ShortageEnds } from './shortage-end.ts';
import type { ShortageEnd } from './shortage-end.ts';

/** When the shortage ends at one threshold, as ISO first days of months. */
export interface EndAnswer {
  /** What `chokepoint explain` takes. */
  readonly address: string;
  /** Months of due demand that must be overdue to count as a shortage. */
  readonly threshold: number;
  /** Share of futures short now, short a year on, and never short to the horizon. */
  readonly shortNow: number;
  readonly shortInAYear: number;
  readonly neverShort: number;
  /** Over the futures short now: when it ends; null means after the horizon. */
  readonly p10: string | null;
  readonly p50: string | null;
  readonly p90: string | null;
  /** Of the shortages that end, the share that comes back within the horizon. */
  readonly returns: number;
}

/** What a table of the answer shows for this year and the next. */
export interface BuiltRow {
  readonly series: string;
  readonly dimension: SeriesDimension;
  readonly member: string;
  readonly unit: string;
  readonly years: readonly Summary[];
  /** By year: what `chokepoint explain` takes. */
  readonly addresses: readonly string[];
}

/** What the futures themselves say, with nothing held at another value. */
export interface ShortageAnswer extends RunAbout {
  /** Month of the run in which the as-of date lies. */
  readonly present: number;
  readonly horizonEnd: string;
  readonly years: readonly Period[];
  /** At half a month, one and two months of overdue demand. */
  readonly ends: readonly EndAnswer[];
  /** Overdue GPU demand in months of due demand, by month of the run. */
  readonly overdue: {
    readonly months: readonly string[];
    readonly summaries: readonly Summary[];
    readonly addresses: readonly string[];
  };
  /** Probability of shortage at the end of each quarter. */
  readonly shortage: readonly {
    readonly period: Period;
    readonly probability: number;
    readonly address: string;
  }[];
  /**
   * Of the futures short now: the share whose shortage ends in each quarter, and has ended by its end. What is left after
   * the last does not end within the horizon. Empty where no future is short now.
   */
  readonly endings: readonly {
    readonly period: Period;
    readonly probability: number;
    readonly ended: number;
    readonly address: string;
  }[];
  readonly binding: BindingByQuarter;
  readonly built: readonly BuiltRow[];
  /** Buyers by months of their demand overdue now, longest first. */
  readonly waits: readonly {
    readonly buyer: string;
    readonly overdueMonths: Summary;
    readonly leadTime: Summary;
    readonly addresses: { readonly overdueMonths: string; readonly leadTime: string };
  }[];
}

const THRESHOLDS = [0.5, 1, 2];

/** The ensemble behind the answer: what it keeps, what it counts, and what is made of both. */
export interface ShortagePlan {
  readonly requests: readonly Request[];
  /** Slots of overdue GPU demand now and a year on, and of all shipments of the first year. */
  readonly slots: { readonly now: number; readonly later: number; readonly shipments: number };
  /** The months of `now` and `later`. */
  readonly months: readonly [now: number, later: number];
  gather(block: Block): void;
  answer(summaries: Ensemble['summaries']): ShortageAnswer;
}

/** Months of due demand overdue above which there is a shortage, where one figure stands for it. */
export const SHORTAGE = 1;

/** Whether and when the shortage ends, what binds, what gets built, who waits; at once, for a page that redraws. */
export async function answerShortage(run: PreparedRun, options: EnsembleOptions): Promise<ShortageAnswer> {
  const plan = planShortage(run, options);
  const { summaries } = await runEnsemble(run, plan.requests, options, {
    gather: (block) => plan.gather(block),
  });
  return plan.answer(summaries);
}

export function planShortage(run: PreparedRun, options: EnsembleOptions): ShortagePlan {
  const { catalogue, view } = run;
  const { startYear, months } = catalogue;
  const present = monthOfDay(startYear, view.date);
  const series = new Map(seriesOf(catalogue).map((entry) => [entry.name, entry]));
  const monthly = periodsOf(startYear, months, 'month');
  const quarterly = periodsOf(startYear, months, 'quarter');
  const thisYear = Math.floor(present / 12);
  const years = [thisYear, thisYear + 1].map((year) => periodOfMonths(startYear, year * 12, year * 12 + 11));
  const now = [periodOfMonths(startYear, present, present)];
  const book = new RequestBook(series);
  const overdue = book.add('overdue-months', 'total', 'gpu', monthly);
  const binding = book.addAll('binding-probability', 'input', quarterly);
  const built = [
    ...book.addAll('shipments', 'designer', years),
    ...book.addAll('shipments', 'family', years),
    ...book.addAll('revenue', 'designer', years),
    book.add('h100e', 'total', 'all', years),
    book.add('fleet-owned', 'total', 'all', years),
    book.add('fleet-running', 'total', 'all', years),
    book.add('power-owned', 'total', 'all', years),
  ];
  const waits = book.addAll('overdue-months', 'buyer', now);
  const leads = book.addAll('lead-time', 'buyer', now);
  const shipments = book.add('shipments', 'total', 'all', years.slice(0, 1));
  const firstSlots = slotsOf(book.requests);
  const slot = (index: number, period = 0): number => (firstSlots[index] ?? 0) + period;
  const later = Math.min(present + 12, months - 1);
  const slots = {
    now: slot(overdue.index, present),
    later: slot(overdue.index, later),
    shipments: slot(shipments.index),
  };
  const ends = THRESHOLDS.map((threshold) => new ShortageEnds(months, present, threshold));
  const shortLater = THRESHOLDS.map((threshold) => new ThresholdCount(threshold));
  const shortages = quarterly.map(() => new ThresholdCount(SHORTAGE));
  const gather = (block: Block): void => {
    for (const counter of ends) counter.addBlock(block, slot(overdue.index));
    for (const counter of shortLater) counter.add(block.values(slots.later));
    for (const [index, { last }] of quarterly.entries())
      shortages[index]?.add(block.values(slot(overdue.index, last)));
  };
  const ahead = periodOfMonths(startYear, present, months - 1);
  const endAddress = (threshold: number): string => figureAddress(shortageEnd(catalogue, threshold, ahead));
  const answer = (summaries: Ensemble['summaries']): ShortageAnswer => {
    const summary = (index: number, period = 0): Summary => {
      const found = summaries[index]?.[period];
      if (found === undefined) throw new RangeError(`no summary of request ${index}, period ${period}`);
      return found;
    };
    return {
      ...aboutRun(run, options),
      present,
      horizonEnd: monthly.at(-1)?.end ?? '',
      years,
      ends: THRESHOLDS.map((threshold, index) =>
        endAnswer(
          threshold,
          ends[index]!.result,
          shortLater[index]!.shareAbove,
          startYear,
          endAddress(threshold),
        ),
      ),
      overdue: {
        months: monthly.map((period) => period.start),
        summaries: monthly.map((_, period) => summary(overdue.index, period)),
        addresses: monthly.map((period) => addressOf(overdue, period)),
      },
      shortage: quarterly.map((period, index) => ({
        period,
        probability: shortages[index]!.shareAbove,
        address: figureAddress(seriesFigure('shortage-probability', 'total', 'gpu', period)),
      })),
      endings: endingsOf(ends[THRESHOLDS.indexOf(SHORTAGE)]!.result, quarterly, endAddress(SHORTAGE)),
      binding: followBinding(
        quarterly,
        binding.map(({ member, index }) => ({
          input: member,
          shares: quarterly.map((_, period) => summary(index, period).mean),
        })),
        present,
      ),
      built: built.map((booked) => ({
        series: booked.name,
        dimension: booked.dimension,
        member: booked.member,
        unit: booked.unit,
        years: years.map((_, period) => summary(booked.index, period)),
        addresses: years.map((year) => addressOf(booked, year)),
      })),
      waits: waits
        .map((wait, position) => ({
          buyer: wait.member,
          overdueMonths: summary(wait.index),
          leadTime: summary(leads[position]?.index ?? 0),
          addresses: {
            overdueMonths: addressOf(wait, now[0]!),
            leadTime: addressOf(leads[position]!, now[0]!),
          },
        }))
        .toSorted((a, b) => b.overdueMonths.p50 - a.overdueMonths.p50 || (a.buyer < b.buyer ? -1 : 1)),
    };
  };
  return { requests: book.requests, slots, months: [present, later], gather, answer };
}

function addressOf({ name, dimension, member }: Booked, period: Period): string {
  return figureAddress(seriesFigure(name, dimension, member, period));
}

function endingsOf(
  { ends }: ShortageEnd,
  quarterly: readonly Period[],
  address: string,
): ShortageAnswer['endings'] {
  const short = ends.reduce((sum, count) => sum + count, 0);
  if (short === 0) return [];
  let ended = 0;
  return quarterly.map((period) => {
    const within = ends.subarray(period.first, period.last + 1).reduce((sum, count) => sum + count, 0);
    ended += within;
    return { period, probability: within / short, ended: ended / short, address };
  });
}

function endAnswer(
  threshold: number,
  { ends, shortNow, neverShort, returns }: ShortageEnd,
  shortInAYear: number,
  startYear: number,
  address: string,
): EndAnswer {
  const at = (p: number): string | null => {
    const month = endQuantile(ends, p);
    return month < Infinity ? firstDay(startYear, month) : null;
  };
  return {
    address,
    threshold,
    shortNow,
    shortInAYear,
    neverShort,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    returns,
  };
}

interface Booked {
  readonly name: string;
  readonly dimension: SeriesDimension;
  readonly member: string;
  readonly unit: string;
  readonly index: number;
}

/** Collects requests of one ensemble and remembers what each was for. */
class RequestBook {
  readonly requests: Request[] = [];
  readonly #series: ReadonlyMap<string, Series>;

  constructor(series: ReadonlyMap<string, Series>) {
    this.#series = series;
  }

  member(name: string, dimension: SeriesDimension, member: string): Omit<Request, 'periods'> {
    const series = this.#find(name);
    const found = series.dimensions.get(dimension)?.find((entry) => entry.member === member);
    if (found === undefined) throw new RangeError(`no ${member} in ${name} by ${dimension}`);
    return { ...found, overTime: series.overTime };
  }

  add(name: string, dimension: SeriesDimension, member: string, periods: readonly Period[]): Booked {
    this.requests.push({ ...this.member(name, dimension, member), periods });
    return { name, dimension, member, unit: this.#find(name).unit, index: this.requests.length - 1 };
  }

  addAll(name: string, dimension: SeriesDimension, periods: readonly Period[]): Booked[] {
    const members = this.#find(name).dimensions.get(dimension) ?? [];
    return members.map(({ member }) => this.add(name, dimension, member, periods));
  }

  #find(name: string): Series {
    const series = this.#series.get(name);
    if (series === undefined) throw new RangeError(`no series ${name}`);
    return series;
  }
}

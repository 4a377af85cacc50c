import { summarise } from '../engine/index.ts';
import type { Summary } from '../engine/index.ts';
import type { EnsembleOptions, Request } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { followBinding } from './binding.ts';
import type { BindingByQuarter } from './binding.ts';
import { hingesOf, hingeInputs } from './hinges.ts';
import type { Hinge } from './hinges.ts';
import type { Period } from './period.ts';
import { firstDay, monthOfDay, periodOfMonths, periodsOf } from './period.ts';
import type { History } from '../register/index.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { Series, SeriesDimension } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';
import { shortageEnd } from './shortage-end.ts';
import { varianceShareOfAssumptions } from './variance-share.ts';

/** When the shortage ends at one threshold, as ISO first days of months. */
export interface EndAnswer {
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
}

export interface ForecastAnswer {
  readonly scenario: string;
  readonly asOf: string;
  readonly history: History;
  readonly draws: number;
  readonly seed: number;
  /** Month of the run in which the as-of date lies. */
  readonly present: number;
  readonly horizonEnd: string;
  readonly years: readonly Period[];
  /** At half a month, one and two months of overdue demand. */
  readonly ends: readonly EndAnswer[];
  /** Overdue GPU demand in months of due demand, by month of the run. */
  readonly overdue: { readonly months: readonly string[]; readonly summaries: readonly Summary[] };
  /** Probability of shortage at the end of each quarter. */
  readonly shortage: readonly { readonly period: Period; readonly probability: number }[];
  readonly binding: BindingByQuarter;
  readonly hinges: readonly Hinge[];
  readonly built: readonly BuiltRow[];
  /** Buyers by months of their demand overdue now, longest first. */
  readonly waits: readonly {
    readonly buyer: string;
    readonly overdueMonths: Summary;
    readonly leadTime: Summary;
  }[];
  /** Share of variance resting on assumptions: of overdue months a year on, and of this year’s shipments. */
  readonly assumptionShare: { readonly overdue: number; readonly shipments: number };
}

const THRESHOLDS = [0.5, 1, 2];
/** Draws for the share of variance: a quarter of the forecast’s is plenty for one figure in words. */
const VARIANCE_DRAWS = 256;

/** Q1–Q3 of DESIGN.md in one answer: whether and when the shortage ends, what binds, what gets built, who waits. */
export async function answerForecast(run: PreparedRun, options: EnsembleOptions): Promise<ForecastAnswer> {
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
  const ensemble = await runEnsemble(run, book.requests, options, hingeInputs(run));
  const scratch = new Float64Array(options.draws);
  const values = (index: number, period: number): Float64Array =>
    ensemble.values[index]?.[period] ?? new Float64Array(0);
  const summary = (index: number, period = 0): Summary => summarise(values(index, period), scratch);

  const overdueByMonth = ensemble.values[overdue.index] ?? [];
  const later = Math.min(present + 12, months - 1);
  const [overdueShare = 0, shipmentShare = 0] = await varianceShareOfAssumptions(
    run,
    [
      {
        ...book.member('overdue-months', 'total', 'gpu'),
        periods: [periodOfMonths(startYear, later, later)],
      },
      { ...book.member('shipments', 'total', 'all'), periods: years.slice(0, 1) },
    ],
    { ...options, draws: Math.min(VARIANCE_DRAWS, options.draws) },
  );
  return {
    scenario: run.scenario.name,
    asOf: view.date,
    history: view.history,
    draws: options.draws,
    seed: options.seed,
    present,
    horizonEnd: monthly.at(-1)?.end ?? '',
    years,
    ends: THRESHOLDS.map((threshold) => endAnswer(overdueByMonth, present, threshold, startYear)),
    overdue: {
      months: monthly.map((period) => period.start),
      summaries: monthly.map((_, period) => summary(overdue.index, period)),
    },
    shortage: quarterly.map((period) => ({
      period,
      probability: shareAbove(overdueByMonth[period.last], 1),
    })),
    binding: followBinding(
      quarterly,
      binding.map(({ member, index }) => ({
        input: member,
        shares: quarterly.map((_, period) => summary(index, period).mean),
      })),
      present,
    ),
    hinges: hingesOf(run, ensemble, overdueByMonth[later] ?? new Float64Array(0)),
    built: built.map(({ name, dimension, member, unit, index }) => ({
      series: name,
      dimension,
      member,
      unit,
      years: years.map((_, period) => summary(index, period)),
    })),
    waits: waits
      .map(({ member, index }, position) => ({
        buyer: member,
        overdueMonths: summary(index),
        leadTime: summary(leads[position]?.index ?? 0),
      }))
      .toSorted((a, b) => b.overdueMonths.p50 - a.overdueMonths.p50 || (a.buyer < b.buyer ? -1 : 1)),
    assumptionShare: { overdue: overdueShare, shipments: shipmentShare },
  };
}

function endAnswer(
  overdue: readonly Float64Array[],
  present: number,
  threshold: number,
  startYear: number,
): EndAnswer {
  const { ends, shortNow, neverShort, returns } = shortageEnd(overdue, present, threshold);
  // The lower of two neighbours, so that an end and a non-end are never averaged.
  const at = (p: number): string | null => {
    const month = ends[Math.floor((ends.length - 1) * p)] ?? Infinity;
    return month < Infinity ? firstDay(startYear, month) : null;
  };
  const later = overdue[Math.min(present + 12, overdue.length - 1)];
  return {
    threshold,
    shortNow,
    shortInAYear: shareAbove(later, threshold),
    neverShort,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    returns,
  };
}

function shareAbove(values: Float64Array | undefined, threshold: number): number {
  if (values === undefined || values.length === 0) return 0;
  let above = 0;
  for (const value of values) if (value > threshold) above++;
  return above / values.length;
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

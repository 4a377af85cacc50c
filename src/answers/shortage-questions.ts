import type { Catalogue } from '../model/catalogue.ts';
import type { Request } from './ensemble.ts';
import { slotsOf } from './ensemble.ts';
import { shortageEnd } from './figure/derived.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import type { Period } from './period.ts';
import { periodOfMonths, periodsOf } from './period.ts';
import type { Series, SeriesDimension } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';

/** Months of due demand that must be overdue to count as a shortage; each gives an answer of its own. */
export const THRESHOLDS = [0.5, 1, 2];

/** Months of due demand overdue above which there is a shortage, where one figure stands for it. */
export const SHORTAGE = 1;

/** A member of a series that is asked for, and where its summaries will be. */
export interface AskedMember {
  readonly name: string;
  readonly dimension: SeriesDimension;
  readonly member: string;
  readonly unit: string;
  /** Of its request. */
  readonly index: number;
  /** By period: what `chokepoint explain` takes. */
  readonly addresses: readonly string[];
}

/** What is asked of every future to say whether and when the shortage ends. */
export interface ShortageQuestions {
  readonly requests: readonly Request[];
  readonly years: readonly Period[];
  readonly monthly: readonly Period[];
  readonly quarterly: readonly Period[];
  /** A month of the run: a year on, or its last. */
  readonly later: number;
  /** Slots of overdue GPU demand in the first month, now and a year on, and of all shipments of the first year. */
  readonly slots: {
    readonly overdue: number;
    readonly now: number;
    readonly later: number;
    readonly shipments: number;
  };
  readonly overdue: AskedMember;
  /** Gathered, with the slot of its first quarter: of a share only the mean says anything. */
  readonly binding: readonly (AskedMember & { readonly slot: number })[];
  readonly built: readonly AskedMember[];
  readonly waits: readonly {
    readonly buyer: string;
    readonly overdueMonths: AskedMember;
    readonly leadTime: AskedMember;
  }[];
  /** By quarter. */
  readonly shortageAddresses: readonly string[];
  /** By threshold. */
  readonly endAddresses: readonly string[];
}

const known = new WeakMap<Catalogue, Map<number, ShortageQuestions>>();

/** The questions of a run in whose month `present` its day lies: made once, for a page asks them with every move of a lever. */
export function shortageQuestions(catalogue: Catalogue, present: number): ShortageQuestions {
  const ofCatalogue = known.get(catalogue) ?? new Map<number, ShortageQuestions>();
  known.set(catalogue, ofCatalogue);
  const questions = ofCatalogue.get(present) ?? makeQuestions(catalogue, present);
  ofCatalogue.set(present, questions);
  return questions;
}

function makeQuestions(catalogue: Catalogue, present: number): ShortageQuestions {
  const { startYear, months } = catalogue;
  const monthly = periodsOf(startYear, months, 'month');
  const quarterly = periodsOf(startYear, months, 'quarter');
  const thisYear = Math.floor(present / 12);
  const years = [thisYear, thisYear + 1].map((year) => periodOfMonths(startYear, year * 12, year * 12 + 11));
  const now = [periodOfMonths(startYear, present, present)];
  const book = new RequestBook(seriesOf(catalogue));
  const overdue = book.add('overdue-months', 'total', 'gpu', monthly);
  const binding = book.addAll('binding-probability', 'input', quarterly, { gathered: true });
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
  const slot = ({ index }: AskedMember, period = 0): number => (firstSlots[index] ?? 0) + period;
  const later = Math.min(present + 12, months - 1);
  const ahead = periodOfMonths(startYear, present, months - 1);
  return {
    requests: book.requests,
    years,
    monthly,
    quarterly,
    later,
    slots: {
      overdue: slot(overdue),
      now: slot(overdue, present),
      later: slot(overdue, later),
      shipments: slot(shipments),
    },
    overdue,
    binding: binding.map((one) => ({ ...one, slot: slot(one) })),
    built,
    waits: waits.map((wait, position) => ({
      buyer: wait.member,
      overdueMonths: wait,
      leadTime: leads[position]!,
    })),
    shortageAddresses: quarterly.map((period) =>
      figureAddress(seriesFigure('shortage-probability', 'total', 'gpu', period)),
    ),
    endAddresses: THRESHOLDS.map((threshold) => figureAddress(shortageEnd(catalogue, threshold, ahead))),
  };
}

/** Collects requests of one ensemble and remembers what each was for. */
class RequestBook {
  readonly requests: Request[] = [];
  readonly #series: ReadonlyMap<string, Series>;

  constructor(series: readonly Series[]) {
    this.#series = new Map(series.map((entry) => [entry.name, entry]));
  }

  add(
    name: string,
    dimension: SeriesDimension,
    member: string,
    periods: readonly Period[],
    how: Pick<Request, 'gathered'> = {},
  ): AskedMember {
    const series = this.#find(name);
    const found = series.dimensions.get(dimension)?.find((entry) => entry.member === member);
    if (found === undefined) throw new RangeError(`no ${member} in ${name} by ${dimension}`);
    this.requests.push({ ...found, overTime: series.overTime, periods, ...how });
    const addresses = periods.map((period) => figureAddress(seriesFigure(name, dimension, member, period)));
    return { name, dimension, member, unit: series.unit, index: this.requests.length - 1, addresses };
  }

  addAll(
    name: string,
    dimension: SeriesDimension,
    periods: readonly Period[],
    how?: Pick<Request, 'gathered'>,
  ): AskedMember[] {
    const members = this.#find(name).dimensions.get(dimension) ?? [];
    return members.map(({ member }) => this.add(name, dimension, member, periods, how));
  }

  #find(name: string): Series {
    const series = this.#series.get(name);
    if (series === undefined) throw new RangeError(`no series ${name}`);
    return series;
  }
}

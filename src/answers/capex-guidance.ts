import { fullYears, LEAST_LEAD_MONTHS } from '../beliefs/rules/guide-record.ts';
import { monthsFrom } from '../beliefs/month-count.ts';
import { buyerDefinitions } from '../beliefs/names.ts';
import {
  asOf,
  byDate,
  centralValue,
  groupBy,
  looksAhead,
  medianOf,
  outcomeOf,
  query,
  statements,
} from '../register/index.ts';
import type { Outcome, Register, Row } from '../register/index.ts';

/** Where what was spent fell against a guide: beyond its upper end, between its ends, below them. */
export type GuidePlace = 'above' | 'within' | 'below';

/** A guide and how what was spent compares with it. */
export interface ScoredGuide {
  readonly row: Row;
  /** What was spent over the middle of the guide less one. */
  readonly over: number;
  readonly place: GuidePlace;
}

/** What a buyer guided for one year of its own, and what it reported. */
export interface GuidedYear {
  /** ISO days of the year, which need not be a calendar year. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** In the order of publication, the first of each statement. USD. */
  readonly guides: readonly Row[];
  /** USD; the median of what sources report, each on its own basis. */
  readonly reported?: Outcome;
  /** The first guide, where it was given half a year or more before the year ended and the year is reported. */
  readonly first?: ScoredGuide;
  /** The last guide before the year ended, where it is reported. */
  readonly last?: ScoredGuide;
}

export interface GuidedBuyer {
  /** As the model calls it. */
  readonly buyer: string;
  readonly years: readonly GuidedYear[];
}

/** How many guides of a kind there were, and how what was spent compares with them. */
export interface GuideTally {
  readonly count: number;
  readonly above: number;
  readonly below: number;
  /** What was spent over the guide less one, the middle one; not a number where there is none. */
  readonly over: number;
}

export interface GuidanceAnswer {
  /** ISO day; nothing published later is in it. */
  readonly asOf: string;
  /** Those whose budgets the model takes from guidance, that had guided by the day. */
  readonly buyers: readonly GuidedBuyer[];
  readonly first: GuideTally;
  readonly last: GuideTally;
}

/**
 * Capital expenditure as buyers guided it, for whole years, against what they reported. Guides are rows of kind guidance
 * or target by the day, published before their year ended; what was spent is told by rows of kind actual of the same
 * last month and length, whatever their basis, since guides are given without one.
 */
export function answerGuidance(register: Register, day: string): GuidanceAnswer {
  const view = asOf(register, day);
  const buyers = buyerDefinitions.flatMap(({ id, capexEntity }): GuidedBuyer[] => {
    if (capexEntity === undefined) return [];
    const filter = { entity: capexEntity, product: '', site: '', unit: 'USD' };
    const guides = query(view, { ...filter, metric: 'capex_guidance', kind: ['guidance', 'target'] });
    const ahead = fullYears(statements(guides)).filter((row) => looksAhead(row) && isFigure(row));
    const spent = fullYears(query(view, { ...filter, metric: 'capex', kind: 'actual' }));
    const years = [...groupBy(byDate(ahead), ({ periodEnd }) => periodEnd)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, rows]) => guidedYear(rows, spent));
    return years.length === 0 ? [] : [{ buyer: id, years }];
  });
  const years = buyers.flatMap((buyer) => buyer.years);
  return {
    asOf: view.date,
    buyers,
    first: tally(years.flatMap(({ first }) => first ?? [])),
    last: tally(years.flatMap(({ last }) => last ?? [])),
  };
}

/** A figure that may be beaten or missed; a bound alone cannot miss on one side. */
function isFigure({ quantity }: Row): boolean {
  return quantity === 'value' || quantity === 'range';
}

function guidedYear(guides: readonly Row[], spent: readonly Row[]): GuidedYear {
  const [first] = guides;
  const last = guides.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a guided year without a guide');
  const { periodStart, periodEnd } = first;
  const told = spent.filter((row) => row.periodEnd.slice(0, 7) === periodEnd.slice(0, 7));
  const reported = outcomeOf(told, periodEnd);
  const year = { periodStart, periodEnd, guides };
  if (reported === undefined) return year;
  const isEarly = monthsFrom(first.published, periodEnd) >= LEAST_LEAD_MONTHS;
  return {
    ...year,
    reported,
    ...(isEarly ? { first: scored(first, reported.value) } : {}),
    last: scored(last, reported.value),
  };
}

function scored(row: Row, spent: number): ScoredGuide {
  const said = centralValue(row) ?? Number.NaN;
  const [low, high] = [row.low ?? said, row.high ?? said];
  const place = spent > high ? 'above' : spent < low ? 'below' : 'within';
  return { row, over: spent / said - 1, place };
}

function tally(guides: readonly ScoredGuide[]): GuideTally {
  return {
    count: guides.length,
    above: guides.filter(({ place }) => place === 'above').length,
    below: guides.filter(({ place }) => place === 'below').length,
    over: medianOf(guides.map(({ over }) => over)) ?? Number.NaN,
  };
}

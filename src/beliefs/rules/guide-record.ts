import { log } from '../../engine/elementary.ts';
import type { BilingualText } from '../../model/lever.ts';
import { centralValue, groupBy, query } from '../../register/index.ts';
import type { Row } from '../../register/index.ts';
import type { SpreadRecord } from '../belief.ts';
import type { RuleContext } from '../context.ts';
import { rowKey } from '../context.ts';
import { SD_PER_MEAN_SIZE } from '../error-curve.ts';
import { monthsFrom } from '../month-count.ts';
import { buyerDefinitions } from '../names.ts';

/** A guide for a full year and what was spent in it. */
interface GuidePair {
  readonly buyer: string;
  /** Year in which the period ends. */
  readonly year: string;
  /** Natural logarithm of what was spent over what had been guided. */
  readonly error: number;
  readonly day: string;
  readonly horizon: number;
  readonly rows: readonly string[];
}

/** How far guides of capital expenditure miss: what all share in a year, and what is each buyer's own. */
export interface GuideErrors {
  /** Mean over all pairs with the prior: guides are beaten. */
  readonly mean: number;
  readonly common: { readonly sd: number; readonly assumed: boolean; readonly record: SpreadRecord };
  /** A buyer's own error: its assumed size times this. */
  readonly own: { readonly factor: number; readonly assumed: boolean; readonly record: SpreadRecord };
}

/** Guides given later in a year than this say little about guides at its start. */
export const LEAST_LEAD_MONTHS = 6;

/**
 * The mean is that of all pairs, with the prior's worth `weight` pairs. The spread of what buyers share is that of
 * years, each of which counts once, however many buyers guided in it: a year of surprise is one event. What a buyer adds
 * is its distance from the year's mean, and each buyer and year counts once.
 */
export function guideErrors(
  context: RuleContext,
  prior: { readonly mean: number; readonly sd: number },
  ownSd: (buyer: string) => number,
): GuideErrors {
  const weight = context.assumptions.number('error record, prior weight');
  const pairs = guidePairs(context);
  const mean =
    (weight * prior.mean + pairs.reduce((sum, { error }) => sum + error, 0)) / (weight + pairs.length);
  const years = [...groupBy(pairs, ({ year }) => year).values()].map((ofYear) =>
    [...groupBy(ofYear, ({ buyer }) => buyer)].map(([buyer, ofBuyer]) => ({
      buyer,
      error: meanOf(ofBuyer.map(({ error }) => error)),
    })),
  );
  const shared = years.map((buyers) => Math.abs(meanOf(buyers.map(({ error }) => error)) - mean));
  const own = years.flatMap((buyers) => {
    if (buyers.length < 2) return [];
    const centre = meanOf(buyers.map(({ error }) => error));
    // The mean contains the buyer itself, and so lies nearer to it than what the others share.
    const widened = Math.sqrt(buyers.length / (buyers.length - 1));
    return buyers.map(({ buyer, error }) => (Math.abs(error - centre) * widened) / ownSd(buyer));
  });
  const shrunk = (sizes: readonly number[], assumed: number): number =>
    (weight * assumed + SD_PER_MEAN_SIZE * sizes.reduce((sum, size) => sum + size, 0)) /
    (weight + sizes.length);
  const sd = shrunk(shared, prior.sd);
  const factor = shrunk(own, 1);
  return {
    mean,
    common: {
      sd,
      assumed: years.length <= weight,
      record: recordOf(pairs, years.length, [sd, 0, 0], weight),
    },
    own: {
      factor,
      assumed: own.length <= weight,
      record: recordOf(pairs, own.length, [factor, 0, 0], weight),
    },
  };
}

/** What the spread of guide errors rests on, in words. */
export function guideReason(
  { groups, errors, priorWeight }: SpreadRecord,
  of: 'year' | 'buyer',
): BilingualText {
  const [en, ja] = of === 'year' ? ['years', '年数'] : ['buyers and years', '買い手と年の組'];
  return {
    en: `Spread: ${errors} guides against what was spent, ${groups} ${en}, with an assumed error worth ${priorWeight}`,
    ja: `幅：指針と実績の組${errors}件（${ja}${groups}）。想定誤差は${priorWeight}件分`,
  };
}

/** Pairs of a guide and what was spent, both known at the date; each guide counts by its lead over the year's end. */
function guidePairs({ view }: RuleContext): readonly GuidePair[] {
  return buyerDefinitions.flatMap(({ id, capexEntity }) => {
    if (capexEntity === undefined) return [];
    const filter = { entity: capexEntity, product: '', unit: 'USD' };
    const guides = fullYears(query(view, { ...filter, metric: 'capex_guidance', kind: 'guidance' }));
    const actuals = fullYears(query(view, { ...filter, metric: 'capex', kind: 'actual' }));
    return guides.flatMap((guide): GuidePair[] => {
      const actual = actuals.find(
        (row) =>
          row.periodEnd === guide.periodEnd &&
          row.published > guide.published &&
          // What only hindsight admits was not known, and calibrates nothing.
          row.hindsight === undefined,
      );
      const [said, spent] = [centralValue(guide), actual && centralValue(actual)];
      const lead = monthsFrom(guide.published, guide.periodEnd);
      if (!actual || !said || !spent || lead < LEAST_LEAD_MONTHS) return [];
      return [
        {
          buyer: id,
          year: guide.periodEnd.slice(0, 4),
          error: log(spent / said),
          day: guide.published,
          horizon: lead / 12,
          rows: [rowKey(guide), rowKey(actual)],
        },
      ];
    });
  });
}

/** Rows whose period is a year. */
export function fullYears(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => {
    const months = monthsFrom(row.periodStart, row.periodEnd);
    return months > 11 && months < 13;
  });
}

/** Errors named one by one. */
const LARGEST = 3;

function recordOf(
  pairs: readonly GuidePair[],
  groups: number,
  curve: SpreadRecord['curve'],
  priorWeight: number,
): SpreadRecord {
  return {
    groups,
    errors: pairs.length,
    priorWeight,
    curve,
    bias: pairs.length === 0 ? 0 : -meanOf(pairs.map(({ error }) => error)),
    largest: pairs
      .toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error))
      .slice(0, LARGEST)
      .map(({ buyer, year, day, horizon, error }) => ({
        target: `capex[${buyer},${year}]`,
        day,
        horizon,
        error: -error,
      })),
    rows: [...new Set(pairs.flatMap(({ rows }) => rows))],
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

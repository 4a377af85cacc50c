import { exp, log } from '../../engine/elementary.ts';
import { simulatedYears } from '../../model/catalogue.ts';
import type { BilingualText } from '../../model/lever.ts';
import { consensus } from '../consensus.ts';
import type { Consensus } from '../consensus.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import type { ErrorRecord } from '../error-record.ts';
import { recordReason } from '../error-record.ts';
import { yearsFrom } from '../month-count.ts';
import type { CapacityQuantity } from './capacity-quantities.ts';
import { capacityQuantities, isYearEnd } from './capacity-quantities.ts';
import { capacityRecord, pathErrorAssumptions } from './capacity-record.ts';

const rule: BilingualText = {
  en: 'capacity path: consensus of the latest figures for each year end; straight lines in logarithms between; then the last growth goes on, halving each year; a node has almost nothing before its first figure',
  ja: '能力経路：各年末の最新数値の合意値、その間は対数直線、最終年の後は直近の伸びが毎年半減しつつ続く。ノードは最初の数値以前はほぼゼロ',
};

/** Year-end levels of packaging, memory by maker and logic by node, each with its spread. */
export function capacityRule(context: RuleContext, book: BeliefBook): void {
  const record = capacityRecord(context);
  for (const quantity of capacityQuantities) path(context, book, quantity, record);
}

interface Knot {
  readonly member: string;
  readonly day: string;
  readonly found: Consensus | undefined;
  /** Of what takes the place of rows. */
  readonly assumption?: string;
}

/** Where no row tells of a path at all, an assumption about a year end of it. */
function assumedKnot({ assumptions }: RuleContext, knot: Knot, input: string): Knot {
  const assumption = assumptions.get(input);
  const level = assumption && assumptions.distribution(assumption);
  if (assumption === undefined || level?.kind !== 'split-lognormal') return knot;
  const { median, sigmaLow, sigmaHigh } = level;
  const found = {
    median,
    sigma: Math.max(sigmaLow, sigmaHigh),
    rows: [],
    outliers: [],
    newest: assumption.knownSince,
  };
  return { ...knot, found, assumption: assumption.id };
}

function path(
  context: RuleContext,
  book: BeliefBook,
  { family, prefix, ...quantity }: CapacityQuantity,
  record: ErrorRecord,
): void {
  const { view, catalogue, assumptions } = context;
  const members = [String(catalogue.startYear - 1), ...simulatedYears(catalogue)];
  const rows = quantity.rows(view);
  const byRows = members.map((member): Knot => {
    const found = consensus(
      rows.filter((row) => isYearEnd(row, member)),
      view.date,
    );
    return { member, day: `${member}-12-31`, found };
  });
  const name = (member: string): string => `${family}[${prefix}${member}]`;
  const stated = byRows.some(({ found }) => found !== undefined)
    ? byRows
    : byRows.map((knot) => assumedKnot(context, knot, name(knot.member)));
  const knots = stated.map((knot, position) =>
    isOvertaken(stated, position) ? { ...knot, found: undefined } : knot,
  );
  const known = knots.filter((knot) => knot.found !== undefined);
  if (known.length === 0) {
    for (const member of members)
      fromAssumption(
        context,
        book,
        name(member),
        prefix === '' ? family : `${family}[${prefix.slice(0, -1)}]`,
      );
    correlateNeighbours(context, book, members.map(name));
    return;
  }
  const cap = assumptions.number('path error, most');
  const lastKnown = knots.findLastIndex((knot) => knot.found !== undefined);
  const anchors = knots.flatMap((knot) => knot.assumption ?? []);
  for (const [position, knot] of knots.entries()) {
    // Beyond the last published year end the published plan simply stays; what comes after is the suppliers' response.
    const years = yearsFrom(view.date, knots[Math.min(position, lastKnown)]?.day ?? knot.day);
    const value = valueAt(knots, position);
    const past = record.spread(years, value.rows);
    const published = position <= lastKnown;
    const unpublished = published
      ? 1
      : unpublishedGrowth(context, name(knot.member), knots, lastKnown, position - lastKnown);
    const before =
      family === 'logic path' && !knots.slice(0, position + 1).some((other) => other.found) ? 0.05 : 1;
    book.fromRows(
      name(knot.member),
      {
        kind: 'lognormal',
        median: value.median * unpublished * before,
        sigma: Math.min(Math.max(value.sigma, past.sigma), cap),
      },
      {
        rule,
        reason: recordReason(past.record, value.sigma >= past.sigma),
        rows: value.rows,
        outliers: value.outliers,
        record: past.record,
        // Resting on rows: sources that differ by more than such figures have missed by, or enough misses.
        basis:
          anchors.length === 0 && published && (value.sigma >= past.sigma || past.outweighsPrior)
            ? 'rows'
            : 'assumed',
        assumptions: [
          ...anchors,
          ...pathErrorAssumptions,
          ...(published ? [] : growthAssumptions(context, name(''))),
        ],
      },
    );
  }
  correlateNeighbours(context, book, members.map(name));
}

/** What growth beyond the last published year end rests on. */
function growthAssumptions(context: RuleContext, input: string): readonly string[] {
  const mature = matureId(input);
  return context.assumptions.get(mature) ? [mature, 'unpublished plans'] : ['unpublished plans'];
}

/** Id of the assumed size of a mature node, for an input such as `logic path[n2,2027]`. */
function matureId(input: string): string {
  return `logic mature[${/^logic path\[(\w+),/.exec(input)?.[1] ?? ''}]`;
}

/**
 * Growth beyond the last published year end: plans exist before they are published, so the last published growth goes
 * on, each year at a share of the year before. A young logic node grows to the size of its predecessors in three years.
 */
function unpublishedGrowth(
  context: RuleContext,
  input: string,
  knots: readonly Knot[],
  lastKnown: number,
  years: number,
): number {
  const last = valueAt(knots, lastKnown).median;
  const mature = context.assumptions.get(matureId(input))?.mode;
  if (mature !== undefined && mature > last) return 1 + (mature / last - 1) * Math.min(years / 3, 1);
  const share = context.assumptions.number('unpublished plans');
  const growth = lastKnown > 0 ? Math.max(log(last / valueAt(knots, lastKnown - 1).median), 0) : 0;
  let total = 0;
  for (let year = 1, step = growth * share; year <= years; year++, step *= share) total += step;
  return exp(total);
}

/** A figure for a later year that is lower than newer figures for an earlier one was said before they were known. */
function isOvertaken(knots: readonly Knot[], position: number): boolean {
  const own = knots[position]?.found;
  return (
    own !== undefined &&
    knots
      .slice(0, position)
      .some(({ found }) => found && found.median > own.median && found.newest > own.newest)
  );
}

/** A knot without rows lies on the logarithmic line between its neighbours, or stays at the nearest known one. */
function valueAt(knots: readonly Knot[], position: number): Consensus {
  const own = knots[position]?.found;
  if (own) return own;
  const before = knots.slice(0, position).findLast((knot) => knot.found);
  const after = knots.slice(position + 1).find((knot) => knot.found);
  if (before?.found && after?.found) {
    const left = knots.indexOf(before);
    const share = (position - left) / (knots.indexOf(after) - left);
    const step = log(after.found.median / before.found.median);
    return {
      median: before.found.median * exp(step * share),
      sigma: Math.max(before.found.sigma, after.found.sigma),
      rows: [...before.found.rows, ...after.found.rows],
      outliers: [...before.found.outliers, ...after.found.outliers],
      newest: before.found.newest,
    };
  }
  const nearest = before?.found ?? after?.found;
  if (!nearest) throw new RangeError('a path needs one known year end');
  return nearest;
}

function fromAssumption(context: RuleContext, book: BeliefBook, input: string, id: string): void {
  const assumption = context.assumptions.get(id);
  if (assumption) book.assumed(input, assumption, context.assumptions.distribution(assumption));
}

function correlateNeighbours(context: RuleContext, book: BeliefBook, names: readonly string[]): void {
  const rho = context.assumptions.number('correlation, capacity path years');
  for (const [i, a] of names.entries()) {
    for (const [j, b] of names.entries()) {
      if (i >= j || !book.beliefs.has(a) || !book.beliefs.has(b)) continue;
      // Correlation fades with distance in years, as in a first-order autoregression.
      book.correlate(a, b, powerOf(rho, j - i));
    }
  }
}

function powerOf(base: number, exponent: number): number {
  let result = 1;
  for (let k = 0; k < exponent; k++) result *= base;
  return result;
}

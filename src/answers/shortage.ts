import { RunningMean, ThresholdCount } from '../engine/index.ts';
import type { Block, Summary } from '../engine/index.ts';
import type { Ensemble, EnsembleOptions, Request } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { followBinding } from './binding.ts';
import type { BindingByQuarter } from './binding.ts';
import type { Period } from './period.ts';
import { firstDay, monthOfDay } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { aboutRun } from './run-about.ts';
import type { RunAbout } from './run-about.ts';
import type { SeriesDimension } from './series-catalogue.ts';
import { endQuantile, ShortageEnds } from './shortage-end.ts';
import type { ShortageEnd } from './shortage-end.ts';
import { SHORTAGE, shortageQuestions, THRESHOLDS } from './shortage-questions.ts';
import type { AskedMember } from './shortage-questions.ts';

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
  const asked = shortageQuestions(catalogue, present);
  const { years, monthly, quarterly, slots } = asked;
  const ends = THRESHOLDS.map((threshold) => new ShortageEnds(months, present, threshold));
  const shortLater = THRESHOLDS.map((threshold) => new ThresholdCount(threshold));
  const shortages = quarterly.map(() => new ThresholdCount(SHORTAGE));
  const shares = asked.binding.map(({ slot }) =>
    quarterly.map((_, quarter) => ({ slot: slot + quarter, mean: new RunningMean() })),
  );
  const overdueSlot = slots.overdue;
  const gather = (block: Block): void => {
    for (const counter of ends) counter.addBlock(block, overdueSlot);
    for (const counter of shortLater) counter.add(block.values(slots.later));
    for (const [index, { last }] of quarterly.entries())
      shortages[index]?.add(block.values(overdueSlot + last));
    for (const { slot, mean } of shares.flat()) mean.add(block.values(slot));
  };
  const answer = (summaries: Ensemble['summaries']): ShortageAnswer => {
    const summariesOf = ({ index, addresses }: AskedMember): Summary[] =>
      addresses.map((_, period) => {
        const found = summaries[index]?.[period];
        if (found === undefined) throw new RangeError(`no summary of request ${index}, period ${period}`);
        return found;
      });
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
          asked.endAddresses[index]!,
        ),
      ),
      overdue: {
        months: monthly.map((period) => period.start),
        summaries: summariesOf(asked.overdue),
        addresses: asked.overdue.addresses,
      },
      shortage: quarterly.map((period, index) => ({
        period,
        probability: shortages[index]!.shareAbove,
        address: asked.shortageAddresses[index]!,
      })),
      endings: endingsOf(
        ends[THRESHOLDS.indexOf(SHORTAGE)]!.result,
        quarterly,
        asked.endAddresses[THRESHOLDS.indexOf(SHORTAGE)]!,
      ),
      binding: followBinding(
        quarterly,
        asked.binding.map(({ member, addresses }, index) => ({
          input: member,
          shares: shares[index]!.map(({ mean }) => mean.mean),
          addresses,
        })),
        present,
      ),
      built: asked.built.map((one) => ({
        series: one.name,
        dimension: one.dimension,
        member: one.member,
        unit: one.unit,
        years: summariesOf(one),
        addresses: one.addresses,
      })),
      waits: asked.waits
        .map(({ buyer, overdueMonths, leadTime }) => ({
          buyer,
          overdueMonths: summariesOf(overdueMonths)[0]!,
          leadTime: summariesOf(leadTime)[0]!,
          addresses: { overdueMonths: overdueMonths.addresses[0]!, leadTime: leadTime.addresses[0]! },
        }))
        .toSorted((a, b) => b.overdueMonths.p50 - a.overdueMonths.p50 || (a.buyer < b.buyer ? -1 : 1)),
    };
  };
  return { requests: asked.requests, slots, months: [present, asked.later], gather, answer };
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

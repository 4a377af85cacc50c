import type { Summary } from '../engine/index.ts';
import { aboutConditioning } from './calibration/conditioning.ts';
import type { ComparedDifference } from './compared-difference.ts';
import { comparedDifference } from './compared-difference.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { FigureBook } from './figures.ts';
import type { Reader } from './figures.ts';
import { SHORTAGE_MONTHS } from './figure/derived.ts';
import { figureAddress } from './figure/figure-address.ts';
import { keyFigures } from './key-figures.ts';
import type { KeyFigure, KeyFigureName } from './key-figures.ts';
import type { PairedSummary } from './paired.ts';
import { pairedFigures } from './paired.ts';
import type { Period } from './period.ts';
import { firstDay, lastDay, monthOfDay, periodOfMonths } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { aboutView, presentMonth } from './run-about.ts';
import type { ViewAbout } from './run-about.ts';
import type { ScenarioChange } from './scenario-change.ts';
import { canPair, changesBetween, withInputsOf } from './scenario-change.ts';
import { endQuantile, ShortageEnds } from './shortage-end.ts';

/** What one changed lever does alone, and what is left to all of them together. */
export interface Attribution {
  readonly scenario: string;
  readonly name: KeyFigureName;
  readonly period: Period;
  readonly unit: string;
  /** In the order of the scenario's `changes`. */
  readonly alone: readonly ComparedDifference[];
  /** All changes together. */
  readonly together: ComparedDifference;
  /** The mean difference of all together less the sum of those of each alone: what only their meeting explains. */
  readonly interaction: number;
}

export interface ComparedScenario extends Omit<ViewAbout, 'history'> {
  readonly name: string;
  /** Whether its futures are those of the first scenario, with the same random numbers. */
  readonly paired: boolean;
  readonly changes: readonly ScenarioChange[];
  /** Month in which the shortage of futures short now ends; `null` after the horizon. */
  readonly end: {
    readonly p10: string | null;
    readonly p50: string | null;
    readonly p90: string | null;
  };
  /** Last day of the horizon. */
  readonly horizonEnd: string;
}

export interface ComparedFigure {
  /** What `chokepoint explain` takes; of another scenario than the first beside `--scenario`. */
  readonly address: string;
  readonly name: KeyFigureName;
  readonly member: string;
  readonly unit: string;
  readonly period: Period;
  /** By scenario; `null` where one does not know the member. */
  readonly values: readonly (Summary | null)[];
  /** From the first scenario, by scenario from the second on; `null` where draws are not paired. */
  readonly differences: readonly (ComparedDifference | null)[];
}

export interface CompareAnswer extends Pick<ViewAbout, 'history' | 'calibration'> {
  readonly draws: number;
  readonly seed: number;
  readonly scenarios: readonly ComparedScenario[];
  readonly figures: readonly ComparedFigure[];
  readonly attributions: readonly Attribution[];
}

/** Figures that the difference is taken apart for. */
const ATTRIBUTED: ReadonlySet<KeyFigureName> = new Set(['months-short', 'h100e', 'fleet-owned']);
/** Years that figures are told for, from that of the first scenario's date. */
const YEARS = 3;

export interface CompareDepth {
  /** Whether each change is also drawn alone, at the cost of a run for each; so unless said. */
  readonly isTakenApart?: boolean;
}

/**
 * Scenarios side by side: key figures, differences from the first in the same futures, and what each change alone
 * does. Scenarios of another day or another catalogue have no futures in common with the first; they are drawn on
 * their own and their differences have no range.
 */
export async function answerCompare(
  runs: readonly PreparedRun[],
  options: EnsembleOptions,
  { isTakenApart = true }: CompareDepth = {},
): Promise<CompareAnswer> {
  const [base] = runs;
  if (base === undefined) throw new RangeError('nothing to compare');
  const calendar = commonCalendar(runs);
  const others = runs.slice(1).map((run) => {
    const paired = canPair(base, run);
    return { run, paired, changes: paired ? changesBetween(base, run) : [] };
  });
  const together = await compareWith(
    base,
    others
      .filter(({ paired }) => paired)
      .map(({ run, changes }) => ({ run, changes: isTakenApart ? changes : [] })),
    calendar,
    options,
  );
  const alone = new Map<PreparedRun, Drawn>();
  for (const { run, paired } of others)
    if (!paired) alone.set(run, (await compareWith(run, [], calendar, options)).base);
  const position = new Map(others.filter(({ paired }) => paired).map(({ run }, index) => [run, index]));
  const drawn = others.map(({ run }) => together.others[position.get(run) ?? -1] ?? alone.get(run)!);
  const { figures } = together;
  return {
    history: base.view.history,
    ...(base.conditioning && { calibration: aboutConditioning(base.conditioning) }),
    draws: options.draws,
    seed: options.seed,
    scenarios: [
      { ...named(base, together.base), paired: true, changes: [] },
      ...others.map(({ run, paired, changes }, index) => ({
        ...named(run, drawn[index]!),
        paired,
        changes,
      })),
    ],
    figures: figures.map(({ name, member, unit, period, figure }, index) => ({
      address: figureAddress(figure),
      name,
      member,
      unit,
      period,
      values: [together.base, ...drawn].map((each) => each.value(name, member, period)),
      differences: others.map(({ run }) => {
        const pair = together.pairs[position.get(run) ?? -1]?.[index];
        return pair ? comparedDifference(pair) : null;
      }),
    })),
    attributions: others.flatMap(({ run, changes }) => {
      const at = position.get(run);
      return !isTakenApart || at === undefined || changes.length < 2
        ? []
        : attributions(run, changes, figures, together, at);
    }),
  };
}

interface Other {
  readonly run: PreparedRun;
  readonly changes: readonly ScenarioChange[];
}

/** Figures and the end of the shortage of one scenario. */
interface Drawn {
  readonly ends: Uint32Array;
  value(name: KeyFigureName, member: string, period: Period): Summary | null;
}

interface Together {
  readonly figures: readonly KeyFigure[];
  readonly base: Drawn;
  readonly others: readonly Drawn[];
  /** `[other][figure]`. */
  readonly pairs: readonly (readonly PairedSummary[])[];
  /** `[other][change][figure]`; none where a scenario has but one change. */
  readonly single: readonly (readonly (readonly PairedSummary[])[])[];
}

async function compareWith(
  run: PreparedRun,
  others: readonly Other[],
  { from, to, first, count }: Calendar,
  options: EnsembleOptions,
): Promise<Together> {
  const { catalogue } = run;
  const { startYear, months } = catalogue;
  const present = presentMonth(run);
  const within = (day: string): number => Math.min(Math.max(monthOfDay(startYear, day), 0), months - 1);
  const years = Array.from({ length: count }, (_, index) => {
    const month = (first + index - startYear) * 12;
    return periodOfMonths(startYear, month, month + 11);
  });
  const book = new FigureBook(catalogue);
  const { figures, overdue } = keyFigures(book, catalogue, {
    present: within(from),
    last: within(to),
    years,
  });
  const singles = others.map(({ run: other, changes }) =>
    changes.length < 2 ? [] : changes.map(({ inputs }) => withInputsOf(run, other, inputs)),
  );
  const scenarios = [...others.map(({ run: other }) => other), ...singles.flat()];
  const readers = figures.map(({ figure }) => book.read(figure));
  const ends = [run, ...others].map(() => new ShortageEnds(months, present, SHORTAGE_MONTHS));
  const pairs = await pairedFigures(
    run,
    {
      requests: book.requests,
      readers,
      gather: (block) => {
        const of = (variant: number): Float64Array[] => overdue.map((read: Reader) => read(block, variant));
        for (const [variant, counter] of ends.entries()) counter.add(of(variant));
      },
    },
    scenarios.length === 0 ? [{}] : scenarios.map((scenario) => ({ scenario })),
    options,
  );
  const rest = pairs.slice(others.length);
  const drawn = (variant: number): Drawn => {
    const pair = pairs[Math.max(variant - 1, 0)] ?? [];
    return {
      ends: ends[variant]!.result.ends,
      value: (name, member, period) => {
        const index = figures.findIndex(
          (figure) =>
            figure.name === name &&
            figure.member === member &&
            figure.period.start === period.start &&
            figure.period.end === period.end,
        );
        return pair[index]?.[variant === 0 ? 'base' : 'changed'] ?? null;
      },
    };
  };
  return {
    figures,
    base: drawn(0),
    others: others.map((_, index) => drawn(index + 1)),
    pairs: pairs.slice(0, others.length),
    single: singles.map((each) => rest.splice(0, each.length)),
  };
}

/** What all runs know: ISO days from the latest of their days to the first of their last ones, and calendar years. */
interface Calendar {
  readonly from: string;
  readonly to: string;
  readonly first: number;
  readonly count: number;
}

function commonCalendar(runs: readonly PreparedRun[]): Calendar {
  const days = runs.map(({ view }) => view.date).toSorted();
  const ends = runs.map(({ catalogue }) => lastDay(catalogue.startYear, catalogue.months - 1)).toSorted();
  const [from, to] = [days.at(-1) ?? '', ends[0] ?? ''];
  const first = Number(from.slice(0, 4));
  const count = Math.max(0, Math.min(YEARS, Number(to.slice(0, 4)) - first + 1));
  return { from, to, first, count };
}

function named(run: PreparedRun, { ends }: Drawn): Omit<ComparedScenario, 'paired' | 'changes'> {
  const { scenario, catalogue } = run;
  const { startYear, months } = catalogue;
  const { history: _, ...about } = aboutView(run);
  const at = (p: number): string | null => {
    const month = endQuantile(ends, p);
    return month < Infinity ? firstDay(startYear, month) : null;
  };
  return {
    name: scenario.name,
    ...about,
    end: { p10: at(0.1), p50: at(0.5), p90: at(0.9) },
    horizonEnd: periodOfMonths(startYear, months - 1, months - 1).end,
  };
}

function attributions(
  run: PreparedRun,
  changes: readonly ScenarioChange[],
  figures: readonly KeyFigure[],
  { pairs, single }: Together,
  at: number,
): Attribution[] {
  return figures.flatMap(({ name, period, unit }, index): Attribution[] => {
    const pair = pairs[at]?.[index];
    const alone = changes.flatMap((_, change) => single[at]?.[change]?.[index] ?? []);
    if (!ATTRIBUTED.has(name) || pair === undefined) return [];
    const parts = alone.map((each) => each.difference.mean).reduce((sum, mean) => sum + mean, 0);
    return [
      {
        scenario: run.scenario.name,
        name,
        period,
        unit,
        alone: alone.map((each) => comparedDifference(each)),
        together: comparedDifference(pair),
        interaction: pair.difference.mean - parts,
      },
    ];
  });
}

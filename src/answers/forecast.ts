import type { Block, Variant } from '../engine/index.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { Hinges } from './hinges.ts';
import type { Hinge, HingeBase } from './hinges.ts';
import type { PreparedRun } from './prepare-run.ts';
import { planShortage } from './shortage.ts';
import { SHORTAGE } from './shortage-questions.ts';
import type { ShortageAnswer, ShortagePlan } from './shortage.ts';
import { VarianceShare } from './variance-share.ts';

export type { BuiltRow, EndAnswer } from './shortage.ts';

/** What the answer hinges on, found by running some of its futures again. */
export interface HingeAnswer {
  /** What the headline hinges on, and the same futures as they are. */
  readonly hinges: readonly Hinge[];
  readonly hingeBase: HingeBase;
  /** Share of variance resting on assumptions: of overdue months a year on, and of this year’s shipments. */
  readonly assumptionShare: { readonly overdue: number; readonly shipments: number };
}

export interface ForecastAnswer extends ShortageAnswer, HingeAnswer {}

/** Q1–Q3 of DESIGN.md in one answer: whether and when the shortage ends, what binds, what gets built, who waits. */
export async function answerForecast(run: PreparedRun, options: EnsembleOptions): Promise<ForecastAnswer> {
  const plan = planShortage(run, options);
  const { variants, gather, answer } = planHinges(run, plan, options.draws);
  const { summaries } = await runEnsemble(run, plan.requests, options, {
    variants,
    gather: (block) => {
      plan.gather(block);
      gather(block);
    },
  });
  return { ...plan.answer(summaries), ...answer() };
}

/** The same hinges as those of `answerForecast` by themselves: they need no more than the first few hundred futures. */
export async function answerHinges(run: PreparedRun, options: EnsembleOptions): Promise<HingeAnswer> {
  const plan = planShortage(run, options);
  const { variants, gather, answer } = planHinges(run, plan, options.draws);
  const draws = Math.min(options.draws, Math.max(...variants.map((variant) => variant.draws ?? 0)));
  await runEnsemble(run, plan.requests, { ...options, draws }, { variants, gather });
  return answer();
}

/** Variants to run, the first of which changes nothing, and what to make of their blocks. */
function planHinges(
  run: PreparedRun,
  { slots: { now, later, shipments }, months }: Pick<ShortagePlan, 'slots' | 'months'>,
  draws: number,
): {
  readonly variants: readonly Variant[];
  readonly gather: (block: Block) => void;
  readonly answer: () => HingeAnswer;
} {
  const variance = new VarianceShare(run, [later, shipments], 1);
  const first = 1 + variance.variants.length;
  const hinges = new Hinges(run, { slots: [now, later], months, threshold: SHORTAGE, first, draws });
  return {
    variants: [{}, ...variance.variants, ...hinges.variants],
    gather: (block) => {
      hinges.add(block);
      variance.add(block);
    },
    answer: () => {
      const [overdue = 0, shipped = 0] = variance.shares;
      const assumptionShare = { overdue, shipments: shipped };
      return { hinges: hinges.hinges, hingeBase: hinges.base, assumptionShare };
    },
  };
}

import type { Block } from '../engine/index.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { Hinges } from './hinges.ts';
import type { Hinge, HingeBase } from './hinges.ts';
import type { PreparedRun } from './prepare-run.ts';
import { planShortage, SHORTAGE } from './shortage.ts';
import type { ShortageAnswer } from './shortage.ts';
import { VarianceShare } from './variance-share.ts';

export type { BuiltRow, EndAnswer } from './shortage.ts';

export interface ForecastAnswer extends ShortageAnswer {
  /** What the headline hinges on, and the same futures as they are. */
  readonly hinges: readonly Hinge[];
  readonly hingeBase: HingeBase;
  /** Share of variance resting on assumptions: of overdue months a year on, and of this year’s shipments. */
  readonly assumptionShare: { readonly overdue: number; readonly shipments: number };
}

/** Q1–Q3 of DESIGN.md in one answer: whether and when the shortage ends, what binds, what gets built, who waits. */
export async function answerForecast(run: PreparedRun, options: EnsembleOptions): Promise<ForecastAnswer> {
  const plan = planShortage(run, options);
  const { now, later, shipments } = plan.slots;
  const hinges = new Hinges(run, {
    slots: [now, later],
    threshold: SHORTAGE,
    first: 3,
    draws: options.draws,
  });
  const variance = new VarianceShare(run, [later, shipments], 1);
  const gather = (block: Block): void => {
    plan.gather(block);
    hinges.add(block);
    variance.add(block);
  };
  const variants = [{}, ...variance.variants, ...hinges.variants];
  const { summaries } = await runEnsemble(run, plan.requests, options, { variants, gather });
  const [overdueShare = 0, shipmentShare = 0] = variance.shares;
  return {
    ...plan.answer(summaries),
    hinges: hinges.hinges,
    hingeBase: hinges.base,
    assumptionShare: { overdue: overdueShare, shipments: shipmentShare },
  };
}

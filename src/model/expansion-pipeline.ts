import type { Dimension, Expr, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import { clamp, constant, min, ratio, sum } from '../engine/index.ts';
import { each } from './each.ts';

/** Stages of equal mean length from order to output; the variance of the whole is mean² / 6. */
const STAGES = 6;
/** Stages in which nothing is tooled yet: two thirds of the time is building, the rest tools and ramp. */
const BUILDING = 4;

/** What the pipeline needs to know, by what is expanded, in wafers a month. */
export interface PipelineView {
  /** Capacity ordered this month (wafer/month/month). */
  orders(resource: string): Expr;
  /** Mean time from order to output. */
  time(resource: string): Expr;
  /** Capacity that nobody expects to need. */
  surplus(resource: string): Expr;
  /** Time in which suppliers act on it. */
  readonly patience: () => Expr;
}

/** Capacity between order and output: Erlang stages, of which the first can be cancelled. Nothing goes negative. */
export function declarePipeline(
  m: ModelBuilder,
  over: Dimension,
  view: PipelineView,
): { readonly held: VariableFamily; readonly arrivals: VariableFamily; readonly cancelled: VariableFamily } {
  const month = constant(1, 'month');
  const leavingShare = m.variable(
    {
      name: 'expansion stage share',
      unit: '1',
      description: 'Share of a stage of building that is done in a month',
      over: [over],
    },
    each((resource) => month.over(view.time(resource).over(STAGES).plus(month))),
  );
  const building = (resource: string): Expr =>
    sum(stages.slice(0, BUILDING).map((stage) => stage.at(resource)));
  const cancelledShare = m.variable(
    {
      name: 'expansion cancelled share',
      unit: '1',
      description: 'Share of what is not tooled yet that is cancelled this month',
      over: [over],
    },
    each((resource) =>
      min(ratio(view.surplus(resource), building(resource), 0), 1).times(
        clamp(month.over(view.patience()), 0, 1),
      ),
    ),
  );
  const cancelled = m.variable(
    {
      name: 'expansion cancelled',
      unit: 'wafer/month',
      description: 'Ordered capacity cancelled this month, before it was tooled',
      over: [over],
    },
    each((resource) => building(resource).times(cancelledShare.at(resource))),
  );
  const stages: StockFamily[] = [];
  let arrivals: VariableFamily | undefined;
  let flow: (resource: string) => Expr = (resource) => view.orders(resource);
  for (let stage = 1; stage <= STAGES; stage++) {
    const incoming = flow;
    const stock: StockFamily = m.stock({
      name: `expansion stage ${stage}`,
      unit: 'wafer/month',
      description: `Ordered capacity in stage ${stage} of ${STAGES}: ${stage <= BUILDING ? 'building' : 'tools and ramp'}`,
      over: [over],
      initial: each(() => constant(0, 'wafer/month')),
    });
    const kept = (resource: string): Expr =>
      stage <= BUILDING
        ? stock.at(resource).times(constant(1).minus(cancelledShare.at(resource)))
        : stock.at(resource);
    const leaving = m.variable(
      {
        name: stage === STAGES ? 'expansion arrivals' : `expansion leaving stage ${stage}`,
        unit: 'wafer/month/month',
        description: stage === STAGES ? 'Ordered capacity that comes into use' : 'What one stage lets out',
        over: [over],
      },
      each((resource) =>
        kept(resource).over(month).plus(incoming(resource)).times(leavingShare.at(resource)),
      ),
    );
    stock.next(
      each((resource) => kept(resource).plus(incoming(resource).minus(leaving.at(resource)).times(month))),
    );
    stages.push(stock);
    flow = (resource) => leaving.at(resource);
    arrivals = leaving;
  }
  const held = m.variable(
    {
      name: 'expansion in pipeline',
      unit: 'wafer/month',
      description: 'Ordered capacity not yet in use when the month opens',
      over: [over],
    },
    each((resource) => sum(stages.map((stage) => stage.at(resource)))),
  );
  if (arrivals === undefined) throw new Error('a pipeline has stages');
  return { held, cancelled, arrivals };
}

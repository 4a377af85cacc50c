import { declarePipeline } from './expansion-pipeline.ts';
import type { Expr, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import { clamp, constant, exp, greater, log, max, min, ratio, select } from '../engine/index.ts';
import { memoryMakers, logicNodes } from './catalogue.ts';
import { each } from './each.ts';

/** What suppliers can expand: packaging, each memory maker, each logic node. */
export const expandable = ['cowos', ...memoryMakers, ...logicNodes] as const;

export interface Expansion {
  /** Capacity in use beyond published plans (wafer/month), by what was expanded. */
  readonly added: StockFamily;
}

/** What the response needs to know, all in wafers a month. */
export interface ExpansionView {
  /** What designers ask for this month. */
  requested(resource: string): Expr;
  /** Published capacity this month. */
  published(resource: string): Expr;
  /** Published capacity two years on, which is how far suppliers look. */
  publishedAhead(resource: string): Expr;
  /** Capacity at the start of the run, known before the first month. */
  opening(resource: string): Expr;
  /** Time in which what nobody expects to need any more is cancelled, as far as it is not tooled. */
  readonly cancellationTime: () => Expr;
}

/** Months that suppliers look ahead when they compare need with capacity: about what a new hall takes. */
export const LOOK_AHEAD = 24;

/**
 * Sector 9: beyond published plans capacity follows need, late. Suppliers see smoothed orders, phantom ones included,
 * expect modest growth over their look-ahead, and order what neither published plans nor their own pipeline covers;
 * orders arrive after building, tools and ramp, and what is not tooled yet is cancelled when it is no longer expected to
 * be needed, so that a bust leaves what is tooled as overbuild. Without the response a long horizon shows a shortage that
 * grows by construction. Published plans themselves are not cancelled.
 */
export function declareExpansion(m: ModelBuilder): {
  expansion: Expansion;
  readonly close: (view: ExpansionView) => void;
} {
  const dimension = m.dimension('expandable', [...expandable]);
  const over = [dimension];
  const strength = m.input({
    name: 'supplier response',
    unit: '1',
    description:
      'Lever: how strongly suppliers respond to need beyond published plans; 0 turns the response off',
  });
  const trust = m.input({
    name: 'trend trust',
    unit: '1',
    description: 'How far suppliers extend the growth of need they have seen',
  });
  const time = m.input({
    name: 'expansion time',
    unit: 'month',
    description: 'Order to output of new capacity: building, tools, ramp',
    over,
  });
  const patience = m.input({
    name: 'expansion patience',
    unit: 'month',
    description: 'Time over which a seen gap is turned into orders',
  });
  const ceiling = m.input({
    name: 'expansion ceiling',
    unit: '1/month',
    description: 'Largest orders a month as a share of capacity; tool makers cannot do more',
    over,
  });
  const perception = m.input({
    name: 'need perception',
    unit: 'month',
    description: 'Time over which suppliers average requests',
  });

  const added = m.stock({
    name: 'capacity added',
    unit: 'wafer/month',
    description: 'Capacity in use that suppliers added beyond published plans',
    over,
    initial: each(() => constant(0, 'wafer/month')),
  });

  return {
    expansion: { added },
    close(view) {
      const seen = m.smooth({
        name: 'need seen',
        unit: 'wafer/month',
        description: 'Requests as suppliers see them',
        over,
        input: each((resource) => view.requested(resource)),
        time: each(() => perception.at()),
        initial: each((resource) => view.opening(resource)),
      });
      const remembered = m.smooth({
        name: 'need remembered',
        unit: 'wafer/month',
        description: 'Requests as suppliers remember them from about a year before',
        over,
        input: each((resource) => seen.at(resource)),
        time: () => constant(12, 'month'),
        initial: each((resource) => view.opening(resource)),
      });
      const expected = m.variable(
        {
          name: 'need expected',
          unit: 'wafer/month',
          description:
            'Need two years on as suppliers expect it: what they see, extended by part of its growth, at most 60% a year',
          over,
        },
        each((resource) => {
          const growth = clamp(ratio(seen.at(resource), remembered.at(resource), 1), 1, 1.6);
          const extended = exp(
            log(growth)
              .times(trust.at())
              .times(LOOK_AHEAD / 12),
          );
          // As a choice, so that it costs nothing where nobody's requests grow.
          return seen.at(resource).times(select(greater(growth, 1), extended, 1));
        }),
      );
      const coming = (resource: string): Expr =>
        view.publishedAhead(resource).plus(added.at(resource)).plus(pipeline.held.at(resource));
      // Orders look at their own pipeline, whose family exists only below: equations are read when the model is built.
      const orders: VariableFamily = m.variable(
        {
          name: 'expansion orders',
          unit: 'wafer/month/month',
          description: 'Capacity ordered beyond published plans',
          over,
        },
        each((resource) => {
          const gap = max(expected.at(resource).minus(coming(resource)), 0);
          const most = view.published(resource).plus(added.at(resource)).times(ceiling.at(resource));
          return min(gap.over(patience.at()), most).times(strength.at());
        }),
      );
      const pipeline = declarePipeline(m, dimension, {
        orders: (resource) => orders.at(resource),
        time: (resource) => time.at(resource),
        surplus: (resource) => max(coming(resource).minus(expected.at(resource)), 0),
        patience: view.cancellationTime,
      });
      added.flows({ in: (point) => [pipeline.arrivals.at(point)] });
    },
  };
}

import type { Expr, InputFamily, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import { constant, convert, max, ratio, sum } from '../engine/index.ts';
import type { Demand } from './demand.ts';
import { each } from './each.ts';
import type { Sets } from './sets.ts';

export interface Backlog {
  /** Overdue demand, which is what "unmet" means here (USD), at the month's opening, by line and buyer. */
  readonly overdue: StockFamily;
  /** Overdue plus this month's due demand: what could be delivered now (USD). */
  readonly open: VariableFamily;
  /** Months of deliveries overdue as the run starts, by line. */
  readonly initialMonths: InputFamily;
}

/**
 * Sector 5, overdue demand: U(t+1) = (1 − c)·(U + N − Q). Deliveries never exceed what is open, so U stays positive.
 * The opening backlog is some months of base-year deliveries; stated lead times are order books and are not used.
 */
export function declareBacklog(
  m: ModelBuilder,
  sets: Sets,
  demand: Demand,
): Backlog & { readonly cancellation: Expr } {
  const months = m.input({
    name: 'initial overdue',
    unit: 'month',
    description: 'Months of deliveries overdue at the start of the run (u0)',
    over: [sets.line],
  });
  const cancellation = m.input({
    name: 'cancellation',
    unit: '1',
    description: 'Share of unmet orders cancelled in a month (c)',
  });
  const overdue = m.stock({
    name: 'overdue demand',
    unit: 'USD',
    description: 'Demand that was due and not delivered (U), networking included',
    over: [sets.channel],
    initial: each((channel) => demand.channelOpening.at(channel).times(months.at(sets.channelLine(channel)))),
  });
  const open = m.variable(
    { name: 'open demand', unit: 'USD', description: 'Overdue plus due this month', over: [sets.channel] },
    each((channel) => overdue.at(channel).plus(demand.due.at(channel).times(constant(1, 'month')))),
  );
  return { overdue, open, initialMonths: months, cancellation: cancellation.at() };
}

/** Name of a designer among the groups that backlog is reported for. */
export function designerScope(designer: string): string {
  return `designer ${designer}`;
}

/** Name of a line among the groups that backlog is reported for. */
export function lineScope(line: string): string {
  return `line ${line}`;
}

/** Name of a buyer among the groups that backlog is reported for. */
export function buyerScope(buyer: string): string {
  return `buyer ${buyer}`;
}

/** Closes the backlog with what was delivered (USD in the month), and publishes what follows from it. */
export function closeBacklog(
  m: ModelBuilder,
  sets: Sets,
  demand: Demand,
  backlog: Backlog & { readonly cancellation: Expr },
  view: {
    /** USD delivered in the month. */
    delivered(channel: string): Expr;
    /** Orders over need. */
    inflation(line: string): Expr;
  },
): void {
  const delivered = (channel: string): Expr => view.delivered(channel);
  const cancelled = m.variable(
    {
      name: 'cancelled demand',
      unit: 'USD',
      description: 'Demand cancelled in the month',
      over: [sets.channel],
    },
    each((channel) => backlog.open.at(channel).minus(delivered(channel)).times(backlog.cancellation)),
  );
  backlog.overdue.next(
    each((channel) =>
      max(backlog.open.at(channel).minus(delivered(channel)).minus(cancelled.at(channel)), 0),
    ),
  );

  const baseLeadTime = m.input({
    name: 'base lead time',
    unit: 'week',
    description: 'Lead time when nothing is overdue',
  });
  const horizon = m.input({
    name: 'ordering horizon',
    unit: 'month',
    description: 'How far ahead buyers place orders',
  });
  const designers = [...new Set(sets.line.members.map((line) => sets.lineOf(line).designer))];
  const scopes = new Map<string, readonly string[]>([
    ['all', sets.channel.members],
    ['gpu', sets.channel.members.filter((channel) => sets.lineOf(sets.channelLine(channel)).merchant)],
    ...designers.map((designer): [string, readonly string[]] => [
      designerScope(designer),
      sets.channel.members.filter((channel) => sets.lineOf(sets.channelLine(channel)).designer === designer),
    ]),
    ...sets.line.members.map((line): [string, readonly string[]] => [
      lineScope(line),
      sets.channelsOfLine(line),
    ]),
    ...sets.buyer.members.map((buyer): [string, readonly string[]] => [
      buyerScope(buyer),
      sets.channelsOfBuyer(buyer),
    ]),
  ]);
  const scope = m.dimension('scope', [...scopes.keys()]);
  const channelsIn = (member: string): readonly string[] => scopes.get(member) ?? [];
  const total = (member: string, value: (channel: string) => Expr, unit: string): Expr =>
    sum(
      channelsIn(member).map((channel) => value(channel)),
      unit,
    );
  const dueIn = m.variable(
    { name: 'due in scope', unit: 'USD/month', description: 'Due demand of a group of sales', over: [scope] },
    each((member) => total(member, (channel) => demand.due.at(channel), 'USD/month')),
  );
  const overdueIn = m.variable(
    {
      name: 'overdue in scope',
      unit: 'USD',
      description: 'Overdue demand of a group of sales',
      over: [scope],
    },
    each((member) => total(member, (channel) => backlog.overdue.at(channel), 'USD')),
  );
  const deliveredIn = m.variable(
    {
      name: 'delivered in scope',
      unit: 'USD',
      description: 'Deliveries of a group of sales in the month, networking included',
      over: [scope],
    },
    each((member) => total(member, delivered, 'USD')),
  );
  m.variable(
    {
      name: 'overdue months',
      unit: 'month',
      description: 'Overdue demand in months of due demand: above one month there is a shortage',
      over: [scope],
    },
    each((member) => ratio(overdueIn.at(member), dueIn.at(member), constant(0, 'month'))),
  );
  m.variable(
    {
      name: 'unmet share',
      unit: '1',
      description: 'Share of open demand not delivered in the month',
      over: [scope],
    },
    each((member) => {
      const open = overdueIn.at(member).plus(dueIn.at(member).times(constant(1, 'month')));
      // Sums of the same amounts in another order may differ by a rounding.
      return ratio(max(open.minus(deliveredIn.at(member)), 0), open, 0);
    }),
  );
  const oneAgo = m.stock({
    name: 'delivered one month ago',
    unit: 'USD',
    description: 'Deliveries of the month before',
    over: [scope],
    initial: each((member) => opening(member)),
  });
  const twoAgo = m.stock({
    name: 'delivered two months ago',
    unit: 'USD',
    description: 'Deliveries two months before',
    over: [scope],
    initial: each((member) => opening(member)),
  });
  const opening = (member: string): Expr =>
    total(member, (channel) => demand.channelOpening.at(channel), 'USD/month').times(constant(1, 'month'));
  oneAgo.next(each((member) => deliveredIn.at(member)));
  twoAgo.next(each((member) => oneAgo.at(member)));
  m.variable(
    {
      name: 'lead time',
      unit: 'week',
      description:
        'Lead time: base plus overdue demand over the three-month mean of deliveries, at most ten years',
      over: [scope],
    },
    each((member) => {
      const mean = deliveredIn
        .at(member)
        .plus(oneAgo.at(member))
        .plus(twoAgo.at(member))
        .over(constant(3, 'month'));
      // Where next to nothing is delivered, ten years stand for "not in sight".
      const least = overdueIn.at(member).over(constant(120, 'month'));
      const waiting = ratio(overdueIn.at(member), max(mean, least), constant(0, 'month'));
      return baseLeadTime.at().plus(convert(waiting, 'week'));
    }),
  );
  m.variable(
    {
      name: 'order book',
      unit: 'USD',
      description:
        'Overdue demand plus due demand over the ordering horizon, phantom orders included; reported, never fed into need',
      over: [scope],
    },
    each((member) => {
      const ordered = total(
        member,
        (channel) => demand.due.at(channel).times(view.inflation(sets.channelLine(channel))),
        'USD/month',
      );
      return overdueIn.at(member).plus(ordered.times(horizon.at()));
    }),
  );
}

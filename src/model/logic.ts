import { remainder } from '../engine/allocation/index.ts';
import type { Expr, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import { constant, min } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';
import type { WithExtra } from './extra-capacity.ts';
import type { Sets } from './sets.ts';

export interface Logic {
  /** Wafers a month open to accelerators by node, published plans only. */
  readonly published: VariableFamily;
  /** The same, some months from now. */
  publishedAhead(node: string, ahead: number): Expr;
  /** Wafers' worth of finished dies not yet packaged, at the month's opening. */
  readonly bank: StockFamily;
  /** Where the bank stops growing (wafer). */
  readonly bankLimit: VariableFamily;
  /** Bank plus what is finished this month (wafer). */
  readonly available: VariableFamily;
}

/**
 * Sector 3, logic. Accelerators get a share of each node; wafers take four to five months; dies that wait for memory
 * or packaging are a bank, which foundries stop filling at a limit (the wafers go to other customers).
 */
export function declareLogic(
  m: ModelBuilder,
  sets: Sets,
  calendar: Calendar,
  supply: {
    /** What suppliers add beyond published plans (sector 9), wafers a month. */
    added(node: string): Expr;
    /** What an outage leaves of a node. */
    running(node: string): Expr;
    readonly extra: WithExtra;
  },
): Logic {
  const path = m.input({
    name: 'logic path',
    unit: 'wafer/month',
    description: 'Capacity of a logic node at year end, all customers',
    over: [sets.node, sets.yearEnd],
  });
  const openShare = m.input({
    name: 'logic open share',
    unit: '1',
    description: 'Share of a node that accelerators can have; phones, processors and switches keep the rest',
    over: [sets.node],
  });
  const factor = m.input({
    name: 'logic factor',
    unit: '1',
    description: 'Lever: capacity of a node, multiplied',
    over: [sets.node],
  });
  const lag = m.input({ name: 'logic lag', unit: 'month', description: 'Logic wafer start to tested die' });
  const bankLimit = m.input({
    name: 'logic bank limit',
    unit: 'month',
    description: 'Months of open capacity that finished dies may pile up to',
  });
  const published = m.variable(
    {
      name: 'published logic capacity',
      unit: 'wafer/month',
      description: 'Logic wafers a month open to accelerators, published plans',
      over: [sets.node],
    },
    each((node) => publishedAhead(node, 0)),
  );
  const publishedAhead = (node: string, ahead: number): Expr =>
    supply.extra(
      node,
      calendar
        .throughYearEnds((knot) => path.at(node, knot), ahead)
        .times(openShare.at(node))
        .times(factor.at(node)),
      ahead,
    );
  const pipe = m.delay({
    name: 'logic finished',
    unit: 'wafer/month',
    description: 'Logic wafers finished as tested dies',
    over: [sets.node],
    input: each((node) => published.at(node).plus(supply.added(node)).times(supply.running(node))),
    lag: each(() => lag.at()),
    maximumLag: 7,
    before: each((node) => path.at(node, sets.yearEnd.members[0] ?? '').times(openShare.at(node))),
  });
  const bank = m.stock({
    name: 'die bank',
    unit: 'wafer',
    description: 'Finished dies not yet packaged, counted in wafers',
    over: [sets.node],
    initial: each(() => constant(0, 'wafer')),
  });
  const available = m.variable(
    {
      name: 'logic available',
      unit: 'wafer',
      description: 'Dies that can go into packages this month, counted in wafers',
      over: [sets.node],
    },
    each((node) => bank.at(node).plus(pipe.output.at(node).times(constant(1, 'month')))),
  );
  const limit = m.variable(
    {
      name: 'die bank limit',
      unit: 'wafer',
      description: 'Where the die bank stops growing',
      over: [sets.node],
    },
    each((node) => published.at(node).times(bankLimit.at())),
  );
  return { published, publishedAhead, bank, bankLimit: limit, available };
}

/** What is not packaged stays in the bank up to its limit; beyond it, capacity goes to other customers. */
export function closeLogic(logic: Logic, used: (node: string) => Expr): void {
  logic.bank.next(
    each((node) => min(remainder(logic.available.at(node), used(node)), logic.bankLimit.at(node))),
  );
}

import { progressiveFilling, remainder } from '../engine/allocation/index.ts';
import type { Expr, InputFamily, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import {
  clamp,
  constant,
  equal,
  exp,
  expm1,
  greater,
  less,
  max,
  min,
  ratio,
  select,
  sum,
} from '../engine/index.ts';
import { declareAcceptedMemory } from './accepted-memory.ts';
import type { Backlog } from './backlog.ts';
import { declareBinding } from './binding.ts';
import type { PackageInput } from './catalogue.ts';
import { allocationRules, memoryMakers, packageInputs } from './catalogue.ts';
import type { Demand } from './demand.ts';
import { each } from './each.ts';
import { grown } from './growth.ts';
import type { Logic } from './logic.ts';
import { declareMemoryUsed } from './memory.ts';
import type { Memory } from './memory.ts';
import type { Products } from './products.ts';
import type { Sets } from './sets.ts';

export interface Supply {
  /** CoWoS wafers a month, added capacity included. */
  readonly packaging: Expr;
  readonly memory: Memory;
  readonly logic: Logic;
}

export interface Allocation {
  readonly rule: InputFamily;
  /** Packages a line asks inputs for (unit/month). */
  readonly requested: VariableFamily;
  /** Share of a line’s request that its inputs allow. */
  readonly fill: VariableFamily;
  /** Package starts by line (unit/month). */
  readonly starts: VariableFamily;
  /** Wafers (CoWoS, HBM, logic) used in the month by input. */
  readonly used: VariableFamily;
  /** Wafers available in the month by input. */
  readonly offered: VariableFamily;
  /** HBM wafers used by maker. */
  readonly memoryUsed: VariableFamily;
  /** Wafers a line wants of an input for everything it requests (wafer/month); undefined where it needs none. */
  wanted(line: string, input: PackageInput): Expr | undefined;
}

/** Number that stands for a rule in the input `allocation rule`. */
export function ruleNumber(rule: (typeof allocationRules)[number]): number {
  return allocationRules.indexOf(rule);
}

/**
 * Sector 6, inputs to designers. Designers request what they can sell in a quarter, plus a quarter of what is overdue
 * and not yet on its way, less half of what they have too much of. All inputs of a package are filled together, so nobody holds wafers it cannot
 * complete. One mechanism serves all rules: fills rise together at a rate until an input runs out. Equal rates are
 * proportional; rate = weight ÷ request is weighted max-min; rates apart by a million are strict priority; contracts
 * first is a round up to the contracted share before the round on what is left.
 * Weights are past deliveries, never requests, which would reward inflating them.
 */
export function declareAllocation(
  m: ModelBuilder,
  sets: Sets,
  demand: Demand,
  backlog: Backlog,
  products: Products,
  supply: Supply,
  /** Unsold finished packages of a line at the month's opening (USD). */
  unsold: (line: string) => Expr,
  /** Packages on their way beyond what due demand takes while they travel (USD); negative where fewer are. */
  surplusInTransit: (line: string) => Expr,
): Allocation & { readonly pastDeliveries: StockFamily } {
  const over = [sets.line];
  const rule = m.input({
    name: 'allocation rule',
    unit: '1',
    description: `Lever: ${allocationRules.map((name, index) => `${index} ${name}`).join(', ')}`,
  });
  const bookedShare = m.input({
    name: 'booked share',
    unit: '1',
    description: 'Share of CoWoS booked by one who books for one line or several',
    over: [sets.booking],
  });
  const priority = m.input({
    name: 'priority class',
    unit: '1',
    description: 'Class under strict priority; lower is served first',
    over,
  });
  const ownSupply = m.input({
    name: 'own supply',
    unit: 'unit/month',
    description: 'Packages a month a line can make from its own sources, at the start of the run',
    over,
  });
  const ownGrowth = m.input({
    name: 'own supply growth',
    unit: '1/month',
    description: 'Logarithmic growth of a line’s own supply',
    over,
  });
  const elapsed = m.stock({
    name: 'months run',
    unit: 'month',
    description: 'Months simulated so far',
    initial: each(() => constant(0, 'month')),
  });
  elapsed.next(() => elapsed.at().plus(constant(1, 'month')));

  const ownCapacity = m.stock({
    name: 'own supply of the month',
    unit: 'unit/month',
    description: 'Packages a month a line can make from its own sources, growth since the start included',
    over,
    initial: each((line) => ownSupply.at(line)),
  });
  ownCapacity.next(
    each((line) => grown(ownCapacity.at(line), expm1(ownGrowth.at(line).times(constant(1, 'month'))))),
  );
  const pastDeliveries = m.stock({
    name: 'past deliveries',
    unit: 'USD/month',
    description: 'Mean monthly deliveries of a line over the past year',
    over,
    initial: each((line) => demand.baseSpend.at(line)),
  });
  const wish = m.variable(
    {
      name: 'request in USD',
      unit: 'USD/month',
      description:
        'What a line can sell: due demand in three months plus a quarter of the overdue not on its way, less half of what is too much',
      over,
    },
    each((line) => {
      const channels = sets.channelsOfLine(line);
      const due = sum(channels.map((channel) => demand.dueAhead.at(channel)));
      const overdue = sum(channels.map((channel) => backlog.overdue.at(channel)));
      // What travels counts too: who orders for the same lateness every month until it arrives ends in a glut.
      const missing = overdue.minus(unsold(line)).minus(surplusInTransit(line));
      const correction = min(missing.over(constant(4, 'month')), missing.over(constant(2, 'month')));
      return max(due.plus(correction), 0);
    }),
  );
  const term = m.input({
    name: 'contract term',
    unit: 'month',
    description:
      'Months from the start of the run that today’s bookings last; they run out over the year after',
  });
  /** Who books for several lines shares out by what each can sell; bookings known today do not last for ever. */
  const booked = m.variable(
    { name: 'booked share of line', unit: '1', description: 'Share of CoWoS booked for a line', over },
    each((line) => {
      const { booking } = sets.lineOf(line);
      const siblings = sets.line.members.filter((other) => sets.lineOf(other).booking === booking);
      const all = sum(siblings.map((other) => wish.at(other)));
      const lasting = constant(1).minus(
        clamp(elapsed.at().minus(term.at()).over(constant(12, 'month')), 0, 1),
      );
      return bookedShare
        .at(booking)
        .times(lasting)
        .times(ratio(wish.at(line), all, 1 / siblings.length));
    }),
  );
  const requested = m.variable(
    {
      name: 'requested packages',
      unit: 'unit/month',
      description:
        'Packages a line asks inputs for: what it can sell, at least nine tenths of contracted wafers while less than three months lie unsold',
      over,
    },
    each((line) => {
      // A line without any product has no price and asks for nothing.
      const saleable = ratio(
        wish.at(line),
        products.linePrice.at(line).times(demand.priceIndex()),
        constant(0, 'unit/month'),
      );
      if (sets.lineOf(line).ownSupply) return saleable;
      const due = sum(sets.channelsOfLine(line).map((channel) => demand.due.at(channel)));
      const monthsUnsold = ratio(unsold(line), due, constant(0, 'month'));
      const contracted = ratio(
        supply.packaging.times(booked.at(line)).times(0.9),
        products.cowosPerPackage.at(line),
        constant(0, 'unit/month'),
      );
      const keepsContract = less(monthsUnsold, constant(3, 'month')).times(
        greater(due, constant(0, 'USD/month')),
      );
      // Contracts exist only where they come first, and are kept only up to twice what can be sold.
      return max(
        saleable,
        min(contracted.times(keepsContract).times(isRule('contracts-first')), saleable.times(2)),
      );
    }),
  );

  const wanted = (line: string, input: PackageInput): Expr | undefined => {
    const definition = sets.lineOf(line);
    if (definition.ownSupply) return undefined;
    const parts = sets.productsOf(line).map((product) => sets.productOf(product));
    const usesMemory = parts.some((product) => product.memory !== null);
    switch (input) {
      case 'cowos':
        return parts.some((product) => product.usesCowos)
          ? requested.at(line).times(products.cowosPerPackage.at(line))
          : undefined;
      case 'hbm':
        return usesMemory ? requested.at(line).times(products.memoryPerPackageAll.at(line)) : undefined;
      case 'hbm-qualified':
        return usesMemory && definition.needsQualifiedMemory
          ? requested.at(line).times(products.memoryPerPackageAll.at(line))
          : undefined;
      default: {
        const wafers = products.logicPerPackage(line, input);
        return wafers === undefined ? undefined : requested.at(line).times(wafers);
      }
    }
  };
  const month = constant(1, 'month');
  const want = m.variable(
    {
      name: 'wafers wanted',
      unit: 'wafer',
      description: 'Wafers of an input a line wants this month',
      over: [sets.line, sets.input],
    },
    each((line, input) => wanted(line, input as PackageInput)?.times(month) ?? constant(0, 'wafer')),
  );
  const wants = (line: string, input: PackageInput): boolean => wanted(line, input) !== undefined;

  const { memory, logic } = supply;
  const acceptedShare = declareAcceptedMemory(m, sets, memory, products, (line) => requested.at(line));
  const offered = m.variable(
    {
      name: 'wafers offered',
      unit: 'wafer',
      description: 'Wafers of an input available this month',
      over: [sets.input],
    },
    each((input) => {
      if (input === 'cowos') return supply.packaging.times(month);
      if (input === 'hbm') return sum(memoryMakers.map((maker) => memory.available.at(maker)));
      if (input === 'hbm-qualified')
        return sum(memoryMakers.map((maker) => memory.available.at(maker).times(acceptedShare.at(maker))));
      return logic.available.at(input);
    }),
  );

  const isRule = (name: (typeof allocationRules)[number]): Expr => equal(rule.at(), ruleNumber(name));
  const rate = m.variable(
    { name: 'filling rate', unit: '1', description: 'Speed at which a line’s fill rises: by rule', over },
    each((line) => {
      const fair = ratio(pastDeliveries.at(line), wish.at(line), 1);
      // A million between classes; classes are few, so the smallest rate stays far above rounding.
      const ranked = exp(priority.at(line).times(-13.815510557964274));
      return select(isRule('proportional'), 1, select(isRule('strict-priority'), ranked, max(fair, 1e-6)));
    }),
  );
  const ownCap = (line: string): Expr =>
    sets.lineOf(line).ownSupply
      ? clamp(ratio(ownCapacity.at(line), requested.at(line), 1), 0, 1)
      : constant(1, '1');
  const covered = (line: string): Expr => offered.at('cowos').times(booked.at(line));
  const meanContract = m.variable(
    {
      name: 'contracted fill, mean',
      unit: '1',
      description:
        'Share of all CoWoS wanted that is booked: as far as lines without CoWoS go in the contract round',
    },
    () => {
      const lines = sets.line.members.filter((line) => wants(line, 'cowos'));
      return ratio(
        sum(lines.map((line) => min(covered(line), want.at(line, 'cowos')))),
        sum(lines.map((line) => want.at(line, 'cowos'))),
        1,
      );
    },
  );
  const contractCap = m.variable(
    {
      name: 'contracted fill',
      unit: '1',
      description:
        'Share of a line’s request that its booked wafers cover; zero under rules without contracts',
      over,
    },
    each((line) =>
      wants(line, 'cowos')
        ? min(ratio(covered(line), want.at(line, 'cowos'), 1), 1).times(isRule('contracts-first'))
        : meanContract.at().times(isRule('contracts-first')),
    ),
  );
  const sharing = sets.line.members.filter((line) => packageInputs.some((input) => wants(line, input)));
  const need = (line: string, input: PackageInput): Expr | null =>
    wants(line, input) ? want.at(line, input) : null;
  const firstRound = progressiveFilling({
    claimants: sharing,
    resources: packageInputs,
    need: (line, input) => need(line, input),
    supply: (input) => offered.at(input),
    rate: (line) => rate.at(line),
    cap: (line) => contractCap.at(line),
    rounds: 8,
  });
  const contracted = m.variable(
    {
      name: 'filled by contract',
      unit: '1',
      description: 'Share of a line’s request filled in the contract round',
      over,
    },
    each((line) => (sharing.includes(line) ? firstRound(line) : constant(0, '1'))),
  );
  const left = m.variable(
    {
      name: 'wafers left after contracts',
      unit: 'wafer',
      description: 'Wafers of an input left for the open round',
      over: [sets.input],
    },
    each((input) =>
      remainder(
        offered.at(input),
        sum(
          sharing
            .filter((line) => wants(line, input as PackageInput))
            .map((line) => want.at(line, input).times(contracted.at(line))),
          'wafer',
        ),
      ),
    ),
  );
  const secondRound = progressiveFilling({
    claimants: sharing,
    resources: packageInputs,
    need: (line, input) => need(line, input),
    supply: (input) => left.at(input),
    rate: (line) => rate.at(line),
    cap: (line) => constant(1).minus(contracted.at(line)),
    rounds: 10,
  });
  const fill = m.variable(
    { name: 'fill', unit: '1', description: 'Share of a line’s request that its inputs allow', over },
    each((line) =>
      sharing.includes(line) ? min(contracted.at(line).plus(secondRound(line)), 1) : ownCap(line),
    ),
  );
  const starts = m.variable(
    {
      name: 'package starts',
      unit: 'unit/month',
      description: 'Packages started by line: request × fill',
      over,
    },
    each((line) => requested.at(line).times(fill.at(line))),
  );
  const used = m.variable(
    {
      name: 'wafers used',
      unit: 'wafer',
      description: 'Wafers of an input that went into packages this month',
      over: [sets.input],
    },
    each((input) =>
      sum(
        sharing
          .filter((line) => wants(line, input as PackageInput))
          .map((line) => want.at(line, input).times(fill.at(line))),
        'wafer',
      ),
    ),
  );

  declareBinding(m, sets, { lines: sharing, wants, want, wish, requested, fill, used, offered });
  const memoryUsed = declareMemoryUsed(m, sets, memory, acceptedShare, used, offered.at('hbm-qualified'));

  return { rule, requested, fill, starts, used, offered, memoryUsed, wanted, pastDeliveries };
}

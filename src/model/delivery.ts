import { proportional, strictPriority, weightedMaxMin } from '../engine/allocation/index.ts';
import type { Expr, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import { constant, equal, max, min, ratio, select, sum } from '../engine/index.ts';
import type { Allocation } from './allocation.ts';
import { ruleNumber } from './allocation.ts';
import type { Backlog } from './backlog.ts';
import type { AllocationRule } from './catalogue.ts';
import type { Demand } from './demand.ts';
import { each } from './each.ts';
import type { Products } from './products.ts';
import type { Sets } from './sets.ts';

/** Finished packages that nobody has bought yet, declared before what depends on it. */
export interface Unsold {
  /** Finished, unsold packages by product at the month's opening (unit). */
  readonly stock: StockFamily;
  /** Their value by line (USD). */
  valueOf(line: string): Expr;
}

export function declareUnsold(m: ModelBuilder, sets: Sets, demand: Demand, products: Products): Unsold {
  const stock = m.stock({
    name: 'unsold packages',
    unit: 'unit',
    description: 'Finished packages not yet delivered',
    over: [sets.product],
    initial: each(() => constant(0, 'unit')),
  });
  const value = m.variable(
    {
      name: 'unsold value',
      unit: 'USD',
      description: 'Finished packages not yet delivered, at prices of the day',
      over: [sets.line],
    },
    each((line) =>
      sum(
        sets.productsOf(line).map((product) => stock.at(product).times(products.sellingPrice.at(product))),
      ).times(demand.priceIndex()),
    ),
  );
  return { stock, valueOf: (line) => value.at(line) };
}

export interface Delivery {
  /** From package starts to sales (month). */
  readonly lag: Expr;
  /** Packages delivered in the month by product (unit). */
  readonly units: VariableFamily;
  /** Value delivered in the month by line and buyer (USD, networking included). */
  readonly value: VariableFamily;
  /** Packages that could be delivered in the month by product (unit). */
  readonly deliverable: VariableFamily;
  /** Value of what could be delivered in the month by line (USD). */
  readonly deliverableValue: VariableFamily;
  /** Value of what is between start and sale beyond what due demand takes in the meantime (USD), by line. */
  readonly surplusInTransit: VariableFamily;
  /** Packages between start and sale at the month's opening (unit). */
  readonly inTransit: VariableFamily;
}

/**
 * Sectors 6 and 7, from package starts to buyers. Starts become sales after packaging, test and rack; what a line has
 * finished goes to its buyers by the scenario's rule, in USD, each buyer getting the line's mix of products.
 */
export function declareDelivery(
  m: ModelBuilder,
  sets: Sets,
  demand: Demand,
  backlog: Backlog,
  products: Products,
  allocation: Allocation & { readonly pastDeliveries: StockFamily },
  unsold: Unsold,
): Delivery {
  const lag = m.input({
    name: 'packaging lag',
    unit: 'month',
    description: 'CoWoS start to sale, test and rack included',
  });
  const priority = m.input({
    name: 'buyer priority class',
    unit: '1',
    description: 'Class of a buyer under strict priority; lower is served first',
    over: [sets.buyer],
  });
  const weightFactor = m.input({
    name: 'buyer weight factor',
    unit: '1',
    description: 'Lever: weight of a buyer in allocation, multiplied',
    over: [sets.buyer],
  });
  const starts = m.variable(
    {
      name: 'package starts by product',
      unit: 'unit/month',
      description: 'Packages started by product',
      over: [sets.product],
    },
    each((product) => allocation.starts.at(sets.productOf(product).line).times(products.mix.at(product))),
  );
  const finished = m.delay({
    name: 'packages finished',
    unit: 'unit/month',
    description: 'Packages ready for sale',
    over: [sets.product],
    input: each((product) => starts.at(product)),
    lag: () => lag.at(),
    maximumLag: 6,
    before: each((product) => {
      const { line } = sets.productOf(product);
      const opening = sum(sets.channelsOfLine(line).map((channel) => demand.channelOpening.at(channel)));
      return ratio(opening, products.linePrice.at(line), constant(0, 'unit/month')).times(
        products.mix.at(product),
      );
    }),
  });
  const surplusInTransit = m.variable(
    {
      name: 'surplus in transit',
      unit: 'USD',
      description: 'Value between start and sale beyond what due demand takes while it travels',
      over: [sets.line],
    },
    each((line) => {
      const value = sum(
        sets
          .productsOf(line)
          .map((product) => finished.inTransit.at(product).times(products.sellingPrice.at(product))),
      ).times(demand.priceIndex());
      const due = sum(
        sets
          .channelsOfLine(line)
          .map((channel) => demand.due.at(channel).plus(demand.dueAhead.at(channel)).over(2)),
      );
      return value.minus(due.times(lag.at()));
    }),
  );
  const deliverable = m.variable(
    {
      name: 'deliverable packages',
      unit: 'unit',
      description: 'Packages that can be delivered this month: unsold plus finished',
      over: [sets.product],
    },
    each((product) => unsold.stock.at(product).plus(finished.output.at(product).times(constant(1, 'month')))),
  );
  const deliverableValue = m.variable(
    {
      name: 'deliverable value',
      unit: 'USD',
      description: 'Value of a line’s deliverable packages at prices of the day, networking included',
      over: [sets.line],
    },
    each((line) =>
      sum(
        sets
          .productsOf(line)
          .map((product) => deliverable.at(product).times(products.sellingPrice.at(product))),
      ).times(demand.priceIndex()),
    ),
  );
  const pastDeliveries = m.stock({
    name: 'past deliveries to buyer',
    unit: 'USD/month',
    description: 'Mean monthly deliveries of a line to a buyer over the past year',
    over: [sets.channel],
    initial: each((channel) => demand.channelBase.at(channel)),
  });
  const sharesOf = new Map<string, (channel: string) => Expr>();
  const delivered = m.variable(
    {
      name: 'delivered value',
      unit: 'USD',
      description: 'Value delivered to a buyer this month, networking included',
      over: [sets.channel],
    },
    each((channel) => {
      const line = sets.channelLine(channel);
      const channels = sets.channelsOfLine(line);
      const supply = deliverableValue.at(line);
      if (channels.length === 1) return min(backlog.open.at(channel), supply);
      const shares = sharesOf.get(line) ?? shareOut(line, channels, supply);
      sharesOf.set(line, shares);
      return min(shares(channel), backlog.open.at(channel));
    }),
  );
  const isRule = (name: AllocationRule): Expr => equal(allocation.rule.at(), ruleNumber(name));
  const shareOut = (line: string, channels: readonly string[], supply: Expr): ((channel: string) => Expr) => {
    const demands = channels.map((channel) => backlog.open.at(channel));
    const weights = channels.map((channel) =>
      max(pastDeliveries.at(channel), demand.buyerBase.at(sets.channelBuyer(channel)).times(1e-3)).times(
        weightFactor.at(sets.channelBuyer(channel)),
      ),
    );
    const fair = weightedMaxMin({ demands, weights, supply });
    const even = proportional({ demands, supply });
    const ranked = strictPriority({
      demands,
      priorities: channels.map((channel) => priority.at(sets.channelBuyer(channel)).negate()),
      supply,
    });
    return (channel) => {
      const position = channels.indexOf(channel);
      const [fairShare, evenShare, rankedShare] = [fair[position], even[position], ranked[position]];
      if (!fairShare || !evenShare || !rankedShare) throw new Error(`no share for ${channel} of ${line}`);
      return select(
        isRule('proportional'),
        evenShare,
        select(isRule('strict-priority'), rankedShare, fairShare),
      );
    };
  };
  const lineValue = m.variable(
    {
      name: 'delivered value of line',
      unit: 'USD',
      description: 'Value a line delivered this month, networking included',
      over: [sets.line],
    },
    each((line) => sum(sets.channelsOfLine(line).map((channel) => delivered.at(channel)))),
  );
  const units = m.variable(
    {
      name: 'delivered packages',
      unit: 'unit',
      description: 'Packages delivered this month by product',
      over: [sets.product],
    },
    each((product) => {
      const { line } = sets.productOf(product);
      return deliverable.at(product).times(min(ratio(lineValue.at(line), deliverableValue.at(line), 0), 1));
    }),
  );
  unsold.stock.next(each((product) => max(deliverable.at(product).minus(units.at(product)), 0)));
  pastDeliveries.next(each((channel) => remember(pastDeliveries.at(channel), delivered.at(channel))));
  allocation.pastDeliveries.next(
    each((line) => remember(allocation.pastDeliveries.at(line), lineValue.at(line))),
  );
  m.variable(
    {
      name: 'delivered H100e of product',
      unit: 'H100e',
      description: '8-bit H100 equivalents delivered this month by product',
      over: [sets.product],
    },
    each((product) => units.at(product).times(products.h100e.at(product))),
  );
  m.variable(
    {
      name: 'accelerator revenue',
      unit: 'USD',
      description: 'Revenue of a product this month without networking',
      over: [sets.product],
    },
    each((product) => units.at(product).times(products.price.at(product)).times(demand.priceIndex())),
  );
  m.variable(
    {
      name: 'networking revenue',
      unit: 'USD',
      description: 'Networking sold with a line’s accelerators this month',
      over: [sets.line],
    },
    each((line) => {
      const share = products.networking.at(line);
      return lineValue.at(line).times(share.over(share.plus(1)));
    }),
  );
  return {
    lag: lag.at(),
    units,
    value: delivered,
    deliverable,
    deliverableValue,
    surplusInTransit,
    inTransit: finished.inTransit,
  };
}

/** A year's memory: each month a twelfth of the past makes way for the new. */
function remember(past: Expr, now: Expr): Expr {
  return past.times(11 / 12).plus(now.over(constant(12, 'month')));
}

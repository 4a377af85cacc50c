import type { Expr, InputFamily, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import { clamp, constant, expOfSmall, min, ratio, sum } from '../engine/index.ts';
import type { Budget } from './budget.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';
import type { EfficiencyInputs } from './efficiency.ts';
import { declareGrowth } from './growth.ts';
import type { Products } from './products.ts';
import type { Sets } from './sets.ts';

export interface Demand {
  /** Due demand of a buyer with a line, at prices of the day, networking included (USD/month). */
  readonly due: VariableFamily;
  /** The same as designers expect it a quarter later. */
  readonly dueAhead: VariableFamily;
  /** Realised spend of the base year by line (USD/month). */
  readonly baseSpend: VariableFamily;
  /** A line's base-year spend by buyer (USD/month). */
  readonly channelBase: VariableFamily;
  /** Deliveries of a line to a buyer as the run starts (USD/month). */
  readonly channelOpening: VariableFamily;
  /** Base-year spend of a buyer on all lines (USD/month). */
  readonly buyerBase: VariableFamily;
  /** Contract prices over those of the reference date. */
  priceIndex(): Expr;
  /** How far budgets drifted with what could be had. */
  readonly availability: StockFamily;
  readonly availabilityDrift: InputFamily;
  readonly efficiency: EfficiencyInputs;
}

/** What moves demand and is declared after it, so that inputs before it keep their random numbers. */
export interface LaterDemand {
  /** Due demand over that without an efficiency gain. */
  readonly efficiencyEffect: Expr;
  /** A buyer’s capital expenditure as the base year ended over the year’s mean. */
  capexExit(buyer: string): Expr;
  /** A line’s weight over what it would be at the cost and waiting of the start. */
  attraction(line: string): Expr;
}

/** Declares how fast capital expenditure left the base year, after what came before so that others keep their draws. */
export function declareCapexExit(m: ModelBuilder, sets: Sets): InputFamily {
  return m.input({
    name: 'capex exit rate',
    unit: '1',
    description: 'Capital expenditure of a buyer as the base year ended over the mean of the year',
    over: [sets.buyer],
  });
}

/**
 * Sector 4, due demand: N = S0 · G · A / (1 − g0) · Σ w·E^(εE − 1) · (P/P0)^(1 − εP) · M, built from intentions, never
 * from deliveries. S0 is what the base year left off with, for a budget of the year's mean: the share of budgets that
 * a line had reached by then goes on, not the mean of a year in which it rose. So N opens at deliveries ÷ (1 − g0),
 * which is what g0 says. A moves a buyer's money between its own chips and merchants', so a buyer's shares sum to one.
 */
export function declareDemand(
  m: ModelBuilder,
  sets: Sets,
  calendar: Calendar,
  budget: Budget,
  products: Products,
  /** What is declared after this sector; read when the model is built. */
  later: () => LaterDemand,
): Demand {
  const baseRevenue = m.input({
    name: 'base revenue',
    unit: 'USD/month',
    description: 'Sales of a line in the base year, networking included, where revenue is reported',
    over: [sets.line],
  });
  const baseUnits = m.input({
    name: 'base units',
    unit: 'unit/month',
    description: 'Packages of a line in the base year, where units are reported',
    over: [sets.line],
  });
  const basePrice = m.input({
    name: 'base price',
    unit: 'USD/unit',
    description: 'Price of a line’s average package in the base year',
    over: [sets.line],
  });
  const channelWeight = m.input({
    name: 'channel weight',
    unit: '1',
    description: 'Weight of a buyer in a line’s sales of the base year',
    over: [sets.channel],
  });
  const exitRate = m.input({
    name: 'exit rate',
    unit: '1',
    description: 'Deliveries at the start of the run over the mean of the base year',
    over: [sets.line],
  });
  const ownDrift = m.input({
    name: 'own-chip drift',
    unit: '1/month',
    description: 'Logarithmic drift of the share of a buyer’s own chips',
    over: [sets.line],
  });
  const programme = m.input({
    name: 'programme share',
    unit: '1',
    description: 'Share of the buyer’s accelerator budget a new programme reaches',
    over: [sets.channel],
  });
  const programmeStart = m.input({
    name: 'programme start',
    unit: 'month',
    description: 'Months from the start of the run to first orders of a new programme',
    over: [sets.channel],
  });
  const programmeRamp = m.input({
    name: 'programme ramp',
    unit: 'month',
    description: 'From a programme’s first orders to its full share',
  });
  const programmeFactor = m.input({
    name: 'programme factor',
    unit: '1',
    description: 'Lever: a line’s appeal to its buyers, multiplied; 0 removes the line',
    over: [sets.line],
  });
  const programmeDelay = m.input({
    name: 'programme delay',
    unit: 'month',
    description: 'Lever: months by which a line’s drift and new programmes come later (negative: sooner)',
    over: [sets.line],
  });
  const initialGap = m.input({
    name: 'initial gap',
    unit: '1',
    description: 'Unmet share of demand at the start of the run (g0)',
  });
  const demandFactor = m.input({
    name: 'demand factor',
    unit: '1',
    description: 'Lever: all due demand, multiplied',
  });
  const efficiency = m.input({
    name: 'efficiency gain',
    unit: '1',
    description: 'Lever: compute per task falls by this factor',
  });
  const efficiencyStart = m.input({
    name: 'efficiency start',
    unit: 'month',
    description: 'Lever: months from the start of the run to the efficiency gain',
  });
  const rebound = m.input({
    name: 'efficiency elasticity',
    unit: '1',
    description: 'Elasticity of inference compute to its efficiency (εE); above one is the rebound',
  });
  const priceDrift = m.input({
    name: 'price drift',
    unit: '1/month',
    description: 'Logarithmic drift of contract prices',
  });
  const priceElasticity = m.input({
    name: 'price elasticity',
    unit: '1',
    description: 'Elasticity of demand to price (εP); 1 is a fixed budget',
  });
  const availabilityDrift = m.input({
    name: 'availability drift',
    unit: '1/month',
    description: 'Drift of budgets per month of waiting beyond half a month (η)',
  });
  const exportCut = m.input({
    name: 'export cut',
    unit: '1',
    description: 'Share of NVIDIA’s China line that export rules bar',
  });
  const exportCutStart = m.input({
    name: 'export cut start',
    unit: 'month',
    description: 'Months from the start of the run to the bar',
  });

  const baseSpend = m.variable(
    {
      name: 'base spend',
      unit: 'USD/month',
      description: 'Realised spend of the base year by line',
      over: [sets.line],
    },
    each((line) => baseRevenue.at(line).plus(baseUnits.at(line).times(basePrice.at(line)))),
  );
  const channelBase = m.variable(
    {
      name: 'base spend by buyer',
      unit: 'USD/month',
      description: 'Realised spend of the base year by line and buyer',
      over: [sets.channel],
    },
    each((channel) => {
      const line = sets.channelLine(channel);
      const total = sum(sets.channelsOfLine(line).map((other) => channelWeight.at(other)));
      return baseSpend.at(line).times(ratio(channelWeight.at(channel), total, 0));
    }),
  );
  const channelOpening = m.variable(
    {
      name: 'opening spend by buyer',
      unit: 'USD/month',
      description: 'Deliveries of a line to a buyer as the run starts',
      over: [sets.channel],
    },
    each((channel) => channelBase.at(channel).times(exitRate.at(sets.channelLine(channel)))),
  );
  const lasting = m.variable(
    {
      name: 'lasting spend by buyer',
      unit: 'USD/month',
      description: 'Spend on a line at the share of the budget with which the base year ended (S0)',
      over: [sets.channel],
    },
    each((channel) =>
      ratio(
        channelOpening.at(channel),
        later().capexExit(sets.channelBuyer(channel)),
        channelOpening.at(channel),
      ),
    ),
  );
  const buyerLasting = (buyer: string): Expr =>
    sum(
      sets.channelsOfBuyer(buyer).map((channel) => lasting.at(channel)),
      'USD/month',
    );
  const buyerBase = m.variable(
    {
      name: 'base spend of buyer',
      unit: 'USD/month',
      description: 'Realised spend of the base year of a buyer on all lines',
      over: [sets.buyer],
    },
    each((buyer) =>
      sum(
        sets.channelsOfBuyer(buyer).map((channel) => channelBase.at(channel)),
        'USD/month',
      ),
    ),
  );
  const drifted = declareGrowth(m, calendar, {
    name: 'own-chip drift so far',
    description: 'How far drift has moved the weight of a line',
    over: [sets.line],
    rate: (line) => ownDrift.at(line),
    start: (line) => programmeDelay.at(line),
  });
  const appeal = m.variable(
    {
      name: 'appeal',
      unit: '1',
      description:
        'Weight of a line in a buyer’s accelerator budget: base share with drift, plus a new programme, as far as the line has products, by what it costs and how long it takes',
      over: [sets.channel],
    },
    each((channel) => {
      const line = sets.channelLine(channel);
      const base = ratio(lasting.at(channel), buyerLasting(sets.channelBuyer(channel)), 0);
      const since = calendar.elapsed().minus(programmeDelay.at(line));
      const started = clamp(since.minus(programmeStart.at(channel)).over(programmeRamp.at()), 0, 1);
      return base
        .times(drifted(line))
        .plus(programme.at(channel).times(started))
        .times(programmeFactor.at(line))
        .times(products.lineReady.at(line))
        .times(later().attraction(line));
    }),
  );
  const share = m.variable(
    {
      name: 'budget share',
      unit: '1',
      description: 'Share of a line in a buyer’s accelerator budget; sums to one over a buyer’s lines',
      over: [sets.channel],
    },
    each((channel) => {
      const all = sets.channelsOfBuyer(sets.channelBuyer(channel)).map((other) => appeal.at(other));
      return ratio(appeal.at(channel), sum(all), 0);
    }),
  );
  const priceIndex = declareGrowth(m, calendar, {
    name: 'price index',
    description: 'Contract prices over those of the reference date (P/P0)',
    rate: () => priceDrift.at(),
  });
  const priceEffect = declareGrowth(m, calendar, {
    name: 'price effect',
    description: 'Due demand in USD under a price change, (P/P0)^(1 − εP)',
    rate: () => priceDrift.at().times(constant(1).minus(priceElasticity.at())),
  });
  const availability = m.stock({
    name: 'availability',
    unit: '1',
    description: 'How far budgets drifted with what could be had (M)',
    over: [sets.buyer],
    initial: each(() => constant(1, '1')),
  });
  const allowed = (line: string): Expr =>
    line === 'nvidia-china'
      ? clamp(calendar.elapsed().minus(exportCutStart.at()).over(constant(1, 'month')), 0, 1)
          .times(exportCut.at())
          .negate()
          .plus(1)
      : constant(1, '1');
  const intended = (channel: string): Expr => {
    const buyer = sets.channelBuyer(channel);
    return buyerLasting(buyer)
      .times(share.at(channel))
      .times(later().efficiencyEffect)
      .times(priceEffect())
      .times(availability.at(buyer))
      .times(demandFactor.at())
      .times(allowed(sets.channelLine(channel)))
      .over(constant(1).minus(initialGap.at()));
  };
  const due = m.variable(
    {
      name: 'due demand',
      unit: 'USD/month',
      description: 'What a buyer needs of a line this month (N), networking included',
      over: [sets.channel],
    },
    each((channel) => intended(channel).times(budget.index.at(sets.channelBuyer(channel)))),
  );
  const dueAhead = m.variable(
    {
      name: 'due demand ahead',
      unit: 'USD/month',
      description: 'What a buyer will need of a line in three months',
      over: [sets.channel],
    },
    each((channel) => intended(channel).times(budget.indexAhead.at(sets.channelBuyer(channel)))),
  );
  return {
    due,
    dueAhead,
    baseSpend,
    channelBase,
    channelOpening,
    buyerBase,
    priceIndex,
    availability,
    availabilityDrift,
    efficiency: { factor: efficiency.at(), start: efficiencyStart.at(), inferenceElasticity: rebound.at() },
  };
}

/**
 * Waiting may move budgets by a third either way and no further: it shifts money between years, it does not make it.
 */
const LEAST_DRIFT = 0.75;
const MOST_DRIFT = 1.33;

/** Closes the loop from waiting to budgets: M grows with months of overdue demand beyond half a month, at most four. */
export function closeDemand(demand: Demand, waiting: (buyer: string) => Expr): void {
  demand.availability.next(
    each((buyer) => {
      const months = min(waiting(buyer), constant(4, 'month')).minus(constant(0.5, 'month'));
      // η is a yearly drift per month of waiting, so its effect in one month is a twelfth of it.
      return clamp(
        demand.availability.at(buyer).times(expOfSmall(demand.availabilityDrift.at().times(months).over(12))),
        LEAST_DRIFT,
        MOST_DRIFT,
      );
    }),
  );
}

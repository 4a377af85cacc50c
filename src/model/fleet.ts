import type { Expr, ModelBuilder, StockFamily } from '../engine/index.ts';
import { constant, min, ratio, sum } from '../engine/index.ts';
import type { Budget } from './budget.ts';
import type { Delivery } from './delivery.ts';
import type { Demand } from './demand.ts';
import { each } from './each.ts';
import type { Products } from './products.ts';
import type { Sets } from './sets.ts';

/** What a fleet is counted in. */
const measures = ['unit', 'H100e', 'kW'] as const;
type Measure = (typeof measures)[number];
const AGES = 3;

/**
 * Sector 7, fleets. Delivered accelerators are owned at once and run after a lag and only as far as the buyer's
 * energised power reaches; the rest waits and is counted. Units leave by failure and by age, in three ages of equal
 * mean length. Owned = running + waiting, after retirement.
 */
export function declareFleet(
  m: ModelBuilder,
  sets: Sets,
  demand: Demand,
  budget: Budget,
  products: Products,
  delivery: Delivery,
): void {
  const lag = m.input({ name: 'deployment lag', unit: 'month', description: 'Delivery to running' });
  const life = m.input({
    name: 'useful life',
    unit: 'month',
    description: 'Mean age at which accelerators retire',
  });
  const failure = m.input({
    name: 'failure rate',
    unit: '1/month',
    description: 'Share of a fleet lost for good in a month',
  });
  const world = m.input({
    name: 'initial fleet',
    unit: 'H100e',
    description: 'H100 equivalents standing in the world at the start of the run',
  });
  const kilowatts = m.input({
    name: 'initial power per H100e',
    unit: 'kW/H100e',
    description: 'Facility power of the initial fleet per H100 equivalent',
  });
  const unitsEach = m.input({
    name: 'initial packages per H100e',
    unit: 'unit/H100e',
    description: 'Packages of the initial fleet per H100 equivalent',
  });
  const headroom = m.input({
    name: 'power headroom',
    unit: '1',
    description: 'Energised power at the start of the run beyond what the fleet draws, as a share',
  });
  const additions = m.input({
    name: 'power additions',
    unit: '1/month',
    description:
      'Power energised a month at the start of the run as a share of what is energised; grows with budgets',
    over: [sets.buyer],
  });
  const powerFactor = m.input({
    name: 'power factor',
    unit: '1',
    description: 'Lever: power energised after the start of the run, multiplied',
  });

  const buyerFactor = m.input({
    name: 'power factor of buyer',
    unit: '1',
    description: 'Lever: power a buyer energises after the start of the run, multiplied',
    over: [sets.buyer],
  });

  const baseTotal = m.variable(
    {
      name: 'base spend of all',
      unit: 'USD/month',
      description: 'Realised spend of the base year, all buyers',
    },
    () => sum(sets.buyer.members.map((buyer) => demand.buyerBase.at(buyer))),
  );
  const initial = (buyer: string, measure: Measure): Expr => {
    const h100e = world.at().times(ratio(demand.buyerBase.at(buyer), baseTotal.at(), 0));
    if (measure === 'kW') return h100e.times(kilowatts.at());
    return measure === 'unit' ? h100e.times(unitsEach.at()) : h100e;
  };
  const perDollar = (line: string, measure: Measure): Expr => {
    const inStock = (product: string): Expr => {
      const units = delivery.deliverable.at(product);
      if (measure === 'kW') return units.times(products.power.at(product));
      return measure === 'unit' ? units : units.times(products.h100e.at(product));
    };
    return ratio(
      sum(sets.productsOf(line).map(inStock)),
      delivery.deliverableValue.at(line),
      constant(0, `${measure}/USD`),
    );
  };
  const waiting = {} as Record<Measure, StockFamily>;
  const aged = {} as Record<Measure, StockFamily[]>;
  for (const measure of measures) {
    const density = m.variable(
      {
        name: `${measure} per USD`,
        unit: `${measure}/USD`,
        description: `${measure} in a USD of what a line can deliver this month`,
        over: [sets.line],
      },
      each((line) => perDollar(line, measure)),
    );
    const sold = m.variable(
      {
        name: `delivered ${measure} of sale`,
        unit: measure,
        description: `${measure} delivered by a line to a buyer this month: its share of the line’s mix`,
        over: [sets.channel],
      },
      each((channel) => delivery.value.at(channel).times(density.at(sets.channelLine(channel)))),
    );
    const delivered = m.variable(
      {
        name: `delivered ${measure}`,
        unit: measure,
        description: `${measure} delivered to a buyer this month`,
        over: [sets.buyer],
      },
      each((buyer) =>
        sum(
          sets.channelsOfBuyer(buyer).map((channel) => sold.at(channel)),
          measure,
        ),
      ),
    );
    const undeployed = m.stock({
      name: `undeployed ${measure}`,
      unit: measure,
      description: `${measure} delivered and not yet installed`,
      over: [sets.buyer],
      initial: each(() => constant(0, measure)),
    });
    const ages = Array.from({ length: AGES }, (_, age) =>
      m.stock({
        name: `installed ${measure}, age ${age + 1}`,
        unit: measure,
        description: `${measure} installed, third ${age + 1} of its life`,
        over: [sets.buyer],
        // A fleet that doubles in a year is young: most of what stands is in its first third.
        initial: each((buyer) => initial(buyer, measure).times([0.75, 0.2, 0.05][age] ?? 0)),
      }),
    );
    const surviving = constant(1).minus(failure.at().times(constant(1, 'month')));
    const ageing = min(constant(AGES, 'month').over(life.at()), 1);
    const deploying = min(constant(1, 'month').over(lag.at()), 1);
    undeployed.next(
      each((buyer) =>
        undeployed.at(buyer).plus(delivered.at(buyer)).times(constant(1).minus(deploying)).times(surviving),
      ),
    );
    ages.forEach((stock, age) => {
      const before = ages[age - 1];
      stock.next(
        each((buyer) => {
          const arriving = before
            ? before.at(buyer).times(ageing)
            : undeployed.at(buyer).plus(delivered.at(buyer)).times(deploying);
          return stock.at(buyer).times(constant(1).minus(ageing)).plus(arriving).times(surviving);
        }),
      );
    });
    waiting[measure] = undeployed;
    aged[measure] = ages;
  }
  const installed = (measure: Measure, buyer: string): Expr =>
    sum(aged[measure].map((stock) => stock.closing(buyer)));
  const energised = m.stock({
    name: 'energised power',
    unit: 'kW',
    description: 'Power a buyer can draw for accelerators',
    over: [sets.buyer],
    initial: each((buyer) => initial(buyer, 'kW').times(headroom.at().plus(1))),
  });
  const opened = m.variable(
    {
      name: 'power opened',
      unit: 'kW/month',
      description: 'Power energised in the month: the initial pace, growing with budgets a year later',
      over: [sets.buyer],
    },
    each((buyer) =>
      initial(buyer, 'kW')
        .times(additions.at(buyer))
        .times(seen.at(buyer))
        .times(powerFactor.at())
        .times(buyerFactor.at(buyer)),
    ),
  );
  const seen = m.smooth({
    name: 'budget seen by power',
    unit: '1',
    description: 'Budget index as it reaches power contracts',
    over: [sets.buyer],
    input: each((buyer) => budget.index.at(buyer)),
    time: () => constant(12, 'month'),
    initial: each(() => constant(1, '1')),
  });
  energised.flows({ in: (point) => [opened.at(point)] });
  const powered = m.variable(
    {
      name: 'powered share',
      unit: '1',
      description: 'Share of an installed fleet that energised power can run',
      over: [sets.buyer],
    },
    each((buyer) => min(ratio(energised.closing(buyer), installed('kW', buyer), 1), 1)),
  );
  for (const measure of measures) {
    m.variable(
      {
        name: `owned ${measure}`,
        unit: measure,
        description: `${measure} a buyer owns at the end of the month`,
        over: [sets.buyer],
      },
      each((buyer) => installed(measure, buyer).plus(waiting[measure].closing(buyer))),
    );
    m.variable(
      {
        name: `running ${measure}`,
        unit: measure,
        description: `${measure} of a buyer that runs at the end of the month`,
        over: [sets.buyer],
      },
      each((buyer) => installed(measure, buyer).times(powered.at(buyer))),
    );
    m.variable(
      {
        name: `waiting ${measure}`,
        unit: measure,
        description: `${measure} of a buyer not yet installed, or without power`,
        over: [sets.buyer],
      },
      each((buyer) =>
        installed(measure, buyer)
          .times(constant(1).minus(powered.at(buyer)))
          .plus(waiting[measure].closing(buyer)),
      ),
    );
  }
  for (const measure of ['H100e', 'kW'] as const)
    m.variable(
      {
        name: `without power ${measure}`,
        unit: measure,
        description: `${measure} of a buyer that is installed and waits for power at the end of the month`,
        over: [sets.buyer],
      },
      each((buyer) => installed(measure, buyer).times(constant(1).minus(powered.at(buyer)))),
    );
  const fleet = m.stock({
    name: 'fleet since start',
    unit: 'unit',
    description: 'Packages delivered since the start of the run and still standing, by product',
    over: [sets.product],
    initial: each(() => constant(0, 'unit')),
  });
  fleet.next(
    each((product) =>
      fleet
        .at(product)
        .plus(delivery.units.at(product))
        .times(constant(1).minus(failure.at().times(constant(1, 'month')))),
    ),
  );
}

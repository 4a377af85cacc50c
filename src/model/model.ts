import type { Graph } from '../engine/index.ts';
import { ModelBuilder, constant, ratio, sum } from '../engine/index.ts';
import type { Expr } from '../engine/index.ts';
import { declareAllocation } from './allocation.ts';
import { closeBacklog, declareBacklog } from './backlog.ts';
import { declareBudget } from './budget.ts';
import { calendarTables, declareCalendar } from './calendar.ts';
import type { Catalogue, LogicNode, MemoryMaker } from './catalogue.ts';
import { memoryMakers } from './catalogue.ts';
import { each } from './each.ts';
import { closeDemand, declareCapexExit, declareDemand } from './demand.ts';
import { declareEfficiency } from './efficiency.ts';
import { declareDelivery, declareUnsold } from './delivery.ts';
import { LOOK_AHEAD, declareExpansion } from './expansion.ts';
import { declareExtraCapacity } from './extra-capacity.ts';
import type { WithExtra } from './extra-capacity.ts';
import { declareFleet } from './fleet.ts';
import { declareOutage } from './outage.ts';
import { declareOverOrdering } from './over-ordering.ts';
import { declareSubstitution } from './substitution.ts';
import { closeLogic, declareLogic } from './logic.ts';
import { closeMemory, declareMemory } from './memory.ts';
import { declarePackaging } from './packaging.ts';
import { declareProductEnds, declareProducts } from './products.ts';
import { declareRental } from './rental.ts';
import type { Sets } from './sets.ts';
import { declareSets } from './sets.ts';

/** The supply chain in the engine's language, with the tables that do not differ between draws. */
export interface SupplyChainModel {
  readonly catalogue: Catalogue;
  readonly sets: Sets;
  readonly graph: Graph;
  /** Values of the graph's tables, `[table][month]`. */
  readonly tables: Float64Array;
}

/**
 * Builds the model of MODEL.md, sectors 1–9, for the sets of a catalogue. Throws
 * `ProblemError` when units or names do not fit. Levers, plants, rules and removals are inputs: one structure serves
 * every scenario on the same catalogue.
 */
export function buildModel(catalogue: Catalogue): SupplyChainModel {
  const m = new ModelBuilder('accelerator supply chain');
  const sets = declareSets(m, catalogue);
  const calendar = declareCalendar(m, sets);
  // Declared last; equations are read when the model is built.
  const extra: WithExtra = (resource, published, ahead) => extraCapacity(resource, published, ahead);
  const packaging = declarePackaging(m, sets, calendar, (plant) => outage.plant(plant), extra);
  const outage = declareOutage(m, sets, calendar);
  const { expansion, close: closeExpansion } = declareExpansion(m);
  const memory = declareMemory(m, sets, calendar, {
    added: (maker) => expansion.added.at(maker),
    running: (maker) => outage.maker(maker),
    extra,
  });
  const logic = declareLogic(m, sets, calendar, {
    added: (node) => expansion.added.at(node),
    running: (node) => outage.node(node),
    extra,
  });
  const products = declareProducts(
    m,
    sets,
    calendar,
    memory,
    () => ends,
    () => delivery.lag,
  );
  const budget = declareBudget(m, sets, calendar);
  const demand = declareDemand(m, sets, calendar, budget, products, () => ({
    efficiencyEffect: efficiency.effect.at(),
    attraction: (line) => attraction.at(line),
    capexExit: (buyer) => capexExit.at(buyer),
  }));
  const backlog = declareBacklog(m, sets, demand);
  const unsold = declareUnsold(m, sets, demand, products);
  const packagingTotal = m.variable(
    {
      name: 'packaging capacity',
      unit: 'wafer/month',
      description: 'CoWoS wafers a month, published plans and what suppliers add',
    },
    () => packaging.published.at().plus(expansion.added.at('cowos').times(outage.added)),
  );
  m.variable(
    {
      name: 'memory capacity',
      unit: 'wafer/month',
      description: 'HBM wafers a month by maker, published plans and what is added',
      over: [sets.maker],
    },
    each((maker) => memory.published.at(maker).plus(expansion.added.at(maker)).times(outage.maker(maker))),
  );
  m.variable(
    {
      name: 'logic capacity',
      unit: 'wafer/month',
      description: 'Logic wafers a month open to accelerators by node, published plans and what is added',
      over: [sets.node],
    },
    each((node) => logic.published.at(node).plus(expansion.added.at(node)).times(outage.node(node))),
  );
  const supply = { packaging: packagingTotal.at(), memory, logic };
  const allocation = declareAllocation(
    m,
    sets,
    demand,
    backlog,
    products,
    supply,
    (line) => unsold.valueOf(line),
    // Stocks of what travels open the month, but are declared below: equations are read when the model is built.
    (line) => delivery.surplusInTransit.at(line),
  );
  const delivery = declareDelivery(m, sets, demand, backlog, products, allocation, unsold);
  closeMemory(memory, (maker) => allocation.memoryUsed.at(maker));
  closeLogic(logic, (node) => allocation.used.at(node));
  const overOrdering = declareOverOrdering(m, sets, (line) => allocation.fill.at(line));
  closeBacklog(m, sets, demand, backlog, {
    delivered: (channel) => delivery.value.at(channel),
    inflation: (line) => overOrdering.inflation.at(line),
  });
  const overdueMonths = (channels: readonly string[]): Expr =>
    ratio(
      sum(channels.map((channel) => backlog.overdue.at(channel))),
      sum(channels.map((channel) => demand.due.at(channel))),
      constant(0, 'month'),
    );
  closeDemand(demand, (buyer) => overdueMonths(sets.channelsOfBuyer(buyer)));
  declareRental(
    m,
    overdueMonths(sets.channel.members.filter((channel) => sets.lineOf(sets.channelLine(channel)).merchant)),
  );
  declareFleet(m, sets, demand, budget, products, delivery);

  const requestedOf = (input: 'cowos' | 'hbm' | LogicNode): Expr =>
    sum(
      sets.line.members.flatMap(
        (line) => allocation.wanted(line, input)?.times(overOrdering.inflation.at(line)) ?? [],
      ),
      'wafer/month',
    );
  const published = (resource: string): Expr => {
    if (resource === 'cowos') return packaging.published.at();
    return isMaker(resource) ? memory.published.at(resource) : logic.published.at(resource);
  };
  closeExpansion({
    requested: (resource) => {
      if (resource === 'cowos') return requestedOf('cowos');
      if (!isMaker(resource)) return requestedOf(resource as LogicNode);
      const all = sum(memoryMakers.map((maker) => memory.published.at(maker)));
      // Lines run below their nameplate, so what is needed is more than what is used.
      return requestedOf('hbm')
        .times(ratio(memory.published.at(resource), all, 0))
        .over(memory.use.at(resource));
    },
    published,
    publishedAhead: (resource) => {
      if (resource === 'cowos') return sum(sets.plant.members.map((plant) => packaging.ahead.at(plant)));
      return isMaker(resource)
        ? memory.publishedAhead(resource, LOOK_AHEAD)
        : logic.publishedAhead(resource, LOOK_AHEAD);
    },
    opening: published,
    cancellationTime: () => cancellationTime.at(),
  });
  // Random inputs of later sectors come last, so that those before them keep their random numbers.
  const ends = declareProductEnds(m, sets);
  const efficiency = declareEfficiency(m, calendar, demand.efficiency);
  const cancellationTime = m.input({
    name: 'expansion cancellation time',
    unit: 'month',
    description: 'Time in which suppliers cancel ordered capacity that they no longer expect to be needed',
  });
  const attraction = declareSubstitution(m, sets, products, {
    priceIndex: demand.priceIndex(),
    waiting: (line) => overdueMonths(sets.channelsOfLine(line)),
    openingWait: (line) => backlog.initialMonths.at(line),
  });
  const extraCapacity = declareExtraCapacity(m, calendar);
  const capexExit = declareCapexExit(m, sets);
  const graph = m.build();
  return { catalogue, sets, graph, tables: fillTables(graph, sets, catalogue.months) };
}

function isMaker(resource: string): resource is MemoryMaker {
  return memoryMakers.some((maker) => maker === resource);
}

function fillTables(graph: Graph, sets: Sets, months: number): Float64Array {
  const values = calendarTables(sets, months);
  const tables = new Float64Array(graph.tables.length * months);
  graph.tables.forEach((table, index) => {
    const row = values.get(table.name);
    if (row === undefined) throw new Error(`no values for table ${table.name}`);
    tables.set(row, index * months);
  });
  return tables;
}

import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { clamp, constant, ratio, sum } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';
import type { WithExtra } from './extra-capacity.ts';
import type { Sets } from './sets.ts';

export interface Packaging {
  /** CoWoS wafers a month that plants can process, by plant, published plans only. */
  readonly plantCapacity: VariableFamily;
  /** TSMC and packaging houses together, published plans only (wafer/month). */
  readonly published: VariableFamily;
  /** Published capacity by plant two years on. */
  readonly ahead: VariableFamily;
}

/**
 * Sector 1, packaging capacity. The pooled path of TSMC's CoWoS carries the forecast and its error; plants share it
 * by weight and opening date, so a scenario that delays or removes a plant takes that plant's share away and nothing
 * else. Packaging houses (OSAT) have a path of their own, of which only the chip-on-wafer part counts.
 */
export function declarePackaging(
  m: ModelBuilder,
  sets: Sets,
  calendar: Calendar,
  /** What an outage leaves of a plant. */
  running: (plant: string) => Expr,
  extra: WithExtra,
): Packaging {
  const path = m.input({
    name: 'cowos path',
    unit: 'wafer/month',
    description: 'TSMC CoWoS capacity at year end, all plants together',
    over: [sets.yearEnd],
  });
  const osatPath = m.input({
    name: 'osat path',
    unit: 'wafer/month',
    description: 'CoWoS-like capacity of packaging houses at year end',
    over: [sets.yearEnd],
  });
  const chipOnWaferShare = m.input({
    name: 'osat chip-on-wafer share',
    unit: '1',
    description:
      'Part of the packaging houses’ capacity that does chip-on-wafer, not the substrate step alone',
  });
  const capacityFactor = m.input({
    name: 'cowos factor',
    unit: '1',
    description: 'Lever: all CoWoS capacity, multiplied',
  });
  const weight = m.input({
    name: 'plant weight',
    unit: '1',
    description: 'Share of a plant in its operator’s capacity once all plants run',
    over: [sets.plant],
  });
  const opening = m.input({
    name: 'plant opening',
    unit: 'month',
    description:
      'Months from the start of the run to the plant’s first production (negative: already running)',
    over: [sets.plant],
  });
  const slip = m.input({
    name: 'plant slip',
    unit: 'month',
    description: 'Lever: delay of a plant beyond its opening date',
    over: [sets.plant],
  });
  const removed = m.input({
    name: 'plant removed',
    unit: '1',
    description: 'Lever: 1 removes the plant',
    over: [sets.plant],
  });
  const ramp = m.input({
    name: 'plant ramp',
    unit: 'month',
    description: 'First production to full output of a plant',
  });

  const operatorOf = (plant: string): string | undefined =>
    sets.catalogue.plants.find((candidate) => candidate.id === plant)?.operator;
  /** Running share of a plant, `ahead` months from now, with or without the scenario's slips and removals. */
  const planned = (plant: string, ahead: number): Expr =>
    clamp(calendar.elapsed().plus(constant(ahead, 'month')).minus(opening.at(plant)).over(ramp.at()), 0, 1);
  const actual = (plant: string, ahead: number): Expr =>
    clamp(
      calendar
        .elapsed()
        .plus(constant(ahead, 'month'))
        .minus(opening.at(plant))
        .minus(slip.at(plant))
        .over(ramp.at()),
      0,
      1,
    ).times(constant(1).minus(removed.at(plant)));
  const pooled = (operator: string, ahead: number): Expr => {
    if (operator === 'TSMC') {
      const through = calendar.throughYearEnds((knot) => path.at(knot), ahead);
      return extra('cowos', through.times(capacityFactor.at()), ahead);
    }
    const through = calendar.throughYearEnds((knot) => osatPath.at(knot), ahead);
    return through.times(chipOnWaferShare.at()).times(capacityFactor.at());
  };
  const capacityOf = (plant: string, ahead: number): Expr => {
    const operator = operatorOf(plant) ?? '';
    const siblings = sets.catalogue.plants
      .filter((other) => other.operator === operator)
      .map((other) => other.id);
    const whole = sum(siblings.map((other) => weight.at(other).times(planned(other, ahead))));
    return pooled(operator, ahead).times(ratio(weight.at(plant).times(actual(plant, ahead)), whole, 0));
  };
  const plantCapacity = m.variable(
    {
      name: 'plant capacity',
      unit: 'wafer/month',
      description:
        'CoWoS wafers a month by plant: its operator’s path shared by weight and opening, less slips, removals and outages',
      over: [sets.plant],
    },
    each((plant) => capacityOf(plant, 0).times(running(plant))),
  );
  const published = m.variable(
    {
      name: 'published packaging capacity',
      unit: 'wafer/month',
      description: 'CoWoS wafers a month, all plants, published plans',
    },
    () => sum(sets.plant.members.map((plant) => plantCapacity.at(plant))),
  );
  const ahead = m.variable(
    {
      name: 'plant capacity in two years',
      unit: 'wafer/month',
      description: 'CoWoS wafers a month by plant two years on, as suppliers see it when they order more',
      over: [sets.plant],
    },
    each((plant) => capacityOf(plant, 24)),
  );
  return { plantCapacity, published, ahead };
}

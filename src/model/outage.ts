import type { Expr, ModelBuilder } from '../engine/index.ts';
import { clamp, constant } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import type { Sets } from './sets.ts';

/** What still runs of each kind of plant; one everywhere while nothing happens. */
export interface Outage {
  plant(plant: string): Expr;
  maker(maker: string): Expr;
  node(node: string): Expr;
  /** Packaging capacity that suppliers added, all of it beside the published plants. */
  readonly added: Expr;
}

/**
 * An outage in Taiwan: a share of what stands there starts nothing for some months, then comes back over a recovery.
 * What was started before still finishes, which is kind: an event that stops packaging would stop what is half done.
 * Costs about
 * 80 operations, three for each plant, maker and node.
 */
export function declareOutage(m: ModelBuilder, sets: Sets, calendar: Calendar): Outage {
  const start = m.input({
    name: 'outage start',
    unit: 'month',
    description: 'Lever: months from the start of the run to an outage in Taiwan',
  });
  const length = m.input({
    name: 'outage length',
    unit: 'month',
    description: 'Lever: months for which what is out stays out',
  });
  const depth = m.input({
    name: 'outage depth',
    unit: '1',
    description: 'Lever: share of output in Taiwan that an outage stops; 0 is no outage',
  });
  const recovery = m.input({
    name: 'outage recovery',
    unit: 'month',
    description: 'Months over which output comes back after an outage',
  });
  const plantShare = m.input({
    name: 'plant in Taiwan',
    unit: '1',
    description: 'Share of a packaging plant’s output made in Taiwan',
    over: [sets.plant],
  });
  const makerShare = m.input({
    name: 'memory in Taiwan',
    unit: '1',
    description: 'Share of a maker’s HBM wafers made in Taiwan',
    over: [sets.maker],
  });
  const nodeShare = m.input({
    name: 'logic in Taiwan',
    unit: '1',
    description: 'Share of a logic node’s capacity in Taiwan',
    over: [sets.node],
  });
  const month = constant(1, 'month');
  const out = m.variable(
    { name: 'outage', unit: '1', description: 'Share of Taiwan’s output that an outage stops this month' },
    () => {
      // Months are counted at their middle: the first of the outage lies half a month after its start.
      const since = calendar.elapsed().minus(start.at()).plus(constant(0.5, 'month'));
      const gone = clamp(since.over(month), 0, 1);
      const back = clamp(since.minus(length.at()).over(recovery.at().plus(month)), 0, 1);
      return depth.at().times(gone.minus(back));
    },
  );
  const running = (share: Expr): Expr => constant(1).minus(out.at().times(share));
  return {
    plant: (plant) => running(plantShare.at(plant)),
    maker: (maker) => running(makerShare.at(maker)),
    node: (node) => running(nodeShare.at(node)),
    added: running(constant(1, '1')),
  };
}

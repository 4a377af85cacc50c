import { constant, min, ModelBuilder, sum } from '../src/engine/index.ts';
import type { Dimension, Distribution, Expr, Graph, Point, SampledVariable } from '../src/engine/index.ts';

/** Sizes of the model that every engine of the bench runs; larger ones are only for measuring how cost grows. */
export interface SmallModelSize {
  readonly products: number;
  readonly resources: number;
}

export const SMALL: SmallModelSize = { products: 3, resources: 3 };

/** Steps of a run. */
export const QUARTERS = 24;

/** What every engine puts out of every draw and quarter. */
export const SMALL_OUTPUT = 'total installed';

/**
 * Numbers of the model, all assumed: they only have to keep it in shortage for some quarters and out of it for others.
 * `bench/peers` holds the same model in the languages of others, for three products and three resources.
 */
const NUMBERS = {
  firstDemand: (product: number): number => 100 + 20 * product,
  firstInstalled: (product: number): number => 400 + 50 * product,
  firstPipeline: (resource: number): number => 10 + 2 * resource,
  /** Of a resource per unit of a product. */
  use: (product: number, resource: number): number => 0.8 + ((37 * product + 11 * resource) % 89) / 100,
  /** What a product gets of its need where a resource is short, as a share of what it would get in proportion. */
  weight: (product: number, resource: number): number => 0.9 + ((29 * product + 13 * resource) % 97) / 1000,
  /** Capacity as a share of the load of the first quarter. */
  firstCapacity: (resource: number): number => 0.8 + 0.1 * (resource % 4),
  /** Share of what is installed that remains after a quarter. */
  kept: 0.96,
};

export type InputKind = 'growth' | 'lead' | 'ordering';

/** One of each kind per product or resource. */
export const DISTRIBUTIONS: Readonly<Record<InputKind, Distribution>> = {
  growth: { kind: 'lognormal', median: 1.05, sigma: 0.04 },
  lead: { kind: 'lognormal', median: 4, sigma: 0.3 },
  ordering: { kind: 'lognormal', median: 0.06, sigma: 0.4 },
};

/** The inputs of a graph of `smallModel`, in its order. */
export function smallInputs(graph: Graph): SampledVariable[] {
  return graph.inputs.map(({ name }) => {
    const kind = name.slice(0, name.indexOf('[')) as InputKind;
    return { name, distribution: DISTRIBUTIONS[kind] };
  });
}

/**
 * The common model of `bench`: demand grows, load presses on resources, the scarcest resource limits what is built, the
 * rest waits, capacity ordered in proportion to load arrives after a pipeline, and what is installed retires. For
 * three products and three resources: 9 inputs, 15 stocks and 71 operations a step, 6 of them divisions and 9 minima.
 */
export function smallModel({ products, resources }: SmallModelSize = SMALL): Graph {
  const m = new ModelBuilder('small model');
  const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i}`);
  const product = m.dimension('product', names(products));
  const resource = m.dimension('resource', names(resources));
  const growth = m.input({ name: 'growth', unit: '1', over: [product] });
  const lead = m.input({ name: 'lead', unit: '1', over: [resource] });
  const ordering = m.input({ name: 'ordering', unit: '1', over: [resource] });
  const number = (point: Point, of: Dimension): number => Number(point.of(of));
  const units = (value: number): Expr => constant(value, 'unit');

  const demand = m
    .stock({
      name: 'demand',
      unit: 'unit',
      over: [product],
      initial: (p) => units(NUMBERS.firstDemand(number(p, product))),
    })
    .next((p) => demand.at(p).times(growth.at(p)));
  const backlog = m
    .stock({ name: 'backlog', unit: 'unit', over: [product], initial: () => units(0) })
    .next((p) => wanted.at(p).minus(built.at(p)));
  const installed = m
    .stock({
      name: 'installed',
      unit: 'unit',
      over: [product],
      initial: (p) => units(NUMBERS.firstInstalled(number(p, product))),
    })
    .next((p) => installed.at(p).times(NUMBERS.kept).plus(built.at(p)));
  const wanted = m.variable({ name: 'wanted', unit: 'unit', over: [product] }, (p) =>
    backlog.at(p).plus(demand.at(p)),
  );
  const needed = (p: Point, of: (product: string) => Expr): Expr =>
    sum(product.members.map((name, position) => of(name).times(NUMBERS.use(position, number(p, resource)))));
  const load = m.variable({ name: 'load', unit: 'unit', over: [resource] }, (p) =>
    needed(p, (name) => wanted.at(name)),
  );
  const available = m.variable({ name: 'available', unit: '1', over: [resource] }, (p) =>
    capacity.at(p).over(load.at(p)),
  );
  const built = m.variable({ name: 'built', unit: 'unit', over: [product] }, (p) =>
    wanted
      .at(p)
      .times(
        resource.members
          .map((name, position) => available.at(name).times(NUMBERS.weight(number(p, product), position)))
          .reduce((least, share) => min(least, share), constant(1)),
      ),
  );
  const arriving = m.variable({ name: 'arriving', unit: 'unit', over: [resource] }, (p) =>
    pipeline.at(p).over(lead.at(p)),
  );
  const capacity = m
    .stock({
      name: 'capacity',
      unit: 'unit',
      over: [resource],
      initial: (p) =>
        needed(p, (name) => units(NUMBERS.firstDemand(Number(name)))).times(
          NUMBERS.firstCapacity(number(p, resource)),
        ),
    })
    .next((p) => capacity.at(p).plus(arriving.at(p)));
  const pipeline = m
    .stock({
      name: 'pipeline',
      unit: 'unit',
      over: [resource],
      initial: (p) => units(NUMBERS.firstPipeline(number(p, resource))),
    })
    .next((p) =>
      pipeline
        .at(p)
        .plus(load.at(p).times(ordering.at(p)))
        .minus(arriving.at(p)),
    );
  m.variable({ name: SMALL_OUTPUT, unit: 'unit' }, () =>
    sum(product.members.map((name) => installed.at(name))),
  );
  return m.build();
}

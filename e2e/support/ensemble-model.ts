import { exp, max, min, ModelBuilder, writeObserver } from '../../src/engine/index.ts';
import type { BatchOptions, EnsembleJob, Graph, SampledVariable, Variant } from '../../src/engine/index.ts';

const MONTHS = 24;

/** A demand that grows against a capacity that does not: a backlog in some draws, none in others. */
export function smallGraph(): Graph {
  const m = new ModelBuilder('small');
  const demand = m.input({ name: 'demand', unit: '1' });
  const growth = m.input({ name: 'growth', unit: '1' });
  const capacity = m.input({ name: 'capacity', unit: '1' });
  const size = m.stock({ name: 'size', unit: '1', initial: () => demand.at() });
  size.next(() => size.at().times(exp(growth.at())));
  const backlog = m.stock({ name: 'backlog', unit: '1', initial: () => demand.at().times(0) });
  const built = m.variable({ name: 'built', unit: '1' }, () =>
    min(capacity.at(), size.at().plus(backlog.at())),
  );
  backlog.next(() => max(size.at().plus(backlog.at()).minus(built.at()), 0));
  return m.build();
}

const VARIABLES: readonly SampledVariable[] = [
  { name: 'demand', distribution: { kind: 'lognormal', median: 100, sigma: 0.3 } },
  { name: 'growth', distribution: { kind: 'triangular', low: -0.02, mode: 0.01, high: 0.05 } },
  { name: 'capacity', distribution: { kind: 'normal', mean: 130, sd: 20 } },
];

/** Slots of a job: what is built in each half, the backlog of each month. */
export const SLOTS = { built: 0, backlog: 2, all: 2 + MONTHS } as const;

/** A job of the small model that keeps the first input. */
export function smallJob(
  draws: number,
  {
    variants = [{}],
    blockDraws = 32,
    ...options
  }: BatchOptions & { variants?: readonly Variant[]; blockDraws?: number } = {},
): EnsembleJob {
  const months = Array.from({ length: MONTHS }, (_, month) => ({ first: month, last: month }));
  const halves = [
    { first: 0, last: 11 },
    { first: 12, last: 23 },
  ];
  const kernel = writeObserver(
    smallGraph(),
    [
      { scalars: ['built'], factor: 1, overTime: 'sum', periods: halves },
      { scalars: ['backlog'], factor: 1, overTime: 'last', periods: months },
    ],
    options,
  );
  const sampling = { variables: VARIABLES, seed: 7 };
  return {
    kernel,
    sampling,
    tables: new Float64Array(),
    months: MONTHS,
    draws,
    blockDraws,
    variants,
    inputs: [0],
  };
}

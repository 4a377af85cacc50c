/** Levers that stand on the page from the start, most asked about first; all others are a search away. */
export const FEATURED_LEVERS: readonly string[] = [
  'packaging.total',
  'hbm.total',
  'hbm.hbm4.delay',
  'logic.n3.total',
  'capex.all',
  'programme.google',
  'power.total',
  'suppliers.response',
  'demand.efficiency-gain',
  'demand.all',
  'demand.initial-gap',
  'demand.initial-overdue',
  'demand.efficiency-elasticity',
  'packaging.lag',
  'fleet.deployment-lag',
];

import type { ClusterReach, FleetAnswer } from '../answers/fleet.ts';
import type { CsvField } from './csv.ts';

export const FLEET_COLUMNS = [
  'name',
  'member',
  'period_start',
  'period_end',
  'unit',
  'mean',
  'p10',
  'p50',
  'p90',
  'now',
  'within',
];

/** Figures by year end; with a cluster, first months (`cluster-…`) and costs (`cost-…`) besides. */
export function fleetFields({ figures, cluster, asOf }: FleetAnswer): CsvField[][] {
  const rows = figures.map(({ name, member, period, unit, base }): CsvField[] => [
    name,
    member,
    period.start,
    period.end,
    unit,
    base.mean,
    base.p10,
    base.p50,
    base.p90,
    undefined,
    undefined,
  ]);
  if (!cluster) return rows;
  const { from, horizon, buyers, cost, product } = cluster;
  const reach = (each: ClusterReach, name: 'delivered' | 'powered' | 'compute'): CsvField[] => {
    const { p10, p50, p90, now, within } = each[name];
    return [
      `cluster-${name}`,
      each.buyer,
      from,
      horizon,
      'month',
      undefined,
      p10 ?? '',
      p50 ?? '',
      p90 ?? '',
      now,
      within,
    ];
  };
  return [
    ...rows,
    ...buyers.flatMap((each) => [reach(each, 'delivered'), reach(each, 'powered'), reach(each, 'compute')]),
    ...cost.outputs.map(({ name, unit, mean, p10, p50, p90 }): CsvField[] => [
      `cost-${name}`,
      product.id,
      asOf,
      asOf,
      unit,
      mean,
      p10,
      p50,
      p90,
      undefined,
      undefined,
    ]),
  ];
}

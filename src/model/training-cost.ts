import { expOf } from '../engine/index.ts';

/**
 * What a training run costs, three ways, in USD: rented, owned hardware written off plus energy, and the whole cluster
 * bought. The second and third are Epoch AI's method (Cottier et al. 2024, "The rising costs of training frontier AI
 * models", arXiv 2405.21015, with the code of their training-cost data).
 */

const HOURS_PER_YEAR = 8766;
const LN_10 = 2.302585092994046;

/** A server's share of a cluster, as owned. */
export interface ClusterHardware {
  /** USD for one accelerator, new. */
  readonly acceleratorPrice: number;
  /** Price of a server over that of the accelerators in it. */
  readonly serverFactor: number;
  /** Share of the network between servers in the cost of the cluster, from 0 to 1. */
  readonly networkShare: number;
  /** Orders of magnitude that a year takes off the value of an accelerator. */
  readonly depreciation: number;
  /** Years from the end of its first 90 days on sale to the start of the run, never below zero. */
  readonly age: number;
}

/** What runs the accelerators. */
export interface ClusterEnergy {
  /** W for one accelerator with its share of the server, at full load. */
  readonly serverPower: number;
  /** Mean over full load, from 0 to 1. */
  readonly load: number;
  /** Power usage effectiveness of the site. */
  readonly pue: number;
  /** USD for a kilowatt-hour. */
  readonly electricityPrice: number;
}

/** USD at `rate` an accelerator-hour. */
export function rentalCost(hours: number, rate: number): number {
  return hours * rate;
}

/**
 * USD of value that the hardware loses over the run: value when the run starts × the share of it lost in a year
 * (ln 10 × depreciation) × years, the network included.
 */
export function amortisedCost(hours: number, hardware: ClusterHardware): number {
  const { acceleratorPrice, serverFactor, networkShare, depreciation, age } = hardware;
  const value = acceleratorPrice * serverFactor * expOf(-LN_10 * depreciation * age);
  const perHour = (value * LN_10 * depreciation) / HOURS_PER_YEAR;
  return (perHour * hours) / (1 - networkShare);
}

/** kWh at the site for accelerator-hours. */
export function energyUse(hours: number, energy: ClusterEnergy): number {
  return (hours * energy.serverPower * energy.load * energy.pue) / 1000;
}

/** USD of the electricity for accelerator-hours. */
export function energyCost(hours: number, energy: ClusterEnergy): number {
  return energyUse(hours, energy) * energy.electricityPrice;
}

/** USD to buy a cluster new: accelerators, servers and the network between them, without land, building and power. */
export function acquisitionCost(
  accelerators: number,
  { acceleratorPrice, serverFactor, networkShare }: ClusterHardware,
): number {
  return (accelerators * acceleratorPrice * serverFactor) / (1 - networkShare);
}

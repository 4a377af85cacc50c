import { createSampler } from '../engine/index.ts';
import { acquisitionCost, amortisedCost, energyCost, energyUse, rentalCost } from '../model/training-cost.ts';
import {
  acceleratorHours,
  acceleratorsWithin,
  impliedUtilisation,
  wallClockDays,
} from '../model/training-run.ts';
import type { TrainingInputName, TrainingPlan } from './training-inputs.ts';

/** Every output of a run, with its unit. */
export const TRAINING_OUTPUTS = {
  flop: 'FLOP',
  utilisation: 'fraction',
  hours: 'unit*hour',
  accelerators: 'unit',
  days: 'day',
  energy: 'kWh',
  rental: 'USD',
  hardware: 'USD',
  electricity: 'USD',
  owned: 'USD',
  acquisition: 'USD',
} as const;
export type TrainingOutputName = keyof typeof TRAINING_OUTPUTS;

/** A run in each draw: `values` of every output that can be told, and the inputs that fleets are held against. */
export interface TrainingDraws {
  readonly draws: number;
  readonly values: ReadonlyMap<TrainingOutputName, Float64Array>;
  readonly share: Float64Array;
  /** Days within which a fleet has to finish. */
  readonly days: Float64Array;
}

type Output = Partial<Record<TrainingOutputName, number>>;

/** Draws the inputs of a run and computes the run in each draw. The same seed gives the same numbers. */
export function drawTraining(
  plan: TrainingPlan,
  options: { readonly draws: number; readonly seed: number },
): TrainingDraws {
  const { draws, seed } = options;
  const names = [...plan.inputs.keys()];
  const sampler = createSampler({
    variables: [...plan.inputs.values()].map(({ name, distribution }) => ({
      name: `training ${name}`,
      distribution,
    })),
    seed,
  });
  const drawn = new Float64Array(names.length);
  const values = new Map<TrainingOutputName, Float64Array>();
  const share = new Float64Array(draws);
  const days = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    sampler.fill(draw, drawn);
    const at = (name: TrainingInputName): number | undefined => drawn[names.indexOf(name)];
    share[draw] = at('share') ?? NaN;
    days[draw] = at('days') ?? NaN;
    for (const [name, value] of Object.entries(runOnce(at)) as [TrainingOutputName, number | undefined][]) {
      if (value === undefined) continue;
      const column = values.get(name) ?? new Float64Array(draws);
      values.set(name, column);
      column[draw] = value;
    }
  }
  return { draws, values, share, days };
}

function runOnce(at: (name: TrainingInputName) => number | undefined): Output {
  const need = (name: TrainingInputName): number => at(name) ?? NaN;
  const flop = at('flop');
  const peak = at('peak');
  const stated = at('hours');
  const hours = stated ?? acceleratorHours(flop ?? NaN, peak ?? NaN, need('utilisation'));
  const accelerators = at('accelerators') ?? acceleratorsWithin(hours, need('days'));
  const utilisation =
    flop === undefined || peak === undefined ? undefined : impliedUtilisation(flop, hours, peak);
  const hardware = {
    acceleratorPrice: need('price'),
    serverFactor: need('server-factor'),
    networkShare: need('network-share'),
    depreciation: need('depreciation'),
    age: need('age'),
  };
  const energy = {
    serverPower: need('server-power'),
    load: need('load'),
    pue: need('pue'),
    electricityPrice: need('electricity-price'),
  };
  const amortised = amortisedCost(hours, hardware);
  const electricity = energyCost(hours, energy);
  return {
    ...(flop === undefined ? {} : { flop }),
    ...(utilisation === undefined ? {} : { utilisation }),
    hours,
    accelerators,
    days: wallClockDays(hours, accelerators),
    energy: energyUse(hours, energy),
    rental: rentalCost(hours, need('rental-rate')),
    hardware: amortised,
    electricity,
    owned: amortised + electricity,
    acquisition: acquisitionCost(accelerators, hardware),
  };
}

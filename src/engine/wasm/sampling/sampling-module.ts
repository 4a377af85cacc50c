import { ConstantPool } from '../constant-pool.ts';
import { ModuleEncoder } from '../encoder.ts';
import { emitCorrelate } from './copula-lanes.ts';
import { emitShape, SHAPES } from './distribution-lanes.ts';
import { emitNormalQuantiles } from './normal-lanes.ts';
import { emitPhilox } from './philox-lanes.ts';
import { emitExclusiveOr, emitSobol } from './sobol-lanes.ts';

/** The module that draws inputs; the same for all models and scenarios, which are data in its memory. */
export interface SamplingModuleBytes {
  readonly bytes: Uint8Array;
  /** First address that is free for data. */
  readonly free: number;
}

/** Constants begin above the address 0. */
const CONSTANTS = 16;

/** Writes the module: functions over rows of draws, and their memory. */
export function writeSamplingModule(): SamplingModuleBytes {
  const { encoder, free } = buildSamplingModule();
  return { bytes: encoder.encode(), free };
}

/** The module before it is encoded. */
export function buildSamplingModule(): { readonly encoder: ModuleEncoder; readonly free: number } {
  const encoder = new ModuleEncoder();
  const constants = new ConstantPool(CONSTANTS);
  const module = { encoder, constants };
  emitExclusiveOr(module);
  emitSobol(module);
  emitPhilox(module);
  emitNormalQuantiles(module);
  emitCorrelate(module);
  for (const shape of Object.values(SHAPES)) emitShape(module, shape);
  encoder.data(CONSTANTS, constants.bytes);
  encoder.memory(1);
  encoder.exportMemory('memory');
  return { encoder, free: constants.end };
}

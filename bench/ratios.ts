import type { Engine } from './measurement.ts';

type Side = readonly [workload: string, engine: Engine];

export interface Ratio {
  readonly name: string;
  readonly of: Side;
  readonly over: Side;
  /** The first draws of `of` against warm ones of `over`. */
  readonly cold?: boolean;
}

const KERNEL: Side = ['kernel', 'webassembly'];
const IN_JAVASCRIPT: Side = ['kernel', 'javascript'];

/** What times say when set against each other. */
export const RATIOS: readonly Ratio[] = [
  { name: 'WebAssembly / C', of: KERNEL, over: ['kernel', 'c'] },
  { name: 'WebAssembly / C with vectors of 128 bits', of: KERNEL, over: ['kernel', 'c-128'] },
  {
    name: 'WebAssembly / C with vectors of 128 bits, small model',
    of: ['small model', 'webassembly'],
    over: ['small model', 'c-128'],
  },
  { name: 'JavaScript / WebAssembly', of: IN_JAVASCRIPT, over: KERNEL },
  { name: 'interpreter / JavaScript', of: ['kernel', 'interpreter'], over: IN_JAVASCRIPT },
  { name: 'first draws / warm draws', of: KERNEL, over: KERNEL, cold: true },
  { name: 'first draws / warm draws, JavaScript', of: IN_JAVASCRIPT, over: IN_JAVASCRIPT, cold: true },
  { name: 'one output / the forecast’s', of: ['kernel, one output', 'webassembly'], over: KERNEL },
  { name: 'all outputs / the forecast’s', of: ['kernel, all outputs', 'webassembly'], over: KERNEL },
  { name: 'sampling / kernel', of: ['sampling', 'none'], over: KERNEL },
  { name: 'whole forecast / kernel', of: ['forecast', 'webassembly'], over: KERNEL },
];

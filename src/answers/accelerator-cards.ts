import { priceInput } from '../beliefs/training-beliefs.ts';
import type { TrainingContext } from '../beliefs/training-beliefs.ts';
import { quantileOf } from '../engine/index.ts';
import type { PreparedRun } from './prepare-run.ts';

/** One accelerator as the register knows it at a day. What is not published is absent. */
export interface AcceleratorCard {
  readonly product: string;
  readonly name: string;
  readonly line: string;
  readonly kind: 'gpu' | 'asic';
  /** ISO day from which the specification is known. */
  readonly knownSince: string;
  /** Dense TFLOP/s at 8 bits, else at 16. */
  readonly teraflops?: number;
  readonly bits?: 8 | 16;
  /** W of the package. */
  readonly power?: number;
  /** GB of HBM, and TB/s. */
  readonly memory?: number;
  readonly bandwidth?: number;
  /** USD, consensus of the estimates published by the day, else assumed. */
  readonly price?: { readonly p10: number; readonly p50: number; readonly p90: number };
  readonly priceBasis?: 'rows' | 'assumed';
  /** USD for a dense TFLOP/s at `bits`, and TFLOP/s for a watt of the package. */
  readonly usdPerTeraflops?: number;
  readonly teraflopsPerWatt?: number;
}

/** Generations of each line that stand side by side: the newest ones specified. */
const GENERATIONS = 2;

/** The newest generations of every line whose specification is known at the day. */
export function acceleratorCards(run: PreparedRun, context: TrainingContext): AcceleratorCard[] {
  const specified = new Map(run.view.products.map((product) => [product.id, product]));
  return run.catalogue.lines.flatMap((line) => {
    const known = line.products.flatMap((id) => specified.get(id) ?? []);
    return known
      .filter((product) => (product.fp8Dense ?? product.bf16Dense) !== undefined)
      .slice(-GENERATIONS)
      .map((product): AcceleratorCard => {
        const teraflops = product.fp8Dense ?? product.bf16Dense;
        const belief = priceInput(context, product);
        const at = (p: number): number => (belief ? quantileOf(belief.distribution, p) : NaN);
        const price = belief && { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
        return {
          product: product.id,
          name: product.name,
          line: line.id,
          kind: line.merchant ? 'gpu' : 'asic',
          knownSince: product.knownSince,
          ...(teraflops === undefined
            ? {}
            : { teraflops, bits: product.fp8Dense === undefined ? (16 as const) : (8 as const) }),
          ...(product.tdp === undefined ? {} : { power: product.tdp }),
          ...(product.hbmCapacity === undefined ? {} : { memory: product.hbmCapacity }),
          ...(product.hbmBandwidth === undefined ? {} : { bandwidth: product.hbmBandwidth }),
          ...(price
            ? { price, priceBasis: belief.basis === 'rows' ? ('rows' as const) : ('assumed' as const) }
            : {}),
          ...(price && teraflops ? { usdPerTeraflops: price.p50 / teraflops } : {}),
          ...(teraflops && product.tdp ? { teraflopsPerWatt: teraflops / product.tdp } : {}),
        };
      });
  });
}

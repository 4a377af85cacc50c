import type { Confidence } from './row.ts';

export type ProductKind = 'gpu' | 'asic';

/**
 * The public specification of an accelerator, known from its announcement. Prices, costs, yields, starts and ends are
 * hindsight and stand as dated fact rows in `product-estimates.csv` (product = this id).
 */
export interface Product {
  readonly id: string;
  readonly vendor: string;
  readonly designer: string;
  readonly name: string;
  /** Architecture, e.g. `Hopper`; the family in which history is reported is in `families.csv`. */
  readonly architecture: string;
  readonly kind: ProductKind;
  /** As stated, e.g. `2024-03`; empty where the product was never announced. */
  readonly announced: string;
  /** ISO day from which the specification is known: last day of `announced`, else the date of its source. */
  readonly knownSince: string;
  readonly processNode: string;
  readonly computeDies?: number;
  /** mm² of one compute die. */
  readonly dieArea?: number;
  /** Gross dies on a 300 mm wafer, derived from the area. */
  readonly grossDiesPerWafer?: number;
  readonly packaging: string;
  readonly hbmGeneration: string;
  readonly hbmStacks?: number;
  /** GB of HBM per package. */
  readonly hbmCapacity?: number;
  /** DRAM dies in one stack. */
  readonly hbmStackHeight?: number;
  /** TB/s. */
  readonly hbmBandwidth?: number;
  /** Dense TFLOP/s at 16, 8 and 4 bits. */
  readonly bf16Dense?: number;
  readonly fp8Dense?: number;
  readonly fp4Dense?: number;
  /** W of the package. */
  readonly tdp?: number;
  readonly sourceTitles: readonly string[];
  readonly sourceUrls: readonly string[];
  /** Date of the newest source, as stated; not the date from which the specification was public. */
  readonly sourcesRead: string;
  readonly confidence: Confidence;
}

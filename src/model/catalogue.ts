/**
 * What a model is built for: the sets of MODEL.md as they stood at a date. Values are not in here, only members
 * and how they hang together; values are inputs, so one compiled structure serves every scenario on these sets.
 */
export interface Catalogue {
  /** First simulated year; the run starts on its first of January. */
  readonly startYear: number;
  /** Simulated months, whole years. */
  readonly months: number;
  readonly products: readonly CatalogueProduct[];
  readonly lines: readonly Line[];
  readonly buyers: readonly Buyer[];
  readonly plants: readonly Plant[];
}

/** Logic nodes by class: `n5` stands for N5, N4, 4N, 4NP; `n7` for N7 and N6; `n3` for N3E, N3P. */
export const logicNodes = ['n7', 'n5', 'n3', 'n2'] as const;
export type LogicNode = (typeof logicNodes)[number];

export const memoryGenerations = ['hbm2e', 'hbm3', 'hbm3e', 'hbm4', 'hbm4e'] as const;
export type MemoryGeneration = (typeof memoryGenerations)[number];

export const memoryMakers = ['sk-hynix', 'samsung', 'micron'] as const;
export type MemoryMaker = (typeof memoryMakers)[number];

/** The inputs to a package whose shortage can limit output, and energised power, which limits what runs. */
export const packageInputs = ['cowos', 'hbm', 'hbm-qualified', 'n7', 'n5', 'n3', 'n2'] as const;
export type PackageInput = (typeof packageInputs)[number];

export const allocationRules = [
  'contracts-first',
  'weighted-max-min',
  'proportional',
  'strict-priority',
] as const;
export type AllocationRule = (typeof allocationRules)[number];

export interface CatalogueProduct {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  /** Reporting family in which history is published, from `data/families.csv`. */
  readonly family: string;
  /** Node of the compute dies; null where the line has its own supply (Huawei). */
  readonly node: LogicNode | null;
  readonly memory: MemoryGeneration | null;
  readonly usesCowos: boolean;
  /** True for a generic successor: not announced at the as-of date, assumed at its designer's cadence. */
  readonly assumedSuccessor: boolean;
}

/**
 * A designer's offer to one market: it requests inputs, turns them into products by generation, and sells to its
 * buyers. NVIDIA has two, since the parts made for China serve China only.
 */
export interface Line {
  readonly id: string;
  readonly designer: string;
  /** Merchant GPUs are what "the GPU shortage" speaks of; the rest are custom chips. */
  readonly merchant: boolean;
  /** Oldest generation first; at least one. */
  readonly products: readonly string[];
  readonly buyers: readonly string[];
  /** True where NVIDIA's memory qualification applies. */
  readonly needsQualifiedMemory: boolean;
  /** Who books packaging for the line: NVIDIA and AMD themselves, Broadcom for several custom chips. */
  readonly booking: string;
  /** True where chips come from the designer's own sources, outside TSMC and the three memory makers. */
  readonly ownSupply: boolean;
}

export interface Buyer {
  readonly id: string;
  readonly name: string;
  /** Whether the company guides its capital expenditure. */
  readonly guided: boolean;
}

export interface Plant {
  readonly id: string;
  readonly operator: 'TSMC' | 'OSAT';
}

/** Member name of a line's sale to one buyer. */
export function channelName(line: string, buyer: string): string {
  return `${line} to ${buyer}`;
}

/** Calendar years simulated, as names of knots: `2025`, `2026`, … */
export function simulatedYears(catalogue: Catalogue): string[] {
  return Array.from({ length: catalogue.months / 12 }, (_, index) => String(catalogue.startYear + index));
}

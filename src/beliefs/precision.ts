/** Bits of the arithmetic of a training run, by the names that peaks are published under. */
export const PRECISIONS = ['bf16', 'fp8', 'fp4'] as const;
export type Precision = (typeof PRECISIONS)[number];

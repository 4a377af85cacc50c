import { z } from 'zod';
import { address, period } from './summary.ts';

/** A mean of shares over futures, which may pass one by rounding. */
export const meanShare = z
  .number()
  .min(0)
  .max(1 + 1e-9);

export const leader = z.strictObject({ input: z.string(), share: meanShare, address });

/** What binds, by quarter. */
export const binding = {
  quarters: z.array(period).min(1),
  constraints: z
    .array(
      z.strictObject({
        input: z.string(),
        shares: z.array(meanShare).min(1),
        addresses: z.array(address).min(1),
      }),
    )
    .min(1),
  now: leader.nullable(),
  next: z.strictObject({ ...leader.shape, from: period }).nullable(),
};

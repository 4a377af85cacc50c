import { z } from 'zod';
import { reliefs, worthMeasures, worthSteps } from '../../answers/input-worth.ts';
import { period, runAbout, share, summary } from './summary.ts';

/** JSON of `chokepoint bottlenecks`. Shares of means over futures may pass one by rounding. */

const meanShare = z
  .number()
  .min(0)
  .max(1 + 1e-9);
const leader = z.strictObject({ input: z.string(), share: meanShare });

export const bottlenecksSchema = z.strictObject({
  ...runAbout,
  quarters: z.array(period).min(1),
  constraints: z.array(z.strictObject({ input: z.string(), shares: z.array(meanShare).min(1) })).min(1),
  now: leader.nullable(),
  next: z.strictObject({ ...leader.shape, from: period }).nullable(),
  worthDraws: z.number().int().positive(),
  years: z.array(period).min(1),
  nextConstraints: z
    .array(
      z.strictObject({
        relieved: z.enum(reliefs).nullable(),
        years: z.array(leader).min(1),
        met: z.array(meanShare).min(1),
        shortInAYear: share,
      }),
    )
    .length(reliefs.length + 1),
  worth: z
    .array(
      z.strictObject({
        input: z.string(),
        step: z.enum(worthSteps),
        measure: z.enum(worthMeasures),
        unit: z.string(),
        period,
        effect: z.strictObject({
          base: summary,
          changed: summary,
          difference: summary,
          raised: share,
          lowered: share,
        }),
      }),
    )
    .min(1),
});

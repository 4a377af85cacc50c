import { z } from 'zod';
import { reliefs, worthMeasures, worthSteps } from '../../answers/input-worth.ts';
import { binding, leader, meanShare } from './binding.ts';
import { address, period, runAbout, share, summary } from './summary.ts';

/** JSON of `chokepoint bottlenecks`. */
export const bottlenecksSchema = z.strictObject({
  ...runAbout,
  ...binding,
  worthDraws: z.number().int().positive(),
  years: z.array(period).min(1),
  nextConstraints: z
    .array(
      z.strictObject({
        relieved: z.enum(reliefs).nullable(),
        years: z.array(leader).min(1),
        met: z.array(meanShare).min(1),
        shortInAYear: share,
        shortAddress: address,
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
        addresses: z.strictObject({ base: address, changed: address }),
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

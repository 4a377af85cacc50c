import { z } from 'zod';
import { address, pairedFigure, runAbout, share } from './summary.ts';

/** JSON of `chokepoint fleet`. */

const month = z.string().regex(/^\d{4}-\d{2}$/u);
const firstMonth = z.strictObject({
  address,
  now: share,
  within: share,
  p10: month.nullable(),
  p50: month.nullable(),
  p90: month.nullable(),
});

export const fleetSchema = z.strictObject({
  ...runAbout,
  buyers: z.array(z.string()).min(1),
  figures: z.array(pairedFigure).min(1),
  cluster: z
    .strictObject({
      count: z.number().positive(),
      product: z.strictObject({ id: z.string(), name: z.string() }),
      h100e: z.number().positive(),
      from: month,
      horizon: month,
      buyers: z
        .array(
          z.strictObject({
            buyer: z.string(),
            delivered: firstMonth,
            powered: firstMonth,
            compute: firstMonth,
          }),
        )
        .min(1),
      cost: z.strictObject({
        outputs: z
          .array(
            z.strictObject({
              address,
              name: z.string(),
              unit: z.string(),
              mean: z.number(),
              p10: z.number(),
              p50: z.number(),
              p90: z.number(),
            }),
          )
          .min(1),
        inputs: z.array(z.looseObject({ name: z.string(), unit: z.string(), basis: z.string() })).min(1),
      }),
    })
    .optional(),
});

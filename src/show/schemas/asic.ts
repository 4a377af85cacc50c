import { z } from 'zod';
import { day, pairedFigure, runAbout } from './summary.ts';

/** JSON of `chokepoint asic`. */

const positive = z.number().positive();

export const asicSchema = z.strictObject({
  ...runAbout,
  programmes: z.array(z.string()).min(1),
  figures: z.array(pairedFigure).min(1),
  cards: z
    .array(
      z.strictObject({
        product: z.string(),
        name: z.string(),
        line: z.string(),
        kind: z.enum(['gpu', 'asic']),
        knownSince: day,
        teraflops: positive.optional(),
        bits: z.union([z.literal(8), z.literal(16)]).optional(),
        power: positive.optional(),
        memory: positive.optional(),
        bandwidth: positive.optional(),
        price: z.strictObject({ p10: positive, p50: positive, p90: positive }).optional(),
        priceBasis: z.enum(['rows', 'assumed']).optional(),
        usdPerTeraflops: positive.optional(),
        teraflopsPerWatt: positive.optional(),
      }),
    )
    .min(1),
});

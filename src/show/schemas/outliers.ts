import { z } from 'zod';
import { day } from './summary.ts';

const text = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });

/** JSON of `chokepoint facts --outliers`: rows behind beliefs that lie far from the others, each with its reason. */
export const outliersSchema = z.strictObject({
  asOf: day,
  searched: z.int().positive(),
  outliers: z.array(
    z.strictObject({
      factor: z.number().positive(),
      score: z.number().positive(),
      others: z.int().positive(),
      confidence: z.enum(['high', 'medium', 'low']),
      setAside: z.boolean(),
      inputs: z.array(z.string().min(1)).min(1),
      reason: text,
      row: z.looseObject({ id: z.string().min(1), published: day, publisher: z.string().min(1) }),
    }),
  ),
});

import { z } from 'zod';
import { allocationRules } from '../../model/catalogue.ts';
import { pairedFigure, runAbout } from './summary.ts';

/** JSON of `chokepoint allocate`. */
export const allocateSchema = z.strictObject({
  ...runAbout,
  rule: z.enum(allocationRules),
  others: z.array(z.enum(allocationRules)).length(allocationRules.length - 1),
  buyers: z.array(z.string()).min(1),
  figures: z.array(pairedFigure).min(1),
});

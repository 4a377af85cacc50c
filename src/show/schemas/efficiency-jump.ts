import { z } from 'zod';
import { day, pairedFigure, runAbout } from './summary.ts';

/** JSON of `chokepoint what-if efficiency`. */
export const efficiencyJumpSchema = z.strictObject({
  ...runAbout,
  gain: z.number().positive(),
  elasticities: z.array(z.number().min(0)).min(1),
  from: day,
  figures: z.array(pairedFigure).min(1),
});

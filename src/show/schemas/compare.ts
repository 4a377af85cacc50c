import { z } from 'zod';
import { keyFigureNames } from '../../answers/key-figures.ts';
import { address, calibration, day, difference, history, own, period, summary } from './summary.ts';

/** JSON of `chokepoint compare`. */

const leverValue = z.union([z.number(), z.string(), z.looseObject({ kind: z.string() })]).nullable();
const figureName = z.enum(keyFigureNames);

export const compareSchema = z.strictObject({
  history,
  calibration: calibration.optional(),
  draws: z.number().int().positive(),
  seed: z.number().int(),
  scenarios: z
    .array(
      z.strictObject({
        name: z.string(),
        asOf: day,
        own: own.optional(),
        calibration: calibration.optional(),
        paired: z.boolean(),
        changes: z.array(
          z.strictObject({
            kind: z.enum(['lever', 'delay', 'removal']),
            name: z.string(),
            unit: z.string(),
            from: leverValue,
            to: leverValue,
            inputs: z.array(z.string()).min(1),
          }),
        ),
        end: z.strictObject({ p10: day.nullable(), p50: day.nullable(), p90: day.nullable() }),
        horizonEnd: day,
      }),
    )
    .min(2),
  figures: z
    .array(
      z.strictObject({
        address,
        name: figureName,
        member: z.string(),
        unit: z.string(),
        period,
        values: z.array(summary.nullable()).min(2),
        differences: z.array(difference.nullable()).min(1),
      }),
    )
    .min(1),
  attributions: z.array(
    z.strictObject({
      scenario: z.string(),
      name: figureName,
      period,
      unit: z.string(),
      alone: z.array(difference),
      together: difference,
      interaction: z.number(),
    }),
  ),
});

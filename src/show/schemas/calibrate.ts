import { z } from 'zod';
import { calibration, day, history, period, share, summary } from './summary.ts';

/** JSON of `chokepoint calibrate`. `misfit…` and `shift` are in standard deviations, `sigma` is of the logarithm. */

const ranges = { before: summary, after: summary };

export const calibrateSchema = z.strictObject({
  ...calibration.shape,
  asOf: day,
  history,
  draws: z.number().int().positive(),
  seed: z.number().int(),
  effectiveUntempered: z.number().positive(),
  errors: z.strictObject({ model: z.number().positive(), correlation: share, tail: z.number().positive() }),
  years: z
    .array(
      z.strictObject({
        year: z.number().int(),
        known: z.number().int().min(0),
        shared: z.number().int().min(0),
        problems: z.array(z.looseObject({ code: z.string() })),
      }),
    )
    .min(1),
  fits: z.array(
    z.strictObject({
      year: z.number().int(),
      subject: z.enum(['sales', 'capex', 'packaging', 'memory']),
      whose: z.string(),
      series: z.string(),
      member: z.string(),
      unit: z.string(),
      period,
      known: z.number().positive(),
      sigma: z.number().positive(),
      ...ranges,
      misfitBefore: z.number(),
      misfitAfter: z.number(),
      rows: z.array(z.string()).min(1),
    }),
  ),
  groups: z.array(
    z.strictObject({
      year: z.number().int(),
      subject: z.enum(['sales', 'capex', 'packaging', 'memory']),
      whose: z.string(),
      series: z.string(),
      known: z.number().int().positive(),
      misfitBefore: z.number().min(0),
      misfitAfter: z.number().min(0),
      insideBefore: share,
      insideAfter: share,
    }),
  ),
  chance: z.number().positive(),
  beliefs: z
    .array(
      z.strictObject({
        input: z.string(),
        unit: z.string(),
        ...ranges,
        shift: z.number(),
        narrowing: z.number().min(0),
      }),
    )
    .min(1),
  figures: z
    .array(z.strictObject({ name: z.string(), member: z.string(), unit: z.string(), period, ...ranges }))
    .min(1),
});

import { z } from 'zod';

/** Parts of the JSON of every answer that draws futures. */

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
export const share = z.number().min(0).max(1);
export const history = z.enum(['strict', 'pseudo-real-time']);

const quantiles = {
  mean: z.number(),
  p025: z.number(),
  p05: z.number(),
  p10: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p95: z.number(),
  p975: z.number(),
};

function inOrder(each: { p10: number; p50: number; p90: number }): boolean {
  return each.p10 <= each.p50 && each.p50 <= each.p90;
}

export const summary = z.strictObject(quantiles).refine(inOrder, 'quantiles out of order');

/** A difference between two runs of the same futures. */
export const difference = z
  .strictObject({ ...quantiles, higher: share, lower: share })
  .refine(inOrder, 'quantiles out of order');

export const period = z.strictObject({
  start: day,
  end: day,
  first: z.number().int().min(0),
  last: z.number().int().min(0),
});

/** What `chokepoint explain` takes. */
export const address = z.string().regex(/^[\w.~+%,=/-]+(?:@[\w.~+%,-]+[=:][-\d.e+:]+)*$/u);

/** Known quantities of the past that weigh the futures, and how many futures they leave in effect. */
export const calibration = z.strictObject({
  known: z.number().int().min(0),
  effective: z.number().positive(),
  exponent: share,
  pool: z.number().int().positive(),
});

/** Rows of one's own among the figures. */
export const own = z.strictObject({ rows: z.number().int().min(0), later: z.number().int().min(0) });

/** What every answer says of the run behind it. */
export const runAbout = {
  scenario: z.string(),
  asOf: day,
  history,
  own: own.optional(),
  calibration: calibration.optional(),
  draws: z.number().int().positive(),
  seed: z.number().int(),
};

/** A figure as the run has it, and under each change of the answer. */
export const pairedFigure = z.strictObject({
  address,
  name: z.string(),
  member: z.string(),
  unit: z.string(),
  period,
  base: summary,
  changed: z.array(z.strictObject({ address, change: z.string(), value: summary, difference })),
});

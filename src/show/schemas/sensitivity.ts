import { z } from 'zod';
import { sensitivityMethods } from '../../answers/sensitivity/sensitivity.ts';
import { period, runAbout, share, summary } from './summary.ts';

/** JSON of `chokepoint sensitivity`. */

const count = z.number().int().nonnegative();
const names = z.array(z.string());
const bilingual = z.strictObject({ en: z.string(), ja: z.string() });

const estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
/** By sampling error a little outside of 0 to 1. */
const index = z.strictObject({ first: estimate, total: estimate });
const end = z.strictObject({ held: z.number(), figure: summary });

const group = z.strictObject({
  group: z.string(),
  lead: z.strictObject({
    input: z.string(),
    rank: z.number().min(-1).max(1),
    pawn: z.strictObject({ median: share, maximum: share }),
    clear: z.boolean(),
  }),
  screening: z
    .strictObject({ muStar: estimate, mu: z.number().nullable(), sigma: z.number().nullable() })
    .nullable(),
  index: index.nullable(),
  swing: z.strictObject({ inputs: names.min(1), low: end, high: end }).nullable(),
});

const learn = z.strictObject({
  group: z.string(),
  first: estimate,
  lead: z.strictObject({
    input: z.string(),
    unit: z.string(),
    p10: z.number(),
    p50: z.number(),
    p90: z.number(),
    basis: z.enum(['rows', 'assumed', 'set', 'rest']),
    rule: bilingual,
    reason: bilingual,
    assumptions: names,
    sources: names,
  }),
});

export const sensitivitySchema = z.strictObject({
  ...runAbout,
  method: z.enum(sensitivityMethods),
  trajectories: count,
  measured: count,
  groups: z
    .array(
      z.strictObject({
        name: z.string(),
        families: z.array(z.strictObject({ name: z.string(), description: z.string() })).min(1),
        inputs: z.number().int().positive(),
        factors: z.number().int().positive(),
        basis: z.partialRecord(z.enum(['rows', 'assumed', 'set', 'rest']), count),
        assumptions: names,
        sources: names,
      }),
    )
    .min(1),
  runs: z.strictObject({ screening: count, variance: count, tornado: count }),
  figures: z
    .array(
      z.strictObject({
        figure: z.strictObject({
          address: z.string(),
          name: z.string(),
          dimension: z.string().nullable(),
          members: names,
          unit: z.string(),
          period,
        }),
        summary,
        variance: z.number().nonnegative(),
        binary: z.boolean(),
        noise: z.strictObject({ rank: share, pawn: share }),
        groups: z.array(group).min(1),
        rest: index.nullable(),
        base: summary.nullable(),
        learn: learn.nullable(),
      }),
    )
    .min(1),
});

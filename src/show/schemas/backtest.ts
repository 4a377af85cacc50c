import { z } from 'zod';

/** JSON of `chokepoint backtest`. */

const number = z.number().nullable();
const history = z.enum(['strict', 'pseudo-real-time']);
const byRange = z.array(number).length(3);
const total = z.strictObject({
  targets: z.int(),
  events: z.int(),
  crps: number,
  logScore: number,
  interval: byRange,
  coverage: byRange,
  bias: number,
  absoluteError: number,
});
const skill = z.strictObject({
  targets: z.int().positive(),
  events: z.int().positive(),
  crps: z.number().nonnegative(),
  opponent: z.number().nonnegative(),
  skill: z.number().max(1),
  /** Null for a single event. */
  low: number,
  high: number,
});
const group = {
  total,
  skills: z.partialRecord(z.enum(['last', 'linear', 'exponential', 'guidance']), skill),
  places: z.array(number).length(10),
};
const summary = z.strictObject({
  history,
  all: z.strictObject(group),
  horizons: z.array(z.strictObject(group).nullish()),
  subjects: z.array(z.strictObject({ subject: z.string(), ...group })),
  entries: z.array(
    z.strictObject({ series: z.string(), ...group, horizons: z.array(z.strictObject(group).nullish()) }),
  ),
  dates: z.array(total.extend({ series: z.string() })),
  published: z
    .strictObject({
      all: skill,
      median: z.number(),
      publishers: z.array(
        z.strictObject({
          publisher: z.string(),
          targets: z.int().positive(),
          events: z.int().positive(),
          theirs: z.number(),
          median: z.number(),
          crps: z.number(),
        }),
      ),
    })
    .optional(),
});
const target = {
  series: z.string(),
  member: z.string().optional(),
  period: z.string(),
  horizon: z.number().positive(),
  event: z.string(),
  unit: z.string(),
  outcome: z.strictObject({
    low: z.number(),
    value: z.number(),
    high: z.number(),
    rows: z.array(z.string()).min(1),
  }),
};
const score = z.strictObject({
  crps: z.number().nonnegative(),
  logScore: number,
  interval: byRange,
  inside: byRange,
  places: z.array(z.number().min(0).max(1)).min(1),
  error: z.number(),
  absoluteError: z.number().nonnegative(),
});

export const backtestSchema = z.strictObject({
  protocol: z.strictObject({
    version: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    evaluatedBy: z.iso.date(),
  }),
  draws: z.int().positive(),
  calibrated: z.boolean(),
  seed: z.int(),
  ranges: z.array(z.number()).length(3),
  summaries: z.array(summary),
  sideBySide: z.array(summary),
  runs: z.array(
    z.strictObject({
      asOf: z.iso.date(),
      history,
      targets: z.array(
        z.strictObject({
          ...target,
          address: z.string().min(1),
          forecast: z.record(z.string(), z.number()),
          score,
          baselines: z.array(
            z.strictObject({ name: z.string(), point: z.number(), sd: z.number(), crps: z.number() }),
          ),
          published: z.array(
            z.strictObject({
              row: z.string(),
              publisher: z.string(),
              value: z.number(),
              absoluteError: z.number(),
            }),
          ),
        }),
      ),
      leftOut: z.array(z.strictObject({ ...target, reason: z.string(), assumptions: z.array(z.string()) })),
      dates: z.array(z.looseObject({ series: z.string(), input: z.string(), row: z.string(), score })),
      datesLeftOut: z.array(
        z.strictObject({ series: z.string(), input: z.string(), row: z.string(), reason: z.string() }),
      ),
      problems: z.array(z.looseObject({ code: z.string() })),
    }),
  ),
});

import { z } from 'zod';
import { address, calibration, own } from './summary.ts';

/** JSON of `chokepoint train-cost`. Money is USD, dates are ISO days, months `YYYY-MM`. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const month = z.string().regex(/^\d{4}-\d{2}$/u);
const share = z.number().min(0).max(1);
const basis = z.enum(['published', 'estimated', 'rows', 'derived', 'assumed', 'given']);
const precision = z.enum(['bf16', 'fp8', 'fp4']);
const bilingual = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
const quantiles = { p10: z.number(), p50: z.number(), p90: z.number() };

const source = z.strictObject({
  /** `file#id` in the register. */
  key: z.string().includes('#'),
  publisher: z.string().min(1),
  published: day,
  url: z.string(),
});

/** No input without a source, or the word assumed, given or derived. */
const input = z
  .strictObject({
    name: z.string(),
    unit: z.string(),
    basis,
    distribution: z.looseObject({ kind: z.string() }),
    ...quantiles,
    reason: bilingual,
    assumptions: z.array(z.string()),
    sources: z.array(source),
  })
  .refine(
    (each) =>
      each.sources.length > 0 ||
      each.basis === 'given' ||
      each.basis === 'derived' ||
      (each.basis === 'assumed' && each.assumptions.length > 0),
    'an input rests on nothing',
  )
  .refine((each) => each.p10 <= each.p50 && each.p50 <= each.p90, 'quantiles out of order');

const output = z
  .strictObject({ address, name: z.string(), unit: z.string(), mean: z.number(), ...quantiles })
  .refine((each) => each.p10 <= each.p50 && each.p50 <= each.p90, 'quantiles out of order');

const model = z.strictObject({
  id: z.string(),
  name: z.string(),
  developer: z.string(),
  published: day,
  parametersTotal: z.number().optional(),
  parametersActive: z.number().optional(),
  trainingTokens: z.number().optional(),
  trainingFlop: z.number().optional(),
  accelerator: z.string(),
  product: z.string(),
  acceleratorCount: z.number().optional(),
  wallHours: z.number().optional(),
  acceleratorHours: z.number().optional(),
  costStated: z.number().optional(),
  costEstimate: z.number().optional(),
  precision: z.string(),
  figuresPublished: day,
  source: z.string().min(1),
  sourceUrl: z.string(),
  confidence: z.string(),
  note: z.string(),
  evidence: z.array(z.string()),
});

const buyer = z.strictObject({
  buyer: z.string(),
  /** What `chokepoint explain` takes: the fleet, and the hours held against it. */
  restsOn: z.array(address).min(1),
  now: share,
  within: share,
  p10: month.nullable(),
  p50: month.nullable(),
  p90: month.nullable(),
  largest: z.array(z.strictObject({ month, ...quantiles })),
});

export const trainCostSchema = z.strictObject({
  scenario: z.string(),
  asOf: day,
  history: z.enum(['strict', 'pseudo-real-time']),
  own: own.optional(),
  calibration: calibration.optional(),
  draws: z.number().int().positive(),
  seed: z.number().int(),
  model: model.optional(),
  product: z.strictObject({ id: z.string(), name: z.string() }),
  productBasis: basis,
  precision,
  precisionBasis: basis,
  start: day,
  end: day,
  inputs: z.array(input).min(1),
  outputs: z.array(output).min(1),
  utilisationAt16Bits: z.number().optional(),
  usualUtilisation: z.strictObject({ p10: share, p90: share }).optional(),
  stated: z
    .strictObject({
      stages: z.array(z.strictObject({ id: z.string(), hours: z.number(), said: z.string() })).min(1),
      rate: z.strictObject({ id: z.string(), value: z.number(), unit: z.string() }),
      hours: z.number(),
      cost: z.number(),
    })
    .optional(),
  published: z.array(z.looseObject({ id: z.string(), published: day, publisher: z.string() })),
  leftOut: z.array(z.string()).min(1),
  fleets: z.strictObject({
    from: month,
    horizon: month,
    already: z.number().int().min(0),
    first: z.string().nullable(),
    buyers: z.array(buyer).min(1),
  }),
});

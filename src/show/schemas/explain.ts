import { z } from 'zod';
import { address, day, period, runAbout, share, summary } from './summary.ts';

/** JSON of `chokepoint explain`: what a figure is made of, its equations with numbers, and what every input rests on. */

const text = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
const quantile = { p10: z.number(), p50: z.number(), p90: z.number() };

const source = z.discriminatedUnion('source', [
  z.looseObject({
    source: z.literal('row'),
    id: z.string().min(1),
    published: day,
    publisher: z.string().min(1),
  }),
  z.looseObject({ source: z.literal('product'), id: z.string().min(1), knownSince: day }),
]);

const input = z
  .strictObject({
    /** Of the input itself. */
    address,
    name: z.string().min(1),
    unit: z.string(),
    description: z.string().min(1),
    basis: z.enum(['rows', 'assumed', 'set', 'rest']),
    rule: text,
    reason: text,
    distribution: z.looseObject({ kind: z.string() }),
    ...quantile,
    value: z.number(),
    /** The figure with this input alone at its P10 and P90. */
    atP10: z.number(),
    atP90: z.number(),
    sources: z.array(source),
    assumptions: z.array(z.looseObject({ id: z.string().min(1), knownSince: day, reason: text })),
    /** Rows that lie far from what the others say. */
    outliers: z
      .array(
        z.looseObject({
          factor: z.number().positive(),
          score: z.number().positive(),
          others: z.int().positive(),
          setAside: z.boolean(),
          id: z.string().min(1),
        }),
      )
      .min(1)
      .optional(),
    /** Past errors behind the spread; rows as `file#id`. */
    record: z
      .strictObject({
        groups: z.int().min(0),
        errors: z.int().min(0),
        priorWeight: z.number().positive(),
        curve: z.tuple([z.number(), z.number(), z.number()]),
        bias: z.number(),
        largest: z.array(
          z.strictObject({ target: z.string().min(1), day, horizon: z.number(), error: z.number() }),
        ),
        rows: z.array(z.string().min(1)),
      })
      .optional(),
  })
  .refine(
    ({ basis, sources, assumptions, distribution }) =>
      sources.length > 0 ||
      assumptions.length > 0 ||
      basis === 'set' ||
      (basis === 'rest' && distribution.kind === 'point'),
    'an input rests on nothing',
  );

const place = z.strictObject({ name: z.string(), month: day });

const node = z.strictObject({
  name: z.string(),
  month: day,
  moment: z.enum(['opening', 'closing']).optional(),
  kind: z.enum(['input', 'table', 'variable', 'stock']),
  unit: z.string(),
  value: z.number(),
  description: z.string(),
  weight: z.number(),
  end: z.enum(['explained', 'above', 'input', 'calendar', 'cut']),
  same: z.array(place),
  equation: z.string().optional(),
  equationMonth: day.optional(),
  /** The equation without what its numbers make idle, with names and with numbers. */
  reduced: z.string().optional(),
  numbers: z.string().optional(),
  earlier: z.array(z.strictObject({ month: day, value: z.number() })).optional(),
  get parts() {
    return z.array(node).optional();
  },
});

const month = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .nullable();

export const explainSchema = z.strictObject({
  ...runAbout,
  address,
  name: z.string(),
  unit: z.string(),
  meaning: text,
  overTime: z.enum(['sum', 'mean', 'last']).nullable(),
  dimension: z.string().nullable(),
  members: z.array(z.string()),
  period,
  /** From 1; null where every input is at its median. */
  draw: z.number().int().positive().nullable(),
  change: z.strictObject({
    held: z.array(z.strictObject({ input: z.string(), value: z.number() })),
    moved: z.array(z.strictObject({ input: z.string(), factor: z.number(), plus: z.number() })),
  }),
  value: z.number(),
  measured: z.strictObject({ value: z.number(), unit: z.string() }),
  equation: z.string().min(1),
  substituted: z.string().min(1),
  months: z.array(z.strictObject({ start: day, value: z.number() })),
  terms: z.array(z.strictObject({ address, unit: z.string(), value: z.number() })),
  range: summary,
  end: z
    .strictObject({
      shortNow: share,
      neverShort: share,
      p10: month,
      p50: month,
      p90: month,
      returns: share,
    })
    .nullable(),
  assumed: share,
  scalars: z.array(z.strictObject({ name: z.string(), unit: z.string(), value: z.number() })),
  factor: z.number(),
  above: z.number().nullable(),
  tree: z.array(node),
  inputs: z.array(input).min(1),
});

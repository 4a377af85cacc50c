import { parse } from 'yaml';
import { z } from 'zod';
import { ProblemError } from '../../problem/problem.ts';
import type { History } from '../../register/index.ts';

/**
 * The protocol of the backtest (`data/backtest-protocol.yaml`, which explains every key): what is scored, as of which
 * days, against which outcomes and opponents. Written before any score was looked at; its hash stands beside every score.
 */
const day = z.iso.date();
const bilingual = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
const histories = z.array(z.enum(['strict', 'pseudo-real-time'] satisfies History[])).min(1);
const names = z.array(z.string()).min(1);

const seriesEntry = z.strictObject({
  id: z.string().min(1),
  label: bilingual,
  subject: z.enum(['units', 'families', 'revenue', 'capacity', 'memory', 'capex', 'stock']),
  /** Series of the model, summed over the members; one target for `each` member where it says so. */
  of: z.strictObject({
    series: z.string(),
    by: z.string(),
    members: names,
    each: z.literal(true).optional(),
  }),
  period: z.enum(['year', 'quarter', 'level']),
  outcome: z.strictObject({
    metric: z.string(),
    entity: names,
    /** Labels of the rows; where neither they nor `designer` is given, the labels of the family that is the member. */
    product: names.optional(),
    /** All families of the designer, to be summed. */
    designer: z.string().optional(),
    unit: z.string(),
    basis: z.array(z.string()).min(1).optional(),
    publisher: z.string().optional(),
    /** Calendar years only, where fiscal ones are published as well. */
    calendar: z.literal(true).optional(),
    /** The outcome is the sum of the rows of one publication that lie in the period and together cover it. */
    sum: z.literal(true).optional(),
  }),
  forecasts: z.strictObject({ metric: names, product: names.optional() }).optional(),
  guidance: z.strictObject({ metric: z.string(), product: names }).optional(),
  floor: z.number().positive(),
  event: z.string().min(1),
});

const dateEntry = z.strictObject({
  id: z.string().min(1),
  label: bilingual,
  /** An input of the model, or a family of inputs by product. */
  input: z.string().min(1),
  outcome: z.strictObject({
    metric: z.string(),
    entity: names.optional(),
    product: names.optional(),
    kinds: z.array(z.enum(['actual', 'estimate'])).min(1),
  }),
});

const protocol = z.strictObject({
  version: z.number().int().positive(),
  evaluatedBy: day,
  dates: z.array(z.strictObject({ day, histories })).min(1),
  draws: z.number().int().positive(),
  seed: z.number().int().nonnegative(),
  resamples: z.number().int().positive(),
  levelGraceDays: z.number().nonnegative(),
  horizons: z.array(z.number().positive()).min(1),
  baselines: z.strictObject({
    yearly: z.number().positive(),
    least: z.number().positive(),
    weight: z.number().positive(),
    mostPoints: z.number().int().positive(),
    fewestPoints: z.number().int().min(2),
    guidance: z.number().positive(),
  }),
  derivedMoves: z.number().positive(),
  series: z.array(seriesEntry).min(1),
  dateSeries: z.array(dateEntry),
  unscored: z.array(z.strictObject({ what: bilingual, why: bilingual })),
});

export type Protocol = z.infer<typeof protocol>;
export type SeriesEntry = z.infer<typeof seriesEntry>;
export type DateEntry = z.infer<typeof dateEntry>;
export type Subject = SeriesEntry['subject'];

/** Reads the protocol. Throws `ProblemError` with every problem of the file. */
export function readProtocol(text: string, file: string): Protocol {
  const read = protocol.safeParse(parse(text));
  if (read.success) return read.data;
  throw new ProblemError(
    read.error.issues.map(({ path, message }) => ({
      code: 'wrong-type',
      place: { file },
      params: { name: path.join('.'), expected: message, found: '' },
    })),
  );
}

import { z } from 'zod';
import { binding } from './binding.ts';
import { address, day, period, runAbout, share, summary } from './summary.ts';

const text = z.strictObject({ en: z.string(), ja: z.string() });
const shortages = { shortNow: share, shortInAYear: share };
const hingeEnd = z.strictObject({
  value: z.number(),
  ...shortages,
  addresses: z.strictObject({ shortNow: address, shortInAYear: address }),
});
const probability = z
  .number()
  .min(0)
  .max(1 + 1e-9);

/** JSON of `chokepoint forecast`. */
export const forecastSchema = z.strictObject({
  ...runAbout,
  present: z.number().int().min(0),
  horizonEnd: day,
  years: z.array(period).length(2),
  ends: z
    .array(
      z.strictObject({
        address,
        threshold: z.number().positive(),
        ...shortages,
        neverShort: share,
        p10: day.nullable(),
        p50: day.nullable(),
        p90: day.nullable(),
        returns: share,
      }),
    )
    .length(3),
  overdue: z
    .strictObject({
      months: z.array(day).min(1),
      summaries: z.array(summary).min(1),
      addresses: z.array(address).min(1),
    })
    .refine(
      ({ months, summaries, addresses }) =>
        months.length === summaries.length && months.length === addresses.length,
      'a summary and an address for every month',
    ),
  shortage: z.array(z.strictObject({ period, probability: share, address })).min(1),
  endings: z.array(z.strictObject({ period, probability, ended: probability, address })),
  binding: z.strictObject(binding),
  hinges: z
    .array(
      z.strictObject({
        name: z.string(),
        label: text,
        unit: z.string(),
        low: hingeEnd,
        high: hingeEnd,
        assumed: z.boolean(),
      }),
    )
    .min(1),
  hingeBase: z.strictObject({ draws: z.number().int().positive(), ...shortages }),
  built: z
    .array(
      z.strictObject({
        series: z.string(),
        dimension: z.string(),
        member: z.string(),
        unit: z.string(),
        years: z.array(summary).length(2),
        addresses: z.array(address).length(2),
      }),
    )
    .min(1),
  waits: z
    .array(
      z.strictObject({
        buyer: z.string(),
        overdueMonths: summary,
        leadTime: summary,
        addresses: z.strictObject({ overdueMonths: address, leadTime: address }),
      }),
    )
    .min(1),
  assumptionShare: z.strictObject({ overdue: share, shipments: share }),
});

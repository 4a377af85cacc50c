import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VERDICTS } from '../src/answers/claim-verdict.ts';
import { COMPARISONS } from '../src/answers/claim-rule.ts';
import { CLAIM_SECTIONS, FORECAST_SUBJECTS, ROW_KINDS } from '../src/register/index.ts';
import { parseCsv } from '../src/register/csv.ts';

import { VINTAGE_COLUMNS } from '../src/show/forecast-vintages-view.ts';
import { RECORD_COLUMNS } from '../src/show/forecast-record-view.ts';
import { CLAIM_COLUMNS } from '../src/show/claims-data.ts';
import { chokepoint } from './chokepoint.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const text = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
const worked = z.strictObject({
  expression: z.string().min(1),
  value: z.number(),
  terms: z.array(
    z.strictObject({
      symbol: z.string().length(1),
      value: z.number(),
      unit: z.string().min(1),
      source: z.string().min(1),
      id: z.string().min(1),
      field: z.string(),
      rows: z.array(z.string().min(1)),
    }),
  ),
});
const test = z.strictObject({
  label: text,
  unit: z.string().min(1),
  tolerance: z.number().min(0),
  near: z.number().min(0),
  found: worked.optional(),
  comparison: z.enum(COMPARISONS).optional(),
  target: z.array(worked).min(1).max(2).optional(),
  outcome: z.enum(['holds', 'near', 'fails', 'open']).optional(),
});
const probability = z.object({
  label: text,
  time: z.enum(['article', 'latest']),
  asOf: day,
  draws: z.int().positive(),
  set: z.array(z.string()),
  expression: z.string().min(1),
  unit: z.string().min(1),
  tolerance: z.number().min(0),
  summary: z.looseObject({ p10: z.number(), p50: z.number(), p90: z.number() }),
  comparison: z.enum(COMPARISONS).optional(),
  target: z.array(z.number()).optional(),
  probability: z.number().min(0).max(1).optional(),
});
const claim = z.looseObject({
  id: z.string().min(1),
  section: z.enum(CLAIM_SECTIONS),
  statementEn: z.string().min(1),
  statementJa: z.string().min(1),
  kind: z.enum(ROW_KINDS),
  published: day,
  verdict: z.enum(VERDICTS),
  tests: z.array(test),
  probabilities: z.array(probability),
  unmeasured: z.array(z.strictObject({ kind: z.enum(['opinion', 'no-row']), text })),
  contrasts: z.array(z.strictObject({ claims: z.array(z.string()).min(1), text })),
  evidence: z.array(z.looseObject({ later: z.boolean(), id: z.string() })),
  products: z.array(z.string()),
  models: z.array(z.string()),
});
const answer = z.strictObject({
  article: z.strictObject({ publication: z.string(), published: z.string() }),
  asOf: day,
  draws: z.int().positive(),
  seed: z.int(),
  claims: z.array(claim),
});

const number = z.string().regex(/^(-?\d+(\.\d+)?(e[+-]?\d+)?)?$/u);
const count = z.string().regex(/^\d+$/u);
const chance = number.refine((cell) => cell === '' || (Number(cell) >= 0 && Number(cell) <= 1));
/** Columns that may be checked cell by cell; the others are free text. */
const CELLS: Partial<Record<(typeof CLAIM_COLUMNS)[number], z.ZodType>> = {
  section: z.enum(CLAIM_SECTIONS),
  verdict: z.enum(VERDICTS),
  tests_holding: count,
  tests_near: count,
  tests_failing: count,
  tests_open: count,
  found: number,
  target_low: number,
  target_high: number,
  comparison: z.enum([...COMPARISONS, '']),
  probability_article: chance,
  probability_latest: chance,
  rows: count,
  rows_since: count,
};

const errors = z.strictObject({
  count: z.int().min(0),
  median: z.number().nullable(),
  size: z.number().min(0).nullable(),
  low: z.int().min(0),
});
const group = z.strictObject({
  name: z.string().min(1),
  figures: errors,
  horizons: z.array(errors).length(4),
  dates: errors,
});
const record = z.strictObject({
  asOf: day,
  scored: z
    .array(
      z.strictObject({
        subject: z.enum(FORECAST_SUBJECTS),
        publisher: z.string().min(1),
        forecast: z.string().min(1),
        outcomes: z.array(z.string()).min(1),
        horizon: z.number().positive(),
        error: z.number(),
      }),
    )
    .min(50),
  bySubject: z.array(group).length(FORECAST_SUBJECTS.length),
  byPublisher: z.array(group).min(10),
  vintages: z.strictObject({
    quantity: z.string().min(1),
    metric: z.string().min(1),
    entity: z.string().min(1),
    product: z.string(),
    periodEnd: day,
    unit: z.string().min(1),
    basis: z.string(),
    words: z.array(
      z.strictObject({
        id: z.string().min(1),
        published: day,
        publisher: z.string().min(1),
        low: z.number().optional(),
        value: z.number(),
        high: z.number().optional(),
      }),
    ),
    outcome: z.strictObject({ value: z.number(), rows: z.array(z.string()).min(1) }).optional(),
    rows: z.array(
      z.strictObject({
        quarter: day,
        count: z.int().positive(),
        low: z.number(),
        median: z.number(),
        high: z.number(),
      }),
    ),
  }),
});

describe('claims as data', () => {
  it('gives the record of the forecasters as JSON and CSV', async () => {
    const { scored } = record.parse(
      JSON.parse((await chokepoint(['claims', '--by', 'publisher', '--json'])).stdout),
    );
    const csv = await chokepoint(['claims', '--by', 'publisher', '--csv']);
    const { header, rows } = parseCsv(csv.stdout, 'record');
    expect(header.map((cell) => cell.text)).toEqual(RECORD_COLUMNS);
    expect(rows.map((cells) => cells[2]?.text)).toEqual(scored.map(({ forecast }) => forecast));
  });

  it('gives how forecasts of one quantity moved as JSON and CSV', async () => {
    const args = ['claims', '--vintages', 'cowos_capacity TSMC 2025'];
    const { vintages } = record.parse(JSON.parse((await chokepoint([...args, '--json'])).stdout));
    const { header, rows } = parseCsv((await chokepoint([...args, '--csv'])).stdout, 'vintages');
    expect(header.map((cell) => cell.text)).toEqual(VINTAGE_COLUMNS);
    expect(rows.map((cells) => cells[9]?.text)).toEqual([
      ...vintages.words.map(({ id }) => id),
      vintages.outcome?.rows.join(' '),
    ]);
    const wrong = await chokepoint(['claims', '--vintages', 'cowos_capacity TSMC 2062']);
    expect(wrong.code).not.toBe(0);
    expect(wrong.stderr).toMatch(/did you mean “cowos_capacity TSMC 2026”/u);
  });

  it('is JSON of one schema, all statements or one', async () => {
    const all = await chokepoint(['claims', '--json', '--draws', '16']);
    const parsed = answer.parse(JSON.parse(all.stdout));
    expect(parsed.claims).toHaveLength(101);
    const one = await chokepoint(['claims', 'cowos-2026', '--json', '--draws', '16']);
    expect(claim.parse(JSON.parse(one.stdout))).toEqual(parsed.claims.find(({ id }) => id === 'cowos-2026'));
  });

  it('is CSV of one schema, the same in both languages and twice', async () => {
    const args = ['claims', '--csv', '--draws', '16'];
    const { stdout } = await chokepoint(args);
    const { header, rows } = parseCsv(stdout, 'claims');
    expect(header.map((cell) => cell.text)).toEqual(CLAIM_COLUMNS);
    expect(rows).toHaveLength(101);
    for (const cells of rows) {
      CLAIM_COLUMNS.forEach((column, index) => CELLS[column]?.parse(cells[index]?.text));
    }
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });
});

import { pow } from '../engine/elementary.ts';

/** Where a number of a rule comes from: `claim:ID`, `row:ID`, `model:ID.field` or `product:ID.field`; `.low`/`.high` for bounds. */
export type Reference = `${'claim' | 'row' | 'model' | 'product'}:${string}`;

/**
 * How one figure of a statement is computed again from dated figures. `expression` names the terms a, b, c, … in order
 * and is what `compute` does; `said` is the result the article gives, where it gives one.
 */
export interface ClaimRule {
  readonly claim: string;
  readonly terms: readonly Reference[];
  readonly expression: string;
  /** Unit of the result, as in the register. */
  readonly unit: string;
  readonly compute: (terms: readonly number[]) => number;
  readonly said?: number | Reference;
}

const at = (terms: readonly number[], index: number): number => terms[index] ?? Number.NaN;
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

const total = (claim: string, terms: readonly Reference[], unit: string, said?: Reference): ClaimRule => ({
  claim,
  terms,
  expression: terms.map((_, index) => 'abcdefghij'[index]).join(' + '),
  unit,
  compute: sum,
  ...(said === undefined ? {} : { said }),
});

const ratio = (claim: string, a: Reference, b: Reference, said?: number): ClaimRule => ({
  claim,
  terms: [a, b],
  expression: 'a / b',
  unit: '1',
  compute: (terms) => at(terms, 0) / at(terms, 1),
  ...(said === undefined ? {} : { said }),
});

const growth = (claim: string, a: Reference, b: Reference, said?: number): ClaimRule => ({
  claim,
  terms: [a, b],
  expression: 'a / b - 1',
  unit: 'fraction',
  compute: (terms) => at(terms, 0) / at(terms, 1) - 1,
  ...(said === undefined ? {} : { said }),
});

/** FLOP of a training run: six operations per active parameter and token, forward and backward pass. */
const trainingFlop = (claim: string, model: string, parameters: string): ClaimRule => ({
  claim,
  terms: [`model:${model}.${parameters}`, `model:${model}.trainingTokens`],
  expression: '6 × a × b',
  unit: 'FLOP',
  compute: (terms) => 6 * at(terms, 0) * at(terms, 1),
  said: `model:${model}.trainingFlop`,
});

/** 16-bit throughput per mm² of compute die, TFLOP/s. */
const throughputPerArea = (product: string): ClaimRule => ({
  claim: 'gpus-grow-by-area',
  terms: [`product:${product}.bf16Dense`, `product:${product}.computeDies`, `product:${product}.dieArea`],
  expression: 'a / (b × c)',
  unit: 'TFLOP/second/mm2',
  compute: (terms) => at(terms, 0) / (at(terms, 1) * at(terms, 2)),
});

const V3_HOURS: readonly Reference[] = ['row:dsv3-hours-pre', 'row:dsv3-hours-ctx', 'row:dsv3-hours-post'];
const units2025 = (label: string): Reference => `row:ship-${label}-2025-epoch-ai-2026-09-24`;

/** The recomputations, in the order in which they are shown. */
export const CLAIM_RULES: readonly ClaimRule[] = [
  total('deepseek-v3-cost', V3_HOURS, 'unit*hour', 'row:dsv3-hours-total'),
  {
    claim: 'deepseek-v3-cost',
    terms: [...V3_HOURS, 'row:h800-rate'],
    expression: '(a + b + c) × d',
    unit: 'USD',
    compute: (terms) => sum(terms.slice(0, 3)) * at(terms, 3),
    said: 'claim:deepseek-v3-cost',
  },
  {
    claim: 'deepseek-v3-cost',
    terms: ['row:dsv3-hours-total', 'row:dsv3-gpus'],
    expression: 'a / b',
    unit: 'hour',
    compute: (terms) => at(terms, 0) / at(terms, 1),
  },
  {
    claim: 'deepseek-v3-cost',
    terms: ['row:dsv3-hours-total', 'row:dsv3-gpus'],
    expression: 'a / b / 24',
    unit: 'day',
    compute: (terms) => at(terms, 0) / at(terms, 1) / 24,
  },
  ratio('frontier-cost-range', 'claim:frontier-cost-range.low', 'row:dsv3-cost'),
  ratio('frontier-cost-range', 'claim:frontier-cost-range.high', 'row:dsv3-cost'),
  trainingFlop('model-peers', 'deepseek-v3', 'parametersActive'),
  trainingFlop('model-peers', 'llama-3-1-405b', 'parametersTotal'),
  ratio('model-peers', 'model:llama-3-1-405b.acceleratorHours', 'model:deepseek-v3.acceleratorHours'),
  growth('amazon-2025', 'claim:amazon-2025', 'claim:amazon-2024'),
  growth('amazon-2024', 'claim:amazon-2024', 'claim:amazon-2023'),
  ratio('amazon-2023', 'claim:amazon-2025', 'claim:amazon-2023', 2),
  growth('google-growth', 'claim:google-2025', 'claim:google-growth', 0.42),
  growth('google-growth', 'row:googl-capex-2025', 'row:googl-capex-2024'),
  ratio('oracle-fy2025', 'claim:oracle-fy2025', 'row:orcl-capex-fy24', 2),
  ratio('oracle-fy2021', 'claim:oracle-fy2025', 'claim:oracle-fy2021'),
  growth('meta-2025', 'claim:meta-2025', 'row:meta-capex-2024'),
  ratio('stargate-first-year', 'claim:stargate-first-year', 'claim:stargate'),
  total(
    'big4-2023',
    [
      'row:msft-capex-fy23q3',
      'row:msft-capex-fy23q4',
      'row:msft-capex-fy24q1',
      'row:msft-capex-fy24q2',
      'row:amzn-capex-2023',
      'row:googl-capex-2023',
      'row:meta-capex-2023',
    ],
    'USD',
    'claim:big4-2023',
  ),
  total(
    'big4-2024',
    ['row:msft-capex-cy2024', 'row:amzn-capex-2024', 'row:googl-capex-2024', 'row:meta-capex-2024'],
    'USD',
    'claim:big4-2024',
  ),
  growth('big4-2024', 'claim:big4-2024', 'claim:big4-2023'),
  total(
    'big4-2025',
    ['claim:microsoft-fy2025', 'claim:amazon-2025', 'claim:google-2025', 'claim:meta-2025.high'],
    'USD',
    'claim:big4-2025.low',
  ),
  total(
    'big4-2025',
    ['row:msft-capex-cy2025', 'row:amzn-capex-2025-leases', 'row:googl-capex-2025', 'row:meta-capex-2025'],
    'USD',
    'row:big4-capex-2025-plat',
  ),
  growth('big4-2025', 'claim:big4-2025.low', 'claim:big4-2024'),
  ratio('amazon-mostly-aws', 'row:aws-capex-2025', 'row:amzn-capex-2025-leases'),
  ratio('microsoft-hopper', 'claim:microsoft-hopper', 'row:omdia-hopper-2024-bytedance', 2),
  ratio('microsoft-hopper', 'claim:microsoft-hopper', 'row:omdia-hopper-2024-meta', 2),
  total('blackwell-2025', [units2025('b200-incl-gb200'), units2025('b300-incl-gb300')], 'unit'),
  total('blackwell-2025', [units2025('h100-h200'), units2025('h20')], 'unit'),
  total(
    'amd-2024-revenue',
    [
      'row:amd-instinct-epoch-2024q1',
      'row:amd-instinct-epoch-2024q2',
      'row:amd-instinct-epoch-2024q3',
      'row:amd-instinct-epoch-2024q4',
    ],
    'USD',
    'claim:amd-2024-revenue.low',
  ),
  ratio('cowos-2025', 'claim:cowos-2025', 'claim:cowos-2024', 2),
  ratio('cowos-2026', 'claim:cowos-2026', 'claim:cowos-2025'),
  growth(
    'cowos-2024-doubled',
    'claim:cowos-2024',
    'row:cowos-capacity-tsmc-2023-12-31-est-2024-01-10-smbom',
    1,
  ),
  growth(
    'cowos-demand-growth',
    'row:cowos-demand-global-2025-12-31-est-2026-06-20-silicon-analysts',
    'row:cowos-demand-global-2024-12-31-est-2026-06-20-silicon-analysts',
    1.13,
  ),
  ratio('samsung-end-2025', 'claim:samsung-end-2025.low', 'claim:samsung-end-2024.low'),
  total(
    'micron-revenue-fy2025',
    [
      'row:hbm-revenue-micron-hbm-2025-02-27-act-2025-03-20-micron-fq2-25-call',
      'row:hbm-revenue-micron-hbm-2025-05-29-act-2025-07-08-jpmorgan',
      'row:hbm-revenue-micron-hbm-2025-08-28-act-2025-09-23-reuters',
    ],
    'USD',
  ),
  ratio('micron-60k', 'claim:micron-60k', 'claim:micron-20k', 3),
  {
    claim: 'asic-fills-gap',
    terms: [
      units2025('tpu-all'),
      units2025('trainium1-2'),
      units2025('nvidia-data-centre-gpus-a100-class-and-up'),
      units2025('instinct-all'),
    ],
    expression: '(a + b) / (a + b + c + d)',
    unit: 'fraction',
    compute: (terms) => (at(terms, 0) + at(terms, 1)) / sum(terms),
  },
  ratio('asic-market-ms-2024', 'row:avgo-ai-fy2024', 'claim:asic-market-ms-2024'),
  {
    claim: 'asic-market-ms-growth',
    terms: ['claim:asic-market-ms', 'claim:asic-market-ms-2024'],
    expression: '(a / b)^(1/3) - 1',
    unit: 'fraction',
    compute: (terms) => pow(at(terms, 0) / at(terms, 1), 1 / 3) - 1,
    said: 'claim:asic-market-ms-growth',
  },
  throughputPerArea('nv_h100'),
  throughputPerArea('nv_b200'),
];

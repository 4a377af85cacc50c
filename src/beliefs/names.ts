import type { Buyer, Plant } from '../model/catalogue.ts';

/** A line as it is defined before products are known: who makes it, for whom, and which catalogue products it has. */
export interface LineDefinition {
  readonly id: string;
  readonly designer: string;
  readonly merchant: boolean;
  readonly buyers: readonly string[];
  readonly products: readonly string[];
  /** Products before those, in runs that start by `LAST_FORMER_YEAR`. */
  readonly formerProducts: readonly string[];
  readonly booking: string;
  readonly ownSupply: boolean;
}

/** Who books packaging where it is not the line itself. */
const bookers: Readonly<Record<string, string>> = {
  'nvidia-china': 'nvidia',
  google: 'broadcom',
  meta: 'broadcom',
  openai: 'broadcom',
  aws: 'marvell and alchip',
  microsoft: 'marvell and alchip',
};

/** The last year at whose start what came before the present products still made a good part of their lines. */
export const LAST_FORMER_YEAR = 2023;

/** Products of before 2024 by line, the oldest first. */
const formerProducts: Readonly<Record<string, readonly string[]>> = {
  nvidia: ['nv_a100'],
  'nvidia-china': ['nv_a800', 'nv_h800'],
  amd: ['amd_mi250x'],
  google: ['goog_tpu_v4'],
};

/**
 * Lines and the products they may have. Parts that never shipped in volume, or that use neither CoWoS nor HBM and are
 * sold as systems (Cerebras, Groq), are not simulated.
 */
export const lineDefinitions: readonly LineDefinition[] = [
  line(
    'nvidia',
    'NVIDIA',
    true,
    [
      'microsoft',
      'meta',
      'amazon',
      'google',
      'oracle',
      'openai',
      'xai',
      'coreweave',
      'neoclouds',
      'sovereign',
      'enterprise',
    ],
    ['nv_h100', 'nv_h200', 'nv_b200', 'nv_gb200', 'nv_b300', 'nv_vr200', 'nv_rubin_ultra'],
  ),
  line('nvidia-china', 'NVIDIA', true, ['china'], ['nv_h20']),
  line(
    'amd',
    'AMD',
    true,
    ['microsoft', 'meta', 'oracle', 'openai', 'enterprise'],
    ['amd_mi300x', 'amd_mi325x', 'amd_mi350x', 'amd_mi355x', 'amd_mi455x'],
  ),
  line(
    'google',
    'Google',
    false,
    ['google', 'anthropic'],
    ['goog_tpu_v5e', 'goog_tpu_v5p', 'goog_tpu_v6e', 'goog_tpu_v7', 'goog_tpu_8t', 'goog_tpu_8i'],
  ),
  line('aws', 'AWS', false, ['amazon'], ['aws_trn1', 'aws_inf2', 'aws_trn2', 'aws_trn3']),
  line('microsoft', 'Microsoft', false, ['microsoft'], ['ms_maia100', 'ms_maia200']),
  line(
    'meta',
    'Meta',
    false,
    ['meta'],
    ['meta_mtia2', 'meta_mtia300', 'meta_mtia400', 'meta_mtia450', 'meta_mtia500'],
  ),
  line('openai', 'OpenAI', false, ['openai'], ['oai_titan']),
  line('intel', 'Intel', true, ['enterprise'], ['intel_gaudi3']),
  line('huawei', 'Huawei', false, ['china'], ['hw_910b', 'hw_910c', 'hw_950pr'], true),
];

function line(
  id: string,
  designer: string,
  merchant: boolean,
  buyers: readonly string[],
  products: readonly string[],
  ownSupply = false,
): LineDefinition {
  return {
    id,
    designer,
    merchant,
    buyers,
    products,
    formerProducts: formerProducts[id] ?? [],
    ownSupply,
    booking: bookers[id] ?? id,
  };
}

/** Buyers, with the entities whose capital expenditure is theirs. */
export const buyerDefinitions: readonly (Buyer & { readonly capexEntity?: string })[] = [
  { id: 'microsoft', name: 'Microsoft', guided: true, capexEntity: 'Microsoft' },
  { id: 'amazon', name: 'Amazon', guided: true, capexEntity: 'Amazon' },
  { id: 'google', name: 'Google', guided: true, capexEntity: 'Google' },
  { id: 'meta', name: 'Meta', guided: true, capexEntity: 'Meta' },
  { id: 'oracle', name: 'Oracle', guided: true, capexEntity: 'Oracle' },
  { id: 'openai', name: 'OpenAI and Stargate', guided: false },
  { id: 'xai', name: 'xAI', guided: false },
  { id: 'coreweave', name: 'CoreWeave', guided: true, capexEntity: 'CoreWeave' },
  { id: 'neoclouds', name: 'Other neoclouds', guided: false },
  { id: 'anthropic', name: 'Anthropic', guided: false },
  { id: 'china', name: 'Tencent, Alibaba, ByteDance and other Chinese clouds', guided: false },
  { id: 'sovereign', name: 'Sovereign', guided: false },
  { id: 'enterprise', name: 'Enterprises and others', guided: false },
];

/** Packaging plants by name, with what their milestone rows call the site. */
export const plantDefinitions: readonly Plant[] = [
  'AP3 Longtan',
  'AP5 Taichung',
  'AP5B Taichung',
  'AP6 Zhunan',
  'AP6B Zhunan',
  'AP7 Chiayi P1',
  'AP7 Chiayi P2',
  'AP8 Tainan P1',
  'AP8 Tainan P2',
  'STSP phase 3 P1',
  'STSP phase 3 P2',
  'Chiayi phase 2 or STSP pair',
]
  .map((id): Plant => ({ id, operator: 'TSMC' }))
  .concat([
    { id: 'ASE/SPIL', operator: 'OSAT' },
    { id: 'Amkor', operator: 'OSAT' },
  ]);

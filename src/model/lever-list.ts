import type { Catalogue } from './catalogue.ts';
import { allocationRules, logicNodes, memoryGenerations, memoryMakers } from './catalogue.ts';
import type { BilingualText, Lever, LeverCatalogue } from './lever.ts';

/** Inputs that only levers move, with the value at which they change nothing, by family. */
export const neutralInputs: Readonly<Record<string, number>> = {
  'cowos factor': 1,
  'plant slip': 0,
  'plant removed': 0,
  'hbm factor': 1,
  'hbm yield factor': 1,
  'hbm generation delay': 0,
  'logic factor': 1,
  'price factor': 1,
  'package size factor': 1,
  'product delay': 0,
  'product removed': 0,
  'capex factor, all': 1,
  'capex factor': 1,
  'bust depth': 0,
  'bust start': 0,
  'programme factor': 1,
  'demand factor': 1,
  'efficiency gain': 1,
  'efficiency start': 0,
  'buyer weight factor': 1,
  'power factor': 1,
  'allocation rule': 0,
  'supplier response': 1,
};

/** A lever with the model's inputs that it sets. */
export interface BoundLever extends Lever {
  readonly inputs: readonly string[];
}

export interface BoundLeverCatalogue extends LeverCatalogue {
  readonly levers: readonly BoundLever[];
}

type Draft = Omit<Lever, 'path' | 'label' | 'why'>;

const factor: Draft = { unit: '1', kind: 'action', apply: 'replace', default: 1, minimum: 0, maximum: 10 };
const assumption = (unit: string, minimum: number, maximum: number): Draft => ({
  unit,
  kind: 'assumption',
  apply: 'replace',
  default: null,
  minimum,
  maximum,
});
const delay: Draft = { unit: 'month', kind: 'action', apply: 'replace', default: 0, minimum: 0, maximum: 60 };

/** Every lever of a catalogue: what scenarios, the command line and the page may set, from one place. */
export function leversOf(catalogue: Catalogue): BoundLeverCatalogue {
  const levers: BoundLever[] = [];
  const add = (
    path: string,
    draft: Draft,
    inputs: readonly string[],
    label: BilingualText,
    why: BilingualText,
  ): void => {
    levers.push({ path, ...draft, inputs, label, why });
  };
  const years = { en: 'No evidence of its own: one is as published', ja: '固有の証拠なし。1は公表どおり' };
  demandLevers(add, catalogue);
  add(
    'packaging.total',
    factor,
    ['cowos factor'],
    { en: 'CoWoS capacity, multiplied', ja: 'CoWoS能力の倍率' },
    years,
  );
  add(
    'packaging.lag',
    assumption('month', 0, 6),
    ['packaging lag'],
    { en: 'CoWoS start to sale', ja: 'CoWoS投入から販売まで' },
    {
      en: 'About a quarter, test and rack included; 2.5 to 5 months',
      ja: '試験・ラック込みで約1四半期、2.5〜5か月',
    },
  );
  add(
    'packaging.package-size',
    { ...factor, minimum: 0.2, maximum: 5 },
    ['package size factor'],
    { en: 'Package area of new products, multiplied', ja: '新製品のパッケージ面積の倍率' },
    years,
  );
  add('memory.total', factor, ['hbm factor'], { en: 'HBM capacity, multiplied', ja: 'HBM能力の倍率' }, years);
  add(
    'memory.yield',
    { ...factor, minimum: 0.1, maximum: 2 },
    ['hbm yield factor'],
    { en: 'HBM yield, multiplied', ja: 'HBM歩留まりの倍率' },
    years,
  );
  for (const generation of memoryGenerations) {
    add(
      `memory.${generation}.delay`,
      delay,
      [`hbm generation delay[${generation}]`],
      { en: `Delay of ${generation.toUpperCase()}`, ja: `${generation.toUpperCase()}の遅れ` },
      {
        en: 'Generations have slipped by a quarter to half a year',
        ja: '世代は四半期から半年遅れた前例がある',
      },
    );
    for (const maker of memoryMakers) {
      add(
        `memory.${maker}.${generation}.qualification-shift`,
        { unit: 'month', kind: 'assumption', apply: 'shift', default: 0, minimum: -36, maximum: 60 },
        [`hbm qualification[${maker},${generation}]`],
        {
          en: `NVIDIA’s qualification of ${maker} ${generation.toUpperCase()}, moved`,
          ja: `NVIDIAによる${maker} ${generation.toUpperCase()}認定の前後`,
        },
        { en: 'Samsung’s took 18 months longer than first said', ja: 'サムスンは当初より18か月長くかかった' },
      );
    }
  }
  for (const node of logicNodes) {
    add(
      `logic.${node}.total`,
      factor,
      [`logic factor[${node}]`],
      { en: `${node.toUpperCase()} capacity, multiplied`, ja: `${node.toUpperCase()}能力の倍率` },
      years,
    );
    add(
      `logic.${node}.open-share`,
      assumption('1', 0.001, 1),
      [`logic open share[${node}]`],
      {
        en: `Share of ${node.toUpperCase()} open to accelerators`,
        ja: `${node.toUpperCase()}のアクセラレータ向け比率`,
      },
      {
        en: 'No source: wide on purpose',
        ja: '出典なし。意図的に広い幅',
      },
    );
  }
  add(
    'allocation.rule',
    {
      unit: '1',
      kind: 'action',
      apply: 'replace',
      default: 0,
      minimum: 0,
      maximum: allocationRules.length - 1,
      choices: allocationRules,
    },
    ['allocation rule'],
    { en: 'Rule by which scarce inputs and products are shared out', ja: '不足する投入財・製品の配分ルール' },
    {
      en: 'Suppliers speak of contracts and prepayments first',
      ja: '供給側は契約と前払いを優先すると述べる',
    },
  );
  for (const buyer of catalogue.buyers) {
    add(
      `allocation.weight.${buyer.id}`,
      factor,
      [`buyer weight factor[${buyer.id}]`],
      {
        en: `Weight of ${buyer.name} in allocation, multiplied`,
        ja: `配分における${buyer.name}の重みの倍率`,
      },
      years,
    );
  }
  for (const booking of new Set(catalogue.lines.map((line) => line.booking))) {
    add(
      `allocation.booked.${booking.replaceAll(' ', '-')}`,
      assumption('1', 0, 1),
      [`booked share[${booking}]`],
      { en: `Share of CoWoS booked by ${booking}`, ja: `${booking}のCoWoS予約比率` },
      {
        en: 'Bookings are not published; forecasts of shares stand for them',
        ja: '予約は非公表。比率の予測で代用',
      },
    );
  }
  for (const line of catalogue.lines) {
    add(
      `programme.${line.id}`,
      factor,
      [`programme factor[${line.id}]`],
      { en: `Appeal of ${line.id} to its buyers, multiplied`, ja: `${line.id}の選好の倍率` },
      years,
    );
  }
  for (const product of catalogue.products) {
    add(
      `product.${product.id}.delay`,
      delay,
      [`product delay[${product.id}]`],
      { en: `Delay of ${product.name}`, ja: `${product.name}の遅れ` },
      {
        en: 'Products have slipped by a quarter and more',
        ja: '製品は四半期以上遅れた前例がある',
      },
    );
  }
  add(
    'price.all',
    { ...factor, minimum: 0.05 },
    ['price factor'],
    { en: 'Accelerator prices, multiplied', ja: 'アクセラレータ価格の倍率' },
    years,
  );
  add(
    'power.total',
    factor,
    ['power factor'],
    { en: 'Power energised after the start, multiplied', ja: '開始後に通電する電力の倍率' },
    years,
  );
  add(
    'fleet.deployment-lag',
    assumption('month', 0, 36),
    ['deployment lag'],
    { en: 'Delivery to running', ja: '納入から稼働まで' },
    {
      en: 'Half a quarter to two quarters',
      ja: '半四半期から2四半期',
    },
  );
  add(
    'suppliers.response',
    { ...factor, maximum: 5 },
    ['supplier response'],
    { en: 'Suppliers’ response beyond published plans', ja: '公表計画を超える供給側の応答' },
    {
      en: 'Zero holds capacity at published plans',
      ja: '0は公表計画のまま',
    },
  );
  add(
    'export.china-cut',
    assumption('1', 0, 1),
    ['export cut'],
    { en: 'Share of NVIDIA’s China line barred', ja: 'NVIDIA中国向け製品ラインの禁止割合' },
    {
      en: 'Rules were tightened in 2022, 2023 and 2025',
      ja: '規制は2022・23・25年に強化',
    },
  );
  const custom = catalogue.lines.filter((line) => !line.merchant).map((line) => line.id);
  return {
    levers,
    plants: catalogue.plants.map((plant) => plant.id),
    products: catalogue.products.map((product) => product.id),
    programmes: custom,
  };
}

type Add = (
  path: string,
  draft: Draft,
  inputs: readonly string[],
  label: BilingualText,
  why: BilingualText,
) => void;

function demandLevers(add: Add, catalogue: Catalogue): void {
  const guided = { en: 'Guides of 2025 were beaten by about 30%', ja: '2025年の指針は約3割上回られた' };
  add(
    'capex.all',
    factor,
    ['capex factor, all'],
    { en: 'All budgets, multiplied', ja: '全予算の倍率' },
    guided,
  );
  for (const buyer of catalogue.buyers) {
    add(
      `capex.${buyer.id}`,
      factor,
      [`capex factor[${buyer.id}]`],
      { en: `Budget of ${buyer.name}, multiplied`, ja: `${buyer.name}の予算の倍率` },
      guided,
    );
  }
  add(
    'demand.all',
    factor,
    ['demand factor'],
    { en: 'All due demand, multiplied', ja: '全需要の倍率' },
    {
      en: 'Deliveries cannot identify demand, so its level is uncertain by a quarter and more',
      ja: '出荷から需要は特定できず、水準は4分の1以上不確か',
    },
  );
  add(
    'demand.initial-gap',
    assumption('1', 0, 0.8),
    ['initial gap'],
    { en: 'Unmet share at the start', ja: '開始時の未充足率' },
    {
      en: 'Stated gaps run from nothing to a third',
      ja: '公表された不足は0から3分の1',
    },
  );
  add(
    'demand.initial-overdue',
    assumption('month', 0, 24),
    catalogue.lines.filter((line) => line.merchant).map((line) => `initial overdue[${line.id}]`),
    { en: 'Months of merchant deliveries overdue at the start', ja: '開始時の外販品の遅延月数' },
    { en: 'Stated lead times are order books, not lateness', ja: '公表リードタイムは受注残で遅延ではない' },
  );
  add(
    'demand.cancellation',
    assumption('1', 0, 0.5),
    ['cancellation'],
    { en: 'Share of overdue orders cancelled in a month', ja: '月間キャンセル率' },
    {
      en: 'No source',
      ja: '出典なし',
    },
  );
  add(
    'demand.price-elasticity',
    assumption('1', 0, 2),
    ['price elasticity'],
    { en: 'Price elasticity', ja: '価格弾力性' },
    {
      en: 'None found for accelerators; one is a fixed budget',
      ja: 'アクセラレータの実証なし。1は固定予算',
    },
  );
  add(
    'demand.efficiency-gain',
    { ...factor, minimum: 0.1, maximum: 100 },
    ['efficiency gain'],
    { en: 'Compute per task falls by this factor', ja: '作業当たり計算量の低減倍率' },
    {
      en: 'DeepSeek-V3 was said to cost a tenth and less',
      ja: 'DeepSeek-V3は10分の1以下とされた',
    },
  );
  add(
    'demand.efficiency-month',
    { ...delay, maximum: 72 },
    ['efficiency start'],
    { en: 'Month of the efficiency gain', ja: '効率化の月' },
    {
      en: 'Counted from the start of the run',
      ja: '開始からの月数',
    },
  );
  add(
    'demand.efficiency-elasticity',
    assumption('1', 0, 3),
    ['efficiency elasticity'],
    { en: 'Elasticity of demand to efficiency', ja: '効率に対する需要の弾力性' },
    {
      en: 'Above one is the rebound',
      ja: '1を超えるとリバウンド',
    },
  );
  add(
    'demand.bust-depth',
    { ...factor, default: 0, maximum: 1 },
    ['bust depth'],
    { en: 'Share of all budgets lost in a bust', ja: '崩壊で失われる予算の割合' },
    {
      en: 'Zero: no bust',
      ja: '0は崩壊なし',
    },
  );
  add(
    'demand.bust-month',
    { ...delay, maximum: 72 },
    ['bust start'],
    { en: 'Month of the bust', ja: '崩壊の月' },
    {
      en: 'Counted from the start of the run',
      ja: '開始からの月数',
    },
  );
}

/** What one spelling of a unit means: canonical = stated × factor, in `unit`; `basis` says what it is relative to. */
export interface StatedUnit {
  readonly unit: string;
  readonly factor: number;
  readonly basis?: string;
  /** Other canonical units that a row may choose for this spelling in its `unit` column, with their factors. */
  readonly also?: Readonly<Record<string, number>>;
}

/** The engine's calendar: 365.2425 days, hence 52.1775 weeks a year. */
const WEEKS_PER_MONTH = 52.1775 / 12;
const DAYS_PER_MONTH = 365.2425 / 12;
const HOURS_PER_MONTH = 730.5;

const of = (unit: string, factor: number, basis?: string): StatedUnit =>
  basis === undefined ? { unit, factor } : { unit, factor, basis };
const percent = (basis?: string): StatedUnit => of('fraction', 0.01, basis);
const share = (basis?: string): StatedUnit => of('fraction', 1, basis);
const ratio = (basis: string): StatedUnit => of('1', 1, basis);
/** Durations are months; lead times are weeks (`canonicalUnit` decides by the metric). */
const duration = (months: number): StatedUnit => ({
  unit: 'month',
  factor: months,
  also: { week: months * WEEKS_PER_MONTH },
});
/** Plain counts are packages unless the row says that its publisher counts dies. */
const packages = (factor: number, basis?: string): StatedUnit => ({
  ...of('unit', factor, basis),
  also: { die: factor },
});
const nothing = (unit: string): StatedUnit => of(unit, 1);

/** Units of rows that carry no quantity: a milestone's date (in the period), a yes or no, a remark. */
export const EMPTY_UNITS = ['date', 'flag', 'note'] as const;

/** Every spelling of a unit that the register can read. Canonical units read themselves (`readStatedUnit`). */
export const STATED_UNITS: Readonly<Record<string, StatedUnit>> = {
  // money
  USD_bn: of('USD', 1e9),
  USD_billion: of('USD', 1e9),
  USD_mn: of('USD', 1e6),
  usd: of('USD', 1),
  'USD million': of('USD', 1e6),
  'USD billion': of('USD', 1e9),
  'USD trillion': of('USD', 1e12),
  CNY_bn: of('CNY', 1e9),
  EUR_bn: of('EUR', 1e9),
  JPY_bn: of('JPY', 1e9),
  KRW_billion: of('KRW', 1e9),
  'KRW trillion': of('KRW', 1e12),
  NTD_billion: of('TWD', 1e9),
  'TWD billion': of('TWD', 1e9),
  'USD_bn per year': of('USD/year', 1e9),
  'USD_bn per month': of('USD/month', 1e9),
  'USD_bn per 8GW generation': of('USD', 1e9, 'per 8 GW generation'),
  // prices and costs
  USD_per_unit: of('USD/unit', 1),
  USD_per_package: of('USD/unit', 1),
  'USD per GPU': of('USD/unit', 1),
  'USD per TPU sold': of('USD/unit', 1, 'transfer price'),
  'USD per GB200 (system)': of('USD/unit', 1, 'system price per superchip'),
  'USD manufacturing cost per chip': of('USD/unit', 1, 'manufacturing cost'),
  USD_per_rack: of('USD/rack', 1),
  'USD_mn per NVL72 rack': of('USD/rack', 1e6, 'NVL72 rack'),
  USD_per_wafer: of('USD/wafer', 1),
  USD_per_stack: of('USD/stack', 1),
  USD_per_GB: of('USD/TB', 1e3),
  USD_per_gpu_hour: of('USD/unit/hour', 1),
  'USD per GPU-hour': of('USD/unit/hour', 1),
  'INR per GPU-hour': of('INR/unit/hour', 1),
  'USD_bn per GW': of('USD/GW', 1e9),
  'USD_bn per GW facility': of('USD/GW', 1e9, 'facility power'),
  'USD_mn per MW': of('USD/GW', 1e9),
  'USD_mn per MW per year': of('USD/GW/year', 1e9),
  // counts
  units: packages(1),
  million_units: packages(1e6),
  'units (cumulative bought since 2022-24)': packages(1, 'cumulative purchases since 2022-2024'),
  'units per scale-up domain': packages(1, 'per scale-up domain'),
  units_per_month: of('unit/month', 1),
  dies: of('die', 1),
  gpu_dies: of('die', 1, 'two dies per package'),
  'million H100e': of('H100e', 1e6),
  racks: of('rack', 1),
  'thousand racks': of('rack', 1e3),
  racks_per_week: of('rack/month', WEEKS_PER_MONTH),
  'NVL72 racks per week': of('rack/month', WEEKS_PER_MONTH, 'NVL72 racks'),
  stacks: of('stack', 1),
  fabs: of('plant', 1),
  // wafers and what comes from them
  wafers_per_month: of('wafer/month', 1),
  wafers_per_year: of('wafer/year', 1),
  cowos_wafers: { unit: 'wafer', factor: 1, also: { 'wafer/year': 1 } },
  packages_per_cowos_wafer: of('unit/wafer', 1, 'packages per CoWoS wafer'),
  good_24Gb_dies_per_hbm_wafer: of('die/wafer', 1, 'good 24 Gb dies per HBM wafer'),
  gross_dies_per_wafer: of('die/wafer', 1, 'gross dies'),
  billion_Gb: of('TB', 125_000),
  defects_per_cm2: of('defect/cm2', 1),
  hectares: of('m2', 1e4),
  reticles: of('reticle', 1),
  // power
  MW: of('GW', 1e-3),
  'MW IT': of('GW', 1e-3, 'IT power'),
  kW: { unit: 'W', factor: 1e3, also: { 'W/rack': 1e3 } },
  'kW per rack': of('W/rack', 1e3),
  'kW per GPU (site)': of('W/unit', 1e3, 'site power'),
  'kW per GPU (facility)': of('W/unit', 1e3, 'facility power'),
  'kW per TPU (lower bound)': of('W/unit', 1e3, 'site power, lower bound'),
  PUE: of('1', 1, 'power usage effectiveness'),
  // compute
  'H800 GPU-hours': of('unit*hour', 1, 'H800'),
  'H100 GPU-hours': of('unit*hour', 1, 'H100'),
  'trillion tokens per day': of('token/month', 1e12 * DAYS_PER_MONTH),
  'trillion tokens per month': of('token/month', 1e12),
  'trillion tokens per year': of('token/month', 1e12 / 12),
  // time
  hours: duration(1 / HOURS_PER_MONTH),
  weeks: duration(1 / WEEKS_PER_MONTH),
  months: duration(1),
  quarters: duration(3),
  years: duration(12),
  // growth
  percent_yoy: percent('year on year'),
  pct_yoy: percent('year on year'),
  percent_qoq: percent('quarter on quarter'),
  percent_cagr: percent('per year, compound'),
  'fraction per year': share('per year, compound'),
  percent_revision: percent('against the earlier figure'),
  yoy_growth: share('year on year'),
  growth: share('growth over the period'),
  'x per year': ratio('multiple per year'),
  'x in 6 months': ratio('multiple in 6 months'),
  'x in 2 years': ratio('multiple in 2 years'),
  'x in 3 years': ratio('multiple in 3 years'),
  multiple_of_2020: ratio('multiple of 2020'),
  multiple_of_2025: ratio('multiple of 2025'),
  multiple_of_2026: ratio('multiple of 2026'),
  multiple_of_ap6: ratio('multiple of AP6'),
  ratio_to_sk_hynix: ratio('ratio to SK hynix'),
  ddr5_wafers_per_hbm_wafer_equiv: ratio('DDR5 wafers per HBM wafer-equivalent'),
  ddr_wafers_per_hbm_wafer_equiv: ratio('DDR wafers per HBM wafer-equivalent'),
  elasticity: ratio('elasticity'),
  // shares
  percent: percent(),
  share: share(),
  percent_of_capex: percent('of capex'),
  percent_of_cowos_demand: percent('of CoWoS demand'),
  percent_of_demand: percent('of demand'),
  percent_of_demand_met: percent('of demand met'),
  percent_of_dram_bits: percent('of DRAM bits'),
  percent_of_dram_tsv_capacity: percent('of DRAM TSV capacity'),
  percent_of_dram_wafer_input: percent('of DRAM wafer input'),
  percent_of_gb_deployments: percent('of Grace Blackwell deployments'),
  percent_of_global_cowos: percent('of global CoWoS'),
  percent_of_hbm_bits: percent('of HBM bits'),
  percent_of_hbm_demand: percent('of HBM demand'),
  percent_of_hbm_demand_value: percent('of HBM demand by value'),
  percent_of_hbm_revenue: percent('of HBM revenue'),
  percent_of_hbm_shipments: percent('of HBM shipments'),
  percent_of_high_end_accelerators: percent('of high-end accelerators'),
  percent_of_n3_wafers: percent('of N3 wafers'),
  percent_of_need_secured: percent('of need secured'),
  percent_of_nvidia_hbm4: percent('of NVIDIA HBM4'),
  percent_of_nvidia_high_end_gpus: percent('of NVIDIA high-end GPUs'),
  percent_of_revenue: percent('of revenue'),
  percent_of_skhynix_hbm_capacity: percent('of SK hynix HBM capacity'),
  percent_of_supply: percent('of supply'),
  percent_of_tsmc_cowos: percent('of TSMC CoWoS'),
  percent_of_tsmc_cowos_l: percent('of TSMC CoWoS-L'),
  percent_of_wafer_revenue: percent('of wafer revenue'),
  percent_larger_than_ddr5: percent('larger than DDR5'),
  percent_over_hbm3e: percent('above HBM3E'),
  percent_over_hbm3e_12hi: percent('above HBM3E 12-high'),
  percent_over_list: percent('above list price'),
  percentage_points_vs_ddr5: percent('percentage points against DDR5'),
  'AI servers share of cloud capex': share('AI servers of cloud capex'),
  'GPU share of all-in capex': share('GPU of all-in capex'),
  'GPU share of rack hardware cost': share('GPU of rack hardware cost'),
  'NVIDIA spend / capex': share('NVIDIA spend of capex'),
  'share of Blackwell': share('of Blackwell'),
  'share of Compute & Networking revenue': share('of NVIDIA compute and networking revenue'),
  'share of DC compute': share('of NVIDIA data-centre compute revenue'),
  'share of DC revenue': share('of NVIDIA data-centre revenue'),
  'share of NVIDIA DC revenue': share('of NVIDIA data-centre revenue'),
  'share of Google AI servers': share('of Google AI servers'),
  'share of high-end AI servers': share('of high-end AI servers'),
  'share of new price': share('of new price'),
  'share of server spending': share('of server spending'),
  // no quantity
  date: nothing('date'),
  flag: nothing('flag'),
  note: nothing('note'),
};

import type { Language } from './language.ts';

interface UnitName {
  /** English, for one and for more. */
  readonly en: readonly [one: string, more: string];
  readonly ja: string;
}

/** Names of the units that a reader meets; a unit that is not here is shown as the engine spells it. */
const NAMES: Readonly<Record<string, UnitName>> = {
  unit: { en: ['unit', 'units'], ja: '個' },
  'unit*hour': { en: ['accelerator-hour', 'accelerator-hours'], ja: 'チップ時間' },
  package: { en: ['package', 'packages'], ja: '個' },
  die: { en: ['die', 'dies'], ja: 'ダイ' },
  wafer: { en: ['wafer', 'wafers'], ja: '枚' },
  stack: { en: ['stack', 'stacks'], ja: 'スタック' },
  rack: { en: ['rack', 'racks'], ja: 'ラック' },
  plant: { en: ['plant', 'plants'], ja: '工場' },
  site: { en: ['site', 'sites'], ja: '拠点' },
  building: { en: ['building', 'buildings'], ja: '棟' },
  customer: { en: ['customer', 'customers'], ja: '社' },
  defect: { en: ['defect', 'defects'], ja: '個の欠陥' },
  reticle: { en: ['reticle', 'reticles'], ja: 'レチクル' },
  person: { en: ['person', 'people'], ja: '人' },
  run: { en: ['run', 'runs'], ja: '回' },
  draw: { en: ['draw', 'draws'], ja: '回' },
  token: { en: ['token', 'tokens'], ja: 'トークン' },
  parameter: { en: ['parameter', 'parameters'], ja: 'パラメータ' },
  hour: { en: ['hour', 'hours'], ja: '時間' },
  day: { en: ['day', 'days'], ja: '日' },
  week: { en: ['week', 'weeks'], ja: '週' },
  month: { en: ['month', 'months'], ja: 'か月' },
  quarter: { en: ['quarter', 'quarters'], ja: '四半期' },
  year: { en: ['year', 'years'], ja: '年' },
  percent: { en: ['%', '%'], ja: '%' },
};

/** In a denominator Japanese says 月, not か月. */
const PER_JA: Readonly<Record<string, string>> = { month: '月' };

const CURRENCIES: Readonly<Record<string, string>> = {
  USD: 'ドル',
  TWD: '台湾ドル',
  KRW: 'ウォン',
  CNY: '人民元',
  JPY: '円',
  EUR: 'ユーロ',
  INR: 'ルピー',
};

/** What a currency puts before and after a number (`USD 5`, `5ドル`), or `undefined` for a unit that is none. */
export function currencyOf(
  unit: string,
  language: Language,
): { readonly before: string; readonly after: string } | undefined {
  const japanese = CURRENCIES[unit];
  if (japanese === undefined) return undefined;
  return language === 'ja' ? { before: '', after: japanese } : { before: `${unit} `, after: '' };
}

/**
 * What follows a number in this unit: ` wafers/month`, ` per unit`; `枚/月`, `/個`.
 * Empty where the unit is dimensionless. `count` chooses singular or plural.
 */
export function unitSuffix(unit: string, language: Language, count: number): string {
  if (unit === '' || unit === '1') return '';
  const [base = '', ...per] = unit.split('/');
  const denominator = per.map((part) => `/${nameOf(part, language, 1, true)}`).join('');
  if (base === '' || base === '1') return denominator;
  const name = nameOf(base, language, count, false);
  const joined = language === 'ja' && /[^ -~]/u.test(name) ? name : ` ${name}`;
  return joined + denominator;
}

/** A unit on its own, as in the head of a column: `wafers/month`, `USD/unit`; `枚/月`, `ドル/個`. */
export function unitTitle(unit: string, language: Language): string {
  if (unit === 'fraction') return '%';
  const [base = '', ...per] = unit.split('/');
  const currency = CURRENCIES[base];
  if (currency !== undefined) {
    return (language === 'ja' ? currency : base) + unitSuffix(['', ...per].join('/'), language, 1);
  }
  return unitSuffix(unit, language, 2).trim();
}

function nameOf(unit: string, language: Language, count: number, denominator: boolean): string {
  const name = NAMES[unit];
  if (name === undefined) {
    const factors = unit.split('*');
    return factors.length > 1 ? factors.map((factor) => nameOf(factor, language, 1, true)).join('·') : unit;
  }
  if (language === 'ja') return (denominator ? PER_JA[unit] : undefined) ?? name.ja;
  return count === 1 ? name.en[0] : name.en[1];
}

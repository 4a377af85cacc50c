import { quantileOf } from '../engine/index.ts';
import type { Distribution } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import { ProblemError } from '../problem/problem.ts';
import { dayNumber, query } from '../register/index.ts';
import type { Product, View } from '../register/index.ts';
import type { Assumptions } from './assumption.ts';
import type { Belief } from './belief.ts';
import { consensus } from './consensus.ts';
import type { Consensus } from './consensus.ts';
import { scaled } from './distribution-arithmetic.ts';
import { yearsFrom } from './month-count.ts';
import type { Precision } from './precision.ts';

/** What is believed about a training run on one product: figures known at the view's date, else assumptions. */
export interface TrainingContext {
  readonly view: View;
  readonly assumptions: Assumptions;
}

const DAYS_PER_YEAR = 365.25;
const HALF_YEAR = 183;
/** Epoch AI holds the price of a new accelerator for its first 90 days. */
const HELD_DAYS = 90;
const FLOP_PER_TERA = 1e12;

const specificationRule: BilingualText = { en: 'specification of the product', ja: '製品仕様' };
const assumedRule: BilingualText = { en: 'assumed', ja: '想定' };

/** Inputs of every run that no row gives. */
export const CLUSTER_INPUTS = [
  'training days',
  'training share',
  'training server factor',
  'training network share',
  'training depreciation',
  'pue',
  'electricity price',
] as const;

/** One of them. Throws `missing-assumption`. */
export function clusterInput(context: TrainingContext, input: (typeof CLUSTER_INPUTS)[number]): Belief {
  return assumedInput(context, input);
}

/** An input that rests on an assumption of its own name or its family's. Throws `missing-assumption`. */
function assumedInput({ assumptions }: TrainingContext, input: string): Belief {
  const assumption = assumptions.forInput(input);
  if (!assumption) throw new ProblemError([{ code: 'missing-assumption', params: { name: input } }]);
  return {
    input,
    distribution: assumptions.distribution(assumption),
    basis: 'assumed',
    rule: assumedRule,
    rows: [],
    assumptions: [assumption.id],
    reason: assumption.reason,
  };
}

/** Dense peak in FLOP/s at a precision, or `undefined` where the product does not publish one. */
export function peakOf(product: Product, precision: Precision): number | undefined {
  const teraflops = { bf16: product.bf16Dense, fp8: product.fp8Dense, fp4: product.fp4Dense }[precision];
  return teraflops === undefined ? undefined : teraflops * FLOP_PER_TERA;
}

export function peakInput(product: Product, precision: Precision, peak: number): Belief {
  return specified(`training peak[${precision}]`, { kind: 'point', value: peak }, product, {
    en: `Dense peak of ${product.name}`,
    ja: `${product.name}の密行列ピーク性能`,
  });
}

/** Utilisation of the peak over all hours of a run, stops included. */
export function utilisationInput(context: TrainingContext, precision: Precision): Belief {
  return assumedInput(context, `training utilisation[${precision}]`);
}

/** Mean power over full power. */
export function loadInput(context: TrainingContext, product: Product): Belief {
  return assumedInput(context, `training load[${product.vendor}]`);
}

/** USD for one accelerator: consensus of price estimates, else what the model assumes, if anything. */
export function priceInput(context: TrainingContext, product: Product): Belief | undefined {
  const { view } = context;
  const rows = query(view, { metric: 'asp', product: product.id, unit: 'USD/unit' });
  const input = `product price[${product.id}]`;
  const found = consensus(rows, view.date);
  if (!found) return context.assumptions.get(input) && assumedInput(context, input);
  return {
    input,
    distribution: spread(context, found.median, found.sigma),
    basis: 'rows',
    rule: { en: 'consensus of price estimates', ja: '価格推計の合意値' },
    rows: found.rows,
    assumptions: ['training price spread'],
    reason: {
      en: 'Estimates of selling prices; contracts are not published',
      ja: '販売価格の推計。契約は非公表',
    },
  };
}

/** Products for China that differ from the original in their links, or not at all, are rented under its name. */
const RENTED_AS: Readonly<Record<string, string>> = { h800: 'h100', a800: 'a100' };

/**
 * USD for an accelerator-hour: consensus of market rates for periods within half a year of the run, without spot prices
 * and break-even rates (their rows have a basis). A product without any is rated by the H100's and its 16-bit peak, or,
 * where the H100 has none either, by its own price, if that is known.
 */
export function rentalInput(context: TrainingContext, product: Product, run: RunDates): Belief | undefined {
  const input = `rental rate[${product.id}]`;
  const own = marketRate(context, product.name, run);
  if (own) {
    return {
      input,
      distribution: spread(context, own.median, own.sigma),
      basis: 'rows',
      rule: {
        en: 'consensus of market rates within half a year of the run',
        ja: '学習前後半年の市場レートの合意値',
      },
      rows: own.rows,
      assumptions: ['training price spread'],
      reason: {
        en: 'Posted and indexed rates; contracts are not published',
        ja: '掲示価格と指数。契約は非公表',
      },
    };
  }
  const h100 = context.view.products.find(({ id }) => id === 'nv_h100');
  const reference = h100 && marketRate(context, h100.name, run);
  if (reference && h100.bf16Dense !== undefined && product.bf16Dense !== undefined) {
    const rate = assumedInput(context, 'training rental per peak');
    const median = reference.median * (product.bf16Dense / h100.bf16Dense);
    return { ...rate, input, distribution: scaled(rate.distribution, median), rows: reference.rows };
  }
  const rate = assumedInput(context, 'training rental per price');
  const price = priceInput(context, product);
  if (!price) return undefined;
  return { ...rate, input, distribution: scaled(rate.distribution, quantileOf(price.distribution, 0.5)) };
}

/** ISO days between which a run is priced. */
export interface RunDates {
  readonly start: string;
  readonly end: string;
}

function marketRate({ view }: TrainingContext, name: string, run: RunDates): Consensus | undefined {
  const rows = query(view, {
    metric: ['rental_price', 'gpu_rental_price'],
    entity: 'Rental market',
    unit: 'USD/unit/hour',
    basis: '',
  }).filter(
    (row) =>
      rentalName(row.product) === rentalName(name) &&
      dayNumber(row.periodEnd) >= dayNumber(run.start) - HALF_YEAR &&
      dayNumber(row.periodStart) <= dayNumber(run.end) + HALF_YEAR,
  );
  return consensus(rows, run.end);
}

/** `H100 SXM5`, `H100 1-yr contract` and `H100 (Silicon Data)` are one name; `GB200/GB300` is that of its first. */
function rentalName(label: string): string {
  const name = (/^[a-z]*\d+[a-z]*/iu.exec(label)?.[0] ?? label).toLowerCase();
  return RENTED_AS[name] ?? name;
}

/** W of an accelerator with its share of the server: as published, else its TDP and an assumed factor. */
export function serverPowerInput(context: TrainingContext, product: Product): Belief | undefined {
  const rows = query(context.view, { metric: 'server_power', product: product.id, unit: 'W/unit' });
  const found = consensus(rows, context.view.date);
  const input = `training server power[${product.id}]`;
  if (found) {
    return {
      input,
      distribution: { kind: 'point', value: found.median },
      basis: 'rows',
      rule: { en: 'power of a server for each accelerator', ja: 'アクセラレータ当たりのサーバー電力' },
      rows: found.rows,
      assumptions: [],
      reason: { en: 'IT power at full load', ja: '定格時のIT電力' },
    };
  }
  if (product.tdp === undefined) return undefined;
  const factor = assumedInput(context, 'server power per tdp');
  return { ...factor, input, distribution: scaled(factor.distribution, product.tdp) };
}

/**
 * Years since the end of the product's first 90 days in volume: from its production start (the middle of the stated period)
 * where known, else from its
 * announcement and the usual time to volume. Never below zero.
 */
export function ageInput(context: TrainingContext, product: Product, start: string): Belief {
  const rows = query(context.view, { metric: 'production_start', product: product.id });
  const started = rows.map(
    (row) => (yearsFrom(row.periodStart, start) + yearsFrom(row.periodEnd, start)) / 2,
  );
  const isKnown = started.length > 0;
  const volume = isKnown
    ? Math.max(...started)
    : yearsFrom(product.knownSince, start) - context.assumptions.number('announcement to volume') / 12;
  return {
    input: `training hardware age[${product.id}]`,
    distribution: { kind: 'point', value: Math.max(0, volume - HELD_DAYS / DAYS_PER_YEAR) },
    basis: isKnown ? 'rows' : 'assumed',
    rule: { en: 'years since the first 90 days in volume', ja: '量産90日後からの年数' },
    rows: rows.map((row) => `${row.file}#${row.id}`),
    assumptions: isKnown ? [] : ['announcement to volume'],
    reason: {
      en: 'Hardware bought in its first 90 days keeps its price (Epoch AI)',
      ja: '発売後90日までは価格を維持するとみる（Epoch AI）',
    },
  };
}

/** Epoch AI's words for how sure it is of its estimates; figures of other grades are taken as they stand. */
const ERRORS = {
  flop: ['confident', 'likely', 'speculative'],
  hours: ['likely', 'speculative'],
} as const;

/** A published figure, with the error that its grade is assumed to stand for. */
export function gradedInput(
  { assumptions }: TrainingContext,
  input: keyof typeof ERRORS,
  figure: { readonly value: number; readonly grade: string; readonly row: string },
): Belief {
  const graded = (ERRORS[input] as readonly string[]).includes(figure.grade);
  const error = graded ? assumptions.get(`training ${input} error[${figure.grade}]`) : undefined;
  return {
    input: `training ${input}`,
    distribution: error
      ? scaled(assumptions.distribution(error), figure.value)
      : { kind: 'point', value: figure.value },
    basis: 'rows',
    rule: { en: 'as published', ja: '公表値' },
    rows: [figure.row],
    assumptions: error ? [error.id] : [],
    reason: error?.reason ?? { en: 'Stated by the developer', ja: '開発元の公表' },
  };
}

function specified(
  input: string,
  distribution: Distribution,
  product: Product,
  reason: BilingualText,
): Belief {
  return {
    input,
    distribution,
    basis: 'rows',
    rule: specificationRule,
    rows: [`products.csv#${product.id}`],
    assumptions: [],
    reason,
  };
}

function spread({ assumptions }: TrainingContext, median: number, sigma: number): Distribution {
  return { kind: 'lognormal', median, sigma: Math.max(sigma, assumptions.number('training price spread')) };
}

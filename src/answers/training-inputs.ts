import type { Belief } from '../beliefs/belief.ts';
import {
  ageInput,
  clusterInput,
  gradedInput,
  loadInput,
  peakInput,
  peakOf,
  priceInput,
  rentalInput,
  serverPowerInput,
  utilisationInput,
} from '../beliefs/training-beliefs.ts';
import type { Precision } from '../beliefs/precision.ts';
import type { TrainingContext } from '../beliefs/training-beliefs.ts';
import { quantileOf } from '../engine/index.ts';
import type { Distribution } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import { trainingFlop } from '../model/training-run.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Product, TrainedModel } from '../register/index.ts';
import { findProduct } from './find-product.ts';
import { findModel, isRerun } from './training-question.ts';
import type { TrainingQuestion } from './training-question.ts';

/** Every input of the answer, in the order in which it is shown, with its unit. */
export const TRAINING_UNITS = {
  'total-parameters': 'parameter',
  'active-parameters': 'parameter',
  tokens: 'token',
  flop: 'FLOP',
  peak: 'FLOP/s',
  utilisation: 'fraction',
  hours: 'unit*hour',
  accelerators: 'unit',
  'rental-rate': 'USD/unit/hour',
  price: 'USD/unit',
  'server-factor': '1',
  'network-share': 'fraction',
  depreciation: '1/year',
  age: 'year',
  'server-power': 'W/unit',
  load: 'fraction',
  pue: '1',
  'electricity-price': 'USD/kWh',
  days: 'day',
  share: 'fraction',
} as const;
export type TrainingInputName = keyof typeof TRAINING_UNITS;

/** What an input rests on: a published figure, an estimate from outside, rows of the register, other inputs, or nothing known. */
export type TrainingBasis = 'published' | 'estimated' | 'rows' | 'derived' | 'assumed' | 'given';

export interface TrainingInput {
  readonly name: TrainingInputName;
  readonly unit: string;
  readonly basis: TrainingBasis;
  readonly distribution: Distribution;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly reason: BilingualText;
  /** Keys `file#id` of rows, products and models behind it. */
  readonly rows: readonly string[];
  /** Ids of assumptions. */
  readonly assumptions: readonly string[];
}

/** A run with every input that its costs need. */
export interface TrainingPlan {
  readonly model?: TrainedModel;
  readonly product: Product;
  readonly productBasis: TrainingBasis;
  readonly precision: Precision;
  readonly precisionBasis: TrainingBasis;
  /** ISO days between which the run is priced. */
  readonly start: string;
  readonly end: string;
  readonly inputs: ReadonlyMap<TrainingInputName, TrainingInput>;
}

const ASSUMED_PRODUCT = 'nv_h100';
/** Epoch AI's grades for what no developer stated. */
const ESTIMATED_GRADES: ReadonlySet<string> = new Set(['likely', 'speculative']);
/** FLOP from parameters and tokens stand where they come this near to the FLOP published with them. */
const SAME_FLOP = 0.1;

const asGiven: BilingualText = { en: 'As given', ja: '指定値' };
const sixTimesActive: BilingualText = {
  en: '6 × active parameters × tokens',
  ja: '6×アクティブパラメータ数×トークン数',
};
const sixTimesAll: BilingualText = {
  en: '6 × parameters × tokens',
  ja: '6×パラメータ数×トークン数',
};

/**
 * Gathers the inputs of a run: given, else published for the model, else derived, else from the register, else assumed.
 * Throws `training-size-missing`, `unknown-model`, `unknown-product`, `product-without-figure`, `missing-assumption`.
 */
export function planTraining(context: TrainingContext, question: TrainingQuestion): TrainingPlan {
  const model = question.model === undefined ? undefined : findModel(context.view, question.model);
  return new Planner(context, question, model).plan();
}

class Planner {
  readonly #context: TrainingContext;
  readonly #question: TrainingQuestion;
  readonly #model: TrainedModel | undefined;
  readonly #inputs = new Map<TrainingInputName, TrainingInput>();

  constructor(context: TrainingContext, question: TrainingQuestion, model: TrainedModel | undefined) {
    this.#context = context;
    this.#question = question;
    this.#model = model;
  }

  plan(): TrainingPlan {
    const model = this.#model;
    const [product, productBasis] = this.#product();
    const [precision, precisionBasis] = this.#precision();
    this.#size();
    this.#days();
    this.#hours(product, precision);
    const { start, end } = this.#dates();
    this.#money(product, start, end);
    const inputs = new Map<TrainingInputName, TrainingInput>();
    for (const name of Object.keys(TRAINING_UNITS) as TrainingInputName[]) {
      const input = this.#inputs.get(name);
      if (input) inputs.set(name, input);
    }
    return {
      ...(model ? { model } : {}),
      product,
      productBasis,
      precision,
      precisionBasis,
      start,
      end,
      inputs,
    };
  }

  #product(): readonly [Product, TrainingBasis] {
    const { products } = this.#context.view;
    const { accelerator } = this.#question;
    if (accelerator !== undefined) return [findProduct(products, accelerator), 'given'];
    const model = this.#model;
    if (model && model.product !== '') return [findProduct(products, model.product), this.#published()];
    if (model && model.accelerator !== '') throw unknownAccelerator(model);
    return [findProduct(products, ASSUMED_PRODUCT), 'assumed'];
  }

  #precision(): readonly [Precision, TrainingBasis] {
    if (this.#question.precision) return [this.#question.precision, 'given'];
    const stated = this.#model?.precision;
    if (stated === 'fp8' || stated === 'bf16') return [stated, this.#published()];
    return ['bf16', 'assumed'];
  }

  /** Parameters, tokens and FLOP, as far as they are known. Without active parameters a model counts as dense. */
  #size(): void {
    const question = this.#question;
    const model = this.#model;
    const total = this.#number('total-parameters', question.totalParameters, model?.parametersTotal);
    const active = this.#number('active-parameters', question.activeParameters, model?.parametersActive);
    const tokens = this.#number('tokens', question.tokens, model?.trainingTokens);
    const isChanged = [question.activeParameters, question.totalParameters, question.tokens].some(
      (given) => given !== undefined,
    );
    const used = question.activeParameters ?? question.totalParameters ?? active ?? total;
    const product = used === undefined || tokens === undefined ? undefined : trainingFlop(used, tokens);
    if (question.flop !== undefined) {
      this.#given('flop', { kind: 'point', value: question.flop });
    } else if (product !== undefined && (isChanged || agrees(product, model?.trainingFlop))) {
      const reason = used === active ? sixTimesActive : sixTimesAll;
      this.#set('flop', 'derived', { kind: 'point', value: product }, reason, this.#modelKey());
    } else if (model?.trainingFlop !== undefined) {
      this.#graded('flop', model.trainingFlop, model);
    }
  }

  #days(): void {
    const { days } = this.#question;
    if (days === undefined) this.#believed('days', clusterInput(this.#context, 'training days'), 'assumed');
    else this.#given('days', { kind: 'point', value: days });
  }

  /** Accelerator-hours as given or published; else what they are computed from. */
  #hours(product: Product, precision: Precision): void {
    const question = this.#question;
    const model = this.#model;
    const peak = peakOf(product, precision);
    if (peak !== undefined) this.#believed('peak', peakInput(product, precision, peak), 'rows');
    const published =
      model && !isRerun(question)
        ? (model.acceleratorHours ?? times(model.acceleratorCount, model.wallHours))
        : undefined;
    if (question.hours !== undefined) this.#given('hours', { kind: 'point', value: question.hours });
    else if (published !== undefined && model) this.#graded('hours', published, model);
    else if (!this.#inputs.has('flop')) {
      throw new ProblemError([{ code: 'training-size-missing', params: {} }]);
    } else {
      if (peak === undefined) throw withoutFigure(product, precision);
      if (question.utilisation) this.#given('utilisation', question.utilisation);
      else this.#believed('utilisation', utilisationInput(this.#context, precision), 'assumed');
    }
    const count = question.accelerators ?? (isRerun(question) ? undefined : model?.acceleratorCount);
    this.#number('accelerators', question.accelerators, count);
  }

  /** When the run is priced: a published one when it ran, so far as that is known, any other at the view's date. */
  #dates(): { readonly start: string; readonly end: string } {
    const { view } = this.#context;
    const model = this.#model;
    if (!model || isRerun(this.#question)) return { start: view.date, end: view.date };
    const hours = this.#inputs.get('hours')?.p50;
    const count = this.#inputs.get('accelerators')?.p50;
    const days = hours !== undefined && count !== undefined ? hours / count / 24 : this.#median('days');
    return { start: daysBefore(model.published, days), end: model.published };
  }

  #money(product: Product, start: string, end: string): void {
    const context = this.#context;
    const question = this.#question;
    this.#either('price', question.price, () => known(priceInput(context, product), product, 'price'));
    this.#either('rental-rate', question.rentalRate, () =>
      known(rentalInput(context, product, { start, end }), product, 'rental rate'),
    );
    this.#believed('server-factor', clusterInput(context, 'training server factor'), 'assumed');
    this.#believed('network-share', clusterInput(context, 'training network share'), 'assumed');
    this.#believed('depreciation', clusterInput(context, 'training depreciation'), 'assumed');
    this.#believed('age', ageInput(context, product, start));
    this.#believed('server-power', known(serverPowerInput(context, product), product, 'TDP'));
    this.#believed('load', loadInput(context, product), 'assumed');
    this.#believed('pue', clusterInput(context, 'pue'), 'assumed');
    this.#either('electricity-price', question.electricityPrice, () =>
      clusterInput(context, 'electricity price'),
    );
    this.#either('share', question.share, () => clusterInput(context, 'training share'));
  }

  #median(name: TrainingInputName): number {
    return this.#inputs.get(name)?.p50 ?? NaN;
  }

  /** The basis of what `models.csv` says: published by the developer, or estimated from outside. */
  #published(): TrainingBasis {
    return ESTIMATED_GRADES.has(this.#model?.confidence ?? '') ? 'estimated' : 'published';
  }

  #modelKey(): string[] {
    return this.#model ? [`models.csv#${this.#model.id}`] : [];
  }

  /** A plain number, given or published. */
  #number(
    name: TrainingInputName,
    given: number | undefined,
    published: number | undefined,
  ): number | undefined {
    if (given !== undefined) this.#given(name, { kind: 'point', value: given });
    else if (published !== undefined) {
      const value: Distribution = { kind: 'point', value: published };
      this.#set(name, this.#published(), value, { en: 'As published', ja: '公表値' }, this.#modelKey());
    }
    return given ?? published;
  }

  #graded(name: 'flop' | 'hours', value: number, model: TrainedModel): void {
    const row = `models.csv#${model.id}`;
    const belief = gradedInput(this.#context, name, { value, grade: model.confidence, row });
    this.#believed(name, belief, this.#published());
  }

  #either(name: TrainingInputName, given: Distribution | undefined, believed: () => Belief): void {
    if (given) this.#given(name, given);
    else this.#believed(name, believed());
  }

  #given(name: TrainingInputName, distribution: Distribution): void {
    this.#set(name, 'given', distribution, asGiven);
  }

  #believed(name: TrainingInputName, belief: Belief, basis?: TrainingBasis): void {
    const found = basis ?? (belief.basis === 'rows' ? 'rows' : 'assumed');
    this.#set(name, found, belief.distribution, belief.reason, belief.rows, belief.assumptions);
  }

  #set(
    name: TrainingInputName,
    basis: TrainingBasis,
    distribution: Distribution,
    reason: BilingualText,
    rows: readonly string[] = [],
    assumptions: readonly string[] = [],
  ): void {
    const at = (p: number): number => quantileOf(distribution, p);
    const range = { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
    const unit = TRAINING_UNITS[name];
    this.#inputs.set(name, { name, unit, basis, distribution, ...range, reason, rows, assumptions });
  }
}

function agrees(product: number, published: number | undefined): boolean {
  return published === undefined || Math.abs(product / published - 1) <= SAME_FLOP;
}

function times(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}

/** What is believed of a product, or a problem that says which figure is missing. */
function known(belief: Belief | undefined, product: Product, name: string): Belief {
  if (!belief) throw withoutFigure(product, name);
  return belief;
}

function withoutFigure(product: Product, name: string): ProblemError {
  return new ProblemError([{ code: 'product-without-figure', params: { found: product.name, name } }]);
}

function unknownAccelerator(model: TrainedModel): ProblemError {
  const params = { found: model.accelerator, name: model.name };
  return new ProblemError([{ code: 'accelerator-not-in-catalogue', params }]);
}

const MILLISECONDS_PER_DAY = 86_400_000;

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - Math.round(days) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

import { PRECISIONS } from '../beliefs/precision.ts';
import type { Distribution } from '../engine/index.ts';
import { ProblemError } from '../problem/problem.ts';
import { addressText, UNCHANGED } from './figure/address.ts';
import type { TrainingQuestion } from './training-question.ts';

/** What stands first in the addresses of costs. */
export const TRAINING = 'train-cost';
export const CLUSTER = 'cluster-cost';

/** The address of an output of a training run. */
export function trainingAddress(question: TrainingQuestion, name: string): string {
  return addressText({ name: TRAINING, parts: [questionText(question), name], change: UNCHANGED });
}

/** The address of an output of a cluster. */
export function clusterAddress(product: string, count: number, name: string): string {
  return addressText({ name: CLUSTER, parts: [product, String(count), name], change: UNCHANGED });
}

/** What a question holds, under the names of the command's options. */
const numbers = {
  parameters: 'totalParameters',
  active: 'activeParameters',
  tokens: 'tokens',
  flop: 'flop',
  hours: 'hours',
  count: 'accelerators',
  days: 'days',
} as const;
const texts = { model: 'model', accelerator: 'accelerator', precision: 'precision' } as const;
const ranges = {
  mfu: 'utilisation',
  rental: 'rentalRate',
  price: 'price',
  electricity: 'electricityPrice',
  share: 'share',
} as const;

/** A question about a training run in one part of an address: `deepseek-v3`, `flop=1e+28,accelerator=nv_vr200`. */
export function questionText(question: TrainingQuestion): string {
  const terms = [
    ...Object.entries(texts).map(([key, name]) => [key, question[name]] as const),
    ...Object.entries(numbers).map(([key, name]) => [key, question[name]] as const),
    ...Object.entries(ranges).map(([key, name]) => {
      const distribution = question[name];
      return [key, distribution && rangeText(distribution)] as const;
    }),
  ].filter(([, value]) => value !== undefined);
  const [first] = terms;
  if (terms.length === 1 && first?.[0] === 'model') return String(first[1]);
  return terms.map(([key, value]) => `${key}=${value}`).join(',');
}

/** Reads what `questionText` writes. Throws `address-form`. */
export function readQuestion(text: string): TrainingQuestion {
  if (!text.includes('=')) return { model: text };
  const question: Record<string, unknown> = {};
  for (const term of text.split(',')) {
    const at = term.indexOf('=');
    const [key, value] = [term.slice(0, at), term.slice(at + 1)];
    const problem = (): ProblemError => new ProblemError([{ code: 'address-form', params: { found: term } }]);
    if (isKey(texts, key)) {
      if (key === 'precision' && !PRECISIONS.some((precision) => precision === value)) throw problem();
      question[texts[key]] = value;
    } else if (isKey(numbers, key)) {
      if (!(Number(value) > 0)) throw problem();
      question[numbers[key]] = Number(value);
    } else if (isKey(ranges, key)) {
      const distribution = readRange(value);
      if (distribution === undefined) throw problem();
      question[ranges[key]] = distribution;
    } else {
      throw problem();
    }
  }
  return question;
}

function isKey<Keys extends object>(keys: Keys, key: string): key is Extract<keyof Keys, string> {
  return Object.hasOwn(keys, key);
}

function rangeText(distribution: Distribution): string {
  switch (distribution.kind) {
    case 'point':
      return String(distribution.value);
    case 'uniform':
      return `${distribution.low}..${distribution.high}`;
    case 'triangular':
      return `${distribution.low}..${distribution.mode}..${distribution.high}`;
    default:
      throw new RangeError(`a ${distribution.kind} distribution has no place in an address`);
  }
}

function readRange(text: string): Distribution | undefined {
  const [low = NaN, second = low, third] = text.split('..').map(Number);
  const high = third ?? second;
  if (!(low > 0 && low <= second && second <= high)) return undefined;
  if (low === high) return { kind: 'point', value: low };
  return third === undefined
    ? { kind: 'uniform', low, high }
    : { kind: 'triangular', low, mode: second, high };
}

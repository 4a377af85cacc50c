import type { Amount, Register, View } from '../register/index.ts';
import { centralValue } from '../register/index.ts';
import { CLAIM_RULES, type ClaimRule, type Reference } from './claim-rules.ts';

/** One number of a recomputation, with its source. */
export interface Term {
  /** Letter in the expression. */
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
  readonly source: 'claim' | 'row' | 'model' | 'product';
  /** Id in its file; `field` where the file has several numbers a row. */
  readonly id: string;
  readonly field: string;
}

/** A figure of the article computed again. */
export interface Recomputation {
  readonly claim: string;
  readonly expression: string;
  readonly terms: readonly Term[];
  readonly result: number;
  readonly unit: string;
  /** What the article, or the source, gives as the result. */
  readonly said?: number;
}

/**
 * Recomputes the figures of one claim from what the view knows. A rule is left out where one of its numbers is not
 * known at the view's date.
 */
export function recompute(claim: string, register: Register, view: View): readonly Recomputation[] {
  return CLAIM_RULES.filter((rule) => rule.claim === claim).flatMap(
    (rule) => applyRule(rule, register, view) ?? [],
  );
}

function applyRule(rule: ClaimRule, register: Register, view: View): Recomputation | undefined {
  const terms: Term[] = [];
  for (const [index, reference] of rule.terms.entries()) {
    const found = resolve(reference, register, view);
    if (!found) return undefined;
    terms.push({ symbol: String.fromCodePoint('a'.codePointAt(0)! + index), ...found });
  }
  const { claim, expression, unit } = rule;
  const said = typeof rule.said === 'string' ? resolve(rule.said, register, view)?.value : rule.said;
  const result = rule.compute(terms.map((term) => term.value));
  return { claim, expression, terms, result, unit, ...(said === undefined ? {} : { said }) };
}

type Found = Omit<Term, 'symbol'>;

function resolve(reference: Reference, register: Register, view: View): Found | undefined {
  const colon = reference.indexOf(':');
  const source = reference.slice(0, colon) as Term['source'];
  const rest = reference.slice(colon + 1);
  const dot = rest.lastIndexOf('.');
  const [id, field] = dot < 0 ? [rest, ''] : [rest.slice(0, dot), rest.slice(dot + 1)];
  const number = numberOf(source, id, field, register, view);
  return number && { ...number, source, id, field };
}

/** Units of the catalogue's fields that rules use. */
const FIELD_UNITS: Readonly<Record<string, string>> = {
  acceleratorHours: 'unit*hour',
  bf16Dense: 'TFLOP/second',
  computeDies: 'die',
  dieArea: 'mm2',
  parametersActive: 'parameter',
  parametersTotal: 'parameter',
  trainingFlop: 'FLOP',
  trainingTokens: 'token',
};

function numberOf(
  source: Term['source'],
  id: string,
  field: string,
  register: Register,
  view: View,
): { readonly value: number; readonly unit: string } | undefined {
  if (source === 'claim')
    return bound(
      register.claims.find((claim) => claim.id === id),
      field,
    );
  if (source === 'row')
    return bound(
      view.facts.find((row) => row.id === id),
      field,
    );
  const list: readonly { readonly id: string }[] = source === 'model' ? view.models : view.products;
  const entry = list.find((item) => item.id === id);
  const value: unknown = entry && Object.getOwnPropertyDescriptor(entry, field)?.value;
  return typeof value === 'number' ? { value, unit: FIELD_UNITS[field] ?? '' } : undefined;
}

function bound(
  amount: (Amount & { readonly unit: string }) | undefined,
  field: string,
): { readonly value: number; readonly unit: string } | undefined {
  if (!amount) return undefined;
  const value = field === 'low' ? amount.low : field === 'high' ? amount.high : centralValue(amount);
  return value === undefined ? undefined : { value, unit: amount.unit };
}

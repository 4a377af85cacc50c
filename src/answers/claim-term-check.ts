import { nearestName } from '../problem/nearest-name.ts';
import type { Problem } from '../problem/problem.ts';
import type { Register } from '../register/index.ts';
import { entityId, readDate, ROW_KINDS } from '../register/index.ts';
import type { Call } from './claim-formula.ts';
import type { RegisterCall } from './claim-terms.ts';
import {
  alternatives,
  BOUNDS,
  DATES,
  FIELD_UNITS,
  fieldsOf,
  isRegisterCall,
  QUERY_KEYS,
  REGISTER_CALLS,
  WORDS,
} from './claim-terms.ts';

type Fault = Pick<Problem, 'code' | 'params'>;

/** What is wrong with a call of the register, whatever the day: names of no call, entry, field or key. */
export function faultOf(call: Call, register: Register): Fault | undefined {
  const { name, args } = call;
  const [id = '', field = ''] = args;
  switch (name as RegisterCall) {
    case 'claim':
      return (
        (id === '' ? undefined : unknownId('unknown-claim', id, register.claims)) ?? fieldFault(field, BOUNDS)
      );
    case 'row':
      return (
        unknownId('unknown-row', id, register.facts) ?? fieldFault(field, [...BOUNDS, ...DATES], WORDS.row)
      );
    case 'model':
      return (
        unknownId('unknown-run', id, register.models) ??
        fieldFault(field, [...Object.keys(FIELD_UNITS), 'published'], WORDS.model)
      );
    case 'product':
      return (
        unknownId('unknown-product', id, register.products) ??
        fieldFault(field, [...Object.keys(FIELD_UNITS), 'known'], WORDS.product)
      );
    case 'day':
      return readDate(id) ? undefined : { code: 'not-a-date', params: { name: 'day', found: id } };
    default:
      return isRegisterCall(call)
        ? queryFault(args, register)
        : unknownChoice('formula', name, REGISTER_CALLS);
  }
}

function unknownId(
  code: string,
  found: string,
  entries: readonly { readonly id: string }[],
): Fault | undefined {
  if (entries.some((entry) => entry.id === found)) return undefined;
  const nearest = nearestName(
    found,
    entries.map((entry) => entry.id),
  );
  return { code, params: { found, ...(nearest === undefined ? {} : { nearest }) } };
}

function unknownChoice(name: string, found: string, choices: readonly string[]): Fault {
  const nearest = nearestName(found, choices);
  const near = nearest === undefined ? {} : { nearest };
  return { code: 'unknown-choice', params: { name, found, expected: choices.join(', '), ...near } };
}

function fieldFault(
  field: string,
  numbers: readonly string[],
  words: readonly string[] = [],
): Fault | undefined {
  const [name = '', wanted] = field.split('=');
  const known = wanted === undefined ? ['', ...numbers] : words;
  return known.includes(name) ? undefined : unknownChoice('field', name, [...numbers, ...words]);
}

function queryFault(args: readonly string[], register: Register): Fault | undefined {
  const fields = fieldsOf(args);
  const key = [...fields.keys()].find((name) => !(QUERY_KEYS as readonly string[]).includes(name));
  if (key !== undefined) return unknownChoice('query', key, QUERY_KEYS);
  if (!fields.has('metric')) return { code: 'missing-value', params: { expected: 'metric' } };
  const metrics = [...new Set(register.facts.map((row) => row.metric))];
  const metric = alternatives(fields.get('metric') ?? '').find((name) => !metrics.includes(name));
  if (metric !== undefined) {
    const nearest = nearestName(metric, metrics);
    const near = nearest === undefined ? {} : { nearest };
    return { code: 'unknown-choice', params: { name: 'metric', found: metric, ...near } };
  }
  const entities = new Set(register.facts.map((row) => entityId(row.entity)));
  const entity = alternatives(fields.get('entity') ?? '').find((name) => !entities.has(entityId(name)));
  if (entity !== undefined) return { code: 'unknown-choice', params: { name: 'entity', found: entity } };
  const kind = alternatives(fields.get('kind') ?? '').find(
    (name) => !(ROW_KINDS as readonly string[]).includes(name),
  );
  if (kind !== undefined) return unknownChoice('kind', kind, ROW_KINDS);
  const day = (['from', 'to', 'since', 'until'] as const).find(
    (name) => fields.has(name) && readDate(fields.get(name) ?? '') === undefined,
  );
  return day && { code: 'not-a-date', params: { name: day, found: fields.get(day) ?? '' } };
}

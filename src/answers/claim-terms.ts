import type { Amount, Claim, Query, Register, Row, Span, View } from '../register/index.ts';
import {
  byDate,
  centralValue,
  dayNumber,
  disagreement,
  query,
  readDate,
  ROW_KINDS,
  statements,
} from '../register/index.ts';
import type { Call } from './claim-formula.ts';

/** Calls that read the register; `series` reads the model and is resolved with it. */
export const REGISTER_CALLS = [
  'claim',
  'row',
  'model',
  'product',
  'median',
  'least',
  'most',
  'latest',
  'earliest',
  'count',
  'day',
] as const;
export type RegisterCall = (typeof REGISTER_CALLS)[number];

/** One number of a formula, with its source. */
export interface Term {
  /** Letter in the expression. */
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
  readonly source: RegisterCall;
  /** Id in its file; what the query asks for where it is one; the day. */
  readonly id: string;
  /** Which number, or which words, where the entry has several. */
  readonly field: string;
  /** Rows it rests on. */
  readonly rows: readonly Row[];
}

/** Units of the catalogue's fields that formulas use. */
export const FIELD_UNITS: Readonly<Record<string, string>> = {
  acceleratorCount: 'unit',
  acceleratorHours: 'unit*hour',
  bf16Dense: 'TFLOP/second',
  computeDies: 'die',
  costEstimate: 'USD',
  costStated: 'USD',
  dieArea: 'mm2',
  fp8Dense: 'TFLOP/second',
  hbmBandwidth: 'TB/second',
  parametersActive: 'parameter',
  parametersTotal: 'parameter',
  tdp: 'W/unit',
  trainingFlop: 'FLOP',
  trainingTokens: 'token',
};

/** Days of the catalogue’s entries: when a run was published, from when a specification was known. */
const DAYS: Readonly<Record<string, string>> = { published: 'published', known: 'knownSince' };

export const BOUNDS = ['low', 'high'];
export const DATES = ['start', 'end', 'published'];
/** Fields whose words a formula may look for: 1 where they are found, 0 where not. */
export const WORDS: Readonly<Record<'row' | 'model' | 'product', readonly string[]>> = {
  row: ['quote', 'title'],
  model: ['accelerator', 'developer', 'note'],
  product: ['kind', 'designer', 'hbmGeneration', 'packaging'],
};

export const QUERY_KEYS = [
  'metric',
  'entity',
  'site',
  'product',
  'unit',
  'basis',
  'kind',
  'from',
  'to',
  'since',
  'until',
] as const;
type QueryKey = (typeof QUERY_KEYS)[number];

/** Alternatives stand between bars; a dash stands for the empty name. */
export function alternatives(names: string): string[] {
  return names === '' ? [] : names.split('|').map((name) => (name === '-' ? '' : name));
}

export function isRegisterCall(call: Call): boolean {
  return (REGISTER_CALLS as readonly string[]).includes(call.name);
}

/** What a call gives in a view; `undefined` where it is not known at the view’s date. `own` is the claim of the rule. */
export function resolveTerm(call: Call, own: Claim, register: Register, view: View): Term | undefined {
  const { name, args, symbol } = call;
  const [id = '', field = ''] = args;
  const source = name as RegisterCall;
  switch (source) {
    case 'claim': {
      const claim = id === '' ? own : register.claims.find((entry) => entry.id === id);
      const value = claim && bound(claim, field);
      if (claim === undefined || value === undefined) return undefined;
      return { symbol, value, unit: claim.unit, source, id: claim.id, field, rows: [] };
    }
    case 'row': {
      const row = view.facts.find((entry) => entry.id === id);
      const found = row && rowField(row, field);
      return row && found && { symbol, ...found, source, id, field, rows: [row] };
    }
    case 'model':
    case 'product': {
      const list: readonly { readonly id: string }[] = source === 'model' ? view.models : view.products;
      const found = catalogueField(
        list.find((entry) => entry.id === id),
        field,
      );
      return found && { symbol, ...found, source, id, field, rows: [] };
    }
    case 'day': {
      const day = readDate(id)?.last;
      return day === undefined
        ? undefined
        : { symbol, value: dayNumber(day), unit: 'date', source, id, field, rows: [] };
    }
    case 'earliest': {
      // The first day of the first period that a row names: when something happened.
      const rows = query(view, queryOf(fieldsOf(args)));
      const days = rows.map((row) => row.periodStart).sort();
      return days[0] === undefined
        ? undefined
        : { symbol, value: dayNumber(days[0]), unit: 'date', source, id: args.join('; '), field: '', rows };
    }
    default: {
      const rows = byDate(statements(query(view, queryOf(fieldsOf(args)))));
      const found = gathered(source, rows);
      return found && { symbol, ...found, source, id: args.join('; '), field: '', rows };
    }
  }
}

type Found = Pick<Term, 'value' | 'unit'>;

function bound(amount: Amount, field: string): number | undefined {
  return field === 'low' ? amount.low : field === 'high' ? amount.high : centralValue(amount);
}

function rowField(row: Row, field: string): Found | undefined {
  const [name = '', words] = field.split('=');
  if (words !== undefined) return says(name === 'title' ? row.title : row.quote, words);
  if (name === 'start') return { value: dayNumber(row.periodStart), unit: 'date' };
  if (name === 'end') return { value: dayNumber(row.periodEnd), unit: 'date' };
  if (name === 'published') return { value: dayNumber(row.published), unit: 'date' };
  const value = row.quantity === 'none' && row.unit !== 'flag' ? undefined : bound(row, field);
  return value === undefined ? undefined : { value, unit: row.unit };
}

function catalogueField(entry: object | undefined, field: string): Found | undefined {
  const [name = '', words] = field.split('=');
  if (entry === undefined) return undefined;
  // Without a field, that the entry is known at all.
  if (name === '') return { value: 1, unit: 'flag' };
  const day = DAYS[name];
  const value: unknown = Object.getOwnPropertyDescriptor(entry, day ?? name)?.value;
  if (day !== undefined)
    return typeof value === 'string' ? { value: dayNumber(value), unit: 'date' } : undefined;
  if (words !== undefined) return typeof value === 'string' ? says(value, words) : undefined;
  return typeof value === 'number' ? { value, unit: FIELD_UNITS[name] ?? '' } : undefined;
}

function says(text: string, words: string): Found {
  return { value: text.toLowerCase().includes(words.toLowerCase()) ? 1 : 0, unit: 'flag' };
}

/** A query in one number: rows without a quantity count, but carry no other number. */
function gathered(source: RegisterCall, rows: readonly Row[]): Found | undefined {
  if (source === 'count') return { value: rows.length, unit: '1' };
  const numbers = rows.filter((row) => row.quantity !== 'none');
  const unit = numbers[0]?.unit;
  if (unit === undefined) return undefined;
  // Rows in another unit say another thing.
  const alike = numbers.filter((row) => row.unit === unit);
  const values = alike.flatMap((row) => centralValue(row) ?? []);
  switch (source) {
    case 'latest':
      return { value: values.at(-1) ?? Number.NaN, unit };
    case 'least':
      return { value: Math.min(...values), unit };
    case 'most':
      return { value: Math.max(...values), unit };
    default:
      return { value: disagreement(alike)?.median ?? Number.NaN, unit };
  }
}

function queryOf(fields: ReadonlyMap<string, string>): Query {
  const day = (key: QueryKey): Span | undefined => readDate(fields.get(key) ?? '');
  const only = <Key extends keyof Query>(key: Key, value: Query[Key]): Pick<Query, Key> | undefined =>
    value === undefined ? undefined : ({ [key]: value } as Pick<Query, Key>);
  const names = (key: QueryKey): string[] | undefined => {
    const value = fields.get(key);
    return value === undefined ? undefined : alternatives(value);
  };
  const basis = fields.get('basis');
  return {
    ...only('metric', names('metric')),
    ...only('entity', names('entity')),
    ...only('site', names('site')),
    ...only('product', names('product')),
    ...only('unit', fields.get('unit')),
    ...only('basis', basis === '-' ? '' : basis),
    ...only(
      'kind',
      ROW_KINDS.filter((kind) => names('kind')?.includes(kind) ?? true),
    ),
    ...only('endsFrom', day('from')?.first),
    ...only('endsBy', day('to')?.last),
    ...only('publishedFrom', day('since')?.first),
    ...only('publishedBy', day('until')?.last),
  };
}

/** Arguments of a query by key. */
export function fieldsOf(args: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    args.map((arg) => {
      const equals = arg.indexOf('=');
      return equals < 0 ? ([arg, ''] as const) : ([arg.slice(0, equals), arg.slice(equals + 1)] as const);
    }),
  );
}

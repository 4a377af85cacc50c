import type { Distribution } from '../engine/index.ts';
import { log } from '../engine/elementary.ts';
import type { BilingualText } from '../model/lever.ts';
import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import { openTable } from '../register/table.ts';
import type { TableRecord } from '../register/table.ts';
import { monthsFrom } from './month-count.ts';

const KINDS = ['point', 'uniform', 'triangular', 'normal', 'lognormal', 'date', 'chance'] as const;
type Kind = (typeof KINDS)[number];

/**
 * A value nobody publishes, with its range and reason. `normal` and `lognormal` give P10, median and P90; `date` gives
 * months (YYYY-MM) of a triangular distribution; `chance` gives a value with and without an event of probability `mode`.
 */
export interface Assumption {
  readonly id: string;
  readonly kind: Kind;
  readonly low: number | undefined;
  readonly mode: number | undefined;
  readonly high: number | undefined;
  readonly dates: readonly [string, string, string] | undefined;
  readonly unit: string;
  /** ISO day from which the assumption could have been made. */
  readonly knownSince: string;
  readonly derivedFrom: string;
  readonly reason: BilingualText;
}

const COLUMNS = [
  'id',
  'kind',
  'low',
  'mode',
  'high',
  'unit',
  'known_since',
  'derived_from',
  'reason_en',
  'reason_ja',
];

/** Reads `data/assumptions.csv`. Throws `ProblemError` with every problem of the file. */
export function readAssumptions(text: string, file: string): readonly Assumption[] {
  const table = openTable(text, file, COLUMNS);
  const problems: Problem[] = table.problems;
  const seen = new Set<string>();
  const assumptions = table.records.map((record) => readAssumption(record));
  for (const [index, assumption] of assumptions.entries()) {
    const key = `${assumption.id}@${assumption.knownSince}`;
    if (seen.has(key)) table.records[index]?.problem('duplicate-id', 'id', { found: key });
    seen.add(key);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return assumptions;
}

function readAssumption(record: TableRecord): Assumption {
  const kind = record.oneOf('kind', KINDS, 'unknown-kind');
  const isDate = kind === 'date';
  const dates = isDate
    ? (['low', 'mode', 'high'].map((column) => record.date(column)?.first ?? '') as [string, string, string])
    : undefined;
  const number = (column: string): number | undefined => (isDate ? undefined : record.number(column));
  const assumption: Assumption = {
    id: record.required('id'),
    kind,
    low: number('low'),
    mode: number('mode'),
    high: number('high'),
    dates,
    unit: record.text('unit'),
    knownSince: record.date('known_since')?.last ?? '',
    derivedFrom: record.text('derived_from'),
    reason: { en: record.required('reason_en'), ja: record.required('reason_ja') },
  };
  const needed: readonly ('low' | 'mode' | 'high')[] =
    kind === 'point'
      ? ['mode']
      : kind === 'uniform'
        ? ['low', 'high']
        : isDate
          ? []
          : ['low', 'mode', 'high'];
  for (const column of needed) if (assumption[column] === undefined) record.required(column);
  const { low, mode, high } = assumption;
  if (
    kind !== 'chance' &&
    low !== undefined &&
    high !== undefined &&
    (low > high || (mode ?? low) < low || (mode ?? high) > high)
  ) {
    record.problem('values-out-of-order', 'low', {
      found: `${low}, ${mode ?? ''}, ${high}`,
      expected: 'low <= mode <= high',
    });
  }
  return assumption;
}

/** What may be assumed at a date: for each id the latest vintage known by then. */
export class Assumptions {
  readonly #byId = new Map<string, Assumption>();
  readonly #start: string;

  /** `start` is the first day of the run, from which dates are counted in months. */
  constructor(all: readonly Assumption[], date: string, start: string) {
    this.#start = start;
    for (const assumption of all) {
      if (assumption.knownSince > date) continue;
      const known = this.#byId.get(assumption.id);
      if (known === undefined || known.knownSince <= assumption.knownSince)
        this.#byId.set(assumption.id, assumption);
    }
  }

  get(id: string): Assumption | undefined {
    return this.#byId.get(id);
  }

  /** For an input scalar: the assumption of its own name, else of its family. */
  forInput(scalar: string): Assumption | undefined {
    const family = scalar.indexOf('[') < 0 ? scalar : scalar.slice(0, scalar.indexOf('['));
    return this.#byId.get(scalar) ?? this.#byId.get(family);
  }

  /** The central number of an assumption that rules use. Throws when it is missing: data and rules belong together. */
  number(id: string): number {
    const value = this.#byId.get(id)?.mode;
    if (value === undefined) throw new ProblemError([{ code: 'missing-assumption', params: { name: id } }]);
    return value;
  }

  distribution(assumption: Assumption): Distribution {
    const { kind, dates } = assumption;
    if (dates) {
      const [low, mode, high] = dates.map((day) => monthsFrom(this.#start, day)) as [number, number, number];
      return low === high ? { kind: 'point', value: mode } : { kind: 'triangular', low, mode, high };
    }
    const { low = 0, mode = 0, high = 0 } = assumption;
    return fromRange(kind, low, mode, high);
  }
}

/** Standard normal quantile of 0.9, by which P10 and P90 give a standard deviation. */
const Z90 = 1.2815515655446004;

function fromRange(kind: Kind, low: number, mode: number, high: number): Distribution {
  switch (kind) {
    case 'uniform':
      return { kind: 'uniform', low, high };
    case 'triangular':
      return { kind: 'triangular', low, mode, high };
    case 'normal':
      return { kind: 'normal', mean: mode, sd: (high - low) / (2 * Z90) };
    case 'lognormal':
      return low === high
        ? { kind: 'point', value: mode }
        : {
            kind: 'split-lognormal',
            median: mode,
            sigmaLow: log(mode / low) / Z90,
            sigmaHigh: log(high / mode) / Z90,
          };
    case 'chance':
      return { kind: 'discrete', values: [low, high], weights: [1 - mode, mode] };
    default:
      return { kind: 'point', value: mode };
  }
}

import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import {
  asOf,
  byDate,
  centralValue,
  entityId,
  forecastPairs,
  groupBy,
  lengthOf,
  looksAhead,
  medianOf,
  productNamer,
  publisherOf,
  statements,
} from '../register/index.ts';
import type { Register, Row, View } from '../register/index.ts';

/** Forecasts of one quantity published in one quarter. */
export interface VintageRow {
  /** First day of the quarter. */
  readonly quarter: string;
  readonly count: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** One forecast of the quantity. */
export interface VintageWord {
  /** Id of the row. */
  readonly id: string;
  readonly published: string;
  readonly publisher: string;
  readonly low?: number;
  readonly value: number;
  readonly high?: number;
}

/** How forecasts of one quantity moved, and what came. */
export interface ForecastVintages {
  /** As it may be asked for: metric, entity, product where there is one, year or last day. */
  readonly quantity: string;
  readonly metric: string;
  readonly entity: string;
  readonly product: string;
  readonly periodEnd: string;
  readonly unit: string;
  readonly basis: string;
  /** By quarter of publication; a statement counts once. */
  readonly rows: readonly VintageRow[];
  readonly words: readonly VintageWord[];
  /** The figure that later rows tell, and their ids, where the period has passed. */
  readonly outcome?: { readonly value: number; readonly rows: readonly string[] };
}

/** The quantity of the article that was forecast most often and moved most. */
export const VINTAGE_QUANTITY = 'cowos_capacity TSMC 2026';

/**
 * Forecasts of a quantity by when they were published. A quantity is named by metric, entity, product and the year or
 * day on which its period ends; where a name stands for figures in several units or lengths of period, those that were
 * forecast most often are taken. Without a name, `VINTAGE_QUANTITY` if anybody had forecast it by the day. Throws
 * `unknown-quantity` with the nearest name.
 */
export function forecastVintages(
  register: Register,
  day: string,
  name?: string,
): ForecastVintages | undefined {
  const view = asOf(register, day);
  const groups = [...forecastQuantities(view).values()].toSorted((a, b) => b.length - a.length);
  const wanted = plain(name ?? VINTAGE_QUANTITY);
  const rows = groups.find((group) => group.some((row) => plain(nameOf(row)) === wanted));
  const [first] = rows ?? [];
  if (rows === undefined || first === undefined) {
    if (name === undefined) return undefined;
    const nearest = nearestName(name, [...new Set(groups.flatMap((group) => group.map(nameOf)))]);
    throw new ProblemError([
      { code: 'unknown-quantity', params: { found: name, ...(nearest === undefined ? {} : { nearest }) } },
    ]);
  }
  const { metric, entity, product, periodEnd, unit, basis } = first;
  const ids = new Set(rows.map(({ id }) => id));
  const told = forecastPairs(view).find(({ forecast }) => ids.has(forecast.id))?.outcomes ?? [];
  const outcome = medianOf(told.flatMap((row) => centralValue(row) ?? []));
  return {
    quantity: nameOf(first),
    metric,
    entity,
    product,
    periodEnd,
    unit,
    basis,
    rows: byQuarter(rows),
    words: rows.map(wordOf),
    ...(outcome !== undefined && { outcome: { value: outcome, rows: told.map(({ id }) => id) } }),
  };
}

/** Figures forecast at least twice, by quantity; each group in order of publication, a statement once. */
function forecastQuantities(view: View): ReadonlyMap<string, readonly Row[]> {
  const ahead = statements(
    view.facts.filter(
      (row) => looksAhead(row) && row.site === '' && (row.quantity === 'value' || row.quantity === 'range'),
    ),
  );
  const groups = groupBy(byDate(ahead), quantityKeys(view));
  return new Map([...groups].filter(([, rows]) => rows.length > 1));
}

function quantityKeys({ families }: View): (row: Row) => string {
  const productName = productNamer(families);
  return (row) =>
    [
      row.metric,
      entityId(row.entity),
      row.site,
      productName(row.product),
      row.periodEnd,
      lengthOf(row),
      row.unit,
      row.basis,
    ].join('|');
}

function nameOf({ metric, entity, product, periodEnd }: Row): string {
  const period = periodEnd.endsWith('-12-31') ? periodEnd.slice(0, 4) : periodEnd;
  return [metric, entity, product, period].filter((part) => part !== '').join(' ');
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s,·]+/gu, ' ')
    .trim();
}

function wordOf(row: Row): VintageWord {
  const { id, published, low, high } = row;
  return {
    id,
    published,
    publisher: publisherOf(row),
    ...(low === undefined ? {} : { low }),
    value: centralValue(row) ?? Number.NaN,
    ...(high === undefined ? {} : { high }),
  };
}

function byQuarter(rows: readonly Row[]): readonly VintageRow[] {
  const quarters = groupBy(rows, ({ published }) => {
    const month = Math.floor((Number(published.slice(5, 7)) - 1) / 3) * 3 + 1;
    return `${published.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  });
  return [...quarters].map(([quarter, ofQuarter]) => {
    const values = ofQuarter.map((row) => centralValue(row) ?? Number.NaN);
    return {
      quarter,
      count: values.length,
      low: Math.min(...values),
      median: medianOf(values) ?? Number.NaN,
      high: Math.max(...values),
    };
  });
}

import { consensus } from '../../beliefs/consensus.ts';
import type { Consensus } from '../../beliefs/consensus.ts';
import { rowKey } from '../../beliefs/context.ts';
import { monthsFrom } from '../../beliefs/month-count.ts';
import { buyerDefinitions } from '../../beliefs/names.ts';
import { isQuarter } from '../../beliefs/year-total.ts';
import { memoryMakers } from '../../model/catalogue.ts';
import { query } from '../../register/index.ts';
import type { Query, Row } from '../../register/index.ts';
import { monthOfDay, periodOfMonths } from '../period.ts';
import type { Period } from '../period.ts';
import type { PreparedRun } from '../scenario-run.ts';
import { seriesOf } from '../series-catalogue.ts';
import type { Series, SeriesDimension } from '../series-catalogue.ts';
import type { KnownQuantity, Subject } from './known-quantity.ts';

/** Logarithmic error of what a company reports of itself. */
const REPORTED = 0.01;

/** Beliefs that say how much there is: a row that made one of them is not used once more. */
const LEVELS = [
  'cowos path',
  'osat path',
  'hbm path',
  'base revenue',
  'base units',
  'base capex',
  'exit rate',
  'own supply',
];

/** Errors of figures that state no range (assumptions of the same names). */
export interface StatedErrors {
  /** Outside counts of units. */
  readonly units: number;
  /** Outsiders' estimates of capacity. */
  readonly capacity: number;
}

/**
 * What is known by the day of a run of quantities that it gives itself, within `months` of its start: data-centre
 * revenue of NVIDIA and Instinct revenue by fiscal quarter, units by designer and capital expenditure by calendar quarter,
 * CoWoS and memory capacity between year ends. Only actuals and estimates of periods that have ended.
 */
export function knownQuantities(run: PreparedRun, months: number, errors: StatedErrors): KnownQuantity[] {
  const finder = new Finder(run, months);
  return [...sales(finder, errors), ...budgets(finder), ...capacities(finder, errors)];
}

function sales(finder: Finder, errors: StatedErrors): KnownQuantity[] {
  const dataCentre = finder.quarters(
    { metric: 'datacenter_revenue', entity: 'NVIDIA', product: '', unit: 'USD' },
    REPORTED,
  );
  const instinct = finder.quarters(
    { metric: 'ai_revenue', entity: 'AMD', product: 'Instinct', unit: 'USD' },
    REPORTED,
  );
  const revenue = (designer: string, found: readonly Found[]): KnownQuantity[] =>
    finder.told(found, {
      subject: 'sales',
      whose: designer,
      series: 'revenue',
      by: 'designer',
      members: [designer],
    });
  return [
    ...revenue('NVIDIA', dataCentre),
    ...revenue('AMD', instinct),
    ...finder.designers().flatMap(({ designer, families }) => {
      const counted = families.flatMap((family) => {
        const found = finder.quarters({ metric: 'units_shipped', family, unit: 'unit' }, errors.units);
        return found.length === 0 ? [] : [{ family, found }];
      });
      return finder.told(totalled(counted.flatMap(({ found }) => found)), {
        subject: 'sales',
        whose: designer,
        series: 'shipments',
        by: 'family',
        members: counted.map(({ family }) => family),
        as: designer,
      });
    }),
  ];
}

/** Sums by quarter. Estimates of one quarter's families have most of their errors in common, so these add up. */
function totalled(parts: readonly Found[]): Found[] {
  const sums = new Map<string, Found>();
  for (const part of parts) {
    const sum = sums.get(part.period.end);
    if (sum === undefined) {
      sums.set(part.period.end, part);
      continue;
    }
    const median = sum.median + part.median;
    sums.set(part.period.end, {
      ...sum,
      median,
      sigma: (sum.sigma * sum.median + part.sigma * part.median) / median,
      rows: [...sum.rows, ...part.rows],
    });
  }
  return [...sums.values()];
}

/** On the accounting basis of the base year: bases differ by a tenth. */
function budgets(finder: Finder): KnownQuantity[] {
  return buyerDefinitions.flatMap(({ id, capexEntity }) => {
    const basis = finder.basisOf(`base capex[${id}]`);
    if (capexEntity === undefined || basis === undefined) return [];
    const found = finder.quarters(
      { metric: 'capex', entity: capexEntity, product: '', unit: 'USD', basis },
      REPORTED,
    );
    return finder.told(found, { subject: 'capex', whose: '', series: 'capex', by: 'buyer', members: [id] });
  });
}

const MAKERS = { 'sk-hynix': 'SK hynix', samsung: 'Samsung', micron: 'Micron' } as const;

function capacities(finder: Finder, errors: StatedErrors): KnownQuantity[] {
  const plants = finder.run.catalogue.plants
    .filter(({ operator }) => operator === 'TSMC')
    .map(({ id }) => id);
  const levels = (metric: string, entity: string): Found[] =>
    finder.levels({ metric, entity, site: '', unit: 'wafer/month' }, errors.capacity);
  return [
    ...finder.told(levels('cowos_capacity', 'TSMC'), {
      subject: 'packaging',
      whose: '',
      series: 'capacity',
      by: 'plant',
      members: plants,
      as: 'cowos',
    }),
    ...memoryMakers.flatMap((maker) =>
      finder.told(levels('hbm_capacity', MAKERS[maker]), {
        subject: 'memory',
        whose: MAKERS[maker],
        series: 'capacity',
        by: 'maker',
        members: [maker],
      }),
    ),
  ];
}

interface Found extends Consensus {
  readonly period: Period;
}

interface Told {
  readonly subject: Subject;
  readonly whose: string;
  readonly series: string;
  readonly by: SeriesDimension;
  /** Members of the series that the figure is the sum of. */
  readonly members: readonly string[];
  /** Name of the sum; that of the first member where not given. */
  readonly as?: string;
}

/** Finds figures of one run and what the run says of the same. */
class Finder {
  readonly run: PreparedRun;
  readonly #months: number;
  readonly #series: ReadonlyMap<string, Series>;
  readonly #used: ReadonlySet<string>;

  constructor(run: PreparedRun, months: number) {
    this.run = run;
    this.#months = months;
    this.#series = new Map(seriesOf(run.catalogue).map((series) => [series.name, series]));
    this.#used = new Set(
      [...run.beliefs.values()].flatMap(({ input, rows }) =>
        LEVELS.some((family) => input === family || input.startsWith(`${family}[`)) ? rows : [],
      ),
    );
  }

  /** Announced families by designer, without those who have supplies of their own. */
  designers(): { readonly designer: string; readonly families: readonly string[] }[] {
    const { products } = this.run.catalogue;
    const lines = this.run.catalogue.lines.filter(({ ownSupply }) => !ownSupply);
    return [...new Set(lines.map(({ designer }) => designer))].map((designer) => {
      const own = new Set(lines.filter((line) => line.designer === designer).map(({ id }) => id));
      const made = products.filter(({ line, assumedSuccessor }) => own.has(line) && !assumedSuccessor);
      return { designer, families: [...new Set(made.map(({ family }) => family))] };
    });
  }

  /** The accounting basis of the rows behind a belief. */
  basisOf(input: string): string | undefined {
    const [key] = this.run.beliefs.get(input)?.rows ?? [];
    return key === undefined ? undefined : this.run.view.facts.find((row) => rowKey(row) === key)?.basis;
  }

  /** Figures of quarters, fiscal ones by the months that they come nearest to. */
  quarters(filter: Query, error: number): Found[] {
    return this.#found(filter, error, (row) => {
      if (!isQuarter(row)) return undefined;
      const first = Math.round(monthsFrom(this.run.start, row.periodStart));
      return [first, first + 2];
    });
  }

  /** Figures of one day or month, without those about year ends, which make the path. */
  levels(filter: Query, error: number): Found[] {
    return this.#found(filter, error, (row) => {
      if (monthsFrom(row.periodStart, row.periodEnd) > 1) return undefined;
      const month = monthOfDay(this.run.catalogue.startYear, row.periodEnd);
      return [month, month];
    });
  }

  #found(
    filter: Query,
    error: number,
    monthsOf: (row: Row) => readonly [number, number] | undefined,
  ): Found[] {
    const { view, catalogue } = this.run;
    const byPeriod = new Map<string, { readonly period: Period; readonly rows: Row[] }>();
    for (const row of query(view, { ...filter, kind: ['actual', 'estimate'], endsBy: view.date })) {
      const [first, last] = monthsOf(row) ?? [-1, -1];
      if (first < 0 || last >= this.#months || this.#used.has(rowKey(row))) continue;
      const period = periodOfMonths(catalogue.startYear, first, last);
      const group = byPeriod.get(period.end) ?? { period, rows: [] };
      group.rows.push(row);
      byPeriod.set(period.end, group);
    }
    return [...byPeriod.values()].flatMap(({ period, rows }) => {
      const found = consensus(rows, view.date);
      return found === undefined ? [] : [{ ...found, sigma: found.sigma > 0 ? found.sigma : error, period }];
    });
  }

  told(
    found: readonly Found[],
    { subject, whose, series: called, by, members, as: name = members[0] ?? '' }: Told,
  ): KnownQuantity[] {
    const series = this.#series.get(called);
    const all = series?.dimensions.get(by)?.filter(({ member }) => members.includes(member)) ?? [];
    const [first] = all;
    if (series === undefined || first === undefined || all.length < members.length) return [];
    const scalars = all.flatMap((each) => each.scalars);
    return found
      .toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1))
      .map(({ period, median, sigma, rows }) => ({
        subject,
        whose,
        series: called,
        member: name,
        unit: series.unit,
        period,
        value: median,
        sigma,
        rows,
        request: { scalars, factor: first.factor, overTime: series.overTime, periods: [period] },
      }));
  }
}

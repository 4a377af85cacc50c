import { meanOf } from '../../engine/index.ts';
import type { BilingualText } from '../../model/lever.ts';
import { query } from '../../register/index.ts';
import { consensus } from '../consensus.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import { monthsFrom } from '../month-count.ts';
import { countedUnits, countsOf, unitRecord } from './unit-record.ts';

const statedRule: BilingualText = {
  en: 'initial fleet: latest estimates of the world’s stock near the start',
  ja: '初期保有量：開始時点付近の世界保有量の最新推計',
};
const derivedRule: BilingualText = {
  en: 'initial fleet: deliveries of the base year in H100e × standing fleet per year of deliveries',
  ja: '初期保有量：基準年出荷（H100換算）×出荷に対する保有倍率',
};

const supplyRule: BilingualText = {
  en: 'own supply: consensus of output forecasts for the year',
  ja: '自前供給：当年の生産予測の合意値',
};

/** Accelerators standing in the world when the run starts, in H100 equivalents; and what Huawei can make. */
export function fleetRule(context: RuleContext, book: BeliefBook): void {
  const { view, assumptions, start } = context;
  const stated = consensus(
    query(view, { metric: 'fleet_size', entity: 'World', unit: 'H100e' }).filter(
      (row) => Math.abs(monthsFrom(row.periodEnd, start)) < 4,
    ),
    view.date,
  );
  if (stated) {
    const error = assumptions.number('fleet estimate error');
    book.fromRows(
      'initial fleet',
      {
        kind: 'lognormal',
        median: stated.median,
        sigma: Math.sqrt(stated.sigma * stated.sigma + error * error),
      },
      {
        rule: statedRule,
        rows: stated.rows,
        outliers: stated.outliers,
        assumptions: ['fleet estimate error'],
        // No estimate of the world's stock has an outcome yet to be held against.
        basis: error > stated.sigma ? 'assumed' : 'rows',
        reason: {
          en: 'Outside estimates; what is still in use is not known',
          ja: '外部推計。稼働中の割合は不明',
        },
      },
    );
  } else {
    derivedFleet(context, book);
  }
  ownSupply(context, book);
}

function derivedFleet(context: RuleContext, book: BeliefBook): void {
  const multiple = context.assumptions.get('fleet per base-year deliveries');
  if (!multiple) return;
  const mean = (input: string): number => {
    const belief = book.beliefs.get(input);
    return belief ? meanOf(belief.distribution) : 0;
  };
  let delivered = 0;
  const rows = new Set<string>();
  for (const line of context.catalogue.lines) {
    const product = line.products[0] ?? '';
    const price = mean(`product price[${product}]`) * (1 + mean(`networking share[${line.id}]`));
    const units = mean(`base units[${line.id}]`) + (price > 0 ? mean(`base revenue[${line.id}]`) / price : 0);
    delivered += units * 12 * mean(`h100e per package[${product}]`);
    for (const key of book.beliefs.get(`base revenue[${line.id}]`)?.rows ?? []) rows.add(key);
  }
  const distribution = context.assumptions.distribution(multiple);
  if (distribution.kind !== 'split-lognormal') return;
  book.fromRows(
    'initial fleet',
    { ...distribution, median: distribution.median * delivered },
    {
      rule: derivedRule,
      rows: [...rows],
      assumptions: [multiple.id],
      reason: multiple.reason,
      basis: 'assumed',
    },
  );
}

function ownSupply(context: RuleContext, book: BeliefBook): void {
  const rows = countsOf(
    context.view,
    { entity: 'Huawei', product: 'Ascend (all)' },
    context.catalogue.startYear,
  );
  const found = consensus(rows, context.view.date);
  if (found) countedUnits(book, 'own supply[huawei]', found, unitRecord(context), supplyRule);
}

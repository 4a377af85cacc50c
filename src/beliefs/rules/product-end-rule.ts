import type { Distribution } from '../../engine/index.ts';
import type { CatalogueProduct } from '../../model/catalogue.ts';
import type { BilingualText } from '../../model/lever.ts';
import { query } from '../../register/index.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import { rowKey } from '../context.ts';
import { ends } from '../distribution-arithmetic.ts';
import { monthsFrom } from '../month-count.ts';

const statedRule: BilingualText = {
  en: 'product end: last month of volume as reported or expected, give or take what such dates have missed by',
  ja: '生産終了：報告または予想された最終量産月と、その誤差',
};
const assumedRule: BilingualText = {
  en: 'product end: start of volume + months a generation is made',
  ja: '生産終了：量産開始＋世代の生産期間',
};

/** When each product's volume ends, once something newer has taken its place. Needs the starts of products. */
export function productEndRule(context: RuleContext, book: BeliefBook): void {
  for (const product of context.catalogue.products) {
    if (!stated(context, book, product)) assumed(context, book, product);
  }
}

function stated(context: RuleContext, book: BeliefBook, product: CatalogueProduct): boolean {
  const row = query(context.view, { metric: 'end_of_life', product: product.id })
    .toSorted((a, b) => (a.published < b.published ? -1 : 1))
    .at(-1);
  const error = context.assumptions.get('production end error');
  if (row === undefined || error === undefined) return false;
  const { low = 0, mode = 0, high = 0 } = error;
  const last = monthsFrom(context.start, row.periodEnd);
  book.fromRows(
    `product end[${product.id}]`,
    { kind: 'triangular', low: last + low, mode: last + mode, high: last + high },
    {
      rule: statedRule,
      rows: [rowKey(row)],
      assumptions: [error.id],
      reason: { en: 'Dated by those who count shipments', ja: '出荷を集計する機関による時期' },
    },
  );
  return true;
}

function assumed(context: RuleContext, book: BeliefBook, product: CatalogueProduct): void {
  const input = `product end[${product.id}]`;
  const own = context.assumptions.get(input);
  if (own !== undefined) return book.assumed(input, own, context.assumptions.distribution(own));
  const life = context.assumptions.get('production life');
  const begin = book.beliefs.get(`product start[${product.id}]`)?.distribution;
  if (life === undefined || begin === undefined) return;
  const months = ends(context.assumptions.distribution(life));
  const [low, mode, high] = ends(begin).map((from, index) => from + (months[index] ?? 0)) as [
    number,
    number,
    number,
  ];
  const distribution: Distribution = { kind: 'triangular', low, mode, high };
  book.fromRows(input, distribution, {
    rule: assumedRule,
    rows: [],
    assumptions: [life.id],
    reason: life.reason,
    basis: 'assumed',
  });
}

import { exp, log } from '../../engine/elementary.ts';
import { channelName } from '../../model/catalogue.ts';
import type { Line } from '../../model/catalogue.ts';
import type { BilingualText } from '../../model/lever.ts';
import { query } from '../../register/index.ts';
import type { Query } from '../../register/index.ts';
import { consensus } from '../consensus.ts';
import type { Consensus } from '../consensus.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import { medianOf } from '../median-of.ts';

const rule: BilingualText = {
  en: 'exit rate of a line whose designer guides its sales of the run’s first year: the rate from which they are reached if the line grows as its buyers’ budgets do; guides are beaten as budgets’ guides are',
  ja: '初年の売上指針がある製品ラインの年末水準：買い手の予算と同じ伸びで指針に届く水準。指針の超過は設備投資の指針に準ずる',
};
const reason: BilingualText = {
  en: 'Sales guided by the company, over the base year',
  ja: '会社の売上指針と基準年の比',
};

const GUIDED: Readonly<Record<string, Query>> = {
  amd: { entity: 'AMD', product: ['Instinct', 'Instinct MI300'] },
  intel: { entity: 'Intel', product: 'Gaudi' },
};

/** How far a company's guide is beaten, by the record of guides of capital expenditure. */
const GUIDE_ERROR = 'guide error, prior';

/** What the company guides for a line's sales in the first year of the run (USD); undefined where it does not. */
export function guidedSales({ view, catalogue }: RuleContext, line: string): Consensus | undefined {
  const about = GUIDED[line];
  if (about === undefined) return undefined;
  const year = catalogue.startYear;
  const rows = query(view, { ...about, metric: 'ai_revenue', unit: 'USD', kind: ['guidance', 'target'] });
  return consensus(
    rows.filter((row) => row.periodStart <= `${year}-01-31` && row.periodEnd === `${year}-12-31`),
    view.date,
  );
}

/**
 * A line that starts from nearly nothing is not told by its past. Where its designer guides the sales of the year, the
 * run opens at the rate from which the guide is reached. Needs what `salesRule` and `budgetRule` put into the book.
 */
export function guidedSalesRule(context: RuleContext, book: BeliefBook): void {
  for (const line of context.catalogue.lines) {
    const { id } = line;
    const guide = guidedSales(context, id);
    const pace = guide && paceOfBuyers(context, book, line);
    if (guide === undefined || pace === undefined) continue;
    const median = (name: string): number => medianOf(context, book, `${name}[${id}]`) ?? 0;
    const base = 12 * (median('base revenue') + median('base units') * median('base price'));
    const prior = context.assumptions.get(GUIDE_ERROR);
    const beaten = prior && context.assumptions.distribution(prior);
    if (beaten?.kind !== 'normal' || !(base > 0)) continue;
    book.fromRows(
      `exit rate[${id}]`,
      {
        kind: 'lognormal',
        median: exp(log(guide.median / base / pace) + beaten.mean),
        sigma: Math.sqrt(beaten.sd * beaten.sd + guide.sigma * guide.sigma),
      },
      { rule, rows: guide.rows, assumptions: [GUIDE_ERROR], reason },
    );
    holdBase(context, book, `base units[${id}]`);
    holdBase(context, book, `base price[${id}]`);
  }
}

/** The guide tells the sales and the base only divides it: what is guessed of the base must not widen them. */
function holdBase(context: RuleContext, book: BeliefBook, input: string): void {
  const assumed = context.assumptions.forInput(input);
  const value = medianOf(context, book, input);
  if (assumed === undefined || value === undefined || book.beliefs.has(input)) return;
  book.assumed(input, assumed, { kind: 'point', value });
}

/** Budgets of a line's buyers in the first year over what they were as the base year ended, by what each buys. */
function paceOfBuyers(context: RuleContext, book: BeliefBook, { id, buyers }: Line): number | undefined {
  let [total, weights] = [0, 0];
  for (const buyer of buyers) {
    const growth = medianOf(context, book, `first-year growth[${buyer}]`);
    const exit = medianOf(context, book, `capex exit rate[${buyer}]`);
    const weight = medianOf(context, book, `channel weight[${channelName(id, buyer)}]`);
    if (growth === undefined || exit === undefined || weight === undefined) continue;
    total += (weight * exp(growth)) / exit;
    weights += weight;
  }
  return weights > 0 ? total / weights : undefined;
}

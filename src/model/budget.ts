import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { clamp, constant } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';
import { declarePlanned } from './planned-budget.ts';
import type { Sets } from './sets.ts';

export interface Budget {
  /** A buyer's capital expenditure over that of the base year, this month. */
  readonly index: VariableFamily;
  /** The same a quarter later, as designers expect it when they order wafers. */
  readonly indexAhead: VariableFamily;
  /** Capital expenditure (USD/month). */
  readonly capex: VariableFamily;
}

/**
 * Sector 4, budgets. A guided buyer spends its guide times exp(δ) in the first year, δ being a common and an own error;
 * an unguided one grows by a wide guess. Then ln growth = trend + persistence · (previous − trend) + shock, unless a
 * forecast of the second year is known. Between mid-years the logarithm runs straight.
 */
export function declareBudget(m: ModelBuilder, sets: Sets, calendar: Calendar): Budget {
  const over = [sets.buyer];
  const baseCapex = m.input({
    name: 'base capex',
    unit: 'USD/month',
    description: 'Capital expenditure of the base year per month',
    over,
  });
  const firstGrowth = m.input({
    name: 'first-year growth',
    unit: '1',
    description: 'Logarithm of guided (or guessed) capital expenditure of the first year over the base year',
    over,
  });
  const commonError = m.input({
    name: 'guide error, common',
    unit: '1',
    description: 'Logarithm of actual over guided capital expenditure, common to all guided buyers',
  });
  const ownError = m.input({
    name: 'guide error, own',
    unit: '1',
    description: 'Logarithm of actual over guided capital expenditure, of one buyer',
    over,
  });
  const sensitivity = m.input({
    name: 'guide sensitivity',
    unit: '1',
    description: 'How far the common error applies: 1 for guided buyers, 0 for others',
    over,
  });
  const secondStated = m.input({
    name: 'second year stated',
    unit: '1',
    description: '1 where a forecast of the second year is known',
    over,
  });
  const secondGrowth = m.input({
    name: 'second-year growth',
    unit: '1',
    description: 'Logarithm of forecast growth in the second year',
    over,
  });
  const trend = m.input({
    name: 'capex growth trend',
    unit: '1',
    description: 'Logarithm of yearly growth to which budgets return',
  });
  const persistence = m.input({
    name: 'capex growth persistence',
    unit: '1',
    description: 'How much of a year’s growth above trend carries into the next',
  });
  const shock = m.input({
    name: 'capex growth shock',
    unit: '1',
    description: 'Surprise in a year’s growth',
    over: [sets.buyer, sets.year],
  });
  const overall = m.input({
    name: 'capex factor, all',
    unit: '1',
    description: 'Lever: capital expenditure of all buyers, multiplied',
  });
  const factor = m.input({
    name: 'capex factor',
    unit: '1',
    description: 'Lever: capital expenditure of a buyer, multiplied',
    over,
  });
  const bustDepth = m.input({
    name: 'bust depth',
    unit: '1',
    description: 'Lever: share of all budgets lost in a bust',
  });
  const bustStart = m.input({
    name: 'bust start',
    unit: 'month',
    description: 'Lever: months from the start of the run to the bust, which takes half a year to unfold',
  });

  const growth = m.variable(
    {
      name: 'budget growth',
      unit: '1',
      description: 'Logarithm of growth of capital expenditure into a year',
      over: [sets.buyer, sets.year],
    },
    each((buyer, year) => {
      const position = sets.year.members.indexOf(year);
      if (position === 0) {
        return firstGrowth
          .at(buyer)
          .plus(commonError.at().times(sensitivity.at(buyer)))
          .plus(ownError.at(buyer));
      }
      const previous: Expr = growth.at(buyer, sets.year.members[position - 1] ?? '');
      const reverting = trend.at().plus(persistence.at().times(previous.minus(trend.at())));
      const stated = secondStated.at(buyer);
      const expected =
        position === 1
          ? stated.times(secondGrowth.at(buyer)).plus(constant(1).minus(stated).times(reverting))
          : reverting;
      return expected.plus(shock.at(buyer, year));
    }),
  );
  const logIndex = m.variable(
    {
      name: 'log budget',
      unit: '1',
      description: 'Logarithm of a year’s capital expenditure over the base year',
      over: [sets.buyer, sets.year],
    },
    each((buyer, year) => {
      const position = sets.year.members.indexOf(year);
      const into = growth.at(buyer, year);
      return position === 0 ? into : logIndex.at(buyer, sets.year.members[position - 1] ?? '').plus(into);
    }),
  );
  const lever = (buyer: string): Expr => {
    const bust = clamp(calendar.elapsed().minus(bustStart.at()).over(constant(6, 'month')), 0, 1);
    return overall
      .at()
      .times(factor.at(buyer))
      .times(constant(1).minus(bust.times(bustDepth.at())));
  };
  const planned = declarePlanned(m, sets, calendar, growth, logIndex);
  const index = m.variable(
    { name: 'budget index', unit: '1', description: 'Capital expenditure over that of the base year', over },
    each((buyer) => planned.now(buyer).times(lever(buyer))),
  );
  const indexAhead = m.variable(
    {
      name: 'budget index ahead',
      unit: '1',
      description: 'Capital expenditure over that of the base year, three months later',
      over,
    },
    each((buyer) => planned.ahead.at(buyer).times(lever(buyer))),
  );
  const capex = m.variable(
    { name: 'capex', unit: 'USD/month', description: 'Capital expenditure of a buyer', over },
    each((buyer) => baseCapex.at(buyer).times(index.at(buyer))),
  );
  return { index, indexAhead, capex };
}

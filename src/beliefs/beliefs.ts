import type { Graph } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { neutralInputs } from '../model/lever-list.ts';
import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import type { View } from '../register/index.ts';
import type { Assumption } from './assumption.ts';
import { Assumptions } from './assumption.ts';
import type { Beliefs } from './belief.ts';
import { BeliefBook } from './context.ts';
import { budgetRule } from './rules/budget-rule.ts';
import { capacityRule } from './rules/capacity-rule.ts';
import { fleetRule } from './rules/fleet-rule.ts';
import { guidedSalesRule } from './rules/guided-sales-rule.ts';
import { productEndRule } from './rules/product-end-rule.ts';
import { productRule } from './rules/product-rule.ts';
import { salesRule } from './rules/sales-rule.ts';
import { shareRule } from './rules/share-rule.ts';

/** First day on which the register has a figure for a year end of packaging, without which there is no run. */
export const EARLIEST_DAY = '2023-07-12';

/** Before that day whole kinds of figures are missing; one problem says so better than a hundred. */
export function tooEarly(day: string): ProblemError | undefined {
  if (day >= EARLIEST_DAY) return undefined;
  return new ProblemError([{ code: 'day-too-early', params: { found: day, expected: EARLIEST_DAY } }]);
}

/**
 * One distribution for each input of the model, from an as-of view by rules one can read. Order of precedence: a rule
 * that found rows, an assumption of the input's own name, an assumption of its family, the value of a lever that
 * changes nothing. An input that none of them covers is an error, all of them at once.
 */
export function formBeliefs(
  view: View,
  allAssumptions: readonly Assumption[],
  catalogue: Catalogue,
  graph: Pick<Graph, 'inputs'>,
): Beliefs {
  const start = `${catalogue.startYear}-01-01`;
  const assumptions = new Assumptions(allAssumptions, view.date, start);
  const specifications = new Map(view.products.map((product) => [product.id, product]));
  const context = { view, assumptions, catalogue, start, specifications };
  const book = new BeliefBook();
  capacityRule(context, book);
  productRule(context, book);
  productEndRule(context, book);
  salesRule(context, book);
  budgetRule(context, book);
  guidedSalesRule(context, book);
  shareRule(context, book);
  fleetRule(context, book);

  const problems: Problem[] = [];
  for (const input of graph.inputs) {
    if (book.beliefs.has(input.name)) continue;
    const assumption = assumptions.forInput(input.name);
    if (assumption) {
      book.assumed(input.name, assumption, assumptions.distribution(assumption));
      continue;
    }
    const neutral = neutralInputs[input.family];
    if (neutral === undefined) {
      problems.push({ code: 'input-without-belief', params: { name: input.name } });
      continue;
    }
    book.set({
      input: input.name,
      distribution: { kind: 'point', value: neutral },
      basis: 'lever',
      rule: { en: 'lever at rest', ja: 'レバー初期値' },
      rows: [],
      assumptions: [],
      reason: { en: 'Changes nothing until a scenario sets it', ja: 'シナリオで設定するまで影響なし' },
    });
  }
  if (problems.length > 0) {
    throw tooEarly(view.date) ?? new ProblemError(problems);
  }
  unguidedGrowth(context, book);
  const names = new Set(graph.inputs.map((input) => input.name));
  const byInput = new Map([...book.beliefs].filter(([name]) => names.has(name)));
  const random = (name: string): boolean => {
    const belief = byInput.get(name);
    return belief !== undefined && belief.distribution.kind !== 'point';
  };
  return { byInput, correlations: book.correlations.filter(({ a, b }) => random(a) && random(b)) };
}

function unguidedGrowth(context: { catalogue: Catalogue; assumptions: Assumptions }, book: BeliefBook): void {
  const rho = context.assumptions.number('correlation, unguided growth and guide error');
  const names = context.catalogue.buyers
    .map((buyer) => `first-year growth[${buyer.id}]`)
    .filter((name) => book.beliefs.get(name)?.basis === 'assumed');
  for (const [index, name] of names.entries()) {
    book.correlate('guide error, common', name, rho);
    // What they share with guided buyers they share with each other.
    for (const other of names.slice(index + 1)) book.correlate(name, other, rho * rho);
  }
}

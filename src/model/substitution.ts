import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { clamp, constant, exp, log, min, ratio, sum } from '../engine/index.ts';
import { each } from './each.ts';
import type { Products } from './products.ts';
import type { Sets } from './sets.ts';

/** What the choice between lines looks at. */
export interface SubstitutionView {
  readonly priceIndex: Expr;
  /** Months of a line's due demand that are overdue. */
  waiting(line: string): Expr;
  /** The same as the run starts. */
  openingWait(line: string): Expr;
}

/**
 * Sector 4, substitution (the response within A): buyers shift money between lines, slowly, as cost per H100 equivalent
 * and waiting move from where they stood when the run starts. Logit: appeal × exp(u), u following
 * −β · ln(c/c₀) − λ · (w − w₀) over the stickiness; c counts the package, its networking and a lifetime of power. The
 * opening shares are what they are for reasons the model does not know, so only changes act. Declared last; costs about
 * 400 operations, most for the mean power and throughput of a line's mix.
 */
export function declareSubstitution(
  m: ModelBuilder,
  sets: Sets,
  products: Products,
  view: SubstitutionView,
): VariableFamily {
  const over = [sets.line];
  const elasticity = m.input({
    name: 'substitution elasticity',
    unit: '1',
    description: 'Elasticity of a line’s weight in budgets to its cost per H100 equivalent (β)',
  });
  const impatience = m.input({
    name: 'substitution by waiting',
    unit: '1/month',
    description: 'Logarithmic loss of a line’s weight per month of waiting (λ)',
  });
  const stickiness = m.input({
    name: 'substitution time',
    unit: 'month',
    description: 'Time over which buyers move to other chips: software, qualification, contracts',
  });
  const power = m.input({
    name: 'lifetime cost of power',
    unit: 'USD/kW',
    description: 'What a kilowatt at the wall costs over an accelerator’s life, site and energy',
  });
  const mean = (line: string, of: VariableFamily, unit: string): Expr =>
    sum(
      sets.productsOf(line).map((product) => products.mix.at(product).times(of.at(product))),
      unit,
    );
  const cost = m.variable(
    {
      name: 'cost per H100e',
      unit: 'USD/H100e',
      description:
        'Package, networking and a lifetime of power per H100 equivalent of a line’s average package',
      over,
    },
    each((line) =>
      ratio(
        products.linePrice
          .at(line)
          .times(view.priceIndex)
          .plus(mean(line, products.power, 'kW/unit').times(power.at())),
        mean(line, products.h100e, 'H100e/unit'),
        constant(0, 'USD/H100e'),
      ),
    ),
  );
  const opening = m.stock({
    name: 'cost per H100e at the start',
    unit: 'USD/H100e',
    description: 'Cost per H100 equivalent as the run starts',
    over,
    initial: each((line) => cost.at(line)),
  });
  opening.next(each((line) => opening.at(line)));
  const pull = m.variable(
    {
      name: 'pull of a line',
      unit: '1',
      description: 'Where a line’s weight is drawn to: −β · ln(c/c₀) − λ · (w − w₀)',
      over,
    },
    each((line) => {
      const dearer = log(clamp(ratio(cost.at(line), opening.at(line), 1), 0.02, 50));
      const longest = constant(4, 'month');
      const later = min(view.waiting(line), longest).minus(min(view.openingWait(line), longest));
      return elasticity.at().times(dearer).plus(impatience.at().times(later)).negate();
    }),
  );
  const followed = m.smooth({
    name: 'pull followed',
    unit: '1',
    description: 'How far buyers have followed a line’s pull',
    over,
    input: each((line) => pull.at(line)),
    time: () => stickiness.at(),
    initial: each(() => constant(0, '1')),
  });
  return m.variable(
    {
      name: 'attraction',
      unit: '1',
      description: 'A line’s weight in budgets over what it would be at the cost and waiting of the start',
      over,
    },
    each((line) => exp(followed.at(line))),
  );
}

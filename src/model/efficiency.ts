import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { clamp, constant, equal, exp, log, max, select } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';
import { declareGrowth } from './growth.ts';

/** What compute is bought for. */
export const computeParts = ['frontier training', 'catch-up training', 'inference'] as const;
export type ComputePart = (typeof computeParts)[number];

export interface Efficiency {
  /** Due demand over what it would be without the gain: Σ_p w_p · E_p^(ε_p − 1); exactly one without a gain. */
  readonly effect: VariableFamily;
  /** Share of a part in due demand, the gain included; sums to one. */
  readonly partShare: VariableFamily;
}

/**
 * Sector 4, efficiency with rebound. Compute per task falls by a factor E. Catch-up training takes the gain at once,
 * since it repeats what is known; the rest follows over a spread. Spending on a part moves by E_p^(ε_p − 1): with an
 * elasticity of one it stays, above one it grows (rebound). Gains that everyone expects are in budgets already; E is
 * what comes on top. Declared last, so that inputs before it keep their random numbers; costs about 40 operations.
 */
export function declareEfficiency(m: ModelBuilder, calendar: Calendar, gain: EfficiencyInputs): Efficiency {
  const frontier = m.input({
    name: 'frontier training share',
    unit: '1',
    description: 'Share of frontier training and research in compute bought at the start of the run',
  });
  const catchUp = m.input({
    name: 'catch-up training share',
    unit: '1',
    description: 'Share of training that repeats what others have reached in compute bought at the start',
  });
  const fading = m.input({
    name: 'training share drift',
    unit: '1/month',
    description: 'Logarithmic fall of the share of training, as inference grows',
  });
  const trainingElasticity = m.input({
    name: 'training efficiency elasticity',
    unit: '1',
    description: 'Elasticity of training compute to its efficiency, by kind of training',
    over: [m.dimension('training', computeParts.slice(0, 2))],
  });
  const spread = m.input({
    name: 'efficiency spread',
    unit: 'month',
    description:
      'Time over which frontier training and inference take a gain that catch-up training took at once',
  });
  const part = m.dimension('part', [...computeParts]);
  const faded = declareGrowth(m, calendar, {
    name: 'training share left',
    description: 'What is left of the opening share of training as inference grows',
    rate: () => fading.at().negate(),
  });
  const whole = max(frontier.at().plus(catchUp.at()), 1);
  const plain = m.variable(
    {
      name: 'part of compute',
      unit: '1',
      description: 'Share of a part in compute bought, without the gain; sums to one',
      over: [part],
    },
    each((name) => {
      const training = (share: Expr): Expr => share.over(whole).times(faded());
      if (name === 'frontier training') return training(frontier.at());
      if (name === 'catch-up training') return training(catchUp.at());
      return constant(1).minus(plain.at('frontier training')).minus(plain.at('catch-up training'));
    }),
  );
  const spending = m.variable(
    {
      name: 'spending after gain',
      unit: '1',
      description:
        'Spending on a part over what it would be without the gain, E^(ε − 1) as far as it has spread',
      over: [part],
    },
    each((name) => {
      const since = calendar.elapsed().minus(gain.start);
      const time =
        name === 'catch-up training' ? constant(1, 'month') : max(spread.at(), constant(1, 'month'));
      const elasticity = name === 'inference' ? gain.inferenceElasticity : trainingElasticity.at(name);
      // As a choice, so that it costs nothing without a gain.
      return select(
        equal(gain.factor, 1),
        1,
        exp(
          log(gain.factor)
            .times(clamp(since.over(time), 0, 1))
            .times(elasticity.minus(1)),
        ),
      );
    }),
  );
  const effect = m.variable(
    {
      name: 'efficiency effect',
      unit: '1',
      description: 'Due demand under an efficiency gain over that without: Σ share × E^(ε − 1)',
    },
    () =>
      computeParts.reduce<Expr>(
        (sum, name) => sum.plus(plain.at(name).times(spending.at(name).minus(1))),
        constant(1, '1'),
      ),
  );
  const partShare = m.variable(
    {
      name: 'part of demand',
      unit: '1',
      description: 'Share of frontier training, catch-up training and inference in due demand',
      over: [part],
    },
    each((name) => plain.at(name).times(spending.at(name)).over(effect.at())),
  );
  return { effect, partShare };
}

/** What the demand sector declares itself, in the order it always had. */
export interface EfficiencyInputs {
  /** Compute per task falls by this factor (E). */
  readonly factor: Expr;
  /** Months from the start of the run to the gain. */
  readonly start: Expr;
  readonly inferenceElasticity: Expr;
}

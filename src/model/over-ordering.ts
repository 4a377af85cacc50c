import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { constant, equal, exp, log, max, min, select } from '../engine/index.ts';
import { each } from './each.ts';
import type { Sets } from './sets.ts';

export interface OverOrdering {
  /** Orders over need by line, at least one. */
  readonly inflation: VariableFamily;
}

/**
 * Sector 5, over-ordering: who is given less than it asks for asks for more, orders = need · min(φ̄, f̂^−γ), f̂ being the
 * fill buyers remember. Phantom orders enter the order book and what suppliers see, who cannot tell them from need;
 * they are never delivered, never due, and vanish (are cancelled) as fill returns. Off by default (γ = 0): that it
 * happens is well documented (Lee, Padmanabhan and Whang 1997; Sterman and Dogan 2015), how much is not. Costs about
 * 12 operations a line.
 */
export function declareOverOrdering(m: ModelBuilder, sets: Sets, fill: (line: string) => Expr): OverOrdering {
  const over = [sets.line];
  const strength = m.input({
    name: 'over-ordering',
    unit: '1',
    description: 'Lever: elasticity of orders to remembered fill (γ); 0 is none',
  });
  const cap = m.input({
    name: 'over-ordering cap',
    unit: '1',
    description: 'Largest orders over need (φ̄)',
  });
  const memory = m.input({
    name: 'fill memory',
    unit: 'month',
    description: 'Time over which buyers remember what they were given',
  });
  const remembered = m.smooth({
    name: 'fill remembered',
    unit: '1',
    description: 'Share of requests that lines were given, as buyers remember it',
    over,
    input: each((line) => fill(line)),
    time: () => memory.at(),
    initial: each(() => constant(1, '1')),
  });
  const inflation = m.variable(
    { name: 'order inflation', unit: '1', description: 'Orders over need, min(φ̄, f̂^−γ)', over },
    each((line) =>
      // As a choice, so that it costs nothing where it is off. A hundredth stands for none: nobody orders without end.
      select(
        equal(strength.at(), 0),
        1,
        min(
          exp(
            log(max(remembered.at(line), 0.01))
              .times(strength.at())
              .negate(),
          ),
          max(cap.at(), 1),
        ),
      ),
    ),
  );
  return { inflation };
}

import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { constant, greater, greaterOrEqual, less, ratio, sum } from '../engine/index.ts';
import type { PackageInput } from './catalogue.ts';
import { packageInputs } from './catalogue.ts';
import { each } from './each.ts';
import type { Sets } from './sets.ts';

/** What the allocation of a month knows. */
export interface AllocationView {
  /** Lines that share the inputs. */
  readonly lines: readonly string[];
  /** Whether a line ever needs an input. */
  readonly wants: (line: string, input: PackageInput) => boolean;
  /** Wafers a line wants this month, by input. */
  readonly want: VariableFamily;
  /** What a line can sell (USD/month). */
  readonly wish: VariableFamily;
  /** Packages a line asks inputs for (unit/month). */
  readonly requested: VariableFamily;
  /** Share of a request that inputs allow. */
  readonly fill: VariableFamily;
  /** Wafers used, by input. */
  readonly used: VariableFamily;
  /** Wafers available, by input. */
  readonly offered: VariableFamily;
}

/** Which input stops which line, and what share of requested value each input stops; published, never fed back. */
export function declareBinding(m: ModelBuilder, sets: Sets, allocation: AllocationView): void {
  const { wants, want, wish, requested, fill, used, offered } = allocation;
  const exhausted = m.variable(
    {
      name: 'exhausted',
      unit: '1',
      description: '1 where an input that is wanted is used up, or where there is none',
      over: [sets.input],
    },
    each((input) => {
      const wantedByAll = sum(
        allocation.lines
          .filter((line) => wants(line, input as PackageInput))
          .map((line) => want.at(line, input)),
        'wafer',
      );
      // Under strict priority lower classes get some millionths of what a higher one uses up. Less than a billionth of
      // a wafer is the rounding of a supply that ran out.
      const nearlyAll = offered
        .at(input)
        .times(1 - 2e-5)
        .minus(constant(1e-9, 'wafer'));
      return greaterOrEqual(used.at(input), nearlyAll).times(greater(wantedByAll, constant(0, 'wafer')));
    }),
  );
  const short = m.variable(
    {
      name: 'line short',
      unit: '1',
      description: '1 where a line gets less than it requests',
      over: [sets.line],
    },
    each((line) =>
      less(fill.at(line), 1 - 1e-3).times(greater(requested.at(line), constant(0, 'unit/month'))),
    ),
  );
  const stops = m.variable(
    {
      name: 'stops line',
      unit: '1',
      description: 'Share of an input in what stops a line: used-up inputs it needs, in equal parts',
      over: [sets.line, sets.input],
    },
    each((line, input) => {
      if (!wants(line, input as PackageInput)) return constant(0, '1');
      // A line may need an input for some of its products only, and for none of them this month.
      const stopping = (other: PackageInput): Expr =>
        exhausted.at(other).times(greater(want.at(line, other), constant(0, 'wafer')));
      const all = packageInputs.filter((other) => wants(line, other)).map(stopping);
      return short.at(line).times(ratio(stopping(input as PackageInput), sum(all), 0));
    }),
  );
  const constraint = m.dimension('constraint', [...packageInputs, 'own supply', 'demand']);
  const stopsScope = m.dimension('designer scope', ['all', 'gpu']);
  m.variable(
    {
      name: 'binding',
      unit: '1',
      description: 'Share of requested value stopped by an input, or by demand where nothing stops it',
      over: [stopsScope, constraint],
    },
    each((scope, member) => {
      const lines = sets.line.members.filter((line) => scope === 'all' || sets.lineOf(line).merchant);
      const total = sum(lines.map((line) => wish.at(line)));
      if (member === 'demand') {
        return ratio(
          sum(lines.map((line) => wish.at(line).times(constant(1).minus(short.at(line))))),
          total,
          1,
        );
      }
      const part = sum(
        lines.flatMap((line) => {
          if (member === 'own supply')
            return sets.lineOf(line).ownSupply ? [wish.at(line).times(short.at(line))] : [];
          return wants(line, member as PackageInput) ? [wish.at(line).times(stops.at(line, member))] : [];
        }),
        'USD/month',
      );
      return ratio(part, total, 0);
    }),
  );
}

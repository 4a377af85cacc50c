import { ProblemError } from '../problem/problem.ts';
import { asExpr } from './expression.ts';
import { abs, clamp, constant, dimensionless, max, sum } from './expression-functions.ts';
import type { Equation, FamilyDescription, StockFamily, VariableFamily } from './family.ts';
import type { EquationDescription, ModelBuilder } from './model-builder.ts';

export interface DelayDescription extends EquationDescription {
  /** What enters, in the unit of the delay (an amount per month). */
  readonly input: Equation;
  /** How long it stays, in months, held within 0 and `maximumLag`. May change: what entered keeps its own. */
  readonly lag: Equation;
  /** Whole months; sets the number of stocks, so it is structure and not an input. */
  readonly maximumLag: number;
  /** What entered each month before the first. */
  readonly before: Equation;
}

export interface Delay {
  /** What leaves, in the unit of the input. */
  readonly output: VariableFamily;
  /** What is inside when the month opens: the unit of the input times a month. */
  readonly inTransit: VariableFamily;
}

export interface ErlangDelayDescription extends EquationDescription {
  /** What enters, in the unit of the delay (an amount per month). */
  readonly input: Equation;
  /** Mean stay in months; may be zero. */
  readonly mean: Equation;
  /** More stages, less spread; 4 if not given. */
  readonly stages?: number;
  /** What entered each month before the first. */
  readonly before: Equation;
}

export interface ErlangDelay {
  readonly output: VariableFamily;
  /** What is inside when the month opens: the unit of the input times a month. */
  readonly inPipeline: VariableFamily;
}

export interface SmoothDescription extends EquationDescription {
  readonly input: Equation;
  /** Averaging time in months, at least one: an opening value knows nothing younger. */
  readonly time: Equation;
  readonly initial: Equation;
}

/**
 * A delay as a row of stocks, one for each month that something inside can still have to wait. What enters is
 * split between the two whole months around its lag when it enters, so nothing is lost or made whatever the
 * lag does. With a constant lag the output is the sum over j of max(0, 1 - |j - lag|) x(t - j).
 */
export function addDelay(model: ModelBuilder, description: DelayDescription): Delay {
  const { name, maximumLag } = description;
  const part = (about: string, unit: string, text: string): FamilyDescription =>
    partOf(description, about, unit, text);
  requireWhole(name, 'maximumLag', maximumLag);
  const entering = model.variable(
    part('entering', description.unit, 'what enters the delay'),
    description.input,
  );
  const lag = model.variable(part('lag', 'month', 'how long what enters now will stay'), (point) =>
    clamp(description.lag(point), constant(0, 'month'), constant(maximumLag, 'month')),
  );
  const shares = range(0, maximumLag).map((months) =>
    model.variable(
      part(`share leaving after ${months}`, '1', 'share of what enters now, by months of stay'),
      (point) => max(0, constant(1).minus(abs(dimensionless(lag.at(point), 'month').minus(months)))),
    ),
  );
  // waiting[j] leaves j months from now.
  const waiting: StockFamily[] = range(0, maximumLag - 1).map((months) =>
    model
      .stock({
        ...part(`leaving in ${months}`, description.unit, 'what is inside, by months still to stay'),
        initial: (point) => {
          const later = shares.slice(months + 1).map((share) => share.at(point));
          return asExpr(description.before(point), entering.unit).times(sum(later));
        },
      })
      .next((point) => {
        const arriving = entering.at(point).times(shares[months + 1]!.at(point));
        const behind = waiting[months + 1];
        return behind === undefined ? arriving : behind.at(point).plus(arriving);
      }),
  );
  const output = model.variable(description, (point) =>
    waiting[0]!.at(point).plus(entering.at(point).times(shares[0]!.at(point))),
  );
  const inTransit = model.variable(
    part('in transit', timesMonth(description.unit), 'what is inside when the month opens'),
    (point) => sum(waiting.map((stock) => stock.at(point))).times(constant(1, 'month')),
  );
  return { output, inTransit };
}

/**
 * A chain of equal stages, each letting out a share 1 / (1 + mean / stages) of what it holds and receives in
 * the month (implicit Euler): the mean stay is exact for any mean, down to zero, and no stage goes negative.
 * The variance of the stay is mean + mean^2 / stages.
 */
export function addErlangDelay(model: ModelBuilder, description: ErlangDelayDescription): ErlangDelay {
  const { name, stages = 4 } = description;
  const part = (about: string, unit: string, text: string): FamilyDescription =>
    partOf(description, about, unit, text);
  requireWhole(name, 'stages', stages);
  const entering = model.variable(
    part('entering', description.unit, 'what enters the delay'),
    description.input,
  );
  const stay = model.variable(part('stay per stage', 'month', 'mean stay in one stage'), (point) =>
    max(0, description.mean(point)).over(stages),
  );
  const share = model.variable(
    part('share leaving', '1', 'share of a stage that leaves it in a month'),
    (point) => constant(1, 'month').over(stay.at(point).plus(constant(1, 'month'))),
  );
  const held: StockFamily[] = [];
  let flow = entering;
  for (const stage of range(1, stages)) {
    const incoming = flow;
    const stock = model.stock({
      ...part(`stage ${stage}`, timesMonth(description.unit), 'what one stage holds when the month opens'),
      initial: (point) => asExpr(description.before(point), entering.unit).times(stay.at(point)),
    });
    const leaving: Equation = (point) =>
      stock.at(point).over(constant(1, 'month')).plus(incoming.at(point)).times(share.at(point));
    const outgoing =
      stage === stages
        ? model.variable(description, leaving)
        : model.variable(
            part(`leaving stage ${stage}`, description.unit, 'what one stage lets out'),
            leaving,
          );
    stock.flows({ in: (point) => [incoming.at(point)], out: (point) => [outgoing.at(point)] });
    held.push(stock);
    flow = outgoing;
  }
  const inPipeline = model.variable(
    part('in pipeline', timesMonth(description.unit), 'what is inside when the month opens'),
    (point) => sum(held.map((stock) => stock.at(point))),
  );
  return { output: flow, inPipeline };
}

/** First-order exponential average: closing = opening + (input - opening) / time. Its mean age is `time`. */
export function addSmooth(model: ModelBuilder, description: SmoothDescription): StockFamily {
  const average = model.stock(description);
  return average.next((point) => {
    const month = constant(1, 'month');
    const gap = asExpr(description.input(point), average.unit).minus(average.at(point));
    return average.at(point).plus(gap.times(month.over(max(month, description.time(point)))));
  });
}

function partOf(whole: FamilyDescription, about: string, unit: string, text: string): FamilyDescription {
  return {
    name: `${whole.name}: ${about}`,
    unit,
    description: `${whole.name}: ${text}`,
    ...(whole.over ? { over: whole.over } : {}),
  };
}

function timesMonth(unit: string): string {
  return `(${unit.trim() === '' ? '1' : unit})*month`;
}

function requireWhole(name: string, what: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new ProblemError([
    {
      code: 'not-whole',
      params: { equation: name, name: what, expected: 'a whole number, at least 1', found: value },
    },
  ]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

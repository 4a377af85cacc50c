import type { Expr } from '../expression.ts';
import { createInterpreter } from '../interpreter.ts';
import { ModelBuilder } from '../model-builder.ts';
import { ARITY } from '../opcode.ts';
import type { Precision } from '../precision.ts';

/** A rule made ready to be tried on plain numbers. */
export interface PreparedRule {
  /** Operations after folding of constants and sharing of equal expressions. */
  readonly operations: number;
  (values: readonly number[]): number[];
}

/**
 * Builds a model around a rule whose arguments are `size` dimensionless inputs, so that the rule can be tried on
 * numbers through the interpreter that everything else runs on.
 */
export function prepareRule(
  size: number,
  rule: (arguments_: readonly Expr[]) => readonly Expr[],
  precision: Precision = 'f64',
): PreparedRule {
  const m = new ModelBuilder('rule');
  const inputs = Array.from({ length: size }, (_, i) => m.input({ name: `x${i}`, unit: '1' }).at());
  const results = rule(inputs).map(
    (result, i) => m.variable({ name: `y${i}`, unit: '1' }, () => result).name,
  );
  const graph = m.build();
  const kernel = createInterpreter(graph, results, precision);
  const out = new Float64Array(results.length);
  const operations = graph.nodes.opcode.filter((opcode) => (ARITY[opcode] ?? 0) > 0).length;
  const run = (values: readonly number[]): number[] => {
    kernel.run(Float64Array.from(values), new Float64Array(), 1, out);
    return [...out];
  };
  return Object.assign(run, { operations });
}

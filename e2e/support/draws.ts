import type { PreparedRun } from '../../src/answers/prepare-run.ts';
import { compileJavaScript, createInterpreter, createSampler } from '../../src/engine/index.ts';
import type { Kernel, SamplingMethod } from '../../src/engine/index.ts';

/** What a draw gave, by scalar and month. */
export interface DrawResult {
  /** Value of a published scalar in a month. */
  at(name: string, month: number): number;
  /** Values of a scalar in all months. */
  series(name: string): number[];
  /** All values, `[month][output]`. */
  readonly values: Float64Array;
}

/** One compiled kernel of a prepared run: draws inputs, changes some, runs. */
export class DrawBench {
  readonly run: PreparedRun;
  readonly outputs: readonly string[];
  readonly months: number;
  /** What computes the results. */
  readonly backend: Kernel['backend'];
  readonly #kernel: Kernel;
  readonly #column: ReadonlyMap<string, number>;
  readonly #fill: (draw: number, into: Float64Array) => void;
  readonly #medians: Float64Array;

  /** All variables and stocks are outputs unless some are named. */
  constructor(
    run: PreparedRun,
    options: {
      readonly outputs?: readonly string[];
      readonly backend?: 'interpreter' | 'javascript';
      readonly method?: SamplingMethod;
      readonly seed?: number;
    } = {},
  ) {
    const { graph } = run.model;
    this.run = run;
    this.outputs = options.outputs ?? [...graph.variables, ...graph.states].map(({ name }) => name);
    this.months = run.catalogue.months;
    this.#column = new Map(this.outputs.map((name, index) => [name, index]));
    const compile = options.backend === 'interpreter' ? createInterpreter : compileJavaScript;
    this.#kernel = compile(graph, this.outputs);
    this.backend = this.#kernel.backend;
    const sampler = createSampler({
      variables: graph.inputs.map(({ name }) => ({
        name,
        distribution: run.beliefs.get(name)?.distribution ?? { kind: 'point', value: Number.NaN },
      })),
      correlations: run.correlations,
      method: options.method ?? 'sobol',
      seed: options.seed ?? 1,
    });
    this.#fill = (draw, into) => sampler.fill(draw, into);
    this.#medians = new Float64Array(graph.inputs.length);
    sampler.fillQuantile(0.5, this.#medians);
  }

  /** Position of a scalar among the outputs. Throws `RangeError`. */
  column(name: string): number {
    const column = this.#column.get(name);
    if (column === undefined) throw new RangeError(`not an output: ${name}`);
    return column;
  }

  /** Scalar names of a family among the outputs. */
  scalarsOf(family: string): string[] {
    return this.outputs.filter((name) => name === family || name.startsWith(`${family}[`));
  }

  /** Inputs of a draw; `undefined` gives all medians. */
  inputs(draw?: number): Float64Array {
    const into = Float64Array.from(this.#medians);
    if (draw !== undefined) this.#fill(draw, into);
    return into;
  }

  /** Sets inputs by scalar name in place. Throws on an unknown name. */
  set(inputs: Float64Array, values: Readonly<Record<string, number>>): Float64Array {
    for (const [name, value] of Object.entries(values)) inputs[this.run.model.graph.inputIndex(name)] = value;
    return inputs;
  }

  /** Runs inputs into a buffer of `months × outputs`, a new one unless given. */
  result(inputs: Float64Array, into = new Float64Array(this.months * this.outputs.length)): DrawResult {
    this.#kernel.run(inputs, this.run.model.tables, this.months, into);
    const width = this.outputs.length;
    return {
      values: into,
      at: (name, month) => into[month * width + this.column(name)] ?? Number.NaN,
      series: (name) => {
        const column = this.column(name);
        return Array.from({ length: this.months }, (_, month) => into[month * width + column] ?? Number.NaN);
      },
    };
  }
}

/** Sum of numbers. */
export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

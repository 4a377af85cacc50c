import type { NamedNumber, OverTime, Trace } from '../engine/index.ts';
import type { Figure, LeafFigure } from './figure/figure.ts';
import { leavesOf, requestOf } from './figure/figure.ts';
import type { PreparedRun } from './prepare-run.ts';

/** What a leaf of a figure is made of in one traced draw. */
export interface LeafParts {
  readonly scalars: readonly string[];
  readonly factor: number;
  readonly above: number | null;
  readonly overTime: OverTime;
  /** Months of the run whose values count, in order. */
  readonly months: readonly number[];
}

/** Numbers of one traced draw for the leaves of figures. */
export class LeafNumbers {
  readonly #run: PreparedRun;
  readonly #trace: Trace;

  constructor(run: PreparedRun, trace: Trace) {
    this.#run = run;
    this.#trace = trace;
  }

  parts(leaf: LeafFigure): LeafParts {
    const { scalars, factor, above, overTime } = requestOf(this.#run.catalogue, leaf);
    const { first, last } = leaf.period;
    const from = overTime === 'last' ? last : first;
    const months = Array.from({ length: last - from + 1 }, (_, index) => from + index);
    return { scalars, factor, above: above ?? null, overTime, months };
  }

  /** One value for each month that counts, before any threshold. */
  months(leaf: LeafFigure): number[] {
    const { scalars, factor, months } = this.parts(leaf);
    return months.map((month) => {
      const sum = scalars.reduce((total, name) => total + this.#trace.valueOf(name, month), 0);
      return sum * factor;
    });
  }

  value(leaf: LeafFigure): number {
    const { above, overTime } = this.parts(leaf);
    const values = this.months(leaf).map((value) => (above === null ? value : Number(value > above)));
    const total = values.reduce((sum, value) => sum + value, 0);
    return overTime === 'mean' ? total / values.length : total;
  }

  scalar(name: string, month: number): NamedNumber {
    const { kind, scalar } = this.#trace.graph.find(name);
    const { unit, description } = scalar;
    const value = this.#trace.valueOf(name, month);
    return { name, month, moment: 'opening', kind, unit: unit.text, description, value };
  }

  /** Of the leaves that differ in nothing but their period, the one with the largest value; the first of equals. */
  largest(figure: Figure): LeafFigure[] {
    const largest = new Map<string, { readonly leaf: LeafFigure; readonly size: number }>();
    for (const leaf of leavesOf(figure)) {
      const key =
        leaf.kind === 'scalar' ? leaf.scalar : [leaf.name, leaf.dimension, ...leaf.members].join('/');
      const size = Math.abs(this.value(leaf));
      const known = largest.get(key);
      if (known === undefined || size > known.size) largest.set(key, { leaf, size });
    }
    return [...largest.values()].map(({ leaf }) => leaf);
  }
}

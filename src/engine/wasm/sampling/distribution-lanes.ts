import type { LaneWriter, Lanes } from '../lane-writer.ts';
import { writeExp } from '../wasm-elementary.ts';
import { addTo, defineFunction, forEach, GROUPS, loaded, STEP_BYTES, sumOf } from './sampling-function.ts';
import type { SamplingModule } from './sampling-function.ts';

/**
 * Bytes of a record of a distribution's function and where its parts are: the address of the row that values go to,
 * beginning and end of its list, then its parameters.
 */
export const DistributionRecord = { ROW: 0, LIST: 4, LIST_END: 8, PARAMETERS: 16 } as const;

/** What a function of the module makes of a row. */
export interface Shape {
  /** Name of the function. */
  readonly name: string;
  readonly parameters: number;
  /** Doubles of an entry of its list. */
  readonly entry?: number;
  /** Writes the values for a step of the row `u`; parameters and list are those of the record at hand. */
  write(w: LaneWriter, u: Lanes, parameter: (position: number) => Lanes, search: Search): Lanes;
}

/**
 * Looks for the last entry of the record's list whose first number is below a value, lane by lane; gives all of its
 * numbers. The first entry counts whatever stands in it.
 */
type Search = (value: Lanes) => readonly Lanes[];

/** The value, whatever the row. */
const CONSTANT: Shape = { name: 'constant', parameters: 1, write: (_, __, parameter) => parameter(0) };

/** low, width, high. */
const UNIFORM: Shape = {
  name: 'uniform',
  parameters: 3,
  write: (w, u, parameter) => w.float('PMIN', w.add(parameter(0), w.multiply(parameter(1), u)), parameter(2)),
};

/** Share below the mode, width, low, mode, high, mode - low, high - mode. */
const TRIANGULAR: Shape = {
  name: 'triangular',
  parameters: 7,
  write(w, u, parameter) {
    const mode = parameter(3);
    const left = w.let(w.less(u, parameter(0)));
    const side = w.select(left, u, w.subtract(w.constant(1), u));
    const spread = w.select(left, parameter(5), parameter(6));
    const root = w.let(w.float('SQRT', w.multiply(w.multiply(side, parameter(1)), spread)));
    return w.select(
      left,
      w.float('PMIN', w.add(parameter(2), root), mode),
      w.float('PMAX', w.subtract(parameter(4), root), mode),
    );
  },
};

/** Of normal scores: mean, sd. */
const NORMAL: Shape = {
  name: 'normal',
  parameters: 2,
  write: (w, z, parameter) => w.add(parameter(0), w.multiply(parameter(1), z)),
};

/** Of normal scores: median, sigma below it, sigma above it. */
const LOGNORMAL: Shape = {
  name: 'lognormal',
  parameters: 3,
  write(w, z, parameter) {
    // A score is below zero exactly where its uniform number is below 1/2.
    const sigma = w.select(w.less(z, w.constant(0)), parameter(1), parameter(2));
    return w.multiply(parameter(0), w.let(writeExp(w, w.let(w.multiply(sigma, z)))));
  },
};

/** 0 and 1, or 1 and -1 when turned; the probability of the lower bound, the probability between the bounds. */
const TRUNCATED_PROBABILITY: Shape = {
  name: 'truncatedProbability',
  parameters: 4,
  write: (w, u, parameter) =>
    w.add(parameter(2), w.multiply(w.add(parameter(0), w.multiply(parameter(1), u)), parameter(3))),
};

/** Of normal scores: mean, sd (negative when turned), low, high. */
const TRUNCATED_NORMAL: Shape = {
  name: 'truncatedNormal',
  parameters: 4,
  write: (w, z, parameter) =>
    w.float(
      'PMIN',
      w.float('PMAX', w.add(parameter(0), w.multiply(parameter(1), z)), parameter(2)),
      parameter(3),
    ),
};

/** A list of segments: probability and quantile at their beginning, then at their end. */
const PIECEWISE: Shape = {
  name: 'piecewise',
  parameters: 0,
  entry: 4,
  write(w, u, _, search) {
    const [start, from, end, to] = search(u) as [Lanes, Lanes, Lanes, Lanes];
    const share = w.divide(w.subtract(u, start), w.subtract(end, start));
    return w.float('PMIN', w.add(from, w.multiply(w.subtract(to, from), share)), to);
  },
};

/** The sum of all weights, and a list of values: the weight of those before it, the value. */
const DISCRETE: Shape = {
  name: 'discrete',
  parameters: 1,
  entry: 2,
  write: (w, u, parameter, search) => search(w.let(w.multiply(u, parameter(0))))[1]!,
};

export const SHAPES = {
  CONSTANT,
  UNIFORM,
  TRIANGULAR,
  PIECEWISE,
  DISCRETE,
  TRUNCATED_PROBABILITY,
  TRUNCATED_NORMAL,
  NORMAL,
  LOGNORMAL,
};

/**
 * `NAME(record, end, rows, rowBytes)`: the values of a shape for each record in turn, of the rows of uniform numbers
 * or scores that lie one after the other from `rows` on. Operations are those of `quantile-function.ts`.
 */
export function emitShape(module: SamplingModule, shape: Shape): void {
  defineFunction(module, shape.name, ['record', 'end', 'rows', 'rowBytes'], GROUPS, (w, code) => {
    const [record, end, rows, rowBytes] = [0, 1, 2, 3];
    forEach(code, record, end, recordBytes(shape), () => {
      const parameters = Array.from({ length: shape.parameters }, (_, position) =>
        w.shared(w.loadSplat(record, DistributionRecord.PARAMETERS + 8 * position)),
      );
      const row = loaded(code, record, DistributionRecord.ROW, 'row');
      const rowEnd = sumOf(code, rows, rowBytes, 'row end');
      forEach(code, rows, rowEnd, STEP_BYTES, () => {
        const u = w.let(w.load(rows));
        const search: Search = (value) => searchList(w, record, shape.entry ?? 0, value);
        w.store(
          row,
          shape.write(w, u, (position) => parameters[position]!, search),
        );
        addTo(code, row, STEP_BYTES);
      });
    });
  });
}

/** Bytes from one record of a shape to the next. */
export function recordBytes({ parameters }: Shape): number {
  return DistributionRecord.PARAMETERS + 8 * parameters;
}

function searchList(w: LaneWriter, record: number, length: number, value: Lanes): Lanes[] {
  const { code } = w;
  const entry = loaded(code, record, DistributionRecord.LIST, 'entry');
  const listEnd = loaded(code, record, DistributionRecord.LIST_END, 'list end');
  const number = (position: number): Lanes => w.shared(w.loadSplat(entry, 8 * position));
  const found = Array.from({ length }, (_, position) => {
    const variable = w.variable();
    variable.set(number(position));
    return variable;
  });
  forEach(code, entry, listEnd, 8 * length, () => {
    const below = w.let(w.less(number(0), value));
    for (const [position, variable] of found.entries())
      variable.set(w.select(below, number(position), variable.get));
  });
  return found.map(({ get }) => get);
}

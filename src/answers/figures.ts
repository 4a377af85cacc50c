import type { Block } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Request } from './ensemble.ts';
import type { Period } from './period.ts';
import type { SeriesDimension, SeriesMember } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';

/** One number of every draw of a block that runs under a variant. */
export type Reader = (block: Block, variant: number) => Float64Array;

/** Collects what an ensemble has to keep, and gives for each a reader of the draws. */
export class FigureBook {
  readonly #requests: Request[] = [];
  readonly #series;
  #slots = 0;

  constructor(catalogue: Catalogue) {
    this.#series = new Map(seriesOf(catalogue).map((series) => [series.name, series]));
  }

  get requests(): readonly Request[] {
    return this.#requests;
  }

  /** Members of a series by a dimension; throws `RangeError` where there is none. */
  members(name: string, dimension: SeriesDimension): readonly SeriesMember[] {
    const found = this.#series.get(name)?.dimensions.get(dimension);
    if (found === undefined) throw new RangeError(`no series ${name} by ${dimension}`);
    return found;
  }

  /** Unit of a series. */
  unit(name: string): string {
    return this.#series.get(name)?.unit ?? '';
  }

  /** A member of a series in each of some periods, or several members’ sum. */
  series(
    name: string,
    dimension: SeriesDimension,
    member: string | readonly string[],
    periods: readonly Period[],
  ): Reader[] {
    const wanted: readonly string[] = typeof member === 'string' ? [member] : member;
    const all = this.members(name, dimension);
    const found = wanted.flatMap((each) => all.filter((candidate) => candidate.member === each));
    if (found.length !== wanted.length)
      throw new RangeError(`no ${wanted.join(', ')} in ${name} by ${dimension}`);
    const scalars = found.flatMap((each) => each.scalars);
    const overTime = this.#series.get(name)?.overTime ?? 'sum';
    return this.add({ scalars, factor: found[0]?.factor ?? 1, overTime, periods });
  }

  /** Any request, with a reader for each of its periods. */
  add(request: Request): Reader[] {
    this.#requests.push(request);
    return request.periods.map(() => {
      const slot = this.#slots++;
      return (block, variant) => block.values(slot, variant);
    });
  }
}

/** The sum of readings, draw by draw; nothing of none. */
export function sumOf(readers: readonly Reader[]): Reader {
  return (block, variant) => {
    const sum = new Float64Array(block.drawsOf(variant));
    for (const read of readers) {
      const values = read(block, variant);
      for (let draw = 0; draw < sum.length; draw++) sum[draw]! += values[draw]!;
    }
    return sum;
  };
}

/** One reading over another, draw by draw; 0 where the other is. */
export function shareOf(part: Reader, whole: Reader): Reader {
  return (block, variant) => {
    const wholes = whole(block, variant);
    return part(block, variant).map((value, draw) => (wholes[draw] === 0 ? 0 : value / wholes[draw]!));
  };
}

/** One reading less another, draw by draw. */
export function differenceOf(a: Reader, b: Reader): Reader {
  return (block, variant) => {
    const less = b(block, variant);
    return a(block, variant).map((value, draw) => value - less[draw]!);
  };
}

/** How many of some readings lie above a threshold, draw by draw: months short, say. */
export function countAbove(readers: readonly Reader[], threshold: number): Reader {
  return sumOf(readers.map((read) => isAbove(read, threshold)));
}

/** 1 in draws whose reading lies above a threshold, else 0. */
export function isAbove(read: Reader, threshold: number): Reader {
  return (block, variant) => read(block, variant).map((value) => (value > threshold ? 1 : 0));
}

import type { Block } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Request } from './ensemble.ts';
import { evaluateFigure, leavesOf, requestOf, seriesFigure } from './figure/figure.ts';
import type { Figure, LeafFigure } from './figure/figure.ts';
import type { Period } from './period.ts';
import type { SeriesDimension, SeriesMember } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';

/** One number of every draw of a block that runs under a variant. */
export type Reader = (block: Block, variant: number) => Float64Array;

/** One request of a book, which grows by periods while figures are added. */
interface Booked {
  readonly request: Omit<Request, 'periods'>;
  readonly periods: Period[];
}

/** Collects what an ensemble has to keep, and gives for each a reader of the draws. */
export class FigureBook {
  readonly #catalogue: Catalogue;
  readonly #booked: Booked[] = [];
  readonly #leaves = new Map<string, Booked>();
  readonly #series;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.#series = new Map(seriesOf(catalogue).map((series) => [series.name, series]));
  }

  get requests(): readonly Request[] {
    return this.#booked.map(({ request, periods }) => ({ ...request, periods }));
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
    return periods.map((period) => this.read(seriesFigure(name, dimension, member, period)));
  }

  /** A figure; leaves that it shares with others are kept once. */
  read(figure: Figure): Reader {
    const readers = new Map<string, Reader>();
    for (const leaf of leavesOf(figure)) {
      const key = leafKey(leaf);
      if (!readers.has(key)) readers.set(key, this.#readLeaf(leaf));
    }
    return (block, variant) => evaluateFigure(figure, (leaf) => readers.get(leafKey(leaf))!(block, variant));
  }

  #readLeaf(leaf: LeafFigure): Reader {
    const { periods: _, ...request } = requestOf(this.#catalogue, leaf);
    const key = JSON.stringify(request);
    const booked = this.#leaves.get(key) ?? { request, periods: [] };
    if (!this.#leaves.has(key)) {
      this.#leaves.set(key, booked);
      this.#booked.push(booked);
    }
    const { first, last } = leaf.period;
    let at = booked.periods.findIndex((period) => period.first === first && period.last === last);
    if (at < 0) at = booked.periods.push(leaf.period) - 1;
    let slot: number | undefined;
    // Requests before this one may still grow: where it stands is known when the first block comes.
    return (block, variant) => block.values((slot ??= this.#slotOf(booked) + at), variant);
  }

  #slotOf(wanted: Booked): number {
    const before = this.#booked.slice(0, this.#booked.indexOf(wanted));
    return before.reduce((sum, { periods }) => sum + periods.length, 0);
  }
}

function leafKey(leaf: LeafFigure): string {
  const { first, last } = leaf.period;
  return leaf.kind === 'scalar'
    ? `${leaf.scalar}@${first}-${last}`
    : `${leaf.name}/${leaf.dimension}/${leaf.members.join()}/${leaf.untested ?? ''}@${first}-${last}`;
}

import { computeParts } from '../../model/efficiency.ts';
import { nearestName } from '../../problem/nearest-name.ts';
import { ProblemError } from '../../problem/problem.ts';
import { soldProduct } from '../sold-product.ts';
import type { Period } from '../period.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { periodAsked } from '../run-about.ts';
import { findDimension, findMember, findSeries } from '../series.ts';
import { seriesOf } from '../series-catalogue.ts';
import { ratingOf } from '../training-fleet.ts';
import { findProduct } from '../find-product.ts';
import type { Address, InputChange } from './address.ts';
import { splitMembers } from './address.ts';
import {
  CLUSTER_YARDSTICKS,
  clusterReach,
  held,
  LINE_MEASURES,
  monthsShort,
  ownChipsAhead,
  ownChipShare,
  partOfDemand,
  powerWaiting,
  shortageEnd,
} from './derived.ts';
import type { Figure } from './figure.ts';
import { seriesFigure } from './figure.ts';
import { SCALAR } from './figure-address.ts';

/** A figure made of series, with what its address holds between name and period. */
interface Derived {
  readonly parts: readonly string[];
  readonly make: (run: PreparedRun, parts: readonly string[], period: Period) => Figure;
}

const derived: Readonly<Record<string, Derived>> = {
  'months-short': { parts: [], make: ({ catalogue }, _, period) => monthsShort(catalogue, period) },
  'own-chip-share': {
    parts: ['<measure>'],
    make: ({ catalogue }, [measure], period) =>
      ownChipShare(catalogue, chosenFrom(LINE_MEASURES, measure, 'own-chip-share'), period),
  },
  'own-chips-ahead': {
    parts: ['<measure>'],
    make: ({ catalogue }, [measure], period) =>
      ownChipsAhead(catalogue, chosenFrom(LINE_MEASURES, measure, 'own-chips-ahead'), period),
  },
  'power-waiting': { parts: [], make: (_run, _parts, period) => powerWaiting(period) },
  'demand-part': {
    parts: ['<part>'],
    make: ({ catalogue }, [part], period) =>
      partOfDemand(catalogue, chosenFrom(computeParts, part, 'demand-part'), period),
  },
  held: {
    parts: ['<buyer>', '<product>'],
    make: (run, [buyer, product], period) => held(run.catalogue, soldTo(run, buyer, product), period),
  },
  'shortage-end': {
    parts: ['<months>'],
    make: ({ catalogue }, [months], period) =>
      shortageEnd(catalogue, positive(months, 'shortage-end'), period),
  },
  cluster: {
    parts: ['<yardstick>', '<buyer>', '<product>', '<count>'],
    make: (run, [yardstick, buyer, product, count], period) => {
      const sold = soldTo(run, buyer, product);
      const number = positive(count, 'cluster');
      const rating = ratingOf(findProduct(run.view.products, sold.product), run.view.products);
      const asked = { ...sold, count: number, h100e: number * rating };
      return clusterReach(run.catalogue, chosenFrom(CLUSTER_YARDSTICKS, yardstick, 'cluster'), asked, period);
    },
  },
};

/** Names of figures made of series. */
export const derivedNames: readonly string[] = Object.keys(derived);

/**
 * The figure that an address calls. Throws `unknown-figure` with the nearest name, `address-parts` where there are too
 * many or too few, and what `findSeries`, `findDimension`, `findMember` and `periodAsked` throw.
 */
export function resolveFigure(run: PreparedRun, { name, parts }: Address): Figure {
  const period = (text: string | undefined): Period => periodAsked(run, text);
  if (name === SCALAR) {
    requireParts(name, parts, ['<name>', '<period>']);
    const [scalar = '', month] = parts;
    const { unit } = run.model.graph.find(scalar).scalar;
    return { kind: 'scalar', scalar, unit: unit.text, period: period(month) };
  }
  const known = derived[name];
  if (known) {
    requireParts(name, parts, [...known.parts, '<period>']);
    return known.make(run, parts.slice(0, -1), period(parts.at(-1)));
  }
  const names = seriesOf(run.catalogue).map((series) => series.name);
  if (!names.includes(name)) {
    const all = [...names, ...derivedNames, SCALAR, 'input', 'claim', 'fact', 'train-cost', 'cluster-cost'];
    const nearest = nearestName(
      name,
      all.filter((candidate) => candidate !== name),
    );
    throw new ProblemError([
      { code: 'unknown-figure', params: { found: name, ...(nearest === undefined ? {} : { nearest }) } },
    ]);
  }
  requireParts(name, parts, ['<dimension>', '<member>', '<period>']);
  const [by, members = '', when] = parts;
  const series = findSeries(run, name);
  const dimension = findDimension(series, by);
  const found = splitMembers(members).map(
    (member) => findMember(series, dimension, member, run.catalogue).member,
  );
  return seriesFigure(name, dimension, found, period(when));
}

/** Whether what is changed are inputs of the model; throws `unknown-name` with the nearest for what is none. */
export function checkChange({ model }: PreparedRun, { held: all, moved }: InputChange): void {
  for (const { input } of [...all, ...moved]) model.graph.inputIndex(input);
}

function soldTo(
  run: PreparedRun,
  buyer: string | undefined,
  product: string | undefined,
): Parameters<typeof held>[1] {
  const found = findProduct(run.view.products, product ?? '');
  const { line } = soldProduct(run, found.id, found.name);
  const { member } = findMember(findSeries(run, 'fleet-owned'), 'buyer', buyer ?? '', run.catalogue);
  if (line.buyers.includes(member)) return { buyer: member, product: found.id, line };
  const params = { found: member, name: found.name, expected: line.buyers.join(', ') };
  throw new ProblemError([{ code: 'product-not-sold', params }]);
}

/** Throws `address-parts` where an address has too many or too few. */
export function requireParts(name: string, parts: readonly string[], expected: readonly string[]): void {
  if (parts.length === expected.length) return;
  const params = { found: [name, ...parts].join('/'), expected: [name, ...expected].join('/') };
  throw new ProblemError([{ code: 'address-parts', params }]);
}

/** One of some names; throws `unknown-choice` with the nearest. `name` is whose choice it is. */
export function chosenFrom<Name extends string>(
  all: readonly Name[],
  found: string | undefined,
  name: string,
): Name {
  const known = all.find((each) => each === found);
  if (known !== undefined) return known;
  const nearest = nearestName(found ?? '', all);
  const near = nearest === undefined ? {} : { nearest };
  const params = { name, found: found ?? '', expected: all.join(', '), ...near };
  throw new ProblemError([{ code: 'unknown-choice', params }]);
}

function positive(text: string | undefined, name: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new ProblemError([{ code: 'not-a-number', params: { name, found: text ?? '' } }]);
}

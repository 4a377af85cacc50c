import { pow } from '../engine/elementary.ts';
import type { Distribution } from '../engine/index.ts';

/** A distribution times a positive number. Kinds that no rule scales are refused. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  switch (distribution.kind) {
    case 'triangular':
      return {
        kind: 'triangular',
        low: distribution.low * factor,
        mode: distribution.mode * factor,
        high: distribution.high * factor,
      };
    case 'uniform':
      return { kind: 'uniform', low: distribution.low * factor, high: distribution.high * factor };
    case 'lognormal':
    case 'split-lognormal':
      return { ...distribution, median: distribution.median * factor };
    case 'point':
      return { kind: 'point', value: distribution.value * factor };
    default:
      throw new RangeError(`cannot scale ${distribution.kind}`);
  }
}

/** A triangular distribution moved by a number. */
export function shifted(distribution: Distribution, by: number): Distribution {
  if (distribution.kind !== 'triangular') throw new RangeError(`cannot shift ${distribution.kind}`);
  return {
    kind: 'triangular',
    low: distribution.low + by,
    mode: distribution.mode + by,
    high: distribution.high + by,
  };
}

/** Low, central and high value of a distribution; about P5 and P95 where it has no ends. */
export function ends(distribution: Distribution): [number, number, number] {
  switch (distribution.kind) {
    case 'point':
      return [distribution.value, distribution.value, distribution.value];
    case 'triangular':
      return [distribution.low, distribution.mode, distribution.high];
    case 'lognormal':
      return [
        distribution.median * pow(E, -1.645 * distribution.sigma),
        distribution.median,
        distribution.median * pow(E, 1.645 * distribution.sigma),
      ];
    case 'split-lognormal':
      return [
        distribution.median * pow(E, -1.645 * distribution.sigmaLow),
        distribution.median,
        distribution.median * pow(E, 1.645 * distribution.sigmaHigh),
      ];
    default:
      throw new RangeError(`no ends for ${distribution.kind}`);
  }
}

const E = 2.718281828459045;

/** Product of two independent positive quantities, as a triangular between the products of their ends. */
export function times(a: Distribution, b: Distribution): Distribution {
  const [al, am, ah] = ends(a);
  const [bl, bm, bh] = ends(b);
  // The ends of both at once are too rare: move them a third of the way to the centre.
  const mode = am * bm;
  const low = mode + (al * bl - mode) * (2 / 3);
  const high = mode + (ah * bh - mode) * (2 / 3);
  return low === high ? { kind: 'point', value: mode } : { kind: 'triangular', low, mode, high };
}

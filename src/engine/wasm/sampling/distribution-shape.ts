import type { Distribution } from '../../distribution.ts';
import { discreteSteps } from '../../quantile-function.ts';
import { truncationOf } from '../../truncation.ts';
import { SHAPES } from './distribution-lanes.ts';
import type { Shape } from './distribution-lanes.ts';

/** A shape with what stands in its record. */
export interface FilledShape {
  readonly shape: Shape;
  readonly parameters: readonly number[];
  readonly list?: readonly number[];
  /** Parameters of `truncatedProbability`, which uniform numbers go through before they become scores. */
  readonly probability?: readonly number[];
}

/** How the sampling module gets values of a valid distribution, for uniform numbers inside (0, 1). */
export function shapeOf(distribution: Distribution): FilledShape {
  switch (distribution.kind) {
    case 'point':
      return constant(distribution.value);
    case 'uniform': {
      const { low, high } = distribution;
      return { shape: SHAPES.UNIFORM, parameters: [low, high - low, high] };
    }
    case 'triangular': {
      const { low, mode, high } = distribution;
      const width = high - low;
      if (width === 0) return constant(low);
      const parameters = [(mode - low) / width, width, low, mode, high, mode - low, high - mode];
      return { shape: SHAPES.TRIANGULAR, parameters };
    }
    case 'normal': {
      const { mean, sd } = distribution;
      return sd === 0 ? constant(mean) : { shape: SHAPES.NORMAL, parameters: [mean, sd] };
    }
    case 'lognormal': {
      const { median, sigma } = distribution;
      return lognormal(median, sigma, sigma);
    }
    case 'split-lognormal': {
      const { median, sigmaLow, sigmaHigh } = distribution;
      return lognormal(median, sigmaLow, sigmaHigh);
    }
    case 'truncated-normal': {
      const { mean, sd, low, high } = distribution;
      const { turned, probabilityLow, probabilityHigh } = truncationOf(distribution);
      const width = probabilityHigh - probabilityLow;
      return {
        shape: SHAPES.TRUNCATED_NORMAL,
        parameters: [mean, turned ? -sd : sd, low, high],
        probability: [turned ? 1 : 0, turned ? -1 : 1, probabilityLow, width],
      };
    }
    case 'piecewise': {
      const { probabilities, quantiles } = distribution;
      const segment = (i: number): number[] => [probabilities[i]!, quantiles[i]!];
      const starts = Array.from({ length: probabilities.length - 1 }, (_, start) => start);
      return {
        shape: SHAPES.PIECEWISE,
        parameters: [],
        list: starts.flatMap((start) => [...segment(start), ...segment(start + 1)]),
      };
    }
  }
  const { values, cumulative } = discreteSteps(distribution);
  return {
    shape: SHAPES.DISCRETE,
    parameters: [cumulative.at(-1)!],
    list: values.flatMap((value, i) => [i === 0 ? 0 : cumulative[i - 1]!, value]),
  };
}

function constant(value: number): FilledShape {
  return { shape: SHAPES.CONSTANT, parameters: [value] };
}

function lognormal(median: number, below: number, above: number): FilledShape {
  if (below === 0 && above === 0) return constant(median);
  return { shape: SHAPES.LOGNORMAL, parameters: [median, below, above] };
}

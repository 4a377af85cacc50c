import type { Language } from '../language.ts';
import { figureFormat } from '../series-figure.ts';
import type { ValueFormat } from './chart-spec.ts';

/** Figures of a unit, the largest of which is `largest`; ticks without zeros after the point: `20k` beside `18.0k`. */
export function chartFormat(largest: number, unit: string, language: Language): ValueFormat {
  const format = figureFormat(largest, unit, language);
  return {
    ...format,
    tick: (value) => format.figure(value).replace(/(\.\d*[1-9])0+(?!\d)|\.0+(?!\d)/u, '$1'),
  };
}

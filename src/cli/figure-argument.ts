import { seriesFigureAsked } from '../answers/explain.ts';
import type { InputChange } from '../answers/figure/address.ts';
import { parseAddress, UNCHANGED } from '../answers/figure/address.ts';
import type { Figure } from '../answers/figure/figure.ts';
import { resolveFigure } from '../answers/figure/resolve-figure.ts';
import type { PreparedRun } from '../answers/prepare-run.ts';

/** What stands beside the name of a series. */
export interface SeriesOptions {
  readonly by?: string | undefined;
  readonly member?: string | undefined;
  readonly period?: string | undefined;
}

/**
 * The figure that a command is asked for: by its address, or by the name of a series and options. Throws what
 * `parseAddress`, `resolveFigure` and `seriesFigureAsked` throw.
 */
export function figureAsked(
  run: PreparedRun,
  text: string,
  { by, member, period }: SeriesOptions,
): { readonly figure: Figure; readonly change: InputChange } {
  // No series has a slash in its name.
  if (text.includes('/')) {
    const address = parseAddress(text);
    return { figure: resolveFigure(run, address), change: address.change };
  }
  const question = {
    name: text,
    ...(by === undefined ? {} : { by }),
    ...(member === undefined ? {} : { member }),
    ...(period === undefined ? {} : { period }),
  };
  return { figure: seriesFigureAsked(run, question), change: UNCHANGED };
}

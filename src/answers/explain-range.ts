import { Fan } from '../engine/index.ts';
import type { Block, Summary } from '../engine/index.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { inputVariant, runEnsemble } from './ensemble.ts';
import type { InputChange } from './figure/address.ts';
import type { Figure, WaitingFigure } from './figure/figure.ts';
import { FigureBook } from './figures.ts';
import type { Reader } from './figures.ts';
import { firstDay } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { endQuantile, ShortageEnds } from './shortage-end.ts';
import { VarianceShare } from './variance-share.ts';

/** When a shortage ends, over the futures short in its first month, as ISO first days of months; `null` after the last. */
export interface EndOverDraws {
  readonly shortNow: number;
  readonly neverShort: number;
  readonly p10: string | null;
  readonly p50: string | null;
  readonly p90: string | null;
  readonly returns: number;
}

/** A figure over draws. */
export interface FigureRange {
  readonly range: Summary;
  /** Share of its variance that rests on assumptions. */
  readonly assumed: number;
  /** Of the end of a shortage. */
  readonly end: EndOverDraws | null;
}

/** A figure over draws in which some inputs are changed, with the same random numbers as without. */
export async function rangeOfFigure(
  run: PreparedRun,
  figure: Figure,
  change: InputChange,
  options: EnsembleOptions,
): Promise<FigureRange> {
  const book = new FigureBook(run.catalogue);
  const read = book.read(figure);
  const relief = reliefOf(figure);
  const months: readonly Reader[] = (relief?.of ?? []).map((month) => book.read(month));
  const ends = new ShortageEnds(months.length, 0, relief?.threshold ?? 0);
  const fan = new Fan(options.draws);
  const variance = new VarianceShare(run, [read], 1, change);
  await runEnsemble(run, book.requests, options, {
    variants: [inputVariant(run, change), ...variance.variants],
    gather: (block: Block) => {
      fan.add(read(block, 0));
      if (relief) ends.add(months.map((month) => month(block, 0)));
      variance.add(block);
    },
  });
  const [assumed = 0] = variance.shares;
  return { range: fan.summary(), assumed, end: relief ? endOf(run, relief, ends) : null };
}

function reliefOf(figure: Figure): WaitingFigure | undefined {
  const inner = figure.kind === 'named' ? figure.of[0] : figure;
  return inner.kind === 'relief' ? inner : undefined;
}

function endOf({ catalogue }: PreparedRun, { of }: WaitingFigure, counted: ShortageEnds): EndOverDraws {
  const { ends, shortNow, neverShort, returns } = counted.result;
  const [first] = of;
  const from = first && 'period' in first ? first.period.first : 0;
  const at = (p: number): string | null => {
    const month = endQuantile(ends, p);
    return month < Infinity ? firstDay(catalogue.startYear, from + month) : null;
  };
  return { shortNow, neverShort, p10: at(0.1), p50: at(0.5), p90: at(0.9), returns };
}

import type { Block, Summary } from '../engine/index.ts';
import type { ComparedDifference } from './compared-difference.ts';
import { comparedDifference } from './compared-difference.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { Figure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import type { FigureBook } from './figures.ts';
import type { Change } from './paired.ts';
import { inputChange, pairedFigures } from './paired.ts';
import type { Period } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';

/** A figure to tell, under the name by which a table calls it. */
export interface FigureToRead {
  readonly name: string;
  /** Buyer, designer or product; empty where it is a total. */
  readonly member: string;
  readonly unit: string;
  readonly period: Period;
  readonly figure: Figure;
}

/** A change under a name by which tables call it. */
export interface NamedChange {
  readonly name: string;
  readonly change: Change;
}

/** A figure as the run has it, and under each change. */
export interface PairedFigure {
  /** What `chokepoint explain` takes. */
  readonly address: string;
  readonly name: string;
  readonly member: string;
  readonly unit: string;
  readonly period: Period;
  readonly base: Summary;
  /** In the order of the changes. */
  readonly changed: readonly ChangedFigure[];
}

export interface ChangedFigure {
  readonly address: string;
  readonly change: string;
  readonly value: Summary;
  readonly difference: ComparedDifference;
}

/** Figures under each of some changes, on the same draws. */
export async function pairedTable(
  run: PreparedRun,
  { book, figures, gather }: TableQuestion,
  changes: readonly NamedChange[],
  options: EnsembleOptions,
): Promise<PairedFigure[]> {
  // With nothing changed there is still a run to read.
  const asked = changes.length === 0 ? [{}] : changes.map(({ change }) => change);
  const readers = figures.map(({ figure }) => book.read(figure));
  const readings = { requests: book.requests, readers, ...(gather && { gather }) };
  const pairs = await pairedFigures(run, readings, asked, options);
  const addressed = changes.map(({ change }) => inputChange(change));
  return figures.map(({ name, member, unit, period, figure }, index) => ({
    address: figureAddress(figure),
    name,
    member,
    unit,
    period,
    base: pairs[0]![index]!.base,
    changed: changes.map((change, position) => {
      const pair = pairs[position]![index]!;
      const address = figureAddress(figure, addressed[position]);
      return { address, change: change.name, value: pair.changed, difference: comparedDifference(pair) };
    }),
  }));
}

export interface TableQuestion {
  readonly book: FigureBook;
  readonly figures: readonly FigureToRead[];
  /** Gets every block besides; the run as it is is variant 0, changes follow from 1. */
  readonly gather?: (block: Block) => void;
}

/** A figure of a table by name, member and first day of its period. */
export function findFigure(
  figures: readonly PairedFigure[],
  name: string,
  member: string,
  start?: string,
): PairedFigure | undefined {
  return figures.find(
    (figure) =>
      figure.name === name &&
      figure.member === member &&
      (start === undefined || figure.period.start === start),
  );
}

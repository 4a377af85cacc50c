import type { Line } from '../model/catalogue.ts';
import type { AcceleratorCard } from './accelerator-cards.ts';
import { acceleratorCards } from './accelerator-cards.ts';
import type { EnsembleOptions } from './ensemble.ts';
import {
  asicLines,
  LINE_MEASURES,
  merchantLines,
  monthsShort,
  ofLines,
  ownChipsAhead,
  ownChipShare,
} from './figure/derived.ts';
import type { Figure } from './figure/figure.ts';
import { FigureBook } from './figures.ts';
import type { FigureToRead, NamedChange, PairedFigure } from './paired-table.ts';
import { pairedTable } from './paired-table.ts';
import type { Period } from './period.ts';
import { periodOfMonths } from './period.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import { removal } from './scenario-run.ts';
import type { RunAbout } from './run-about.ts';
import { aboutRun, presentMonth, yearsFromNow } from './run-about.ts';
import { trainingContext } from './train-cost.ts';

export interface AsicAnswer extends RunAbout {
  /** Lines of own chips, each of which is taken away in one change; the last change, `all`, takes all of them. */
  readonly programmes: readonly string[];
  /**
   * By year: `share-…` of own chips in everything, `above-…` whether they outdo merchant GPUs (its mean is a
   * probability), deliveries of each programme, of GPUs (`gpu`) and of everything (`all`); `months-short` to the horizon.
   */
  readonly figures: readonly PairedFigure[];
  /** Own chips and merchant GPUs side by side, as the register knows them at the day. */
  readonly cards: readonly AcceleratorCard[];
}

/** Q5: how far own chips fill the gap, with and without each programme on the same draws. */
export async function answerAsic(
  run: PreparedRun,
  evidence: Evidence,
  options: EnsembleOptions,
): Promise<AsicAnswer> {
  const { catalogue } = run;
  const programmes = asicLines(catalogue);
  const book = new FigureBook(catalogue);
  const years = yearsFromNow(run);
  const figures = LINE_MEASURES.flatMap((measure): FigureToRead[] => {
    const told = (name: string, member: string, unit: string, of: (year: Period) => Figure): FigureToRead[] =>
      years.map((period) => ({ name, member, unit, period, figure: of(period) }));
    const deliveries = (member: string, lines: readonly Line[]): FigureToRead[] =>
      told(measure, member, book.unit(measure), (year) => ofLines(measure, lines, year));
    return [
      ...told(`share-${measure}`, 'asic', '1', (year) => ownChipShare(catalogue, measure, year)),
      ...told(`above-${measure}`, 'asic', '1', (year) => ownChipsAhead(catalogue, measure, year)),
      ...deliveries('all', catalogue.lines),
      ...deliveries('gpu', merchantLines(catalogue)),
      ...deliveries('asic', programmes),
      ...programmes.flatMap((line) => deliveries(line.id, [line])),
    ];
  });
  const ahead = periodOfMonths(catalogue.startYear, presentMonth(run), catalogue.months - 1);
  figures.push({
    name: 'months-short',
    member: 'gpu',
    unit: 'month',
    period: ahead,
    figure: monthsShort(catalogue, ahead),
  });
  const without = (name: string, lines: readonly Line[]): NamedChange => ({
    name,
    change: { held: lines.map(({ id }) => removal(run.levers, id)) },
  });
  const changes = [...programmes.map((line) => without(line.id, [line])), without('all', programmes)];
  return {
    ...aboutRun(run, options),
    programmes: programmes.map(({ id }) => id),
    figures: await pairedTable(run, { book, figures }, changes, options),
    cards: acceleratorCards(run, trainingContext(run.view, evidence)),
  };
}

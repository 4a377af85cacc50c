import type { Line } from '../model/catalogue.ts';
import type { AcceleratorCard } from './accelerator-cards.ts';
import { acceleratorCards } from './accelerator-cards.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { countAbove, differenceOf, FigureBook, isAbove, shareOf } from './figures.ts';
import type { Reader } from './figures.ts';
import { asicLines, SHORTAGE_MONTHS } from './key-figures.ts';
import type { FigureToRead, NamedChange, PairedFigure } from './paired-table.ts';
import { pairedTable } from './paired-table.ts';
import { periodOfMonths, periodsOf } from './period.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import { removal } from './scenario-run.ts';
import type { RunAbout } from './run-about.ts';
import { aboutRun, presentMonth, yearsFromNow } from './run-about.ts';
import { trainingContext } from './train-cost.ts';

/** What deliveries are counted in. */
const MEASURES = ['shipments', 'revenue', 'h100e'] as const;

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
  const deliveries = (name: string, lines: readonly Line[]): Reader[] =>
    book.series(
      name,
      'product',
      lines.flatMap(({ products }) => products),
      years,
    );
  const gpus = catalogue.lines.filter(({ merchant }) => merchant);
  const figures = MEASURES.flatMap((name): FigureToRead[] => {
    const told = (figure: string, member: string, unit: string, readers: readonly Reader[]): FigureToRead[] =>
      years.map((period, index) => ({ name: figure, member, unit, period, read: readers[index]! }));
    const unit = book.unit(name);
    const own = deliveries(name, programmes);
    const merchant = deliveries(name, gpus);
    const all = deliveries(name, catalogue.lines);
    return [
      ...told(
        `share-${name}`,
        'asic',
        '1',
        own.map((read, index) => shareOf(read, all[index]!)),
      ),
      ...told(
        `above-${name}`,
        'asic',
        '1',
        own.map((read, index) => isAbove(differenceOf(read, merchant[index]!), 0)),
      ),
      ...told(name, 'all', unit, all),
      ...told(name, 'gpu', unit, merchant),
      ...told(name, 'asic', unit, own),
      ...programmes.flatMap((line) => told(name, line.id, unit, deliveries(name, [line]))),
    ];
  });
  const { startYear, months } = catalogue;
  const present = presentMonth(run);
  const overdue = book.series('overdue-months', 'total', 'gpu', periodsOf(startYear, months, 'month'));
  figures.push({
    name: 'months-short',
    member: 'gpu',
    unit: 'month',
    period: periodOfMonths(startYear, present, months - 1),
    read: countAbove(overdue.slice(present), SHORTAGE_MONTHS),
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

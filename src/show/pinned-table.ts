import type { ComparedFigure, ComparedScenario, CompareAnswer } from '../answers/compare.ts';
import { endMonths, figureGroups, figureTexts } from './compare-figures.ts';
import { figureLabel } from './key-figure-label.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { Cell, RowGroup, Table } from './table.ts';

/** What a table of pinned scenarios shows. */
export interface PinnedTableOptions {
  /** Names of the pins, in the order of the answer's other scenarios. */
  readonly names: readonly string[];
  /** Differences from the first scenario in the place of the pins' own figures. */
  readonly differences: boolean;
  /** Whether figures by year are told for every year, not the coming one alone. */
  readonly everyYear: boolean;
}

/** Key figures of the scenario and of each pin beside it: the texts that `compare` prints for the same scenarios. */
export function pinnedTable(
  answer: CompareAnswer,
  { names, differences, everyYear }: PinnedTableOptions,
  language: Language,
): Table {
  const [first, ...others] = answer.scenarios;
  const year = comingYear(answer);
  const groups = figureGroups(answer).map(({ title, figures }, index): RowGroup => {
    const shown = figures.filter((figure) => everyYear || isOfYear(figure, year));
    const rows = shown.map((figure): Cell[] => {
      const texts = figureTexts(figure, language);
      return [
        figureLabel(figure, language),
        { text: texts.value(0), figure: figure.address },
        ...others.map((_, at) => {
          if (!differences) return texts.value(at + 1);
          const shares = texts.shares(at + 1);
          return shares === '' ? texts.difference(at + 1) : `${texts.difference(at + 1)}\n${shares}`;
        }),
      ];
    });
    // Two distributions, not one difference.
    const ends = others.map((other) => (differences ? '–' : endCell(other, language)));
    const end = [translate(language, 'page.pins.end'), first ? endCell(first, language) : '', ...ends];
    return { title: translate(language, title), rows: index === 0 ? [...rows, end] : rows };
  });
  return {
    columns: [
      { title: translate(language, 'page.pins.figure') },
      { title: translate(language, 'page.pins.this'), align: 'right' },
      ...names.map((name, index) => ({ title: `${index + 1} ${name}`, align: 'right' as const })),
    ],
    groups,
  };
}

/** In two lines, as months are long. */
function endCell(scenario: ComparedScenario, language: Language): string {
  const { median, low, high } = endMonths(scenario, language, 'short');
  return `${median}\n(${language === 'ja' ? `${low}～${high}` : `${low} … ${high}`})`;
}

/** The second year told, as ISO first day; that of the day itself where there is no other. */
export function comingYear({ figures }: CompareAnswer): string {
  const years = figures.filter(({ name }) => name === 'h100e');
  return (years[1] ?? years[0])?.period.start ?? '';
}

/** Figures of months and of the whole time belong to no year. */
function isOfYear({ name, period }: ComparedFigure, year: string): boolean {
  return name.startsWith('short-') || name === 'months-short' || period.start === year;
}

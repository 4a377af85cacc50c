import { explainHint } from './explain-hint.ts';
import type { ComparedFigure, ComparedScenario, CompareAnswer } from '../answers/compare.ts';
import { endMonths, figureGroups, figureTexts, monthsShortText } from './compare-figures.ts';
import { formatDay, formatYear } from './date-format.ts';
import { ofHundred, pairedFormat } from './difference-format.ts';
import type { Language } from './language.ts';
import { renderAttribution } from './compare-attribution-view.ts';
import { compareHead, drawnTexts, hasSeveralDays, unpairedText } from './compare-days.ts';
import { renderHead } from './head.ts';
import { figureLabel } from './key-figure-label.ts';
import { translate } from './message.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, RowGroup } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Scenarios beside the first: what differs, in which futures, and which change does it. No newline at the end. */
export function renderCompare(answer: CompareAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const [base, ...others] = answer.scenarios;
  if (base === undefined) return '';
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  return [
    renderHead(compareHead(answer, language), screen),
    ...others.flatMap((other, index) => {
      const attribution = renderAttribution(answer, other, screen);
      return [
        '',
        ...sentences(answer, base, other, index, language).flatMap((text) =>
          wrap(text, width).map((line) => theme.tone('accent', line)),
        ),
        ...quiet(ends(base, other, language)),
        ...(other.paired ? [] : quiet(unpairedText(base, other, language))),
        '',
        table(answer, other, index, screen),
        ...(attribution === '' ? [] : ['', attribution]),
      ];
    }),
    '',
    ...drawnTexts(answer, language).flatMap(quiet),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

/** The finding: months short and compute delivered. */
function sentences(
  { figures }: CompareAnswer,
  base: ComparedScenario,
  other: ComparedScenario,
  index: number,
  language: Language,
): string[] {
  const first = monthsShortText(figures, other.name, index + 1, language);
  const years = figures.filter(({ name }) => name === 'h100e');
  const compute = years[1] ?? years[0];
  const delivered = compute?.differences[index];
  if (first === undefined || !compute || !delivered) return [];
  const second = translate(language, 'compare.delivered', {
    year: formatYear(compute.period.start, language),
    base: base.name,
    change: pairedFormat(
      compute.values.filter((value) => value !== null),
      compute.unit,
      language,
    ).difference(delivered),
    lower: ofHundred(delivered.lower),
    higher: ofHundred(delivered.higher),
  });
  return [first, second];
}

function ends(base: ComparedScenario, other: ComparedScenario, language: Language): string {
  return translate(language, 'compare.ends', {
    base: base.name,
    other: other.name,
    first: translate(language, 'compare.ends.when', endMonths(base, language)),
    second: translate(language, 'compare.ends.when', endMonths(other, language)),
  });
}

function table(answer: CompareAnswer, other: ComparedScenario, index: number, screen: Screen): string {
  const { language } = screen;
  const [base] = answer.scenarios;
  const titleOf = ({ name, asOf }: ComparedScenario): string =>
    hasSeveralDays(answer) ? `${shortened(name)}\n${formatDay(asOf, language, 'short')}` : shortened(name);
  const groups = figureGroups(answer).map(
    ({ title, figures }): RowGroup => ({
      title: translate(language, title),
      rows: figures.map((figure) => row(figure, index + 1, language)),
    }),
  );
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 20, maximum: 34 },
        { title: base ? titleOf(base) : '', align: 'right' },
        { title: titleOf(other), align: 'right' },
        { title: translate(language, 'compare.column.difference'), align: 'right' },
        { title: translate(language, 'compare.column.higher'), align: 'right' },
      ],
      groups,
    },
    screen,
  );
}

function row(figure: ComparedFigure, scenario: number, language: Language): Cell[] {
  const texts = figureTexts(figure, language);
  const text = texts.difference(scenario);
  const hasRange = !texts.isProbability && figure.differences[scenario - 1] !== null;
  return [
    figureLabel(figure, language),
    texts.value(0),
    texts.value(scenario),
    hasRange ? { text, tone: 'accent' } : text,
    texts.shares(scenario),
  ];
}

const LONGEST_NAME = 22;

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

import type { Attribution, ComparedScenario, CompareAnswer } from '../answers/compare.ts';
import type { ComparedDifference } from '../answers/compared-difference.ts';
import type { ScenarioChange } from '../answers/scenario-change.ts';
import type { LeverValue } from '../scenario/scenario.ts';
import { formatAmount } from './amount-format.ts';
import { figureLabel } from './key-figure-label.ts';
import { pairedFormat } from './difference-format.ts';
import type { PairedFormat } from './difference-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** What each change does alone, and what is left to their meeting; nothing where a scenario sets nothing. */
export function renderAttribution(
  answer: CompareAnswer,
  { name, changes, paired }: ComparedScenario,
  screen: Screen,
): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const strong = (text: string): string => theme.tone('strong', text);
  const quiet = (text: string): string =>
    wrap(text, screen.width)
      .map((line) => theme.tone('secondary', line))
      .join('\n');
  const [only] = changes;
  if (!paired) return '';
  if (only === undefined) return quiet(translate(language, 'compare.changes.none', { other: name }));
  if (changes.length === 1)
    return quiet(translate(language, 'compare.changes.one', { change: changeText(only, language) }));
  const shown = chosen(answer.attributions.filter(({ scenario }) => scenario === name));
  const cell = (pick: (each: Attribution) => Cell): Cell[] => shown.map(pick);
  const formatOf = ({ unit, together }: Attribution): PairedFormat =>
    pairedFormat([together], unit, language);
  const withRange = (
    each: Attribution,
    { mean, p10, p90 }: Pick<ComparedDifference, 'mean' | 'p10' | 'p90'>,
  ): string => formatOf(each).difference({ p50: mean, p10, p90 }, 3);
  return [
    strong(translate(language, 'compare.changes.title')),
    renderTable(
      {
        columns: [
          { title: translate(language, 'compare.changes.change'), wraps: true, minimum: 24 },
          ...shown.map((each) => ({
            title: titleOf(each, language),
            align: 'right' as const,
          })),
        ],
        groups: [
          {
            rows: [
              ...changes.map((each, index): Cell[] => [
                changeText(each, language),
                ...cell((attribution) => {
                  const found = attribution.alone[index];
                  return found ? withRange(attribution, found) : '';
                }),
              ]),
              [
                { text: translate(language, 'compare.changes.interaction'), tone: 'secondary' },
                ...cell((each) => formatOf(each).change(each.interaction)),
              ],
              [
                { text: translate(language, 'compare.changes.together'), tone: 'strong' },
                ...cell((each) => withRange(each, each.together)),
              ],
            ],
          },
        ],
      },
      screen,
    ),
  ].join('\n');
}

function titleOf(each: Attribution, language: Language): string {
  const label = figureLabel({ ...each, member: '' }, language);
  return each.unit === 'H100e' ? translate(language, 'compare.changes.compute', { label }) : label;
}

/** One column for each figure: of those by year the second year. */
function chosen(all: readonly Attribution[]): Attribution[] {
  const names = [...new Set(all.map(({ name }) => name))];
  return names.flatMap((name) => {
    const years = all.filter((each) => each.name === name);
    return years[1] ?? years[0] ?? [];
  });
}

/** A change in words: `capex.all: 1 → 0.8`, `AP7 Chiayi P1 6 months later`, `without google`. */
function changeText({ kind, name, unit, from, to }: ScenarioChange, language: Language): string {
  if (kind === 'removal')
    return translate(language, to === null ? 'compare.change.back' : 'compare.change.removed', { name });
  if (kind === 'delay' && from === null && typeof to === 'number')
    return translate(language, 'compare.change.delay', {
      name,
      months: formatAmount(to, 'month', language),
    });
  const text = (value: LeverValue | null): string => valueText(value, unit, language);
  return from === null
    ? translate(language, 'compare.change.set', { name, to: text(to) })
    : translate(language, 'compare.change.moved', { name, from: text(from), to: text(to) });
}

function valueText(value: LeverValue | null, unit: string, language: Language): string {
  if (value === null) return translate(language, 'compare.change.unset');
  if (typeof value === 'string') return value;
  const figure = (number: number): string =>
    unit === '1' ? formatNumber(number) : formatAmount(number, unit, language);
  if (typeof value === 'number') return figure(value);
  return `${formatNumber(value.low)}–${figure(value.high)}`;
}

import { explainHint } from './explain-hint.ts';
import type { ComparedFigure, ComparedScenario, CompareAnswer } from '../answers/compare.ts';
import type { KeyFigureName } from '../answers/key-figures.ts';
import { formatMonth, formatYear } from './date-format.ts';
import { changeOfHundred, ofHundred, pairedFormat } from './difference-format.ts';
import type { Language } from './language.ts';
import { renderAttribution } from './compare-attribution-view.ts';
import { renderHead } from './head.ts';
import { figureLabel } from './key-figure-label.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, RowGroup } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

/** Groups of the table, in order. */
const GROUPS: readonly (readonly [title: PlainMessageKey, names: readonly KeyFigureName[]])[] = [
  ['compare.group.shortage', ['short-now', 'short-in-a-year', 'months-short']],
  ['compare.group.shipments', ['shipments']],
  ['compare.group.compute', ['h100e', 'fleet-owned', 'fleet-running', 'power-waiting']],
  ['compare.group.asic', ['asic-share-units', 'asic-share-h100e']],
  ['compare.group.inputs', ['cowos-binds', 'hbm-binds']],
  ['compare.group.money', ['capex-big-four']],
];
/** Shares of futures or of requests, of which the mean says more than quantiles. */
const PROBABILITIES: ReadonlySet<KeyFigureName> = new Set([
  'short-now',
  'short-in-a-year',
  'cowos-binds',
  'hbm-binds',
]);
/** Designers that ship less in every year are left to --csv. */
const SMALLEST_SHIPMENTS = 5e5;

/** Scenarios beside the first: what differs, in which futures, and which change does it. No newline at the end. */
export function renderCompare(answer: CompareAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const [base, ...others] = answer.scenarios;
  if (base === undefined) return '';
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  const date = formatViewDay({ ...answer, asOf: base.asOf }, language);
  return [
    renderHead(translate(language, 'compare.head', { base: base.name, date }), screen),
    ...others.flatMap((other, index) => {
      const attribution = renderAttribution(answer, other, screen);
      return [
        '',
        ...sentences(answer, base, other, index, language).flatMap((text) =>
          wrap(text, width).map((line) => theme.tone('accent', line)),
        ),
        ...quiet(ends(base, other, language)),
        ...(other.paired ? [] : quiet(translate(language, 'compare.unpaired'))),
        '',
        table(answer, other, index, screen),
        ...(attribution === '' ? [] : ['', attribution]),
      ];
    }),
    '',
    ...quiet(translate(language, 'compare.note')),
    ...quiet(translate(language, 'compare.run', { draws: formatNumber(answer.draws), seed: answer.seed })),
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
  const short = figures.find(({ name }) => name === 'months-short');
  const years = figures.filter(({ name }) => name === 'h100e');
  const compute = years[1] ?? years[0];
  const difference = short?.differences[index];
  const delivered = compute?.differences[index];
  if (!short || !compute || !difference || !delivered) return [];
  const horizon = formatMonth(short.period.end, language);
  const same = difference.higher === 0 && difference.lower === 0;
  const first = same
    ? translate(language, 'compare.same', { other: other.name, horizon })
    : translate(language, difference.mean < 0 ? 'compare.shorter' : 'compare.longer', {
        other: other.name,
        horizon,
        mean: formatNumber(Math.abs(difference.mean), { decimals: 1 }),
        low: formatNumber(difference.p10, { decimals: 0, signed: true }),
        high: formatNumber(difference.p90, { decimals: 0, signed: true }),
        longer: ofHundred(difference.higher),
        shorter: ofHundred(difference.lower),
      });
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
  const text = ({ end, horizonEnd }: ComparedScenario): string => {
    const month = (iso: string | null): string =>
      iso === null
        ? translate(language, 'forecast.headline.after', { horizon: formatYear(horizonEnd, language) })
        : formatMonth(iso, language);
    return translate(language, 'compare.ends.when', {
      median: month(end.p50),
      low: month(end.p10),
      high: month(end.p90),
    });
  };
  return translate(language, 'compare.ends', {
    base: base.name,
    other: other.name,
    first: text(base),
    second: text(other),
  });
}

function table(answer: CompareAnswer, other: ComparedScenario, index: number, screen: Screen): string {
  const { language } = screen;
  const [base] = answer.scenarios;
  const groups = GROUPS.flatMap(([title, names]): RowGroup[] => {
    const rows = answer.figures
      .filter((figure) => names.includes(figure.name) && isNotable(figure, answer))
      .map((figure) => row(figure, index, language));
    return rows.length === 0 ? [] : [{ title: translate(language, title), rows }];
  });
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 20, maximum: 34 },
        { title: base?.name ?? '', align: 'right' },
        { title: shortened(other.name), align: 'right' },
        { title: translate(language, 'compare.column.difference'), align: 'right' },
        { title: translate(language, 'compare.column.higher'), align: 'right' },
      ],
      groups,
    },
    screen,
  );
}

function isNotable({ name, member, values }: ComparedFigure, { figures }: CompareAnswer): boolean {
  if (values.includes(null)) return false;
  if (name !== 'shipments') return true;
  return figures.some(
    (figure) =>
      figure.name === name &&
      figure.member === member &&
      figure.values.some((value) => value !== null && value.p50 >= SMALLEST_SHIPMENTS),
  );
}

function row(figure: ComparedFigure, index: number, language: Language): Cell[] {
  const { name, unit, values, differences } = figure;
  const [base, other] = [values[0], values[index + 1]];
  if (!base || !other) return [];
  const difference = differences[index] ?? null;
  const label = figureLabel(figure, language);
  const shares = difference ? `${ofHundred(difference.higher)} / ${ofHundred(difference.lower)}` : '';
  if (PROBABILITIES.has(name)) {
    const change = changeOfHundred(other.mean - base.mean);
    return [label, ofHundred(base.mean), ofHundred(other.mean), change, shares];
  }
  const format = pairedFormat([base, other], unit, language);
  return [
    label,
    format.spread(base),
    format.spread(other),
    difference ? { text: format.difference(difference), tone: 'accent' } : '–',
    shares,
  ];
}

const LONGEST_NAME = 22;

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

import { explainHint } from './explain-hint.ts';
import type { AcceleratorCard } from '../answers/accelerator-cards.ts';
import type { AsicAnswer } from '../answers/asic.ts';
import { findFigure } from '../answers/paired-table.ts';
import type { PairedFigure } from '../answers/paired-table.ts';
import { formatSpread } from './amount-format.ts';
import { formatMonth, formatYear } from './date-format.ts';
import { ofHundred, pairedFormat } from './difference-format.ts';
import { renderHead } from './head.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { memberName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

const SHARES: readonly (readonly [name: string, title: PlainMessageKey])[] = [
  ['share-shipments', 'asic.share.units'],
  ['share-revenue', 'asic.share.usd'],
  ['share-h100e', 'asic.share.h100e'],
];
const CROSSINGS: readonly (readonly [name: string, title: PlainMessageKey])[] = [
  ['above-shipments', 'asic.above.units'],
  ['above-revenue', 'asic.above.usd'],
  ['above-h100e', 'asic.above.h100e'],
];

/** Own chips: their share, what each programme does, and products side by side. No newline at the end. */
export function renderAsic(answer: AsicAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  const years = yearsOf(answer);
  const year = years[1] ?? years[0] ?? '';
  const named = { year: formatYear(year, language) };
  const strong = (text: string): string => theme.tone('strong', text);
  return [
    renderHead(
      translate(language, 'asic.head', {
        scenario: answer.scenario,
        date: formatViewDay(answer, language),
      }),
      screen,
    ),
    '',
    ...sentences(answer, year, language).flatMap((text) =>
      wrap(text, width).map((line) => theme.tone('accent', line)),
    ),
    '',
    strong(translate(language, 'asic.shares')),
    shares(answer, years, screen),
    '',
    ...wrap(translate(language, 'asic.without', named), screen.width).map(strong),
    programmes(answer, year, screen),
    '',
    ...wrap(translate(language, 'asic.cards'), screen.width).map(strong),
    cards(answer.cards, screen),
    '',
    ...quiet(translate(language, 'asic.note')),
    ...quiet(translate(language, 'forecast.run', { draws: formatNumber(answer.draws), seed: answer.seed })),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

function yearsOf({ figures }: AsicAnswer): string[] {
  return [...new Set(figures.filter(({ name }) => name === 'share-h100e').map(({ period }) => period.start))];
}

function sentences(answer: AsicAnswer, year: string, language: Language): string[] {
  const find = (name: string, member: string): PairedFigure | undefined =>
    findFigure(answer.figures, name, member, year);
  const [units, compute] = [find('share-shipments', 'asic'), find('share-h100e', 'asic')];
  const above = find('above-shipments', 'asic');
  const aboveCompute = find('above-h100e', 'asic');
  const [all, gpu] = [find('h100e', 'all'), find('h100e', 'gpu')];
  const short = findFigure(answer.figures, 'months-short', 'gpu');
  if (!units || !compute || !above || !aboveCompute || !all || !gpu || !short) return [];
  const share = ({ base }: PairedFigure): string =>
    formatSpread({ low: base.p10, median: base.p50, high: base.p90 }, 'fraction', language, {
      significant: 2,
    });
  const without = (figure: PairedFigure): string => {
    const { difference } = figure.changed.at(-1)!;
    return pairedFormat([figure.base], figure.unit, language).difference(difference);
  };
  const months = short.changed.at(-1)!.difference;
  return [
    translate(language, 'asic.sentence.share', {
      year: formatYear(year, language),
      units: share(units),
      h100e: share(compute),
      above: ofHundred(above.base.mean),
      aboveCompute: ofHundred(aboveCompute.base.mean),
    }),
    translate(language, 'asic.sentence.without', {
      all: without(all),
      gpu: without(gpu),
      months: formatNumber(months.mean, { decimals: 1, signed: true }),
      low: formatNumber(months.p10, { decimals: 0, signed: true }),
      high: formatNumber(months.p90, { decimals: 0, signed: true }),
      horizon: formatMonth(short.period.end, language),
    }),
  ];
}

function shares(answer: AsicAnswer, years: readonly string[], screen: Screen): string {
  const { language } = screen;
  const row = (name: string, title: PlainMessageKey, cell: (figure: PairedFigure) => string): Cell[] => [
    translate(language, title),
    ...years.map((year) => {
      const found = findFigure(answer.figures, name, 'asic', year);
      return found ? cell(found) : '–';
    }),
  ];
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 16, maximum: 26 },
        ...years.map((year) => ({ title: formatYear(year, language), align: 'right' as const })),
      ],
      groups: [
        {
          rows: SHARES.map(([name, title]) =>
            row(name, title, ({ base }) =>
              pairedFormat([base], '1', language, { stacked: true }).spread(base),
            ),
          ),
        },
        {
          title: translate(language, 'asic.above'),
          rows: CROSSINGS.map(([name, title]) => row(name, title, ({ base }) => ofHundred(base.mean))),
        },
      ],
    },
    screen,
  );
}

function programmes(answer: AsicAnswer, year: string, screen: Screen): string {
  const { language } = screen;
  const name = (programme: string): string =>
    programme === 'all'
      ? translate(language, 'allocate.all')
      : memberName('designer', programme, new Map(), language);
  const rows = [...answer.programmes, 'all'].map((programme, index): Cell[] => {
    const member = programme === 'all' ? 'asic' : programme;
    const own = (measure: string): string => {
      const found = findFigure(answer.figures, measure, member, year);
      return found
        ? pairedFormat([found.base], found.unit, language, { stacked: true }).spread(found.base)
        : '–';
    };
    const without = (figure: PairedFigure | undefined): string => {
      const changed = figure?.changed[index];
      return figure && changed
        ? pairedFormat([figure.base], figure.unit, language, { stacked: true }).difference({
            ...changed.difference,
            ...(figure.name === 'months-short' ? { p50: changed.difference.mean } : {}),
          })
        : '–';
    };
    return [
      name(programme),
      own('shipments'),
      own('h100e'),
      without(findFigure(answer.figures, 'h100e', 'all', year)),
      without(findFigure(answer.figures, 'h100e', 'gpu', year)),
      without(findFigure(answer.figures, 'shipments', 'gpu', year)),
      without(findFigure(answer.figures, 'months-short', 'gpu')),
    ];
  });
  const titles = [
    'asic.column.units',
    'asic.column.h100e',
    'asic.column.all',
    'asic.column.gpu',
    'asic.column.gpuUnits',
    'asic.column.months',
  ] as const;
  return renderTable(
    {
      columns: [
        { title: translate(language, 'asic.column.programme') },
        ...titles.map((title) => ({ title: translate(language, title), align: 'right' as const })),
      ],
      groups: [{ rows }],
    },
    screen,
  );
}

function cards(all: readonly AcceleratorCard[], screen: Screen): string {
  const { language } = screen;
  const number = (value: number | undefined, significant = 3): string =>
    value === undefined ? '–' : formatNumber(value, { significant });
  const group = (kind: 'gpu' | 'asic'): { readonly title: string; readonly rows: Cell[][] } => ({
    title: translate(language, `asic.kind.${kind}`),
    rows: all
      .filter((card) => card.kind === kind)
      .map((card): Cell[] => [
        card.name,
        formatMonth(card.knownSince, language, 'short'),
        card.teraflops === undefined
          ? '–'
          : `${number(card.teraflops)}${card.bits === 16 ? translate(language, 'asic.cards.sixteen') : ''}`,
        number(card.power),
        number(card.memory),
        card.price
          ? `${formatNumber(Number(card.price.p50.toPrecision(2)))}${card.priceBasis === 'assumed' ? '*' : ''}`
          : '–',
        number(card.usdPerTeraflops, 2),
        number(card.teraflopsPerWatt, 2),
      ]),
  });
  return renderTable(
    {
      columns: [
        { title: translate(language, 'asic.cards.product'), wraps: true, minimum: 22, maximum: 36 },
        { title: translate(language, 'asic.cards.known') },
        { title: translate(language, 'asic.cards.teraflops'), align: 'right' },
        { title: translate(language, 'asic.cards.power'), align: 'right' },
        { title: translate(language, 'asic.cards.memory'), align: 'right' },
        { title: translate(language, 'asic.cards.price'), align: 'right' },
        { title: translate(language, 'asic.cards.usdPerTeraflops'), align: 'right' },
        { title: translate(language, 'asic.cards.perWatt'), align: 'right' },
      ],
      groups: [group('gpu'), group('asic')],
    },
    screen,
  );
}

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
import type { Cell, Table } from './table.ts';
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
  const year = toldYear(answer);
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
    ...sentences(answer, language).flatMap((text) =>
      wrap(text, width).map((line) => theme.tone('accent', line)),
    ),
    '',
    strong(translate(language, 'asic.shares')),
    renderTable(asicShares(answer, language), screen),
    '',
    ...wrap(translate(language, 'asic.without', named), screen.width).map(strong),
    renderTable(asicProgrammes(answer, language), screen),
    '',
    ...wrap(translate(language, 'asic.cards'), screen.width).map(strong),
    renderTable(asicCards(answer.cards, language), screen),
    '',
    ...quiet(translate(language, 'asic.note')),
    ...quiet(translate(language, 'forecast.run', { draws: formatNumber(answer.draws), seed: answer.seed })),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

/** First days of the years told, the present one first. */
export function yearsOf({ figures }: AsicAnswer): string[] {
  return [...new Set(figures.filter(({ name }) => name === 'share-h100e').map(({ period }) => period.start))];
}

/** First day of the year that sentences and programmes are about: the one after the present. */
export function toldYear(answer: AsicAnswer): string {
  const years = yearsOf(answer);
  return years[1] ?? years[0] ?? '';
}

function sentences(answer: AsicAnswer, language: Language): string[] {
  const words = asicWords(answer, language);
  return words ? [translate(language, 'asic.sentence.share', { ...words.share }), words.without] : [];
}

/** What counts about own chips, as the words of a sentence. */
interface AsicWords {
  readonly share: Readonly<Record<'year' | 'units' | 'h100e' | 'above' | 'aboveCompute', string>>;
  /** Address of the share in packages. */
  readonly figure: string;
  /** What would be without any of them. */
  readonly without: string;
}

/** Undefined where the run has none of it. */
export function asicWords(answer: AsicAnswer, language: Language): AsicWords | undefined {
  const year = toldYear(answer);
  const find = (name: string, member: string): PairedFigure | undefined =>
    findFigure(answer.figures, name, member, year);
  const [units, compute] = [find('share-shipments', 'asic'), find('share-h100e', 'asic')];
  const above = find('above-shipments', 'asic');
  const aboveCompute = find('above-h100e', 'asic');
  const [all, gpu] = [find('h100e', 'all'), find('h100e', 'gpu')];
  const short = findFigure(answer.figures, 'months-short', 'gpu');
  if (!units || !compute || !above || !aboveCompute || !all || !gpu || !short) return undefined;
  const share = ({ base }: PairedFigure): string =>
    formatSpread({ low: base.p10, median: base.p50, high: base.p90 }, 'fraction', language, {
      significant: 2,
    });
  const without = (figure: PairedFigure): string => {
    const { difference } = figure.changed.at(-1)!;
    return pairedFormat([figure.base], figure.unit, language).difference(difference);
  };
  const months = short.changed.at(-1)!.difference;
  return {
    share: {
      year: formatYear(year, language),
      units: share(units),
      h100e: share(compute),
      above: ofHundred(above.base.mean),
      aboveCompute: ofHundred(aboveCompute.base.mean),
    },
    figure: units.address,
    without: translate(language, 'asic.sentence.without', {
      all: without(all),
      gpu: without(gpu),
      months: formatNumber(months.mean, { decimals: 1, signed: true }),
      low: formatNumber(months.p10, { decimals: 0, signed: true }),
      high: formatNumber(months.p90, { decimals: 0, signed: true }),
      horizon: formatMonth(short.period.end, language),
    }),
  };
}

/** Shares of own chips by year, and in how many futures they outdo merchant GPUs. */
export function asicShares(answer: AsicAnswer, language: Language): Table {
  const years = yearsOf(answer);
  const row = (name: string, title: PlainMessageKey, cell: (figure: PairedFigure) => string): Cell[] => [
    translate(language, title),
    ...years.map((year) => {
      const found = findFigure(answer.figures, name, 'asic', year);
      return found ? { text: cell(found), figure: found.address } : '–';
    }),
  ];
  return {
    columns: [
      { title: '', wraps: true, minimum: 16, maximum: 26 },
      ...years.map((year) => ({ title: formatYear(year, language), align: 'right' as const })),
    ],
    groups: [
      {
        rows: SHARES.map(([name, title]) =>
          row(name, title, ({ base }) => pairedFormat([base], '1', language, { stacked: true }).spread(base)),
        ),
      },
      {
        title: translate(language, 'asic.above'),
        rows: CROSSINGS.map(([name, title]) => row(name, title, ({ base }) => ofHundred(base.mean))),
      },
    ],
  };
}

/** What each programme delivers in the year told, and what would change without it. */
export function asicProgrammes(answer: AsicAnswer, language: Language): Table {
  const year = toldYear(answer);
  const name = (programme: string): string =>
    programme === 'all'
      ? translate(language, 'allocate.all')
      : memberName('designer', programme, new Map(), language);
  const rows = [...answer.programmes, 'all'].map((programme, index): Cell[] => {
    const member = programme === 'all' ? 'asic' : programme;
    const own = (measure: string): Cell => {
      const found = findFigure(answer.figures, measure, member, year);
      if (!found) return '–';
      const format = pairedFormat([found.base], found.unit, language, { stacked: true });
      return { text: format.spread(found.base), figure: found.address };
    };
    const without = (figure: PairedFigure | undefined): Cell => {
      const changed = figure?.changed[index];
      if (!figure || !changed) return '–';
      const format = pairedFormat([figure.base], figure.unit, language, { stacked: true });
      // Of months short the mean is told, as the note below says.
      const told = figure.name === 'months-short' ? { p50: changed.difference.mean } : {};
      return { text: format.difference({ ...changed.difference, ...told }), figure: changed.address };
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
  return {
    columns: [
      { title: translate(language, 'asic.column.programme') },
      ...titles.map((title) => ({ title: translate(language, title), align: 'right' as const })),
    ],
    groups: [{ rows }],
  };
}

/** Own chips and merchant GPUs side by side, as the register knows them. */
export function asicCards(all: readonly AcceleratorCard[], language: Language): Table {
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
  return {
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
  };
}

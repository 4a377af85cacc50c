import { explainHint } from './explain-hint.ts';
import type { FleetAnswer } from '../answers/fleet.ts';
import { findFigure } from '../answers/paired-table.ts';
import type { PairedFigure } from '../answers/paired-table.ts';
import { clusterSentences, renderCluster } from './cluster-view.ts';
import { formatYear } from './date-format.ts';
import { pairedFormat } from './difference-format.ts';
import { renderHead } from './head.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { buyerName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

const FIGURES: readonly (readonly [name: string, title: PlainMessageKey])[] = [
  ['fleet-owned', 'fleet.owned'],
  ['fleet-running', 'fleet.running'],
  ['fleet-without-power', 'fleet.withoutPower'],
  ['power', 'fleet.power'],
  ['power-owned', 'fleet.powerOwned'],
];
/** Products shown; --csv has them all. */
const MOST_PRODUCTS = 14;

/** What stands and runs; with a cluster, who could hold it when and at what cost. No newline at the end. */
export function renderFleet(answer: FleetAnswer, names: ReadonlyMap<string, string>, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  const head = translate(language, 'fleet.head', {
    scenario: answer.scenario,
    date: formatViewDay(answer, language),
  });
  const sentences = answer.cluster
    ? clusterSentences(answer.cluster, language)
    : [
        answer.figures.some(({ name }) => name === 'held')
          ? heldSentence(answer, screen)
          : worldSentence(answer, screen),
      ];
  const body = answer.cluster
    ? renderCluster(answer.cluster, answer.asOf, screen)
    : sections(answer, names, screen)
        .flatMap(([title, table]) => [
          ...wrap(title, screen.width).map((line) => theme.tone('strong', line)),
          table,
          '',
        ])
        .slice(0, -1)
        .join('\n');
  return [
    renderHead(head, screen),
    '',
    ...sentences.flatMap((text) => wrap(text, width).map((line) => theme.tone('accent', line))),
    '',
    body,
    '',
    ...quiet(translate(language, answer.cluster ? 'fleet.cluster.note' : 'fleet.note')),
    ...quiet(translate(language, 'forecast.run', { draws: formatNumber(answer.draws), seed: answer.seed })),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

function yearsOf({ figures }: FleetAnswer): string[] {
  return [...new Set(figures.map(({ period }) => period.start))];
}

/** The year that buyers are shown for: the next one, where several are told. */
function chosenYear(answer: FleetAnswer): string {
  const years = yearsOf(answer);
  return years[1] ?? years[0] ?? '';
}

function worldSentence(answer: FleetAnswer, { language }: Screen): string {
  const year = chosenYear(answer);
  const member = answer.buyers.length === 1 ? (answer.buyers[0] ?? '') : 'all';
  const spread = (name: string): string => {
    const found = findFigure(answer.figures, name, member, year);
    if (!found) return '–';
    return pairedFormat([found.base], found.unit, language).spread(found.base);
  };
  return translate(language, 'fleet.sentence', {
    who: member === 'all' ? translate(language, 'fleet.world') : buyerName(member, language),
    year: formatYear(year, language),
    owned: spread('fleet-owned'),
    running: spread('fleet-running'),
    waiting: spread('fleet-without-power'),
    power: spread('power'),
  });
}

/** Which buyer gets most of the product. */
function heldSentence(answer: FleetAnswer, { language }: Screen): string {
  const year = chosenYear(answer);
  const [most] = answer.figures
    .filter(({ name, period }) => name === 'held' && period.start === year)
    .toSorted((a, b) => b.base.p50 - a.base.p50);
  if (!most) return '';
  return translate(language, 'fleet.held.sentence', {
    buyer: buyerName(most.member, language),
    year: formatYear(year, language),
    packages: pairedFormat([most.base], most.unit, language).spread(most.base),
  });
}

type Section = readonly [title: string, table: string];

function sections(answer: FleetAnswer, names: ReadonlyMap<string, string>, screen: Screen): Section[] {
  const { language } = screen;
  const year = chosenYear(answer);
  const held = answer.figures.filter(({ name }) => name === 'held');
  const products = answer.figures.filter(({ name }) => name === 'product');
  const whole = answer.buyers.length === 1 ? (answer.buyers[0] ?? '') : 'all';
  const overYears = FIGURES.map(
    ([name, title]) =>
      [
        translate(language, title),
        answer.figures.filter((each) => each.name === name && each.member === whole),
      ] as const,
  );
  if (held.length > 0)
    return [
      [
        translate(language, 'fleet.title.held'),
        byYear(
          memberRows(held, (member) => buyerName(member, language)),
          answer,
          screen,
        ),
      ],
    ];
  const all: Section[] = [
    [
      whole === 'all' ? translate(language, 'fleet.title.world') : buyerName(whole, language),
      byYear(overYears, answer, screen),
    ],
  ];
  if (answer.buyers.length > 1)
    all.push([
      translate(language, 'fleet.title.buyers', { year: formatYear(year, language) }),
      byBuyer(answer, year, screen),
    ]);
  if (products.length > 0)
    all.push([
      translate(language, 'fleet.title.products'),
      byYear(
        memberRows(products, (member) => names.get(member) ?? member),
        answer,
        screen,
      ),
    ]);
  return all;
}

/** Members of a figure, those with most first. */
function memberRows(
  figures: readonly PairedFigure[],
  label: (member: string) => string,
): (readonly [label: string, figures: readonly PairedFigure[]])[] {
  return [...new Set(figures.map(({ member }) => member))]
    .map((member) => [label(member), figures.filter((each) => each.member === member)] as const)
    .filter(([, row]) => row.some(({ base }) => base.p90 >= 1))
    .toSorted((a, b) => lastMedian(b[1]) - lastMedian(a[1]))
    .slice(0, MOST_PRODUCTS);
}

function lastMedian(figures: readonly PairedFigure[]): number {
  return Math.max(0, ...figures.map(({ base }) => base.p50));
}

/** Rows of figures with a column for each year. */
function byYear(
  rows: readonly (readonly [label: string, figures: readonly PairedFigure[]])[],
  answer: FleetAnswer,
  screen: Screen,
): string {
  const { language } = screen;
  const years = yearsOf(answer);
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 14, maximum: 24 },
        ...years.map((year) => ({ title: formatYear(year, language), align: 'right' as const })),
      ],
      groups: [
        {
          rows: rows.map(([label, figures]): Cell[] => [
            label,
            ...years.map((year) => {
              const found = figures.find(({ period }) => period.start === year);
              return found
                ? pairedFormat([found.base], found.unit, language, { stacked: true }).spread(found.base)
                : '–';
            }),
          ]),
        },
      ],
    },
    screen,
  );
}

function byBuyer(answer: FleetAnswer, year: string, screen: Screen): string {
  const { language } = screen;
  const buyers = answer.buyers.toSorted(
    (a, b) =>
      (findFigure(answer.figures, 'fleet-owned', b, year)?.base.p50 ?? 0) -
      (findFigure(answer.figures, 'fleet-owned', a, year)?.base.p50 ?? 0),
  );
  return renderTable(
    {
      columns: [
        { title: translate(language, 'allocate.buyer') },
        ...FIGURES.map(([, title]) => ({ title: translate(language, title), align: 'right' as const })),
      ],
      groups: [
        {
          rows: buyers.map((buyer): Cell[] => [
            buyerName(buyer, language),
            ...FIGURES.map(([name]) => {
              const found = findFigure(answer.figures, name, buyer, year);
              return found
                ? pairedFormat([found.base], found.unit, language, { stacked: true }).spread(found.base)
                : '–';
            }),
          ]),
        },
      ],
    },
    screen,
  );
}

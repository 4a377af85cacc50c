import type { Hinge } from '../answers/hinges.ts';
import type { BuiltRow, EndAnswer, ForecastAnswer } from '../answers/forecast.ts';
import type { Summary } from '../engine/index.ts';
import { formatSpread } from './amount-format.ts';
import { renderRanges } from './bars.ts';
import { LEAST_FUTURES_OF_HAIRLINE, futuresOf } from './charts/summary-bands.ts';
import { formatMonth, formatYear } from './date-format.ts';
import { renderFan } from './fan.ts';
import { headline, hundred, monthOrAfter } from './forecast-headline.ts';
import { renderHead } from './head.ts';
import { renderHeatMap } from './heat-map.ts';
import { hingeMonth, hingeValue } from './hinge-text.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { buyerName, constraintName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, Column, RowGroup } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

/** The first screen of the terminal: the answer in words, then its evidence. No newline at the end. */
export function renderForecast(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const head = translate(language, 'forecast.head', {
    scenario: answer.scenario,
    date: formatViewDay(answer, language),
  });
  const section = (title: string, body: string): string[] => ['', theme.tone('strong', title), body];
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  return [
    renderHead(head, screen, 'secondary'),
    '',
    ...headline(answer, language).flatMap((sentence, index) =>
      wrap(sentence, width).map((line) => (index === 0 ? theme.tone('accent', line) : line)),
    ),
    ...quiet(translate(language, 'forecast.definition')),
    ...section(translate(language, 'forecast.fan'), fan(answer, screen)),
    ...section(translate(language, 'forecast.binds'), bindingMap(answer, screen)),
    ...section(
      translate(language, 'forecast.hinges', { month: formatMonth(hingeMonth(answer), language) }),
      hinges(answer, screen),
    ),
    ...quiet(translate(language, 'forecast.hinges.note', { draws: formatNumber(answer.hingeBase.draws) })),
    ...section(translate(language, 'forecast.thresholds'), thresholds(answer, screen)),
    ...section(translate(language, 'forecast.built'), built(answer, screen)),
    ...section(translate(language, 'forecast.waits'), waits(answer, screen)),
    '',
    ...quiet(
      translate(language, 'forecast.assumptions', {
        overdue: hundred(answer.assumptionShare.overdue),
        shipments: hundred(answer.assumptionShare.shipments),
      }),
    ),
    ...quiet(translate(language, 'forecast.run', { draws: formatNumber(answer.draws), seed: answer.seed })),
    ...quiet(translate(language, 'forecast.more')),
  ].join('\n');
}

function fan(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  const { months, summaries } = answer.overdue;
  const of = (key: keyof Summary): number[] => summaries.map((summary) => summary[key]);
  const hasHairlines = futuresOf(answer) >= LEAST_FUTURES_OF_HAIRLINE;
  return renderFan(
    {
      months,
      p10: of('p10'),
      p25: of('p25'),
      p50: of('p50'),
      p75: of('p75'),
      p90: of('p90'),
      ...(hasHairlines ? { outermost: { p025: of('p025'), p975: of('p975') } } : {}),
      level: { value: 1, label: translate(language, 'forecast.fan.level') },
      format: (value) =>
        translate(language, 'forecast.months', { value: formatNumber(value, { decimals: 1 }) }),
      // Above this the question is settled; showing all of it would flatten the line that matters.
      maximum: Math.min(Math.max(...of('p90')), 8),
      height: 10,
    },
    screen,
  );
}

/** Constraints by quarter from the present on, and the probability of shortage beneath. */
export function bindingMap(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  const from = answer.binding.quarters.findIndex((quarter) => quarter.last >= answer.present);
  const quarters = answer.binding.quarters.slice(from);
  const { constraints } = answer.binding;
  const { endings } = answer;
  const shares = (values: readonly number[]): number[] => values.slice(from).map((value) => value * 100);
  return [
    renderHeatMap(
      {
        rows: constraints.map(({ input }) => constraintName(input, language)),
        quarters: quarters.map((quarter) => quarter.start),
        values: constraints.map((constraint) => shares(constraint.shares)),
      },
      screen,
    ),
    '',
    themeOf(screen).tone('strong', translate(language, 'forecast.probability')),
    renderHeatMap(
      {
        rows: [
          translate(language, 'forecast.probability.short'),
          ...(endings.length > 0 ? [translate(language, 'forecast.probability.ended')] : []),
        ],
        quarters: quarters.map((quarter) => quarter.start),
        values: [
          shares(answer.shortage.map(({ probability }) => probability)),
          ...(endings.length > 0 ? [shares(endings.map(({ ended }) => ended))] : []),
        ],
      },
      screen,
    ),
  ].join('\n');
}

function hinges(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  const { hingeBase } = answer;
  const ends = ({ low, high, unit }: Hinge): string[] =>
    [low, high].flatMap(({ value, shortNow, shortInAYear }) => [
      hingeValue(value, unit, language),
      hundred(shortNow),
      hundred(shortInAYear),
    ]);
  const number = (key: PlainMessageKey): Column => ({ title: translate(language, key), align: 'right' });
  const probabilities = [number('forecast.hinges.now'), number('forecast.hinges.later')];
  const asDrawn = [hundred(hingeBase.shortNow), hundred(hingeBase.shortInAYear)];
  return renderTable(
    {
      columns: [
        { title: translate(language, 'forecast.hinges.input'), wraps: true, minimum: 20 },
        number('forecast.hinges.low'),
        ...probabilities,
        number('forecast.hinges.high'),
        ...probabilities,
        { title: translate(language, 'forecast.hinges.basis'), tone: 'secondary', optional: true },
      ],
      groups: [
        {
          rows: [
            [translate(language, 'forecast.hinges.none'), '', ...asDrawn, '', ...asDrawn, ''],
            ...answer.hinges.map((hinge) => [
              hinge.label[language],
              ...ends(hinge),
              translate(language, hinge.assumed ? 'forecast.basis.assumed' : 'forecast.basis.rows'),
            ]),
          ],
        },
      ],
    },
    screen,
  );
}

function thresholds(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  const month = monthOrAfter(answer, language, 'short');
  const ends = ({ p10, p50, p90 }: EndAnswer): string => `${month(p50)} (${month(p10)} … ${month(p90)})`;
  return renderTable(
    {
      columns: [
        { title: translate(language, 'forecast.thresholds.overdue'), align: 'right' },
        { title: translate(language, 'forecast.thresholds.now'), align: 'right' },
        { title: translate(language, 'forecast.thresholds.ends') },
        { title: translate(language, 'forecast.thresholds.not'), align: 'right' },
      ],
      groups: [
        {
          rows: answer.ends.map((end) => [
            translate(language, 'forecast.months', { value: formatNumber(end.threshold) }),
            hundred(end.shortNow),
            ends(end),
            hundred(end.shortInAYear),
          ]),
        },
      ],
    },
    screen,
  );
}

function built(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  const row = (entry: BuiltRow, label: string): Cell[] => [
    label,
    ...entry.years.map((year) =>
      formatSpread({ low: year.p10, median: year.p50, high: year.p90 }, entry.unit, language, {
        significant: 3,
      }),
    ),
  ];
  const notable = (entry: BuiltRow): boolean => entry.years.some((year) => year.p50 >= smallest(entry.unit));
  const group = (title: PlainMessageKey, series: string, dimension: string): RowGroup => ({
    title: translate(language, title),
    rows: answer.built
      .filter((entry) => entry.series === series && entry.dimension === dimension && notable(entry))
      .toSorted((a, b) => (b.years[1]?.p50 ?? 0) - (a.years[1]?.p50 ?? 0))
      .slice(0, MOST_ROWS)
      .map((entry) => row(entry, entry.member)),
  });
  const world: RowGroup = {
    title: translate(language, 'forecast.built.world'),
    rows: (['h100e', 'fleet-owned', 'fleet-running', 'power-owned'] as const).flatMap((series) => {
      const entry = answer.built.find((candidate) => candidate.series === series);
      return entry ? [row(entry, translate(language, `forecast.built.${series}`))] : [];
    }),
  };
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 18 },
        ...answer.years.map((year) => ({ title: formatYear(year.start, language), align: 'right' as const })),
      ],
      groups: [
        group('forecast.built.shipments', 'shipments', 'designer'),
        group('forecast.built.family', 'shipments', 'family'),
        group('forecast.built.revenue', 'revenue', 'designer'),
        world,
      ],
    },
    screen,
  );
}

/** Rows of a group on the first screen; `series` has them all. */
const MOST_ROWS = 8;

/** Members below this are left out of the first screen; `series` has them all. */
function smallest(unit: string): number {
  return unit === 'USD' ? 1e9 : 1e5;
}

function waits(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  return renderRanges(
    answer.waits.slice(0, 8).map(({ buyer, overdueMonths, leadTime }) => ({
      label: buyerName(buyer, language),
      low: overdueMonths.p10,
      median: overdueMonths.p50,
      high: overdueMonths.p90,
      text: translate(language, 'forecast.waits.text', {
        months: formatNumber(overdueMonths.p50, { decimals: 1 }),
        range: `${formatNumber(overdueMonths.p10, { decimals: 1 })}–${formatNumber(overdueMonths.p90, { decimals: 1 })}`,
        weeks: formatNumber(leadTime.p50, { decimals: 0 }),
      }),
    })),
    screen,
  );
}

import type { TrainCostAnswer } from '../answers/train-cost.ts';
import type { BuyerReach } from '../answers/training-fleet.ts';
import { formatMonth } from './date-format.ts';
import type { MonthStyle } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { buyerName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import { formatPowerOfTen } from './power-of-ten.ts';
import type { Screen } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, Table } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { inputOf, trainingRange, trainingSpread } from './train-figures.ts';

/** When each buyer's running fleet can first do the run, and the largest run it could begin. No newline at the end. */
export function renderTrainingFleets(answer: TrainCostAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const { buyers } = answer.fleets;
  const strong = (text: string): string[] =>
    wrap(text, screen.width).map((line) => theme.tone('strong', line));
  const largest = buyers.some((buyer) => buyer.largest.length > 0)
    ? ['', ...strong(translate(language, 'train.largest.title')), largestRuns(buyers, screen)]
    : [];
  return [
    ...strong(trainFleetTitle(answer, language)),
    renderTable(trainFleetTable(answer, language), screen),
    ...largest,
  ].join('\n');
}

/** What is asked of a fleet. */
export function trainFleetTitle(answer: TrainCostAnswer, language: Language): string {
  const share = inputOf(answer, 'share');
  const days = inputOf(answer, 'days');
  return translate(language, 'train.fleet.title', {
    share: share ? trainingSpread(share, share.unit, language) : '–',
    days: days ? trainingSpread(days, days.unit, language) : '–',
  });
}

/** Who could run it first, or how many already, in a sentence. */
export function fleetSentence({ fleets }: TrainCostAnswer, language: Language): string {
  const { from, horizon, already, first, buyers } = fleets;
  if (already > 0) {
    return translate(language, 'train.head.already', { count: already, all: buyers.length });
  }
  const buyer = buyers.find((candidate) => candidate.buyer === first);
  if (!buyer) return translate(language, 'train.head.nobody', { month: formatMonth(horizon, language) });
  const month = (found: string | null): string => monthText(found, from, horizon, language, 'long');
  return translate(language, 'train.head.first', {
    buyer: buyerName(buyer.buyer, language),
    month: month(buyer.p50),
    low: month(buyer.p10),
    high: month(buyer.p90),
  });
}

/** By buyer the month in which its fleet is enough. */
export function trainFleetTable({ fleets }: TrainCostAnswer, language: Language): Table {
  const month = (found: string | null): string => monthText(found, fleets.from, fleets.horizon, language);
  const rows = fleets.buyers.map((buyer): Cell[] => {
    const ends = [...new Set([month(buyer.p10), month(buyer.p90)])];
    return [
      buyerName(buyer.buyer, language),
      { text: month(buyer.p50), tone: 'accent' },
      ends.length === 1 ? '–' : ends.join(' … '),
      hundred(buyer.now),
      hundred(buyer.within),
    ];
  });
  const horizon = formatMonth(fleets.horizon, language, 'short');
  return {
    columns: [
      { title: translate(language, 'train.fleet.buyer') },
      { title: translate(language, 'train.fleet.median') },
      { title: translate(language, 'train.fleet.range') },
      { title: translate(language, 'train.fleet.now'), align: 'right' },
      { title: translate(language, 'train.fleet.within', { month: horizon }), align: 'right' },
    ],
    groups: [{ rows }],
  };
}

function monthText(
  found: string | null,
  from: string,
  horizon: string,
  language: Language,
  style: MonthStyle = 'short',
): string {
  if (found === null) {
    return translate(language, 'train.fleet.never', { month: formatMonth(horizon, language, style) });
  }
  return found === from ? translate(language, 'train.fleet.already') : formatMonth(found, language, style);
}

function hundred(share: number): string {
  return formatNumber(Math.round(share * 100));
}

function largestRuns(buyers: readonly BuyerReach[], screen: Screen): string {
  const { language } = screen;
  const dates = buyers[0]?.largest ?? [];
  const rows = buyers.flatMap(({ buyer, largest }): Cell[][] => [
    [buyerName(buyer, language), ...largest.map(({ p50 }) => (p50 > 0 ? formatPowerOfTen(p50, 2) : '0'))],
    [
      '',
      ...largest.map(
        (run): Cell => ({ text: run.p90 > 0 ? trainingRange(run, 'FLOP', language) : '', tone: 'secondary' }),
      ),
    ],
  ]);
  return renderTable(
    {
      columns: [
        { title: translate(language, 'train.fleet.buyer') },
        ...dates.map(({ month }) => ({
          title: formatMonth(month, language, 'short'),
          align: 'right' as const,
        })),
      ],
      groups: [{ rows }],
    },
    screen,
  );
}

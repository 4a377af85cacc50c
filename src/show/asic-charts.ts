import type { AsicAnswer } from '../answers/asic.ts';
import type { LineMeasure } from '../answers/figure/derived.ts';
import { findFigure } from '../answers/paired-table.ts';
import { formatAmount } from './amount-format.ts';
import { asicWords, yearsOf } from './asic-view.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { FanSpec } from './charts/chart-spec.ts';
import { futuresOf, summaryBands } from './charts/summary-bands.ts';
import { formatYear } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { SeriesHeadline } from './series-headline.ts';

/** Of three measures these two; that of sales stands in the table. */
const DRAWN = ['shipments', 'h100e'] as const satisfies readonly LineMeasure[];
/** Of the engine: written as per cent. */
const SHARE_UNIT = '1';

/** The share of own chips with its range, and what would be without them; undefined where the run has none. */
export function asicHeadline(answer: AsicAnswer, language: Language): SeriesHeadline | undefined {
  const words = asicWords(answer, language);
  if (words === undefined) return undefined;
  const { share, figure, without } = words;
  return {
    finding: translate(language, 'page.finding.asic', { ...share }),
    figure,
    context: translate(language, 'page.finding.asic.context', { ...share, without }),
  };
}

/** Shares of own chips by year, in packages and in compute. */
export function asicFans(answer: AsicAnswer, language: Language): FanSpec[] {
  return DRAWN.map((measure) => shareFan(answer, measure, language));
}

function shareFan(answer: AsicAnswer, measure: (typeof DRAWN)[number], language: Language): FanSpec {
  const figures = yearsOf(answer).flatMap(
    (year) => findFigure(answer.figures, `share-${measure}`, 'asic', year) ?? [],
  );
  const summaries = figures.map(({ base }) => base);
  const [first, last] = [figures[0], figures.at(-1)].map((figure) => ({
    share: formatAmount(figure?.base.p50 ?? Number.NaN, 'fraction', language, { significant: 2 }),
    year: formatYear(figure?.period.start ?? '', language),
  }));
  return {
    kind: 'fan',
    title: translate(language, `page.asic.fan.${measure}`, {
      first: first?.share ?? '',
      year: first?.year ?? '',
      last: last?.share ?? '',
      horizon: last?.year ?? '',
    }),
    subtitle: translate(language, 'page.asic.fan.note'),
    // A year stands at its middle.
    times: figures.map(({ period }) => `${period.start.slice(0, 4)}-07-01`),
    timeNames: figures.map(({ period }) => formatYear(period.start, language)),
    fans: [
      {
        name: '',
        role: 'scenario',
        median: summaries.map(({ p50 }) => p50),
        bands: summaryBands(summaries, futuresOf(answer)),
        figures: figures.map(({ address }) => address),
      },
    ],
    format: chartFormat(Math.max(0, ...summaries.map(({ p90 }) => p90)), SHARE_UNIT, language),
    asOf: answer.asOf,
  };
}

import { explainHint } from './explain-hint.ts';
import type { AllocateAnswer, AllocationFigure } from '../answers/allocate.ts';
import { findFigure } from '../answers/paired-table.ts';
import type { PairedFigure } from '../answers/paired-table.ts';
import { formatYear } from './date-format.ts';
import { ofHundred, pairedFormat } from './difference-format.ts';
import { renderHead } from './head.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { buyerName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

/** What deliveries may be counted in. */
export const DELIVERY_MEASURES = ['usd', 'h100e', 'units'] as const;
export type DeliveryMeasure = (typeof DELIVERY_MEASURES)[number];

const FIGURE: Readonly<Record<DeliveryMeasure, AllocationFigure>> = {
  usd: 'deliveries',
  h100e: 'h100e',
  units: 'shipments',
};

/** Deliveries and waiting by buyer, a column for each rule. No newline at the end. */
export function renderAllocate(answer: AllocateAnswer, measure: DeliveryMeasure, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const years = [...new Set(answer.figures.map(({ period }) => period.start))];
  const year = years[1] ?? years[0] ?? '';
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  const of = (name: AllocationFigure, member: string): PairedFigure | undefined =>
    findFigure(answer.figures, name, member, year);
  const figures = (name: AllocationFigure): PairedFigure[] =>
    answer.buyers
      .flatMap((buyer) => of(name, buyer) ?? [])
      .toSorted(
        (a, b) =>
          (of(FIGURE[measure], b.member)?.base.p50 ?? 0) - (of(FIGURE[measure], a.member)?.base.p50 ?? 0),
      );
  const total = of(FIGURE[measure], 'all');
  const said = { year: formatYear(year, language) };
  return [
    renderHead(
      translate(language, 'allocate.head', {
        ...said,
        scenario: answer.scenario,
        date: formatViewDay(answer, language),
      }),
      screen,
    ),
    '',
    ...answer.others.flatMap((_, index) =>
      wrap(gains(answer, figures(FIGURE[measure]), index, language), width).map((line) =>
        theme.tone('accent', line),
      ),
    ),
    '',
    theme.tone('strong', translate(language, `allocate.deliveries.${measure}`, said)),
    table(answer, [...figures(FIGURE[measure]), ...(total ? [total] : [])], screen),
    '',
    theme.tone('strong', translate(language, 'allocate.overdue', said)),
    table(answer, figures('overdue-months'), screen),
    '',
    theme.tone('strong', translate(language, 'allocate.lead', said)),
    table(answer, figures('lead-time'), screen),
    '',
    ...quiet(translate(language, 'allocate.rules')),
    ...quiet(translate(language, 'allocate.note', { rule: ruleName(answer.rule, language) })),
    ...quiet(translate(language, 'forecast.run', { draws: formatNumber(answer.draws), seed: answer.seed })),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

/** Who gains and who loses most under a rule against the scenario's. */
function gains(
  answer: AllocateAnswer,
  figures: readonly PairedFigure[],
  index: number,
  language: Language,
): string {
  const rule = ruleName(answer.others[index] ?? '', language);
  const own = ruleName(answer.rule, language);
  const sorted = figures.toSorted(
    (a, b) => (b.changed[index]?.difference.mean ?? 0) - (a.changed[index]?.difference.mean ?? 0),
  );
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const told = (figure: PairedFigure, isGain: boolean): Record<'buyer' | 'change' | 'share', string> => {
    const difference = figure.changed[index]!.difference;
    return {
      buyer: buyerName(figure.member, language),
      change: pairedFormat([figure.base], figure.unit, language).difference({
        ...difference,
        p50: difference.mean,
      }),
      share: ofHundred(isGain ? difference.higher : difference.lower),
    };
  };
  const gain = best?.changed[index]?.difference.mean ?? 0;
  const loss = worst?.changed[index]?.difference.mean ?? 0;
  if (!best || !worst || gain <= 0 || loss >= 0) return translate(language, 'allocate.same', { rule, own });
  const [winner, loser] = [told(best, true), told(worst, false)];
  return translate(language, 'allocate.gains', {
    rule,
    own,
    winner: winner.buyer,
    gain: winner.change,
    gaining: winner.share,
    loser: loser.buyer,
    loss: loser.change,
    losing: loser.share,
  });
}

function table({ rule, others }: AllocateAnswer, figures: readonly PairedFigure[], screen: Screen): string {
  const { language } = screen;
  const rows = figures.map((figure): Cell[] => {
    const format = pairedFormat([figure.base], figure.unit, language, { stacked: true });
    const name =
      figure.member === 'all' ? translate(language, 'allocate.all') : buyerName(figure.member, language);
    return [
      name,
      format.spread(figure.base),
      ...figure.changed.map(({ difference }): Cell => format.difference(difference)),
    ];
  });
  return renderTable(
    {
      columns: [
        { title: translate(language, 'allocate.buyer') },
        { title: ruleName(rule, language), align: 'right' },
        ...others.map((other) => ({
          title: ruleName(other, language),
          align: 'right' as const,
        })),
      ],
      groups: [{ rows }],
    },
    screen,
  );
}

function ruleName(rule: string, language: Language): string {
  switch (rule) {
    case 'contracts-first':
    case 'weighted-max-min':
    case 'proportional':
    case 'strict-priority':
      return translate(language, `rule.${rule}`);
    default:
      return rule;
  }
}

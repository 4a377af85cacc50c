import type { BilingualText } from '../../model/lever.ts';
import { query } from '../../register/index.ts';
import { consensus } from '../consensus.ts';
import type { Consensus } from '../consensus.ts';
import type { BeliefBook, RuleContext } from '../context.ts';

const rule: BilingualText = {
  en: 'booked share: consensus of stated CoWoS shares of the designer’s suppliers for the first year',
  ja: '予約比率：初年の設計企業別CoWoS比率の合意値',
};
const reason: BilingualText = {
  en: 'Bookings are not published; forecasts of shares stand for them',
  ja: '予約は非公表。比率の予測で代用',
};

/** Whose stated CoWoS shares count for one who books: TPUs go through Broadcom, Trainium through Marvell and AWS. */
const holders: Readonly<Record<string, readonly string[]>> = {
  nvidia: ['NVIDIA'],
  broadcom: ['Broadcom'],
  amd: ['AMD'],
  'marvell and alchip': ['AWS', 'Marvell'],
};

/** Booked shares of CoWoS by who books. */
export function shareRule(context: RuleContext, book: BeliefBook): void {
  const year = context.catalogue.startYear;
  for (const [booking, entities] of Object.entries(holders)) {
    if (!context.catalogue.lines.some((known) => known.booking === booking)) continue;
    const parts = entities.map((entity) => shareOf(context, entity, year));
    const known = parts.filter((part): part is Consensus => part !== undefined);
    if (known.length < parts.length) continue;
    const median = known.reduce((sum, part) => sum + part.median, 0);
    const sigma = Math.max(...known.map((part) => part.sigma), 0.08);
    book.fromRows(
      `booked share[${booking}]`,
      { kind: 'lognormal', median, sigma },
      {
        rule,
        reason,
        rows: known.flatMap((part) => part.rows),
        outliers: known.flatMap((part) => part.outliers),
      },
    );
  }
}

function shareOf(context: RuleContext, entity: string, year: number): Consensus | undefined {
  const rows = query(context.view, { metric: 'cowos_share', entity, product: '' });
  return consensus(
    rows.filter((row) => row.periodStart <= `${year}-06-30` && row.periodEnd >= `${year}-12-31`),
    context.view.date,
  );
}

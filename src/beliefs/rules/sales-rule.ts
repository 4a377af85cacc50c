import type { BilingualText } from '../../model/lever.ts';
import { query } from '../../register/index.ts';
import type { Query } from '../../register/index.ts';
import { consensus } from '../consensus.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import { quarterShare } from '../quarter-share.ts';
import { guidedSales } from './guided-sales-rule.ts';
import type { ErrorRecord } from '../error-record.ts';
import { yearTotal } from '../year-total.ts';
import type { YearTotal } from '../year-total.ts';
import { countedUnits, countsOf, unitLabels, unitRecord } from './unit-record.ts';

const revenueRule: BilingualText = {
  en: 'base revenue: reported quarters of the base year by days; missing months run on at the last growth',
  ja: '基準年売上：四半期実績を日割りで合算、未公表月は直近の伸びで延長',
};
const unitsRule: BilingualText = {
  en: 'base units: consensus of the latest counts of the base year',
  ja: '基準年数量：基準年の最新推計の合意値',
};
const shareRule: BilingualText = {
  en: 'channel weight: share of NVIDIA’s data-centre revenue if stated, else packages bought × price over revenue',
  ja: '販路の重み：エヌビディアのデータセンター売上比率、なければ購入数量×価格÷売上',
};

/** Assumption: part of NVIDIA's China revenue that is data centre. */
const DATA_SHARE = 'china data-centre share';
/** Lines whose revenue it divides. */
const dividedLines = new Set(['nvidia', 'nvidia-china']);

const DATA_CENTRE: Query = { metric: 'datacenter_revenue', entity: 'NVIDIA', product: '', unit: 'USD' };
const CHINA: Query = { metric: 'china_revenue', product: 'all products', unit: 'USD' };
const NETWORKING: Query = { metric: 'networking_revenue', entity: 'NVIDIA', unit: 'USD' };

/** What each line sold in the base year, to whom, and how fast it left the year. */
export function salesRule(context: RuleContext, book: BeliefBook): void {
  const { catalogue, assumptions } = context;
  const counts = unitRecord(context);
  const base = catalogue.startYear - 1;
  const nothing = (family: string, line: string): void =>
    book.set({
      input: `${family}[${line}]`,
      distribution: { kind: 'point', value: 0 },
      basis: 'lever',
      rule: revenueRule,
      rows: [],
      assumptions: [],
      reason: {
        en: 'This line is measured the other way: by units or by revenue',
        ja: 'この製品ラインは他方（数量または売上）で測る',
      },
    });
  const dataCentre = yearTotal(context, DATA_CENTRE, base);
  const china = partOfDataCentre(context, CHINA, base, dataCentre);
  const instinct = yearTotal(
    context,
    { metric: 'ai_revenue', entity: 'AMD', product: ['Instinct', 'Instinct MI300'], unit: 'USD' },
    base,
  );
  const dataShare = assumptions.number(DATA_SHARE);
  const revenue: Partial<Record<string, YearTotal>> = {};
  if (dataCentre) {
    const barred = china ? china.value * dataShare : 0;
    revenue['nvidia'] = {
      ...dataCentre,
      value: dataCentre.value - barred,
      rows: [...dataCentre.rows, ...(china?.rows ?? [])],
    };
  }
  if (china) revenue['nvidia-china'] = { ...china, value: china.value * dataShare };
  if (instinct) revenue['amd'] = instinct;
  for (const line of catalogue.lines) {
    const total = revenue[line.id];
    if (total) {
      const sigma = total.covered > 11.5 ? 0.02 : 0.02 + 0.01 * (12 - total.covered);
      book.fromRows(
        `base revenue[${line.id}]`,
        { kind: 'lognormal', median: total.value / 12, sigma },
        {
          rule: revenueRule,
          rows: total.rows,
          outliers: total.outliers,
          ...(dividedLines.has(line.id) && china ? { assumptions: [DATA_SHARE] } : {}),
          reason:
            line.id === 'nvidia-china'
              ? {
                  en: 'China revenue by billing place; part of it taken as data centre (assumed)',
                  ja: '請求地ベースの中国売上。うちデータセンター分は想定',
                }
              : { en: 'Reported by the company', ja: '会社公表値' },
        },
      );
      nothing('base units', line.id);
      book.fromRows(
        `base price[${line.id}]`,
        { kind: 'point', value: 0 },
        {
          rule: revenueRule,
          rows: [],
          basis: 'lever',
          reason: { en: 'Not used for a line measured by revenue', ja: '売上で測る製品ラインでは不使用' },
        },
      );
      if (total.exit !== undefined && guidedSales(context, line.id) === undefined) {
        book.fromRows(
          `exit rate[${line.id}]`,
          { kind: 'lognormal', median: total.exit, sigma: 0.05 },
          {
            rule: revenueRule,
            rows: total.rows.slice(-2),
            reason: { en: 'Last reported quarter over the mean of the year', ja: '直近四半期の年平均比' },
          },
        );
      }
    } else {
      nothing('base revenue', line.id);
      unitsOf(context, book, line.id, base, counts);
    }
  }
  if (dataCentre) {
    const networking = partOfDataCentre(context, NETWORKING, base, dataCentre);
    if (networking) {
      const share = networking.value / (dataCentre.value - networking.value);
      for (const line of ['nvidia', 'nvidia-china']) {
        book.fromRows(
          `networking share[${line}]`,
          { kind: 'lognormal', median: share, sigma: 0.08 },
          {
            rule: revenueRule,
            rows: [...networking.rows, ...dataCentre.rows],
            reason: {
              en: 'Networking over compute revenue in the base year',
              ja: '基準年のネットワーク売上÷コンピュート売上',
            },
          },
        );
      }
    }
    channelWeights(context, book, dataCentre.value, base);
  }
  const rho = assumptions.number('correlation, initial gap and overdue');
  const merchants = catalogue.lines
    .filter((line) => line.merchant)
    .map((line) => `initial overdue[${line.id}]`);
  for (const [index, name] of merchants.entries()) {
    book.correlate('initial gap', name, rho);
    for (const other of merchants.slice(index + 1)) book.correlate(name, other, 0.8);
  }
}

/** As reported for the base year; else as large against data-centre revenue as in the quarters that tell of both. */
function partOfDataCentre(
  context: RuleContext,
  part: Query,
  year: number,
  dataCentre: YearTotal | undefined,
): YearTotal | undefined {
  const reported = yearTotal(context, part, year);
  if (reported !== undefined || dataCentre === undefined) return reported;
  const found = quarterShare(context, part, DATA_CENTRE);
  if (found === undefined) return undefined;
  const { share, rows } = found;
  return { ...dataCentre, value: dataCentre.value * share, rows: [...dataCentre.rows, ...rows] };
}

function unitsOf(
  context: RuleContext,
  book: BeliefBook,
  line: string,
  year: number,
  record: ErrorRecord,
): void {
  const labels = unitLabels[line];
  if (!labels) return;
  const found = consensus(countsOf(context.view, labels, year), context.view.date);
  if (found) countedUnits(book, `base units[${line}]`, found, record, unitsRule);
}

const buyerEntities: Readonly<Record<string, readonly string[]>> = {
  microsoft: ['Microsoft'],
  meta: ['Meta'],
  amazon: ['Amazon'],
  google: ['Google'],
  oracle: ['Oracle'],
  xai: ['xAI/Tesla', 'xAI'],
  coreweave: ['CoreWeave'],
};

/** Assumptions: what a package bought cost, and the networking bought with it. */
const PRICE = 'product price[nv_h100]';
const BOUGHT_NETWORKING = 'networking with packages bought';

function channelWeights(context: RuleContext, book: BeliefBook, revenue: number, year: number): void {
  const price = context.assumptions.number(PRICE);
  const networking = context.assumptions.number(BOUGHT_NETWORKING);
  for (const [buyer, entity] of Object.entries(buyerEntities)) {
    const stated = query(context.view, { metric: 'demand_share', entity, product: 'NVIDIA' })
      .filter((row) => row.unit === '1' || row.unit === 'fraction')
      .filter((row) => row.periodEnd > `${year}-06-01` && row.periodStart < `${year + 1}-01-31`);
    const share = consensus(latestPeriod(stated), context.view.date);
    const bought = consensus(
      query(context.view, { metric: 'units_purchased', entity, unit: 'unit' }).filter(
        (row) =>
          /Hopper|Blackwell|NVIDIA/.test(row.product) &&
          row.periodStart === `${year}-01-01` &&
          row.periodEnd === `${year}-12-31`,
      ),
      context.view.date,
    );
    const found =
      share ??
      (bought && {
        median: (bought.median * price * (1 + networking)) / revenue,
        sigma: Math.max(bought.sigma, 0.2),
        rows: bought.rows,
        outliers: bought.outliers,
      });
    if (!found) continue;
    book.fromRows(
      `channel weight[nvidia to ${buyer}]`,
      { kind: 'lognormal', median: found.median, sigma: Math.max(found.sigma, 0.12) },
      {
        rule: shareRule,
        rows: found.rows,
        outliers: found.outliers,
        assumptions: share ? [] : [PRICE, BOUGHT_NETWORKING],
        reason: { en: 'Outside estimates of who bought', ja: '購入者に関する外部推計' },
      },
    );
  }
}

function latestPeriod<T extends { readonly periodEnd: string }>(rows: readonly T[]): readonly T[] {
  const last = rows
    .map((row) => row.periodEnd)
    .toSorted()
    .at(-1);
  return rows.filter((row) => row.periodEnd === last);
}

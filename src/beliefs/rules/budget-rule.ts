import { exp, log } from '../../engine/elementary.ts';
import type { BilingualText } from '../../model/lever.ts';
import { centralValue, query } from '../../register/index.ts';
import type { Row } from '../../register/index.ts';
import { consensus } from '../consensus.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import { rowKey } from '../context.ts';
import { medianOf } from '../median-of.ts';
import { monthsFrom } from '../month-count.ts';
import { buyerDefinitions } from '../names.ts';
import type { Outlier } from '../outliers.ts';
import { soundRows } from '../sound-rows.ts';
import { yearTotal } from '../year-total.ts';
import type { GuideErrors } from './guide-record.ts';
import { fullYears, guideErrors, guideReason } from './guide-record.ts';

const baseRule: BilingualText = {
  en: 'base capex: reported quarters of the base year, scaled to twelve months; else the reported year',
  ja: '基準年の設備投資：基準年の四半期実績を12か月に換算、なければ年次実績',
};
const guideRule: BilingualText = {
  en: 'first-year growth: latest guidance for the year that falls most into it, over the base on the same footing',
  ja: '初年の伸び：その年に最も重なる最新の会社指針を、同じ基準の基準年実績で割る',
};
const exitRule: BilingualText = {
  en: 'capex exit rate: last reported quarter of the base year over the mean of the year; else half of the growth expected, as of a budget that rises evenly',
  ja: '設備投資の年末水準：基準年最終四半期の年平均比。四半期がなければ、予想成長の半分（均等に伸びる予算として）',
};
const pairsRule: BilingualText = {
  en: 'guide error: logarithm of what was spent over what had been guided; mean of all pairs known at the date with a prior worth four, spread by years, each of which is one event; shrinks as the guided year passes',
  ja: '指針の誤差：実績と指針の対数比。平均は判明済みの全組と4組分の事前分布、幅は年ごと（各年を1件と数える）。対象年の経過とともに縮小',
};
const ownRule: BilingualText = {
  en: 'own guide error: its assumed size × how far buyers’ errors lay from their year’s mean, against what is assumed of them; shrinks as the guided year passes',
  ja: '個社の指針誤差：想定値×（各社の誤差が年平均から離れた大きさの想定比）。対象年の経過とともに縮小',
};

/** Budgets: capital expenditure of the base year, guided growth, and how far guides miss. */
export function budgetRule(context: RuleContext, book: BeliefBook): void {
  const { catalogue, view, assumptions, start } = context;
  const base = catalogue.startYear - 1;
  const passed = Math.min(Math.max(monthsFrom(start, view.date) / 12, 0), 1);
  // What is left of a year is still to be guessed; reported quarters are not.
  const left = Math.max(1 - passed, 0.1);
  const exits = new Map<string, ExitRate>();
  const errors = commonError(context, book, left);
  for (const buyer of buyerDefinitions) {
    if (!catalogue.buyers.some((known) => known.id === buyer.id) || buyer.capexEntity === undefined) continue;
    const total = yearTotal(
      context,
      { metric: 'capex', entity: buyer.capexEntity, product: '', unit: 'USD' },
      base,
    );
    if (!total) continue;
    if (total.exit !== undefined) exits.set(buyer.id, { exit: total.exit, rows: total.rows.slice(-2) });
    book.fromRows(
      `base capex[${buyer.id}]`,
      { kind: 'point', value: total.value / 12 },
      {
        rule: baseRule,
        rows: total.rows,
        outliers: total.outliers,
        reason: { en: 'Reported by the company', ja: '会社公表値' },
      },
    );
    const guide = guidance(context, buyer.capexEntity, catalogue.startYear, total.value);
    if (!guide) continue;
    book.fromRows(
      `first-year growth[${buyer.id}]`,
      { kind: 'normal', mean: log(guide.ratio), sd: guide.sigma * left },
      {
        rule: guideRule,
        rows: [...guide.rows, ...total.rows],
        outliers: guide.outliers,
        reason: { en: 'Guided by the company', ja: '会社の指針' },
      },
    );
    book.fromRows(
      `guide sensitivity[${buyer.id}]`,
      { kind: 'point', value: 1 },
      {
        rule: guideRule,
        rows: guide.rows,
        reason: {
          en: 'The company guides, so the common guide error applies',
          ja: '指針があるため共通誤差を適用',
        },
      },
    );
    if (errors) ownError(context, book, buyer.id, errors, left);
    const second = forecast(context, buyer.capexEntity, catalogue.startYear + 1);
    if (second) {
      const ratio = second.median / (total.value * guide.ratio);
      const error = assumptions.number('second-year error');
      const spread = Math.sqrt(second.sigma * second.sigma + error * error);
      const made = {
        rule: guideRule,
        rows: second.rows,
        outliers: second.outliers,
        assumptions: ['second-year error'],
        basis: error > second.sigma ? ('assumed' as const) : ('rows' as const),
        reason: {
          en: 'Forecast of the second year over the guide of the first',
          ja: '2年目の予測を初年の指針で割る',
        },
      };
      book.fromRows(`second year stated[${buyer.id}]`, { kind: 'point', value: 1 }, made);
      book.fromRows(
        `second-year growth[${buyer.id}]`,
        { kind: 'normal', mean: log(ratio), sd: spread },
        made,
      );
    }
  }
  exitRates(context, book, exits);
}

interface ExitRate {
  /** Last quarter over the mean of the year. */
  readonly exit: number;
  readonly rows: readonly string[];
}

/** How fast capital expenditure left the base year. */
function exitRates(context: RuleContext, book: BeliefBook, exits: ReadonlyMap<string, ExitRate>): void {
  for (const { id } of context.catalogue.buyers) {
    const input = `capex exit rate[${id}]`;
    const exit = exits.get(id);
    if (exit) {
      book.fromRows(
        input,
        { kind: 'point', value: exit.exit },
        {
          rule: exitRule,
          rows: exit.rows,
          reason: { en: 'Reported by the company', ja: '会社公表値' },
        },
      );
      continue;
    }
    const growth = `first-year growth[${id}]`;
    const expected = medianOf(context, book, growth);
    if (expected === undefined) continue;
    const guided = book.beliefs.get(growth);
    const assumed = context.assumptions.forInput(growth);
    book.fromRows(
      input,
      { kind: 'point', value: exp(expected / 2) },
      {
        rule: exitRule,
        rows: guided?.rows ?? [],
        assumptions: guided || !assumed ? [] : [assumed.id],
        basis: guided?.basis ?? 'assumed',
        reason: {
          en: 'No quarters are reported: a budget that rises evenly, by half of a year’s growth from mid-year to its end',
          ja: '四半期の公表なし。予算は均等に伸び、年央から年末までに年間成長の半分とみなす',
        },
      },
    );
  }
}

const OWN_ERROR = 'guide error, own';
const PRIOR_WEIGHT = 'error record, prior weight';

/** The error that all who guide share: its mean and spread shrink as the year passes. */
function commonError(context: RuleContext, book: BeliefBook, left: number): GuideErrors | undefined {
  const { assumptions } = context;
  const prior = assumptions.get('guide error, prior');
  const distribution = prior && assumptions.distribution(prior);
  if (!prior || distribution?.kind !== 'normal') return undefined;
  const errors = guideErrors(context, distribution, (buyer) => ownPrior(context, buyer)?.sd ?? 1);
  const { sd, assumed, record } = errors.common;
  book.fromRows(
    'guide error, common',
    { kind: 'normal', mean: errors.mean * left, sd: sd * left },
    {
      rule: pairsRule,
      rows: record.rows,
      record,
      assumptions: [prior.id, PRIOR_WEIGHT],
      reason: guideReason(record, 'year'),
      basis: assumed ? 'assumed' : 'rows',
    },
  );
  return errors;
}

function ownPrior(context: RuleContext, buyer: string): { id: string; mean: number; sd: number } | undefined {
  const own = context.assumptions.forInput(`${OWN_ERROR}[${buyer}]`);
  const distribution = own && context.assumptions.distribution(own);
  return own && distribution?.kind === 'normal' ? { id: own.id, ...distribution } : undefined;
}

function ownError(
  context: RuleContext,
  book: BeliefBook,
  buyer: string,
  { own: { factor, assumed, record } }: GuideErrors,
  left: number,
): void {
  const prior = ownPrior(context, buyer);
  if (!prior) return;
  book.fromRows(
    `${OWN_ERROR}[${buyer}]`,
    { kind: 'normal', mean: prior.mean, sd: prior.sd * factor * left },
    {
      rule: ownRule,
      rows: record.rows,
      record,
      assumptions: [prior.id, PRIOR_WEIGHT],
      reason: guideReason(record, 'buyer'),
      basis: assumed ? 'assumed' : 'rows',
    },
  );
}

interface Guide {
  readonly ratio: number;
  readonly sigma: number;
  readonly rows: readonly string[];
  readonly outliers: readonly Outlier[];
}

/** Latest guidance for a full year ending in `year` or by the middle of the next, per year of its own base. */
function guidance(context: RuleContext, entity: string, year: number, baseTotal: number): Guide | undefined {
  const { rows, outliers } = soundRows(
    fullYears(
      query(context.view, {
        metric: 'capex_guidance',
        entity,
        product: '',
        unit: 'USD',
        kind: ['guidance', 'target'],
      }),
    ),
    context.view.date,
  );
  const candidates = rows.filter(
    (row) => row.periodEnd >= `${year}-05-01` && row.periodEnd <= `${year + 1}-06-30`,
  );
  const calendar = candidates.filter((row) => row.periodEnd === `${year}-12-31`);
  const pool = calendar.length > 0 ? calendar : candidates;
  const latest = pool.toSorted((a, b) => (a.published < b.published ? -1 : 1)).at(-1);
  const value = latest && centralValue(latest);
  if (!latest || !value) return undefined;
  const { low, high } = latest;
  const sigma = low && high && high > low ? log(high / low) / 2 / 1.2815515655446004 : 0.02;
  if (calendar.length > 0) return { ratio: value / baseTotal, sigma, rows: [rowKey(latest)], outliers };
  // A fiscal year that ends inside the calendar year grows over the fiscal year before it; carry that growth over.
  const lengthBefore = priorYear(context, entity, latest);
  const ratio = lengthBefore ? value / lengthBefore.value : value / baseTotal;
  return {
    ratio,
    sigma: Math.max(sigma, 0.05),
    rows: [rowKey(latest), ...(lengthBefore?.rows ?? [])],
    outliers,
  };
}

function priorYear(
  context: RuleContext,
  entity: string,
  guide: Row,
): { value: number; rows: readonly string[] } | undefined {
  const { rows: reported } = soundRows(
    fullYears(query(context.view, { metric: 'capex', entity, product: '', unit: 'USD', kind: 'actual' })),
    context.view.date,
  );
  const before = reported.filter((row) => Math.abs(monthsFrom(row.periodEnd, guide.periodStart)) < 1);
  const latest = before.toSorted((a, b) => (a.published < b.published ? -1 : 1)).at(-1);
  const value = latest && centralValue(latest);
  return latest && value ? { value, rows: [rowKey(latest)] } : undefined;
}

function forecast(context: RuleContext, entity: string, year: number): ReturnType<typeof consensus> {
  const rows = fullYears(query(context.view, { metric: 'capex_guidance', entity, product: '', unit: 'USD' }));
  return consensus(
    rows.filter((row) => row.periodEnd === `${year}-12-31`),
    context.view.date,
  );
}

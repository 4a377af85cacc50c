import type { ScoredTarget } from '../../answers/backtest/backtest.ts';
import { nameOfSpan } from '../../answers/backtest/span.ts';
import type { BacktestAnswer } from '../backtest-data.ts';
import { formatAmount } from '../amount-format.ts';
import type { ColumnsSpec, IntervalItem, IntervalsSpec } from '../charts/chart-spec.ts';
import { formatDay } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { formatNumber, formatPercent } from '../number-format.ts';

/** Where outcomes lay in their forecasts: a histogram of the probability integral transform. `undefined` of nothing. */
export function placesChart({ summaries }: BacktestAnswer, language: Language): ColumnsSpec | undefined {
  const strict = summaries.find(({ history }) => history === 'strict');
  if (strict === undefined || strict.all.total.targets === 0) return undefined;
  const { places } = strict.all;
  return {
    kind: 'columns',
    title: translate(language, 'validation.figure.places'),
    subtitle: translate(language, 'validation.figure.places.subtitle'),
    across: translate(language, 'validation.figure.places.across'),
    columns: places.map((value, index) => ({
      name: `${(index * 100) / places.length}–${((index + 1) * 100) / places.length}`,
      value,
    })),
    format: {
      figure: (value) => formatPercent(value, { decimals: 0 }),
      range: (low, high) => `${formatPercent(low, { decimals: 0 })}–${formatPercent(high, { decimals: 0 })}`,
    },
    level: { value: 1 / places.length, label: translate(language, 'validation.figure.places.even') },
  };
}

/** Yearly figures and levels, forecast over outcome, as of each day. */
export function outcomesChart({ runs }: BacktestAnswer, language: Language): IntervalsSpec | undefined {
  const strict = runs.filter(({ history, targets }) => history === 'strict' && targets.length > 0);
  const items = strict.flatMap(({ day, targets }) =>
    targets.filter(isShown).map((target) => intervalOf(target, formatDay(day, language), language)),
  );
  if (items.length === 0) return undefined;
  const ratio = (value: number): string => `${formatNumber(value, { significant: 2 })}×`;
  return {
    kind: 'intervals',
    title: translate(language, 'validation.figure.intervals'),
    subtitle: translate(language, 'validation.figure.intervals.subtitle'),
    items,
    format: { figure: ratio, range: (low, high) => `${ratio(low)}–${ratio(high)}` },
    scale: 'log',
  };
}

/** One line for each designer, maker, buyer: no quarters, which say the same more often, and no families. */
function isShown({ entry }: ScoredTarget): boolean {
  return entry.period !== 'quarter' && entry.subject !== 'families';
}

function intervalOf(target: ScoredTarget, group: string, language: Language): IntervalItem {
  const { entry, outcome, forecast } = target;
  const over = (value: number): number => value / outcome.value;
  return {
    name: `${entry.label[language]} ${nameOfSpan(outcome.span)}`,
    group,
    median: over(forecast.p50),
    inner: [over(forecast.p25), over(forecast.p75)],
    outer: [over(forecast.p10), over(forecast.p90)],
    outcome: {
      value: 1,
      text: formatAmount(outcome.value, entry.outcome.unit, language, { significant: 3 }),
      ...(outcome.low < outcome.high ? { low: over(outcome.low), high: over(outcome.high) } : {}),
      knowledge: outcome.rows.every(({ kind }) => kind === 'actual') ? 'observed' : 'estimated',
    },
  };
}

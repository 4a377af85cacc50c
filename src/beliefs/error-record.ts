import { exp } from '../engine/elementary.ts';
import type { BilingualText } from '../model/lever.ts';
import type { SpreadRecord } from './belief.ts';
import type { ErrorCurve } from './error-curve.ts';
import { errorAt, fitErrorCurve } from './error-curve.ts';
import type { ErrorGroup } from './past-errors.ts';

/** How far one rule has missed in the past, and what its spread should be because of that. */
export class ErrorRecord {
  readonly #groups: readonly ErrorGroup[];
  readonly #prior: ErrorCurve;
  readonly #weight: number;
  readonly #records = new Map<string, SpreadRecord>();

  /** `prior` is the assumed curve, which weighs as much as `weight` groups of errors. */
  constructor(groups: readonly ErrorGroup[], prior: ErrorCurve, weight: number) {
    this.#groups = groups;
    this.#prior = prior;
    this.#weight = weight;
  }

  /**
   * The standard deviation of the logarithm at a horizon in years. Groups that share a row with the belief itself are
   * left out: a figure never calibrates its own spread.
   */
  spread(horizon: number, own: readonly string[]): RecordedSpread {
    const rows = new Set(own);
    const groups = this.#groups.filter((group) => !group.rows.some((key) => rows.has(key)));
    const record = this.#recordOf(groups);
    return {
      sigma: errorAt(record.curve, horizon),
      outweighsPrior: groups.length > this.#weight,
      record,
    };
  }

  /** Fitted once for each choice of groups: most beliefs leave none out. */
  #recordOf(groups: readonly ErrorGroup[]): SpreadRecord {
    const key = groups.map(({ target }) => target).join('|');
    const known = this.#records.get(key);
    if (known) return known;
    const sized = groups.map(({ errors }) =>
      errors.map(({ horizon, error }) => ({ horizon, size: Math.abs(error) })),
    );
    const record = recordOf(groups, fitErrorCurve(sized, this.#prior, this.#weight), this.#weight);
    this.#records.set(key, record);
    return record;
  }
}

export interface RecordedSpread {
  /** Standard deviation of the natural logarithm. */
  readonly sigma: number;
  /** Whether more groups of past errors speak than the assumed error is worth. */
  readonly outweighsPrior: boolean;
  readonly record: SpreadRecord;
}

/** Errors named one by one. */
const LARGEST = 3;

function recordOf(groups: readonly ErrorGroup[], curve: ErrorCurve, priorWeight: number): SpreadRecord {
  const means = groups.map(({ errors }) => errors.reduce((sum, { error }) => sum + error, 0) / errors.length);
  const worst = groups.flatMap(({ target, errors }) =>
    errors
      .map((each) => ({ target, ...each }))
      .toSorted(furthestFirst)
      .slice(0, 1),
  );
  return {
    groups: groups.length,
    errors: groups.reduce((sum, { errors }) => sum + errors.length, 0),
    priorWeight,
    curve,
    bias: means.length === 0 ? 0 : means.reduce((sum, mean) => sum + mean, 0) / means.length,
    largest: worst.toSorted(furthestFirst).slice(0, LARGEST),
    rows: [...new Set(groups.flatMap(({ rows }) => rows))],
  };
}

function furthestFirst(a: { readonly error: number }, b: { readonly error: number }): number {
  return Math.abs(b.error) - Math.abs(a.error);
}

/** What a spread rests on, in words; `bySources` where sources differ by more than the record says. */
export function recordReason(
  { groups, errors, bias, priorWeight }: SpreadRecord,
  bySources: boolean,
): BilingualText {
  const off = `${Math.round(Math.abs(exp(bias) - 1) * 100)}%`;
  const counted: BilingualText =
    groups === 0
      ? { en: 'none can be counted yet, so an assumed size', ja: '数えられるものがまだなく、想定値による' }
      : {
          en: `${groups} past ${groups === 1 ? 'target' : 'targets'} at ${errors} quarter ends, on average ${off} too ${bias < 0 ? 'low' : 'high'} (not corrected), with an assumed size worth ${priorWeight} targets`,
          ja: `過去の対象${groups}件・四半期末${errors}回、平均で${off}${bias < 0 ? '過小' : '過大'}（補正せず）。想定値は対象${priorWeight}件分`,
        };
  return bySources
    ? {
        en: `Spread: the sources differ by more than such a consensus missed before at that distance (${counted.en})`,
        ja: `幅：出典間の不一致。この先行期間での過去の外れ（${counted.ja}）より大きい`,
      }
    : {
        en: `Spread: how far such a consensus missed before at that distance: ${counted.en}`,
        ja: `幅：同様の合意値がこの先行期間で過去に外れた大きさ。${counted.ja}`,
      };
}

import type { AsicAnswer } from '../../answers/asic.ts';
import type { GuidanceAnswer } from '../../answers/capex-guidance.ts';
import type { VintageAnswer } from '../../answers/facts.ts';
import type { ForecastRecord } from '../../answers/forecast-record.ts';
import type { ClaimsAnswer } from '../../answers/claims.ts';
import type { WorthAnswer } from '../../answers/input-worth.ts';
import type { PinnedAnswer } from '../../answers/pinned.ts';
import type { PinnedSeries } from '../../answers/pinned-series.ts';
import type { SetQuestion } from '../../answers/series-set.ts';
import type { TrainCostAnswer } from '../../answers/train-cost.ts';
import type { TrainingQuestion } from '../../answers/training-question.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Row } from '../../register/index.ts';
import type { Pair } from '../../scenario/scenario-url.ts';
import type { Language } from '../../show/language.ts';
import type { Outlook } from './outlook.ts';
import type { PublishedRows } from './rows-by-period.ts';

/** What a page asks that has neither charts of series nor the first screen. */
export type Inquiry =
  | { readonly kind: 'facts'; readonly words: string; readonly metric: string }
  | { readonly kind: 'training'; readonly question: TrainingQuestion }
  | { readonly kind: 'record' }
  | { readonly kind: 'worth' }
  | { readonly kind: 'guidance' }
  | { readonly kind: 'asic' }
  | { readonly kind: 'model' }
  | { readonly kind: 'pins'; readonly pins: readonly PinAsked[] }
  | PinnedSeriesAsked;

/** Series of pins, as they are or less those of the scenario. */
export interface PinnedSeriesAsked {
  readonly kind: 'pinned series';
  readonly pins: readonly PinAsked[];
  readonly questions: readonly SetQuestion[];
  readonly differences: boolean;
}

export interface PinnedSeriesFound extends PinnedSeriesAsked {
  readonly answer: PinnedSeries;
}

/** A scenario to hold the one of the page against. */
export interface PinAsked extends Outlook {
  /** As `writeAddress` gives it, so that the same question has the same text. */
  readonly address: readonly Pair[];
}

export interface FoundFacts {
  readonly kind: 'facts';
  /** ISO day; nothing published later is among the rows. */
  readonly asOf: string;
  /** Matching rows, and statements among them. */
  readonly count: number;
  readonly statements: number;
  /** The latest published first, not all of them. */
  readonly rows: readonly Row[];
  /** Matching rows by when they were published. */
  readonly published: PublishedRows;
  /** Every metric known by the day. */
  readonly metrics: readonly { readonly name: string; readonly rows: number }[];
  /** Quantities stated at several dates, those with most rows first, not all of them. */
  readonly vintages: readonly VintageAnswer[];
}

/** A thing to choose, by its id. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface TrainingFound {
  readonly kind: 'training';
  readonly answer: TrainCostAnswer | null;
  /** Why there is no answer. */
  readonly problems: readonly Problem[];
  readonly models: readonly Choice[];
  readonly products: readonly Choice[];
}

export interface RecordFound {
  readonly kind: 'record';
  readonly claims: ClaimsAnswer;
  readonly forecasters: ForecastRecord;
  readonly report: Document;
}

/** A generated document in Markdown, by language. */
export type Document = Readonly<Record<Language, string>>;

export type Inquired =
  | FoundFacts
  | TrainingFound
  | RecordFound
  | { readonly kind: 'worth'; readonly answer: WorthAnswer }
  | { readonly kind: 'guidance'; readonly answer: GuidanceAnswer }
  | { readonly kind: 'asic'; readonly answer: AsicAnswer }
  | { readonly kind: 'model'; readonly equations: Document }
  | { readonly kind: 'pins'; readonly pins: readonly PinAsked[]; readonly answer: PinnedAnswer }
  | PinnedSeriesFound;

/** Whether levers change the answer. */
export function needsRun(inquiry: Inquiry): boolean {
  const { kind } = inquiry;
  if (inquiry.kind === 'pinned series') return inquiry.differences;
  return kind === 'training' || kind === 'worth' || kind === 'asic' || kind === 'pins';
}

import type { HingeAnswer } from '../../answers/forecast.ts';
import type { SeriesOfSet } from '../../answers/series-set.ts';
import type { ShortageAnswer } from '../../answers/shortage.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { Inquired, PinnedSeriesFound } from '../compute/inquiry.ts';
import type { FiguresTaken } from '../compute/outlook.ts';
import type { DayContents, Explained, PageContents, Stage } from '../compute/worker-message.ts';
import type { PageView } from './page-address.ts';
import type { Pin } from './pin.ts';

/** An answer as far as it has come. */
export interface Answered {
  /** What was asked, as text: the same text has the same answer. */
  readonly key: string;
  readonly stage: Stage;
  readonly scenario: Scenario;
  readonly shortage: ShortageAnswer;
  /** The same from futures enough for numbers in words: the last one while a median alone is known. */
  readonly told: ShortageAnswer;
  /** Null until known, and while a lever is dragged. */
  readonly hinges: HingeAnswer | null;
  /** The last known, of this or an earlier scenario. */
  readonly lastHinges: HingeAnswer | null;
}

/** Everything that a page shows. Immutable: each change gives a new one. */
export interface PageState {
  readonly view: PageView;
  readonly address: ScenarioAddress;
  /** The same without what of it is unknown or out of bounds, which is told and changes nothing. */
  readonly taken: ScenarioAddress;
  readonly pins: readonly Pin[];
  /** Whether something is being dragged: numbers are quick looks, and no step to undo yet. */
  readonly isDragging: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Null while loading. */
  readonly contents: PageContents | null;
  /** The day looked from; while its levers load that before it, and null while there is none. */
  readonly day: DayContents | null;
  /** ISO day that the scenario is to be looked at from; null while nothing is known of it. */
  readonly wantedDay: string | null;
  /** Whether the beliefs of that day are being formed. */
  readonly isForming: boolean;
  /** Figures of one's own among those of the register; null for none. */
  readonly figures: FiguresTaken | null;
  /** Newest answers; null until there is a first one. Older ones stay until newer ones come. */
  readonly scenario: Answered | null;
  readonly baseline: Answered | null;
  /** The baseline with changed assumptions; null where the scenario holds no actions beside them. */
  readonly assumptions: Answered | null;
  readonly pinned: readonly (Answered | null)[];
  /** Series of the page beyond the first screen; perhaps of an earlier scenario. */
  readonly series: readonly SeriesOfSet[] | null;
  /** The scenario that these series were drawn for. */
  readonly seriesScenario: Scenario | null;
  /** Futures from which they were drawn. */
  readonly seriesDraws: number | null;
  /** What the page has asked besides; perhaps of an earlier scenario. */
  readonly inquired: Inquired | null;
  /** Why that has no answer. */
  readonly inquiryFailure: string | null;
  readonly isInquiring: boolean;
  /** Series of pins on a page of series; perhaps of an earlier scenario. */
  readonly pinnedSeries: PinnedSeriesFound | null;
  readonly pinnedSeriesFailure: string | null;
  readonly isPinning: boolean;
  readonly explained: Explained | null;
  /** Why the figure asked for cannot be explained. */
  readonly explainFailure: string | null;
  /** Whether newer numbers are on their way. */
  readonly isComputing: boolean;
  /** What of the address could not be taken. */
  readonly problems: readonly Problem[];
  /** Why nothing can be computed, in the browser’s words. */
  readonly failure: string | null;
}

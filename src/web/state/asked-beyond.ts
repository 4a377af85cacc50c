import type { SeriesQuestion } from '../../answers/series.ts';
import type { SetQuestion } from '../../answers/series-set.ts';
import { writeAddress } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import { LEAST_FUTURES_OF_HAIRLINE } from '../../show/charts/summary-bands.ts';
import type { AnswerClient } from '../compute/answer-client.ts';
import { needsRun } from '../compute/inquiry.ts';
import type { Inquired, Inquiry, PinAsked, PinnedSeriesFound } from '../compute/inquiry.ts';
import { outlookName } from '../compute/outlook.ts';
import type { Outlook } from '../compute/outlook.ts';
import { PAGE_DRAWS } from '../compute/stages.ts';
import type { Explained, FromAnswerer, SeriesAnswer } from '../compute/worker-message.ts';
import { AskedSlot } from './asked-slot.ts';
import { FIRST_PAGE } from './page-address.ts';
import type { PageView } from './page-address.ts';
import type { PageState } from './page-state.ts';

/** Fewer, and fans would lose a band while something is dragged. */
const QUICK_SERIES_DRAWS = LEAST_FUTURES_OF_HAIRLINE;

/** What each page asks beyond the first screen. */
export interface PageQuestions {
  /** Series that a page shows, by its name; none for one that shows none. */
  readonly seriesOf: (page: string) => readonly SeriesQuestion[];
  /** Series that it shows of pins as well. */
  readonly pinnedOf: (page: string) => readonly SetQuestion[];
  /** What else it asks, by its name and the words of its query; null for nothing. */
  readonly inquiryOf: (page: string, query: string) => Inquiry | null;
}

type Asker = Pick<AnswerClient, 'askSeries' | 'explain' | 'inquire' | 'cancel'>;

/** What the first screen does not show: series and inquiries of other pages, and the figure that is explained. */
export class AskedBeyond {
  readonly #asker: Asker;
  readonly #questions: PageQuestions;
  readonly #series: AskedSlot<SeriesAnswer>;
  readonly #explained: AskedSlot<Explained>;
  readonly #inquired: AskedSlot<Inquired>;
  readonly #pinned: AskedSlot<PinnedSeriesFound>;

  constructor(asker: Asker, questions: PageQuestions) {
    this.#asker = asker;
    this.#questions = questions;
    this.#series = new AskedSlot((id) => asker.cancel(id));
    this.#inquired = new AskedSlot((id) => asker.cancel(id));
    this.#pinned = new AskedSlot((id) => asker.cancel(id));
    this.#explained = new AskedSlot((id) => asker.cancel(id));
  }

  get isWaiting(): boolean {
    return this.#series.isWaiting || this.#inquired.isWaiting;
  }

  /** Series under the pointer, from fewer futures. One look after the other: each new one would keep all from coming. */
  wantQuickly(outlook: Outlook, address: ScenarioAddress, { page }: PageView): void {
    const questions = this.#questions.seriesOf(page);
    if (questions.length === 0) return;
    const draws = Math.min(QUICK_SERIES_DRAWS, address.draws ?? PAGE_DRAWS);
    const key = JSON.stringify([page, 'quick', outlookName(outlook), writeAddress(address)]);
    this.#series.wantNext(key, () => this.#asker.askSeries({ ...outlook, address, draws, questions }));
  }

  want(
    outlook: Outlook,
    address: ScenarioAddress,
    { page, figure, query, differences }: PageView,
    pins: readonly PinAsked[] = [],
  ): void {
    const questions = this.#questions.seriesOf(page);
    // The first screen asks nothing by itself.
    const held: Inquiry | null = page === FIRST_PAGE && pins.length > 0 ? { kind: 'pins', pins } : null;
    const inquiry = held ?? this.#questions.inquiryOf(page, query);
    const key = JSON.stringify([outlookName(outlook), writeAddress(address)]);
    const draws = address.draws ?? PAGE_DRAWS;
    this.#series.want(questions.length === 0 ? null : `${page} ${key}`, () =>
      this.#asker.askSeries({ ...outlook, address, draws, questions }),
    );
    // What no scenario changes is asked once.
    const about = inquiry !== null && needsRun(inquiry) ? key : outlookName(outlook);
    if (inquiry === null) this.#inquired.want(null, () => 0);
    else
      this.#inquired.want(`${JSON.stringify(inquiry)} ${about}`, () =>
        this.#asker.inquire({ ...outlook, address, draws, inquiry }),
      );
    const pinned = this.#questions.pinnedOf(page);
    if (pins.length === 0 || pinned.length === 0) this.#pinned.want(null, () => 0);
    else {
      const asked: Inquiry = { kind: 'pinned series', pins, questions: pinned, differences };
      // Pins as they are know nothing of the scenario beside them.
      this.#pinned.want(`${JSON.stringify(asked)} ${differences ? key : ''}`, () =>
        this.#asker.inquire({ ...outlook, address, draws, inquiry: asked }),
      );
    }
    this.#explained.want(figure && `${figure} ${key}`, () =>
      this.#asker.explain({ ...outlook, address, figure: figure ?? '' }),
    );
  }

  hear(
    message: Extract<FromAnswerer, { readonly kind: 'series' | 'inquired' | 'explained' | 'failed' }>,
  ): void {
    switch (message.kind) {
      case 'series':
        this.#series.take(message.id, message.answer);
        return;
      case 'inquired':
        if (message.answer.kind === 'pinned series') this.#pinned.take(message.id, message.answer);
        else this.#inquired.take(message.id, message.answer);
        return;
      case 'explained':
        this.#explained.take(message.id, message.explained);
        return;
      default:
        for (const slot of [this.#series, this.#inquired, this.#pinned, this.#explained])
          slot.fail(message.id, message.reason);
    }
  }

  get state(): Pick<
    PageState,
    | 'series'
    | 'seriesScenario'
    | 'seriesDraws'
    | 'inquired'
    | 'inquiryFailure'
    | 'isInquiring'
    | 'pinnedSeries'
    | 'pinnedSeriesFailure'
    | 'isPinning'
    | 'explained'
    | 'explainFailure'
  > {
    return {
      series: this.#series.answer?.series ?? null,
      seriesScenario: this.#series.answer?.scenario ?? null,
      seriesDraws: this.#series.answer?.draws ?? null,
      inquired: this.#inquired.answer,
      inquiryFailure: this.#inquired.failure,
      isInquiring: this.#inquired.isWaiting,
      pinnedSeries: this.#pinned.answer,
      pinnedSeriesFailure: this.#pinned.failure,
      isPinning: this.#pinned.isWaiting,
      explained: this.#explained.answer,
      explainFailure: this.#explained.failure,
    };
  }
}

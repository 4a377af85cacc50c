import type { Problem } from '../../problem/problem.ts';
import type { LeverValue, Scenario } from '../../scenario/scenario.ts';
import { PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { AnswerClient } from '../compute/answer-client.ts';
import { STAGES } from '../compute/stages.ts';
import type { FiguresFile, Outlook } from '../compute/outlook.ts';
import type { DayContents, FromAnswerer, PageContents, Stage } from '../compute/worker-message.ts';
import { AskedAnswers } from './asked-answers.ts';
import { AskedBeyond } from './asked-beyond.ts';
import type { PageQuestions } from './asked-beyond.ts';
import { OwnFigures } from './own-figures.ts';
import { askPins, HeldPins } from './held-pins.ts';
import { LookedDays, sameAddress, withoutDay } from './looked-days.ts';
import { readPage, writePage } from './page-address.ts';
import type { PageAddress, PageView } from './page-address.ts';
import type { PageState } from './page-state.ts';
import { MOST_PINS, tidyName } from './pin.ts';
import type { Pin } from './pin.ts';
import { hasBothKinds, isChanged } from './scenario-kinds.ts';
import { redo, startUndo, step, undo } from './undo-list.ts';
import type { UndoList } from './undo-list.ts';

const QUICK: readonly Stage[] = ['median', 'coarse'];
/** What nobody drags has no need of quick looks. */
const FULL: readonly Stage[] = ['full'];

type Answerer = Pick<
  AnswerClient,
  'ask' | 'askSeries' | 'explain' | 'inquire' | 'cancel' | 'loadDay' | 'takeFigures'
>;

const NO_QUESTIONS: PageQuestions = { seriesOf: () => [], pinnedOf: () => [], inquiryOf: () => null };

/** The state of a page and everything that changes it. Knows no framework and no document. */
export class PageStore {
  readonly #client: Answerer;
  readonly #answers: AskedAnswers;
  readonly #held: HeldPins;
  readonly #beyond: AskedBeyond;
  readonly #listeners = new Set<() => void>();
  #view: PageView;
  #pins: readonly Pin[];
  /** Scenarios by whole drags. */
  #undo: UndoList<ScenarioAddress>;
  /** While a lever is dragged: the scenario under the pointer. */
  #dragged: ScenarioAddress | null = null;
  #contents: PageContents | null = null;
  readonly #days = new LookedDays();
  readonly #figures = new OwnFigures();
  #problems: readonly Problem[];
  #failure: string | null = null;
  #state: PageState;

  constructor(
    hash: string,
    connect: (hear: (message: FromAnswerer) => void) => Answerer,
    questions: PageQuestions = NO_QUESTIONS,
  ) {
    const { address, problems } = readPage(hash);
    this.#view = address.view;
    this.#pins = address.pins;
    this.#undo = startUndo(address.scenario);
    this.#problems = problems;
    this.#client = connect((message) => this.#hear(message));
    this.#answers = new AskedAnswers(this.#client);
    this.#held = new HeldPins(this.#answers);
    this.#beyond = new AskedBeyond(this.#client, questions);
    this.#state = this.#snapshot();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): PageState => this.#state;

  /** The address of the page as it stands, for the URL. A drag under way is no part of it. */
  get hash(): string {
    return writePage(this.#address);
  }

  /** Takes an address that somebody has typed or gone back to; its scenario can be undone. */
  goTo(hash: string): void {
    if (hash.replace(/^#/u, '') === this.hash) return;
    const { address, problems } = readPage(hash);
    this.#view = address.view;
    this.#pins = address.pins;
    this.#problems = problems;
    this.#change(address.scenario);
  }

  setView(view: Partial<PageView>): void {
    const isElsewhere = view.page !== undefined && view.page !== this.#view.page;
    // What one page is asked says nothing to another.
    this.#view = { ...this.#view, ...(isElsewhere ? { query: '' } : {}), ...view };
    this.#ask();
    this.#publish();
  }

  /**
   * Sets a lever, or leaves it to the scenario where `value` is null. While it is dragged nothing is written to the
   * URL, and the whole drag is one step to undo.
   */
  setLever(path: string, value: LeverValue | null, { dragging = false } = {}): void {
    const levers = new Map(this.#current.levers);
    if (value === null) levers.delete(path);
    else levers.set(path, value);
    this.#changeOrDrag({ ...this.#current, levers }, dragging);
  }

  /** Months by which a plant opens later; null for as the scenario has it. Dragged as levers are. */
  setDelay(plant: string, months: number | null, { dragging = false } = {}): void {
    const others = this.#current.delays.filter((delay) => delay.plant !== plant);
    const delays = months === null ? others : [...others, { plant, months }];
    this.#changeOrDrag({ ...this.#current, delays }, dragging);
  }

  /** Takes a plant, product or programme out of the scenario, or back in where the address took it out. */
  setRemoved(name: string, isRemoved: boolean): void {
    const others = this.#current.removals.filter((each) => each !== name);
    this.#change({ ...this.#current, removals: isRemoved ? [...others, name] : others });
  }

  /** Ends a drag: what it came to is one step. */
  endDrag(): void {
    if (this.#dragged !== null) this.#change(this.#dragged);
  }

  /** Gives up a drag: all is as before it. */
  cancelDrag(): void {
    if (this.#dragged !== null) this.#settle();
  }

  /** A shipped scenario in the place of everything set, from the same day unless it has its own. */
  setScenario(scenario: string): void {
    const { seed, draws } = this.#current;
    this.#change({ ...PLAIN_ADDRESS, scenario, seed, draws });
  }

  setDay(day: string | null): void {
    this.#problems = [];
    if (day !== null) this.#days.retry(day);
    this.#change({ ...this.#current, asOf: day });
  }

  /** What is known at a day, with figures of one's own where there are; null where it cannot be looked from. */
  lookFrom(day: string): Promise<DayContents | null> {
    const outlook = { day, figures: this.#figures.taken?.figures ?? 0 };
    if (this.#days.lacks(outlook)) this.#client.loadDay(outlook);
    return this.#days.when(outlook);
  }

  /** A whole scenario, as one that was pinned or read from a file. */
  setAddress(address: ScenarioAddress): void {
    this.#problems = [];
    this.#change(address);
  }

  /** Says what of a file could not be read; nothing of it was taken. */
  tell(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#publish();
  }

  /** Adds figures of one's own; where anything is wrong with them, that is told and nothing changes. */
  addFigures(files: readonly FiguresFile[]): void {
    this.#client.takeFigures(this.#figures.read(files));
  }

  removeFigures(): void {
    this.#figures.remove();
    this.#settle();
  }

  /** Everything set on top of the scenario goes. */
  reset(): void {
    this.#change({ ...this.#current, levers: new Map(), delays: [], removals: [] });
  }

  undo(): void {
    this.#undo = undo(this.#undo);
    this.#settle();
  }

  redo(): void {
    this.#undo = redo(this.#undo);
    this.#settle();
  }

  /** Holds the scenario beside whatever comes next. */
  pin(): void {
    const held = this.#taken(this.#current);
    if (this.#pins.length === MOST_PINS) return;
    if (this.#pins.some(({ scenario }) => sameAddress(scenario, held))) return;
    this.#pins = [...this.#pins, { scenario: held, name: '' }];
    this.#settle();
  }

  unpin(index: number): void {
    this.#pins = this.#pins.filter((_, position) => position !== index);
    this.#settle();
  }

  /** Calls a pin by a name; by what it holds where the name is empty. */
  renamePin(index: number, name: string): void {
    this.#pins = this.#pins.map((pin, position) =>
      position === index ? { ...pin, name: tidyName(name) } : pin,
    );
    this.#publish();
  }

  get #pinned(): readonly ScenarioAddress[] {
    return this.#pins.map(({ scenario }) => scenario);
  }

  get #current(): ScenarioAddress {
    return this.#dragged ?? this.#undo.present;
  }

  get #address(): PageAddress {
    return { scenario: this.#undo.present, pins: this.#pins, view: this.#view };
  }

  /** From where a scenario is looked at. */
  #outlook(address: ScenarioAddress): Outlook | undefined {
    const day = this.#contents === null ? undefined : this.#days.dayOf(address, this.#contents);
    return day === undefined ? undefined : { day, figures: this.#figures.taken?.figures ?? 0 };
  }

  #changeOrDrag(address: ScenarioAddress, dragging: boolean): void {
    if (!dragging) {
      this.#change(address);
      return;
    }
    this.#dragged = address;
    this.#ask();
    this.#publish();
  }

  #change(address: ScenarioAddress): void {
    const isSame = sameAddress(address, this.#undo.present);
    if (!isSame) this.#undo = step(this.#undo, address);
    this.#settle();
  }

  #settle(): void {
    this.#dragged = null;
    this.#ask();
    this.#publish();
  }

  #hear(message: FromAnswerer): void {
    switch (message.kind) {
      case 'contents':
        this.#contents = message.contents;
        this.#ask();
        break;
      case 'figures':
        if (!this.#figures.take(message.taken)) return;
        this.#problems = [];
        this.#ask();
        break;
      case 'figures refused':
        this.#problems = message.problems;
        break;
      case 'refused':
        // Of figures that were removed since nobody wants to hear.
        if (message.figures !== 0 && message.figures !== this.#figures.taken?.figures) return;
        this.#days.hear(message);
        // Said, and then as before.
        this.#problems = message.problems;
        this.#undo = withoutDay(this.#undo, message.day);
        this.#pins = this.#pins.filter(({ scenario }) => scenario.asOf !== message.day);
        if (this.#dragged?.asOf === message.day) this.#dragged = null;
        this.#ask();
        break;
      case 'day':
        this.#days.hear(message);
        this.#ask();
        break;
      case 'wanted':
      case 'formed':
        this.#days.hear(message);
        break;
      case 'failed':
        if (message.id === null) this.#failure = message.reason;
        this.#answers.hear(message);
        this.#beyond.hear(message);
        break;
      case 'series':
      case 'inquired':
      case 'explained':
        this.#beyond.hear(message);
        break;
      case 'scenario':
        if (!this.#answers.hear(message)) return;
        // What is left out changes nothing: there may be nothing to hold the scenario against.
        this.#ask();
        break;
      default:
        if (!this.#answers.hear(message)) return;
    }
    this.#publish();
  }

  /** Asks for everything that the page shows and does not have; quick looks alone while a lever is dragged. */
  #ask(): void {
    const address = this.#current;
    const outlook = this.#outlook(address);
    if (outlook === undefined) return;
    if (this.#days.lacks(outlook)) this.#client.loadDay(outlook);
    const isDragged = this.#dragged !== null;
    const stages = isDragged ? QUICK : STAGES;
    this.#answers.want('scenario', { ...outlook, address, changes: 'all', stages, hinges: !isDragged });
    if (isDragged) {
      this.#beyond.wantQuickly(outlook, address, this.#view);
      return;
    }
    const shared = { ...outlook, address, stages: FULL, hinges: false };
    this.#answers.want(
      'baseline',
      this.#isChanged(address) ? { ...shared, figures: 0, changes: 'none' } : undefined,
    );
    this.#answers.want(
      'assumptions',
      this.#hasBothKinds(address) ? { ...shared, changes: 'assumptions' } : undefined,
    );
    const pins = askPins(this.#pinned, address, (pin) => this.#outlook(pin) ?? outlook);
    this.#beyond.want(outlook, address, this.#view, pins);
    this.#held.want(this.#pinned, address, (pin) => this.#outlook(pin));
  }

  #named({ scenario: name }: ScenarioAddress): Scenario | undefined {
    return this.#contents?.scenarios.find(({ scenario }) => scenario.name === name)?.scenario;
  }

  /** Whether there is anything to hold against what was published. */
  #isChanged(address: ScenarioAddress): boolean {
    return this.#figures.taken !== null || isChanged(this.#taken(address), this.#named(address));
  }

  /** An address without what of it is unknown. */
  #taken(address: ScenarioAddress): ScenarioAddress {
    return this.#answers.taken('scenario', address);
  }

  #hasBothKinds(address: ScenarioAddress): boolean {
    const outlook = this.#outlook(address);
    const day = outlook && this.#days.get(outlook);
    return hasBothKinds(this.#taken(address), this.#named(address), day?.levers ?? []);
  }

  #publish(): void {
    this.#state = this.#snapshot();
    for (const listener of this.#listeners) listener();
  }

  #snapshot(): PageState {
    const address = this.#current;
    const scenario = this.#answers.answer('scenario');
    const changed = this.#isChanged(address);
    return {
      view: this.#view,
      address,
      taken: this.#taken(address),
      pins: this.#pins,
      isDragging: this.#dragged !== null,
      canUndo: this.#undo.past.length > 0,
      canRedo: this.#undo.future.length > 0,
      contents: this.#contents,
      ...this.#days.state(this.#outlook(address)),
      figures: this.#figures.taken,
      scenario,
      // Where nothing is changed the scenario is its own baseline.
      baseline: changed ? this.#answers.answer('baseline') : scenario,
      assumptions: changed ? this.#answers.answer('assumptions') : null,
      pinned: this.#held.answers(this.#pinned),
      ...this.#beyond.state,
      isComputing: this.#answers.isWaiting || this.#beyond.isWaiting,
      problems: [...this.#problems, ...this.#answers.problems],
      failure: this.#failure,
    };
  }
}

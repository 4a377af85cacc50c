import { DEFAULT_SCENARIO, writeAddress } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import { outlookName } from '../compute/outlook.ts';
import type { Outlook } from '../compute/outlook.ts';
import type { DayContents, FromAnswerer, PageContents } from '../compute/worker-message.ts';
import type { PageState } from './page-state.ts';
import type { UndoList } from './undo-list.ts';

/** Days that a page looks from: what is known of each, which are being formed, and which cannot be looked from. */
export class LookedDays {
  readonly #known = new Map<string, DayContents>();
  readonly #forming = new Set<string>();
  readonly #refused = new Set<string>();
  #shown: DayContents | null = null;
  /** Who waits for a day, by its outlook. */
  readonly #waiting = new Map<string, ((contents: DayContents | null) => void)[]>();

  hear(message: Extract<FromAnswerer, { readonly kind: 'day' | 'wanted' | 'formed' | 'refused' }>): void {
    if (message.kind === 'day') {
      const { contents } = message;
      this.#known.set(outlookName(contents), contents);
      this.#settle(outlookName(contents), contents);
      return;
    }
    const { kind, day } = message;
    const name = outlookName(message);
    if (kind === 'wanted') this.#forming.add(name);
    else this.#forming.delete(name);
    if (kind !== 'refused') return;
    this.#refused.add(day);
    this.#settle(name, null);
  }

  /** A day that was refused is tried again. */
  retry(day: string): void {
    this.#refused.delete(day);
  }

  /** Whether the levers of a day are neither known nor on their way. */
  lacks(outlook: Outlook): boolean {
    const name = outlookName(outlook);
    return !this.#known.has(name) && !this.#forming.has(name);
  }

  get(outlook: Outlook): DayContents | undefined {
    return this.#known.get(outlookName(outlook));
  }

  /** The levers of a day, once they are known; null where it cannot be looked from. */
  when(outlook: Outlook): Promise<DayContents | null> {
    const known = this.get(outlook);
    if (known !== undefined) return Promise.resolve(known);
    const name = outlookName(outlook);
    return new Promise((resolve) => {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]);
    });
  }

  #settle(name: string, contents: DayContents | null): void {
    for (const resolve of this.#waiting.get(name) ?? []) resolve(contents);
    this.#waiting.delete(name);
  }

  /** The day that a scenario looks from; that of the plain one where it names none, or one that cannot be looked from. */
  dayOf({ asOf, scenario }: ScenarioAddress, { scenarios }: PageContents): string | undefined {
    const dayNamed = (name: string): string | undefined =>
      scenarios.find((shipped) => shipped.scenario.name === name)?.day;
    const wanted = asOf ?? dayNamed(scenario);
    return wanted === undefined || this.#refused.has(wanted) ? dayNamed(DEFAULT_SCENARIO) : wanted;
  }

  /** What a page shows of the day that it is to look from. */
  state(wanted: Outlook | undefined): Pick<PageState, 'day' | 'wantedDay' | 'isForming'> {
    const name = wanted ? outlookName(wanted) : '';
    this.#shown = this.#known.get(name) ?? this.#shown;
    return { day: this.#shown, wantedDay: wanted?.day ?? null, isForming: this.#forming.has(name) };
  }
}

/** Scenarios by whole drags without a day that cannot be looked from: its place takes the day before it. */
export function withoutDay(
  { past, present, future }: UndoList<ScenarioAddress>,
  day: string,
): UndoList<ScenarioAddress> {
  const isUsable = ({ asOf }: ScenarioAddress): boolean => asOf !== day;
  const usable = past.filter(isUsable);
  const last = usable.at(-1);
  const next = isUsable(present) ? present : { ...present, asOf: last?.asOf ?? null };
  return {
    // Going back to what the page shows already would be no step.
    past: last !== undefined && sameAddress(last, next) ? usable.slice(0, -1) : usable,
    present: next,
    future: future.filter(isUsable),
  };
}

export function sameAddress(a: ScenarioAddress, b: ScenarioAddress): boolean {
  return JSON.stringify(writeAddress(a)) === JSON.stringify(writeAddress(b));
}

import { writeAddress } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { DayContents, FromAnswerer, PageContents } from '../compute/worker-message.ts';
import type { PageState } from './page-state.ts';
import type { UndoList } from './undo-list.ts';

/** Days that a page looks from: what is known of each, which are being formed, and which cannot be looked from. */
export class LookedDays {
  readonly #known = new Map<string, DayContents>();
  readonly #forming = new Set<string>();
  readonly #refused = new Set<string>();
  #shown: DayContents | null = null;

  hear(message: Extract<FromAnswerer, { readonly kind: 'day' | 'wanted' | 'formed' | 'refused' }>): void {
    if (message.kind === 'day') {
      this.#known.set(message.contents.day, message.contents);
      return;
    }
    const { kind, day } = message;
    if (kind === 'wanted') this.#forming.add(day);
    else this.#forming.delete(day);
    if (kind === 'refused') this.#refused.add(day);
  }

  /** A day that was refused is tried again. */
  retry(day: string): void {
    this.#refused.delete(day);
  }

  /** Whether the levers of a day are neither known nor on their way. */
  lacks(day: string): boolean {
    return !this.#known.has(day) && !this.#forming.has(day);
  }

  get(day: string): DayContents | undefined {
    return this.#known.get(day);
  }

  /** The day that a scenario looks from; the newest where its own cannot be looked from. */
  dayOf({ asOf, scenario }: ScenarioAddress, contents: PageContents): string | undefined {
    const own = contents.scenarios.find((shipped) => shipped.scenario.name === scenario)?.day;
    const wanted = asOf ?? own;
    return wanted === undefined || this.#refused.has(wanted) ? contents.days[0] : wanted;
  }

  /** What a page shows of the day that it is to look from. */
  state(wantedDay: string | undefined): Pick<PageState, 'day' | 'wantedDay' | 'isForming'> {
    this.#shown = this.#known.get(wantedDay ?? '') ?? this.#shown;
    return {
      day: this.#shown,
      wantedDay: wantedDay ?? null,
      isForming: this.#forming.has(wantedDay ?? ''),
    };
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

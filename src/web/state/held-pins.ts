import { writeAddress } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { PinAsked } from '../compute/inquiry.ts';
import type { Outlook } from '../compute/outlook.ts';
import type { Stage } from '../compute/worker-message.ts';
import type { AskedAnswers } from './asked-answers.ts';
import type { Answered } from './page-state.ts';

/** Nobody drags a pin. */
const FULL: readonly Stage[] = ['full'];

/** Answers of pins, each under a name of its own, so that one let go leaves the others where they are. */
export class HeldPins {
  readonly #answers: Pick<AskedAnswers, 'want' | 'answer'>;
  #names: readonly string[] = [];

  constructor(answers: Pick<AskedAnswers, 'want' | 'answer'>) {
    this.#answers = answers;
  }

  /** Asks for pins as the scenario is drawn, and forgets all others; those whose outlook is not known yet wait. */
  want(
    pins: readonly ScenarioAddress[],
    scenario: ScenarioAddress,
    outlookOf: (pin: ScenarioAddress) => Outlook | undefined,
  ): void {
    const names = pins.map(nameOf);
    for (const name of this.#names) if (!names.includes(name)) this.#answers.want(name, undefined);
    this.#names = names;
    for (const pin of pins) {
      const outlook = outlookOf(pin);
      const address = inSameFutures(pin, scenario);
      if (outlook !== undefined)
        this.#answers.want(nameOf(pin), { ...outlook, address, changes: 'all', stages: FULL, hinges: false });
    }
  }

  /** In the order of the pins; null until known. */
  answers(pins: readonly ScenarioAddress[]): (Answered | null)[] {
    return pins.map((pin) => this.#answers.answer(nameOf(pin)));
  }
}

function nameOf(pin: ScenarioAddress): string {
  return `pin ${JSON.stringify(writeAddress(pin))}`;
}

/** A pin with the seed and draws of the scenario it is held against: differences are taken in the same futures. */
export function inSameFutures(pin: ScenarioAddress, { seed, draws }: ScenarioAddress): ScenarioAddress {
  return { ...pin, seed, draws };
}

/** Pins as they are held against a scenario, each from its outlook. */
export function askPins(
  pins: readonly ScenarioAddress[],
  scenario: ScenarioAddress,
  outlookOf: (pin: ScenarioAddress) => Outlook,
): PinAsked[] {
  return pins.map((pin) => ({ ...outlookOf(pin), address: writeAddress(inSameFutures(pin, scenario)) }));
}

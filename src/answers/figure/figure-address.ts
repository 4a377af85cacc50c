import { periodText } from '../period.ts';
import type { InputChange } from './address.ts';
import { addressText, joinMembers, UNCHANGED } from './address.ts';
import type { Figure } from './figure.ts';

/** What stands first in the address of a named number of the model. */
export const SCALAR = 'scalar';
/** What stands first in the address of an input of the model. */
export const INPUT = 'input';

/**
 * The address of a figure, which `chokepoint explain` takes; `change` is what is otherwise than in the run.
 * Throws `RangeError` for arithmetic without a name of its own.
 */
export function figureAddress(figure: Figure, change: InputChange = UNCHANGED): string {
  const period = 'period' in figure ? periodText(figure.period) : '';
  switch (figure.kind) {
    case 'series': {
      const { name, dimension, members } = figure;
      return addressText({ name, parts: [dimension, joinMembers(members), period], change });
    }
    case 'scalar':
      return addressText({ name: SCALAR, parts: [figure.scalar, period], change });
    case 'named':
      return addressText({ name: figure.name, parts: [...figure.parts, period], change });
    default:
      throw new RangeError(`a ${figure.kind} has no address`);
  }
}

/** What stands first in the address of a statement. */
export const CLAIM = 'claim';

/** The address of a statement. */
export function claimAddress(id: string): string {
  return addressText({ name: CLAIM, parts: [id], change: UNCHANGED });
}

/** What stands first in the address of rows of the register. */
export const FACT = 'fact';

/** The address of rows of the register, by their ids. */
export function factAddress(ids: readonly string[]): string {
  return addressText({ name: FACT, parts: [joinMembers(ids)], change: UNCHANGED });
}

/** The address of an input. */
export function inputAddress(input: string): string {
  return addressText({ name: INPUT, parts: [input], change: UNCHANGED });
}

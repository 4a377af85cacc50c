import { ProblemError } from '../../problem/problem.ts';

/** An input of the model held at a number, whatever was drawn for it. */
export interface HeldAt {
  readonly input: string;
  readonly value: number;
}

/** An input of the model moved from what was drawn for it. */
export interface MovedBy {
  readonly input: string;
  readonly factor: number;
  readonly plus: number;
}

/** Inputs that are not as a run has them. */
export interface InputChange {
  readonly held: readonly HeldAt[];
  readonly moved: readonly MovedBy[];
}

/** Nothing changed. */
export const UNCHANGED: InputChange = { held: [], moved: [] };

/** The parts of an address: what kind of figure or which series, its arguments, and inputs that are otherwise. */
export interface Address {
  readonly name: string;
  readonly parts: readonly string[];
  readonly change: InputChange;
}

/**
 * An address in words:
 *
 *     address = name *("/" part) *("@" input ("=" number / ":" factor ":" summand))
 *
 * Names hold letters, digits and `. _ ~ - ,` (parts `=` as well); a space is `+`, everything else percent-encoded, so that an address stands
 * in a URL and on a command line without quotes: `shipments/family/B300+incl.+GB300/2026Q4`,
 * `deliveries/buyer/meta/2027@allocation+rule=2`.
 */
export function addressText({ name, parts, change: { held, moved } }: Address): string {
  const path = [name, ...parts].map((part) => encode(part).replaceAll('%3D', '=')).join('/');
  return [
    path,
    ...held.map(({ input, value }) => `${encode(input)}=${value}`),
    ...moved.map(({ input, factor, plus }) => `${encode(input)}:${factor}:${plus}`),
  ].join('@');
}

/**
 * Reads an address; a space may stand for itself. Throws `address-form` where a part is empty or an escape is broken,
 * and `address-change` where what is said of an input is no number.
 */
export function parseAddress(text: string): Address {
  const [path = '', ...changes] = text.trim().split('@');
  const [name = '', ...parts] = path.split('/').map((part) => decode(part, text));
  const held: HeldAt[] = [];
  const moved: MovedBy[] = [];
  for (const change of changes) {
    const [, input = '', sign = '', numbers = ''] = /^([^=:]*)([=:])(.*)$/u.exec(change) ?? [];
    const [first = NaN, second = NaN, ...more] = numbers
      .split(':')
      .map((number) => (number.trim() === '' ? NaN : Number(number)));
    const isMoved = sign === ':';
    if (more.length > 0 || !Number.isFinite(first) || isMoved !== Number.isFinite(second))
      throw new ProblemError([{ code: 'address-change', params: { found: change } }]);
    const named = decode(input, text);
    if (isMoved) moved.push({ input: named, factor: first, plus: second });
    else held.push({ input: named, value: first });
  }
  return { name, parts, change: { held, moved } };
}

/** Commas separate members of one part, so that one inside a member is escaped before. */
export function joinMembers(members: readonly string[]): string {
  return members.map((member) => member.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The members that `joinMembers` joined. */
export function splitMembers(part: string): string[] {
  return part.split(',').map((member) => member.replaceAll('%2C', ',').replaceAll('%25', '%'));
}

function encode(part: string): string {
  return encodeURIComponent(part)
    .replaceAll(/[!'()*]/gu, (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2C', ',');
}

function decode(part: string, text: string): string {
  try {
    const decoded = decodeURIComponent(part.replaceAll('+', ' '));
    if (decoded !== '') return decoded;
  } catch {
    // Told below.
  }
  throw new ProblemError([{ code: 'address-form', params: { found: text } }]);
}

import { Opcode } from './opcode.ts';

/**
 * A value as source text; `isTest` when it is the outcome of a comparison, not a number:
 * a truth value in JavaScript, in C a mask with all bits of a lane set where it holds.
 */
export interface Written {
  readonly text: string;
  readonly isTest: boolean;
}

/** Operations that C and JavaScript spell alike, between their operands. */
export const INFIX: Readonly<Record<number, string>> = {
  [Opcode.ADD]: '+',
  [Opcode.SUBTRACT]: '-',
  [Opcode.MULTIPLY]: '*',
  [Opcode.DIVIDE]: '/',
};

export function plain(text: string): Written {
  return { text, isTest: false };
}

export function test(text: string): Written {
  return { text, isTest: true };
}

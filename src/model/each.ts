import type { Equation, Operand } from '../engine/index.ts';

/** An equation written per member names instead of per point: `each((product) => price.at(product))`. */
export function each(equation: (...members: string[]) => Operand): Equation {
  return (point) => equation(...point.members);
}

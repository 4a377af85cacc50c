import type { LeverCatalogue } from '../model/lever.ts';

/** Every name that a scenario may use. */
export function leverCatalogue(): LeverCatalogue {
  return { levers: [], plants: [], products: [], programmes: [] };
}

import { lineDefinitions, plantDefinitions } from '../beliefs/names.ts';
import type { LeverCatalogue } from '../model/lever.ts';

/** Every name that a scenario may use. */
export function leverCatalogue(): LeverCatalogue {
  return {
    levers: [],
    plants: plantDefinitions.map((plant) => plant.id),
    products: lineDefinitions.flatMap((line) => line.products),
    programmes: lineDefinitions.filter((line) => !line.merchant).map((line) => line.id),
  };
}

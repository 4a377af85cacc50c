import { exp } from '../engine/elementary.ts';

/** Gross dies of an area (mm²) on a 300 mm wafer: π·150²/A − π·300/√(2A). */
export function grossDies(area: number): number {
  return Math.max((Math.PI * 150 * 150) / area - (Math.PI * 300) / Math.sqrt(2 * area), 1);
}

/** Murphy's yield of a die of an area (mm²) at a defect density (per cm²): ((1 − e^(−AD)) / AD)². */
export function murphyYield(area: number, defectDensity: number): number {
  const defects = (area / 100) * defectDensity;
  if (defects < 1e-9) return 1;
  const root = (1 - exp(-defects)) / defects;
  return root * root;
}

/** Usable radius of a 300 mm wafer with 3 mm edge exclusion, mm. */
const RADIUS = 147;

/**
 * Largest number of square interposers of an area (mm²) that fit on a 300 mm wafer with 3 mm edge exclusion, on a
 * regular grid at its best offset. Reported: 29 for 2.0× reticle (1,716 mm²), 16 for 3.3× (2,831), 8–9 for 5.5× (4,719).
 */
export function packagesOnWafer(area: number): number {
  const side = Math.sqrt(area);
  let best = 0;
  const steps = 16;
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      best = Math.max(best, countOnGrid(side, (i / steps) * side, (j / steps) * side));
    }
  }
  return best;
}

function countOnGrid(side: number, offsetX: number, offsetY: number): number {
  const reach = Math.ceil(RADIUS / side) + 1;
  let count = 0;
  for (let i = -reach; i <= reach; i++) {
    for (let j = -reach; j <= reach; j++) {
      const left = i * side + offsetX;
      const bottom = j * side + offsetY;
      const farX = Math.max(Math.abs(left), Math.abs(left + side));
      const farY = Math.max(Math.abs(bottom), Math.abs(bottom + side));
      if (farX * farX + farY * farY <= RADIUS * RADIUS) count++;
    }
  }
  return count;
}

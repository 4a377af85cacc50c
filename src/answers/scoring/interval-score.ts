/**
 * Score of a central interval that leaves `alpha` outside: its width, and for an outcome outside it 2/`alpha` times the
 * distance (Gneiting and Raftery 2007, equation 43). In the unit of the outcome; smaller is better.
 */
export function intervalScore(low: number, high: number, alpha: number, outcome: number): number {
  const missed = outcome < low ? low - outcome : outcome > high ? outcome - high : 0;
  return high - low + (2 / alpha) * missed;
}

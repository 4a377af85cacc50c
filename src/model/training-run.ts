/**
 * Compute, hours and time of a training run (MODEL.md, sector 10), on plain numbers. Utilisation is model FLOP
 * utilisation (MFU): the FLOP that the model needs over what the accelerators could do at their dense peak in the
 * precision named.
 */

const SECONDS_PER_HOUR = 3600;
const HOURS_PER_DAY = 24;

/**
 * FLOP of a pass forward and back over `tokens`: 6 for each parameter that a token meets (Kaplan et al. 2020, "Scaling
 * laws for neural language models", 2.1). Of a mixture of experts only the active parameters count. Attention over the
 * context is left out, a few per cent at usual lengths.
 */
export function trainingFlop(activeParameters: number, tokens: number): number {
  return 6 * activeParameters * tokens;
}

/** Accelerator-hours of a run that reaches `utilisation` of a peak in FLOP/s over all of its hours, stops included. */
export function acceleratorHours(flop: number, peakFlopPerSecond: number, utilisation: number): number {
  return flop / (peakFlopPerSecond * utilisation * SECONDS_PER_HOUR);
}

/** The utilisation, from 0 to 1, that accelerator-hours and FLOP as published amount to, stops included. */
export function impliedUtilisation(flop: number, hours: number, peakFlopPerSecond: number): number {
  return flop / (hours * peakFlopPerSecond * SECONDS_PER_HOUR);
}

/** Days from start to end of accelerator-hours spread over a cluster. */
export function wallClockDays(hours: number, accelerators: number): number {
  return hours / (accelerators * HOURS_PER_DAY);
}

/** Accelerators that work off accelerator-hours within some days. */
export function acceleratorsWithin(hours: number, days: number): number {
  return hours / (days * HOURS_PER_DAY);
}

/**
 * FLOP of the largest run that a fleet can finish: `share` of its `h100e` for `days`, at a peak in FLOP/s for each H100
 * equivalent and a utilisation over all hours.
 */
export function largestRun(fleet: {
  readonly h100e: number;
  readonly share: number;
  readonly days: number;
  readonly peakFlopPerSecond: number;
  readonly utilisation: number;
}): number {
  const hours = fleet.h100e * fleet.share * fleet.days * HOURS_PER_DAY;
  return hours * fleet.peakFlopPerSecond * fleet.utilisation * SECONDS_PER_HOUR;
}

import { describe, expect, it } from 'vitest';
import { canonicalUnit, knownUnits, mayBeNegative, readStatedUnit, toCanonical } from './canonical-unit.ts';
import { STATED_UNITS } from './stated-units.ts';

/** 1 in the spelling, in the canonical unit of the metric. */
function one(metric: string, spelling: string): string {
  const stated = readStatedUnit(spelling);
  const canonical = stated && canonicalUnit(metric, stated);
  return canonical ? `${toCanonical(1, canonical.factor)} ${canonical.unit}` : 'unknown';
}

describe('canonical units', () => {
  it.each([
    ['capex', 'USD_bn', '1000000000 USD'],
    ['capex', 'USD_billion', '1000000000 USD'],
    ['capex', 'NTD_billion', '1000000000 TWD'],
    ['units_shipped', 'million_units', '1000000 unit'],
    ['yield', 'percent', '0.01 fraction'],
    ['hbm_bits', 'billion_Gb', '125000 TB'],
    ['power_capacity', 'MW', '0.001 GW'],
    ['power_per_unit', 'kW per GPU (site)', '1000 W/unit'],
    ['price', 'USD_per_GB', '1000 USD/TB'],
    ['lead_time', 'weeks', '1 week'],
    ['lead_time', 'months', '4.348125 week'],
    ['lead_time', 'years', '52.1775 week'],
    ['useful_life', 'years', '12 month'],
    ['ramp_time', 'quarters', '3 month'],
    ['rack_output_rate', 'racks_per_week', '4.348125 rack/month'],
    ['token_usage', 'trillion tokens per year', '83333333333.3 token/month'],
    ['capex', 'USD', '1 USD'],
  ])('%s in %s', (metric, spelling, expected) => {
    expect(one(metric, spelling)).toBe(expected);
  });

  it('reads every canonical unit as itself', () => {
    for (const { unit } of Object.values(STATED_UNITS)) expect(readStatedUnit(unit)).toBeDefined();
    expect(knownUnits()).toContain('USD');
  });

  it('does not take names of the language for units', () => {
    expect(readStatedUnit('constructor')).toBeUndefined();
    expect(readStatedUnit('toString')).toBeUndefined();
  });

  it('rounds away the error of a decimal factor', () => {
    expect(toCanonical(113, 0.01)).toBe(1.13);
    expect(toCanonical(13.6, 1e9)).toBe(13_600_000_000);
    expect(toCanonical(8.2, 1e6)).toBe(8_200_000);
  });

  it('allows numbers below zero only for changes', () => {
    expect(mayBeNegative('cowos_capacity', '')).toBe(false);
    expect(mayBeNegative('wafer_capacity_addition', '')).toBe(true);
    expect(mayBeNegative('price_change', 'year on year')).toBe(true);
    expect(mayBeNegative('cowos_allocation', 'change')).toBe(true);
    expect(mayBeNegative('yield', 'percentage points against DDR5')).toBe(true);
  });
});

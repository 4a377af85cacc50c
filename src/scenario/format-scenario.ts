import { stringify } from 'yaml';
import type { BilingualText } from '../model/lever.ts';
import { codeUnitOrder } from './code-unit-order.ts';
import type { LeverValue, Override, PlantDelay } from './scenario.ts';

/** What can be written as a scenario file: a resolved scenario, or one that names its parent. */
export interface WritableScenario {
  readonly name: string;
  readonly title: BilingualText;
  readonly why: BilingualText;
  readonly extends?: string;
  readonly asOf: string | null;
  readonly overrides: readonly Pick<Override, 'path' | 'unit' | 'value'>[];
  readonly delays: readonly PlantDelay[];
  readonly removals: readonly string[];
}

/**
 * The one canonical text of a scenario: fixed order of keys, names in code-unit order, numbers with their lever's
 * unit. Reading it back gives the same scenario, with a resolved scenario's parents written out.
 */
export function formatScenario(scenario: WritableScenario): string {
  const byPath = scenario.overrides.toSorted((a, b) => codeUnitOrder(a.path, b.path));
  const byPlant = scenario.delays.toSorted((a, b) => codeUnitOrder(a.plant, b.plant));
  const content = {
    name: scenario.name,
    extends: scenario.extends,
    title: { en: scenario.title.en, ja: scenario.title.ja },
    why: { en: scenario.why.en, ja: scenario.why.ja },
    asOf: scenario.asOf ?? undefined,
    set: mapUnlessEmpty(byPath.map(({ path, unit, value }) => [path, writeValue(value, unit)])),
    delay: mapUnlessEmpty(byPlant.map(({ plant, months }) => [plant, `${months} months`])),
    remove: scenario.removals.length > 0 ? scenario.removals.toSorted(codeUnitOrder) : undefined,
  };
  return stringify(content, { lineWidth: 100, version: '1.2' });
}

function mapUnlessEmpty<V>(entries: readonly (readonly [string, V])[]): Map<string, V> | undefined {
  return entries.length > 0 ? new Map(entries) : undefined;
}

function writeValue(value: LeverValue, unit: string): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return writeNumber(value, unit);
  const low = writeNumber(value.low, unit);
  const high = writeNumber(value.high, unit);
  return value.kind === 'uniform' ? { low, high } : { low, mode: writeNumber(value.mode, unit), high };
}

function writeNumber(value: number, unit: string): number | string {
  // A rate is written as people write it: `0.03 /month`, which reads back.
  return unit === '' || unit === '1' ? value : `${value} ${unit.replace(/^1\//u, '/')}`;
}

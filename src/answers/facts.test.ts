import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../engine/index.ts';
import { readRegister, REGISTER_FILES } from '../register/index.ts';
import { factVintages, factsSummary, searchFacts } from './facts.ts';

const folder = fileURLToPath(new URL('../../data/', import.meta.url));
const register = readRegister(
  Object.fromEntries(REGISTER_FILES.map((name) => [name, readFileSync(folder + name, 'utf8')])),
);

describe('facts', () => {
  it('searches by date and can leave out repeats', () => {
    const filter = { metric: 'cowos_capacity', entity: 'TSMC', product: '' } as const;
    const all = searchFacts(register, filter);
    const once = searchFacts(register, filter, { once: true });
    expect(all.rows.length).toBeGreaterThan(once.rows.length);
    expect(once.rows).toHaveLength(all.statements);
    expect(searchFacts(register, filter, { asOf: '2025-02-15' }).rows.length).toBeLessThan(all.rows.length);
  });

  it('shows vintages with the spread of the latest words', () => {
    const found = factVintages(register, { metric: 'cowos_capacity', entity: 'TSMC', product: '' });
    expect(found.length).toBeGreaterThan(3);
    expect(found.every((item) => item.vintages.rows.length >= 2)).toBe(true);
    expect(found.every((item) => item.disagreement !== undefined)).toBe(true);
  });

  it('speaks only units of the engine, besides rows without a quantity', () => {
    const units = new Set(register.facts.filter((row) => row.quantity !== 'none').map((row) => row.unit));
    const refused = [...units].filter((unit) => {
      try {
        parseUnit(unit);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual([]);
  });

  it('counts every row given', () => {
    expect(factsSummary(register).rowsGiven).toBe(2405);
  });
});

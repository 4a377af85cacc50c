import { describe, expect, it } from 'vitest';
import { scenarioDay } from './resolve-scenario.ts';

function dayOf(files: Record<string, string>): string | undefined {
  return scenarioDay('mine.yaml', {
    load: (name) => {
      const text = files[name];
      return text === undefined ? undefined : { file: name, text };
    },
  });
}

describe('scenarioDay', () => {
  it('is the nearest day of the chain, whatever else the files name', () => {
    const parent = 'asOf: 2025-02-15\nset:\n  no.such.lever: 1\n';
    expect(dayOf({ 'mine.yaml': 'extends: old.yaml\n', 'old.yaml': parent })).toBe('2025-02-15');
    const child = 'extends: old.yaml\nasOf: 2026-01-31\n';
    expect(dayOf({ 'mine.yaml': child, 'old.yaml': parent })).toBe('2026-01-31');
  });

  it('is the one meant by a wrong key, for names to be looked for at the right day', () => {
    expect(dayOf({ 'mine.yaml': 'asof: 2025-02-15\n' })).toBe('2025-02-15');
    expect(dayOf({ 'mine.yaml': 'base: old.yaml\n', 'old.yaml': 'date: 2025-02-15\n' })).toBe('2025-02-15');
  });

  it('is unknown where no file says, or none can be read', () => {
    expect(dayOf({ 'mine.yaml': 'extends: mine.yaml\n' })).toBeUndefined();
    expect(dayOf({ 'mine.yaml': 'set: [\n' })).toBeUndefined();
    expect(dayOf({})).toBeUndefined();
  });
});

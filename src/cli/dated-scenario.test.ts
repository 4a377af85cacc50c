import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import { lastDay } from '../register/index.ts';
import { defaultDay, readScenario } from './dated-scenario.ts';
import { readEvidence } from './evidence.ts';
import { readFilesFrom } from './files.ts';

const files = readFilesFrom();
const evidence = readEvidence(files);

describe('shipped scenarios', () => {
  it.each(files.scenarioNames())('%s fits its day and explains itself in both languages', (name) => {
    const { scenario, day } = readScenario(name, files, evidence);
    expect(scenario.name).toBe(name);
    expect(scenario.asOf).toBe(day);
    for (const text of [scenario.title, scenario.why]) {
      expect(text.en).toMatch(/^[A-Z]/u);
      expect(text.ja).toMatch(/[\u3040-\u30ff]/u);
    }
  });
});

function read(text: string, day?: string): ReturnType<typeof readScenario> {
  return readScenario({ file: 'mine.yaml', text }, files, evidence, day);
}

describe('readScenario', () => {
  it('knows the products of its day, and no later ones', () => {
    const text = 'set:\n  product.nv_vr200.delay: 3 months\n';
    expect(read(`asOf: 2026-09-30\n${text}`).scenario.overrides).toHaveLength(1);
    expect(() => read(`asOf: 2023-12-31\n${text}`)).toThrow(ProblemError);
    expect(() => read(`asOf: 2026-09-30\n${text}`, '2023-12-31')).toThrow(ProblemError);
  });

  it('takes the day of latest where no day is given, though rows are dated after it', () => {
    const { day } = readScenario('latest', files, evidence);
    expect(read('title: now').day).toBe(day);
    expect(defaultDay(files)).toBe(day);
    expect(lastDay(evidence.register) > day).toBe(true);
    expect(read('extends: february-2025').day).toBe('2025-02-15');
    expect(read('title: then', '2024-12-31').day).toBe('2024-12-31');
  });
});

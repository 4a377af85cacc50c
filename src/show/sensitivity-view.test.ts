import { beforeAll, describe, expect, it } from 'vitest';
import { evidence, runAsOf } from '../../e2e/support/evidence.ts';
import { answerSensitivity } from '../answers/sensitivity/sensitivity.ts';
import type { SensitivityAnswer } from '../answers/sensitivity/sensitivity.ts';
import { headlineFigures } from '../answers/sensitivity/watched-figures.ts';
import { memberNames } from '../answers/series.ts';
import { sensitivitySection } from './validation/sensitivity-section.ts';
import { renderSensitivity } from './sensitivity-view.ts';
import { widthOf } from './text-width.ts';

const run = runAsOf('2026-09-30');
const names = memberNames(run.catalogue);
let answer: SensitivityAnswer;

beforeAll(async () => {
  const options = { draws: 128, seed: 1, method: 'variance', few: 3, trajectories: 10 } as const;
  answer = await answerSensitivity(run, evidence(), headlineFigures(run), options);
});

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  it.each([80, 100, 140])('a ranking stays within %i columns', (width) => {
    const text = renderSensitivity({ answer, names, top: 5 }, { language, width, colour: false });
    // An address is not broken, so that it can be followed.
    const lines = text.split('\n').filter((line) => !/^\s*https?:\S+$/u.test(line));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(width);
  });

  it('the section of a report has a table for each figure, as wide as its head', () => {
    const section = sensitivitySection({ answer, names, top: 5 }, language);
    const tables = section.split('\n\n').filter((part) => part.startsWith('|'));
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const rows = table.split('\n');
      // Head, rule, five groups, and the rest as one.
      expect(rows).toHaveLength(8);
      expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(1);
    }
    for (const { learn } of answer.figures) if (learn) expect(section).toContain(learn.group);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { runAsOf } from '../../e2e/support/evidence.ts';
import { answerWorth, worthMeasures, worthSteps } from '../answers/input-worth.ts';
import type { WorthAnswer } from '../answers/input-worth.ts';
import { tableOf } from './charts/chart.ts';
import { reliefBars, worthIntervals } from './worth-charts.ts';
import { nextConstraintTable, worthTable } from './worth-view.ts';

let answer: WorthAnswer;

beforeAll(async () => {
  answer = await answerWorth(runAsOf('2026-09-30'), { draws: 48, seed: 7 });
});

const LANGUAGES = ['en', 'ja'] as const;
const CHOICES = worthSteps.flatMap((step) =>
  worthMeasures.flatMap((measure) => [true, false].map((isNear) => ({ step, measure, isNear }))),
);

describe('what more of an input is worth, as a chart', () => {
  it.each(CHOICES)('says what the table says: $step, $measure, near: $isNear', (choice) => {
    for (const language of LANGUAGES) {
      const { items } = worthIntervals(answer, choice, language);
      const cells = worthTable(answer, language).groups.flatMap(({ rows }) => rows.flat());
      const addressed = new Map(
        cells.flatMap((cell) => (typeof cell === 'string' ? [] : [[cell.figure, cell.text]])),
      );
      expect(items.length).toBeGreaterThan(0);
      for (const { figure, text } of items) expect(addressed.get(figure)).toBe(text);
    }
  });

  it('has no column of outcomes, for nothing was forecast', () => {
    const [choice] = CHOICES;
    const table = tableOf(worthIntervals(answer, choice!, 'en'), 'en');
    expect(table.header.slice(1)).toEqual(['Median', '80 of 100 futures']);
    expect(new Set(table.rows.map((row) => row.length))).toEqual(new Set([3]));
  });
});

describe('what comes next', () => {
  it('is a bar for each row of the table, with the same address', () => {
    for (const language of LANGUAGES) {
      const { bars } = reliefBars(answer, 'cowos', language);
      const last = nextConstraintTable(answer, language).groups[0]?.rows.map((row) => row.at(-1));
      expect(bars.map(({ figure }) => figure)).toEqual(
        last?.map((cell) => (typeof cell === 'object' ? cell.figure : undefined)),
      );
      expect(bars.filter(({ isAccent }) => isAccent)).toHaveLength(1);
    }
  });

  it('names no input where none binds', () => {
    const { bars, title } = reliefBars(answer, undefined, 'en');
    expect(bars.some(({ isAccent }) => isAccent)).toBe(false);
    expect(title).toBe('GPUs short a year on, with one input in plenty');
  });
});

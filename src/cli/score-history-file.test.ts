import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCORE_COLUMNS } from '../show/backtest-data.ts';
import { readShippedProtocol } from './backtest-run.ts';
import { readFilesFrom } from './files.ts';
import { ScoreHistory } from './score-history-file.ts';

const shipped = readShippedProtocol(readFilesFrom());
const scores = (crps: number) => [
  SCORE_COLUMNS.map((name) =>
    name === 'history'
      ? 'strict'
      : name === 'group' || name === 'horizon'
        ? 'all'
        : name === 'crps'
          ? crps
          : 1,
  ),
];

describe('the history of scores', () => {
  it('takes every change with its scores, and knows the last', () => {
    const history = new ScoreHistory(undefined, 'h.csv');
    expect(history.isLast(scores(0.5))).toBe(false);
    history.with('one', shipped, scores(0.5));
    const text = history.with('two, and more', shipped, scores(0.25));
    expect(history.isLast(scores(0.25))).toBe(true);
    expect(history.isLast(scores(0.5))).toBe(false);
    const again = new ScoreHistory(text, 'h.csv');
    expect(again.scores().map(({ change, crps }) => [change, crps])).toEqual([
      ['one', 0.5],
      ['two, and more', 0.25],
    ]);
    expect(again.isLast(scores(0.25))).toBe(true);
  });

  it('reads the one that is kept', () => {
    const text = readFileSync(new URL('../../docs/validation/history.csv', import.meta.url), 'utf8');
    const kept = new ScoreHistory(text, 'history.csv').scores();
    expect(kept.filter(({ group, horizon }) => group === 'all' && horizon === 'all').length).toBeGreaterThan(
      3,
    );
    expect(kept[0]?.change).toBe('first scores, protocol 1');
  });
});

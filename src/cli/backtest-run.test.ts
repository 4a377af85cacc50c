import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidence } from '../../e2e/support/evidence.ts';
import { SCORE_COLUMNS, scoreFields } from '../show/backtest-data.ts';
import { toCsv } from '../show/csv.ts';
import { answerBacktest, readShippedProtocol } from './backtest-run.ts';
import { readFilesFrom } from './files.ts';

const kept = (name: string): string[] =>
  readFileSync(new URL(`../../docs/validation/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');

/** One of the fleet, one of budgets, one of units: whatever moves the model moves one of them. */
const SERIES = ['world-stock', 'capex-four-year', 'nvidia-units-year'];

describe('kept scores', () => {
  const shipped = readShippedProtocol(readFilesFrom());
  const { protocol, hash } = shipped;

  it('are those of the protocol as it stands', () => {
    const [, ...scores] = kept('scores.csv');
    expect(scores.length).toBeGreaterThan(100);
    expect(scores.filter((line) => !line.startsWith(`${hash},`))).toEqual([]);
  });

  it('end the history with the same protocol', () => {
    expect(kept('history.csv').at(-1)).toContain(`,${protocol.version} ${hash.slice(0, 12)},`);
  });

  it('are those of the model as it stands: where they are not, run npm run validate -- --record "what changed"', async () => {
    const { draws, seed } = protocol;
    const question = { history: 'strict', series: SERIES } as const;
    const { summaries } = await answerBacktest(evidence(), shipped, question, { draws, seed });
    const rows = scoreFields(summaries, protocol).filter((fields) => SERIES.includes(String(fields[1])));
    const [, ...now] = toCsv(SCORE_COLUMNS, rows).trimEnd().split('\n');
    const lines = new Set(kept('scores.csv').map((line) => line.slice(line.indexOf(',') + 1)));
    expect(now.length).toBeGreaterThan(8);
    expect(now.filter((line) => !lines.has(line))).toEqual([]);
  });
});

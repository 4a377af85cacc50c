import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readShippedProtocol } from './backtest-run.ts';
import { readFilesFrom } from './files.ts';

const kept = (name: string): string[] =>
  readFileSync(new URL(`../../docs/validation/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');

describe('kept scores', () => {
  const { protocol, hash } = readShippedProtocol(readFilesFrom());

  it('are those of the protocol as it stands', () => {
    const [, ...scores] = kept('scores.csv');
    expect(scores.length).toBeGreaterThan(100);
    expect(scores.filter((line) => !line.startsWith(`${hash},`))).toEqual([]);
  });

  it('end the history with the same protocol', () => {
    expect(kept('history.csv').at(-1)).toContain(`,${protocol.version} ${hash.slice(0, 12)},`);
  });
});

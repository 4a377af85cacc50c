import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What `support/memory-probe.ts` measured in a process of its own. */
async function probe(what: 'cancel' | 'draws', workers: number): Promise<Readonly<Record<string, number>>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'e2e/support/memory-probe.ts', what, String(workers)],
    { cwd: root },
  );
  const measured: Readonly<Record<string, number>> = JSON.parse(stdout);
  return measured;
}

describe.each([1, 2])('memory with %i threads', (workers) => {
  it('is where it was after 50 cancelled runs', async () => {
    const { before, after } = await probe('cancel', workers);
    expect(before).toBeGreaterThan(0);
    expect(after).toBeLessThan(1.1 * before!);
  });

  it('does not grow with the number of draws', async () => {
    const { few, many } = await probe('draws', workers);
    expect(few).toBeGreaterThan(0);
    // Keeping the draws would take 17 more megabytes.
    expect(many).toBeLessThan(few! + 5);
  });
});

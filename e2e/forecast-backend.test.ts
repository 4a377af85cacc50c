import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chokepoint, filesWith } from './chokepoint.ts';

/** What a process is started with: each tells on stderr how many modules of WebAssembly it ran. */
const FILES = filesWith({
  'watch.mjs': `let instances = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    instances++;
  }
};
process.on('exit', () => process.stderr.write('modules ' + instances));`,
  'without-simd.mjs': `WebAssembly.validate = () => false;`,
  'without.mjs': `delete globalThis.WebAssembly;`,
});

async function forecast(...preloads: readonly string[]): Promise<{ stdout: string; modules: number }> {
  const NODE_OPTIONS = preloads.map((name) => `--import=${pathToFileURL(FILES[name]!).href}`).join(' ');
  const args = ['forecast', '--json', '--draws', '48', '--workers', '1'];
  const { code, stdout, stderr } = await chokepoint(args, { NODE_OPTIONS });
  expect(code, stderr).toBe(0);
  return { stdout, modules: Number(/^modules (\d+)$/u.exec(stderr)?.[1] ?? 0) };
}

describe('chokepoint forecast', () => {
  it('computes in WebAssembly, and in JavaScript with the same bytes where its vectors or all of it are missing', async () => {
    const compiled = await forecast('watch.mjs');
    // Draws and the model are a module each.
    expect(compiled.modules).toBeGreaterThanOrEqual(2);
    const fallback = await forecast('watch.mjs', 'without-simd.mjs');
    expect(fallback.modules).toBe(0);
    expect(fallback.stdout).toBe(compiled.stdout);
    expect((await forecast('without.mjs')).stdout).toBe(compiled.stdout);
  });
});

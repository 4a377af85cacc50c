import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chokepoint, filesWith } from './chokepoint.ts';

const FILES = filesWith({
  'without-simd.mjs': `WebAssembly.validate = () => false;`,
  'old.mjs': `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });`,
});

function preloading(name: string): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import=${pathToFileURL(FILES[name]!).href}` };
}

/** States of the checks of `chokepoint doctor --json`, by name. */
function statesIn(stdout: string): Record<string, string> {
  const { checks }: { readonly checks: readonly { readonly name: string; readonly state: string }[] } =
    JSON.parse(stdout);
  return Object.fromEntries(checks.map(({ name, state }) => [name, state]));
}

describe('chokepoint doctor', () => {
  it('finds nothing wrong where everything is as built', async () => {
    const { code, stdout, stderr } = await chokepoint(['doctor']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('runs on this machine as it should');
    expect(stdout).toContain('to the last bit, in WebAssembly and in JavaScript');
    const japanese = await chokepoint(['doctor', '--lang', 'ja']);
    expect(japanese.stdout).toContain('この環境で正しく動いています');
    const json = await chokepoint(['doctor', '--json']);
    expect(new Set(Object.values(statesIn(json.stdout)))).toEqual(new Set(['well']));
    const csv = await chokepoint(['doctor', '--csv']);
    expect(csv.stdout.split('\n')[0]).toBe('check,state,found');
  });

  it('says what makes it slower, which is no fault', async () => {
    const { code, stdout } = await chokepoint(['doctor', '--json'], preloading('without-simd.mjs'));
    expect(code).toBe(0);
    expect(statesIn(stdout)).toMatchObject({ vectors: 'slower', backends: 'well', workers: 'well' });
    const text = await chokepoint(['doctor'], preloading('without-simd.mjs'));
    expect(text.stdout).toContain('could be faster');
    expect(text.stdout).toContain('only JavaScript runs here');
  });
});

describe('the launcher', () => {
  it('refuses a Node that is too old, in both languages, before anything of it fails', async () => {
    const { code, stdout, stderr } = await chokepoint(['forecast'], preloading('old.mjs'));
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toContain('needs Node.js 20.19 or later, and this is 18.20.4');
    expect(stderr).toContain('Node.js 20.19 以降が必要です');
  });
});

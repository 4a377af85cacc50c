import { describe, expect, it } from 'vitest';
import { describeProblem } from '../show/problem-text.ts';
import { renderCheckup } from '../show/checkup-view.ts';
import { checkUp } from './checkup.ts';
import { MANIFEST } from './emitted.ts';
import { readFilesFrom } from './files.ts';
import type { Files } from './files.ts';

const MACHINE = { node: '20.19.0', platform: 'linux x64', threads: 2, memory: 8e9 };
const screen = { language: 'en', width: 100, colour: false } as const;
const files = readFilesFrom();
/** Nothing else extends it. */
const BROKEN = 'name: packaging-slips\nextends: latest\nset:\n  capex.al: 0.8\n';

/** Shipped scenarios, one of which holds something else. */
function withScenario(name: string, text: string): Files {
  return {
    ...files,
    readScenario: (asked) =>
      asked === name ? { file: `data/scenarios/${name}.yaml`, text } : files.readScenario(asked),
  };
}

describe('checkUp', () => {
  it('finds every way of computing to give the same, and says that sources have nothing ready', async () => {
    const { state, checks } = await checkUp(files, MACHINE);
    expect(state).toBe('slower');
    expect(checks.map((check) => [check.name, check.state])).toEqual([
      ['machine', 'well'],
      ['vectors', 'well'],
      ['build', 'slower'],
      ['figures', 'well'],
      ['scenarios', 'well'],
      ['backends', 'well'],
      ['workers', 'well'],
    ]);
    expect(checks.find(({ name }) => name === 'build')?.found).toEqual({ made: 'none' });
    expect(checks.find(({ name }) => name === 'backends')?.found).toMatchObject({
      compared: true,
      same: true,
    });
    expect(checks.find(({ name }) => name === 'workers')?.found).toMatchObject({ threads: 2, same: true });
  });

  it('tells a build made of other figures from none', async () => {
    const manifest = JSON.stringify({ evidence: 'of others', program: '', runs: [] });
    const stale: Files = {
      ...withScenario('packaging-slips', BROKEN),
      readEmitted: (name) => (name === MANIFEST ? new TextEncoder().encode(manifest) : undefined),
    };
    const { checks } = await checkUp(stale, MACHINE);
    expect(checks.find(({ name }) => name === 'build')).toMatchObject({
      state: 'slower',
      found: { made: 'others' },
    });
  });

  it('places what is wrong with a shipped scenario, and draws nothing then', async () => {
    const checkup = await checkUp(withScenario('packaging-slips', BROKEN), MACHINE);
    expect(checkup.state).toBe('wrong');
    expect(checkup.checks.at(-1)).toMatchObject({ name: 'scenarios', state: 'wrong' });
    const [problem] = checkup.checks.at(-1)!.problems;
    expect(problem?.place).toMatchObject({ file: 'data/scenarios/packaging-slips.yaml', line: 4 });
    const text = renderCheckup(checkup, screen);
    expect(text).toContain('does not run on this machine as it should');
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(describeProblem(problem!, 'en').replaceAll(/\s+/gu, ' '));
  });

  it('goes no further than figures that cannot be read', async () => {
    const broken: Files = { ...files, readData: (name) => `${files.readData(name)}\nhalf a row` };
    const { state, checks } = await checkUp(broken, MACHINE);
    expect(state).toBe('wrong');
    expect(checks.at(-1)).toMatchObject({ name: 'figures', state: 'wrong', found: null });
    expect(checks.at(-1)!.problems.length).toBeGreaterThan(0);
  });
});

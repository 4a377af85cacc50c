import { describe, expect, it } from 'vitest';
import type { Check } from '../answers/checkup.ts';
import { renderCheckup } from './checkup-view.ts';
import { LANGUAGES } from './language.ts';

const stopped = { code: 'worker-stopped', params: { reason: 'out of memory', left: 1 } };
const checks: readonly Check[] = [
  { name: 'backends', state: 'wrong', found: { draws: 64, compared: true, same: false }, problems: [] },
  {
    name: 'workers',
    state: 'wrong',
    found: { draws: 1024, threads: 2, same: false, milliseconds: 300 },
    problems: [stopped],
  },
];

describe('renderCheckup', () => {
  it.each(LANGUAGES)('says what differs, why, and that it wants to be reported (%s)', (language) => {
    const screen = { language, width: 200, colour: false };
    const text = renderCheckup({ version: '1.2.3', state: 'wrong', checks }, screen);
    expect(text.split('\n')[0]).toContain('1.2.3');
    expect(text.match(/chokepoint doctor --json/gu)).toHaveLength(2);
    expect(text).toContain('out of memory');
    const well = renderCheckup({ version: '1.2.3', state: 'well', checks: [] }, screen);
    expect(well.split('\n')[0]).not.toBe(text.split('\n')[0]);
  });
});

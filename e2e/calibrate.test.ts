import { describe, expect, it } from 'vitest';
import { CALIBRATION_COLUMNS } from '../src/show/calibration-data.ts';
import { calibrateSchema } from '../src/show/schemas/calibrate.ts';
import { calibration } from '../src/show/schemas/summary.ts';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '32'];

describe('calibrate', () => {
  it('writes JSON that its schema describes, and CSV with a stable header', async () => {
    const json = await chokepoint(['calibrate', '--json', '--as-of', '2025-02-15', ...DRAWS]);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(calibrateSchema.safeParse(JSON.parse(json.stdout)).error).toBeUndefined();
    const args = ['calibrate', '--csv', '--as-of', '2025-02-15', ...DRAWS];
    const { stdout } = await chokepoint(args);
    expect(stdout.split('\n', 1)[0]).toBe(CALIBRATION_COLUMNS.join(','));
  });
});

describe('--calibrate', () => {
  it('says in the heading and in JSON what weighs the futures', async () => {
    const args = ['forecast', '--calibrate', '--as-of', '2024-07-31', ...DRAWS];
    const english = await chokepoint(args);
    expect(english.stdout.replaceAll('\n', ' ')).toMatch(
      /as of 31 July 2024, calibrated on \d+ known quantities \(\d+ effective of 1,024 futures\)/u,
    );
    const japanese = await chokepoint([...args, '--lang', 'ja']);
    expect(japanese.stdout.replaceAll('\n', '')).toMatch(/実績\d+件で較正、実効\d+\/1,024通り/u);
    const { stdout } = await chokepoint([...args, '--json']);
    expect(
      calibration.safeParse((JSON.parse(stdout) as { calibration: unknown }).calibration).error,
    ).toBeUndefined();
  });

  it('pairs scenarios on the same picked futures', async () => {
    const args = [
      'compare',
      'latest',
      'packaging-slips',
      '--as-of',
      '2024-07-31',
      '--calibrate',
      '--json',
      ...DRAWS,
    ];
    const { stdout } = await chokepoint(args);
    const answer = JSON.parse(stdout) as { calibration: { pool: number }; scenarios: { paired: boolean }[] };
    expect(answer.calibration.pool).toBe(1024);
    expect(answer.scenarios.every(({ paired }) => paired)).toBe(true);
  });
});

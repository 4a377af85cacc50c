import { beforeAll, describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { leverFacts } from '../answers/lever-facts.ts';
import { answerPinned } from '../answers/pinned.ts';
import type { PinnedAnswer } from '../answers/pinned.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import { answerShortage } from '../answers/shortage.ts';
import type { ShortageAnswer } from '../answers/shortage.ts';
import { PLAIN_ADDRESS } from '../scenario/scenario-url.ts';
import { sceneOf, tableOf } from './charts/chart.ts';
import { renderCompare } from './compare-view.ts';
import { LANGUAGES } from './language.ts';
import { shortageFan } from './page-charts.ts';
import { differenceFan, pinnedFan } from './pin-charts.ts';
import { pinNames } from './pin-name.ts';
import { pinnedTable } from './pinned-table.ts';

const DAY = '2026-09-30';
const base = runAsOf(DAY);
const earlier = runAsOf('2025-02-15');
const overrides = [{ path: 'capex.all', unit: '1', value: 0.8, place: { file: 'test' } }];
const moved = prepareRun(evidence(), { ...PLAIN, name: 'moved', overrides }, DAY);
const options = { draws: 48, seed: 3 };
let pinned: PinnedAnswer;
let shortages: ShortageAnswer[];

beforeAll(async () => {
  pinned = await answerPinned([base, moved, earlier], options);
  shortages = await Promise.all([base, moved, earlier].map((run) => answerShortage(run, options)));
});

describe('names of pins', () => {
  const levers = leverFacts(base);
  const names = (address: Partial<typeof PLAIN_ADDRESS>, language: 'en' | 'ja' = 'en') =>
    pinNames({ ...PLAIN_ADDRESS, ...address }, 'Title', levers, language);

  it('are the title where nothing else is set', () => {
    expect(names({})).toEqual({ long: 'Title', short: 'Title' });
    expect(names({ scenario: 'hbm4-late' })).toEqual({ long: 'Title', short: 'Title' });
  });

  it('say what differs: in full, and the first of it with how many more', () => {
    const set = new Map([
      ['packaging.total', 1.2],
      ['capex.all', 0.8],
    ]);
    expect(names({ levers: set })).toEqual({
      long: 'CoWoS capacity, multiplied ×1.2, All budgets, multiplied ×0.8',
      short: 'CoWoS capacity, multiplied ×1.2, 1 more',
    });
    expect(names({ scenario: 'hbm4-late', asOf: '2025-02-15', levers: set }).short).toBe(
      'Title, as of 15 Feb 2025, 2 more',
    );
    expect(names({ scenario: 'hbm4-late', levers: set }, 'ja').short).toBe(
      'Title、CoWoS能力の倍率 ×1.2、他1件',
    );
  });

  it('name plants that slip and what is taken away', () => {
    const delays = [{ plant: 'AP8', months: 6 }];
    expect(names({ delays, removals: ['google'] }).long).toBe('AP8: 6 months later, without google');
  });
});

describe('the fan with pins', () => {
  const plain = () => {
    const [scenario, baseline] = shortages;
    return shortageFan({ scenario: scenario!, baseline: baseline!, assumptions: null, draws: 48 }, 'en');
  };

  it('holds the scenario and every answered pin, in its place, and no baseline', () => {
    const fan = pinnedFan(plain(), ['a', 'b', 'c'], [shortages[1]!, null, shortages[2]!], 'en');
    expect(fan.fans.map(({ role, number }) => number ?? role)).toEqual(['scenario', 1, 3]);
    expect(fan.fans.map(({ bands }) => bands.map(({ share }) => share))).toEqual([[50, 80], [80], [80]]);
    expect(tableOf(fan, 'en').header).toContain('c, 80 of 100');
    const { summary } = sceneOf(fan, { width: 800, language: 'en' });
    for (const name of ['this scenario', 'a', 'c']) expect(summary).toContain(name);
  });

  it('has no number where a pin of another day knows no month', () => {
    const fan = pinnedFan(plain(), ['earlier'], [shortages[2]!], 'en');
    const [, pin] = fan.fans;
    const known = new Map(
      shortages[2]!.overdue.months.map((month, at) => [month, shortages[2]!.overdue.summaries[at]?.p50]),
    );
    expect(Array.from(pin?.median ?? [])).toEqual(fan.times.map((time) => known.get(time) ?? NaN));
  });

  it('as differences leaves out what has no future in common', () => {
    const fan = differenceFan(pinned, ['moved', 'earlier'], DAY, 'en');
    expect(fan.fans.map(({ name, number }) => [name, number])).toEqual([['moved', 1]]);
    expect(Math.min(...Array.from(fan.fans[0]?.median ?? []))).toBeLessThan(0);
    expect(fan.level?.value).toBe(0);
  });
});

describe('the table of pins', () => {
  it.each(LANGUAGES)(
    'says what compare prints for the same scenarios, to the last digit (%s)',
    async (language) => {
      const { compare } = await answerPinned([base, moved], options);
      const printed = renderCompare(compare, { language, width: 200, colour: false })
        .split('\n')
        .map((line) => line.trim().split(/ {2,}/u));
      const table = (differences: boolean) =>
        pinnedTable(compare, { names: ['moved'], differences, everyYear: true }, language).groups.flatMap(
          ({ rows }) => rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
        );
      const differences = table(true);
      let compared = 0;
      for (const [index, [label = '', first, second]] of table(false).entries()) {
        const line = printed.find(([name]) => name === label);
        if (line === undefined) continue;
        const [difference, shares] = differences[index]?.[2]?.split('\n') ?? [];
        expect(line).toEqual([label, first, second, difference, ...(shares === undefined ? [] : [shares])]);
        compared++;
      }
      expect(compared).toBeGreaterThan(35);
    },
  );

  it('tells the coming year alone unless every year is asked', () => {
    const rows = (everyYear: boolean) =>
      pinnedTable(pinned.compare, { names: ['a', 'b'], differences: false, everyYear }, 'en').groups.flatMap(
        (group) => group.rows,
      );
    expect(rows(true).length).toBeGreaterThan(rows(false).length);
    expect(rows(false).some(([label]) => label === 'NVIDIA 2027')).toBe(true);
    expect(rows(false).some(([label]) => label === 'NVIDIA 2026')).toBe(false);
  });
});

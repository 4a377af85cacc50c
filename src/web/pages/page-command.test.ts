import { expect, it } from 'vitest';
import { PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import { commandOf } from './page-command.ts';
import { seriesOfPage } from './series/panels.ts';

const command = (page: string, query: string): string | undefined =>
  commandOf({ page, query }, { ...PLAIN_ADDRESS, seed: 3 }, '2026-09-30', 'ja')?.command;

it('gives the command that each page answers for', () => {
  const program = 'npx --no-install chokepoint';
  expect(command('shortage', '')).toBe(`${program} forecast --seed 3 --lang ja`);
  expect(command('fleet', '')).toBe(`${program} series fleet-running --by buyer --seed 3 --lang ja`);
  expect(command('buyers', 'measure=h100e')).toBe(
    `${program} series h100e --by designer-buyer --period year --seed 3 --lang ja`,
  );
  // A name out of an address that no page has, though every object does.
  expect(seriesOfPage('constructor')).toEqual([]);
  expect(command('asic', '')).toBe(`${program} asic --seed 3 --lang ja`);
  expect(command('training', 'model=own&flop=1e28&accelerator=nv_vr200')).toBe(
    `${program} train-cost --flop 1e28 --accelerator nv_vr200 --seed 3 --lang ja`,
  );
  expect(command('training', '')).toBe(`${program} train-cost deepseek-v3 --seed 3 --lang ja`);
  expect(command('sources', 'words=CoWoS+$(x)&metric=cowos_capacity')).toBe(
    `${program} facts CoWoS '$(x)' --metric cowos_capacity --as-of 2026-09-30 --lang ja`,
  );
  expect(command('record', '')).toBe(`${program} claims --lang ja`);
  expect(command('model', '')).toBeUndefined();
  const own = commandOf({ page: 'demand', query: '' }, PLAIN_ADDRESS, '2026-09-30', 'en', ['my figures.csv']);
  expect([own?.command, ...(own?.more ?? [])]).toEqual(
    [
      'series demand --by total',
      'series demand --by buyer',
      'series capex --by buyer --period year',
      'series order-book --by total',
      'facts --guidance --as-of 2026-09-30',
    ].map((words) => `${program} ${words} --figures 'my figures.csv'`),
  );
});

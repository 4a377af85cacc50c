import { expect, it } from 'vitest';
import { PLAIN_ADDRESS } from '../../scenario/scenario-url.ts';
import { commandOf } from './page-command.ts';

const command = (page: string, query: string): string | undefined =>
  commandOf({ page, query }, { ...PLAIN_ADDRESS, seed: 3 }, '2026-09-30', 'ja')?.command;

it('gives the command that each page answers for', () => {
  const program = 'npx --no-install chokepoint';
  expect(command('supply', '')).toBe(`${program} forecast --seed 3 --lang ja`);
  expect(command('training', 'model=own&flop=1e28&accelerator=nv_vr200')).toBe(
    `${program} train-cost --flop 1e28 --accelerator nv_vr200 --seed 3 --lang ja`,
  );
  expect(command('training', '')).toBe(`${program} train-cost deepseek-v3 --seed 3 --lang ja`);
  expect(command('sources', 'words=CoWoS+$(x)&metric=cowos_capacity')).toBe(
    `${program} facts CoWoS '$(x)' --metric cowos_capacity --as-of 2026-09-30 --lang ja`,
  );
  expect(command('record', '')).toBe(`${program} claims --lang ja`);
  expect(command('model', '')).toBeUndefined();
  const own = commandOf({ page: 'supply', query: '' }, PLAIN_ADDRESS, '2026-09-30', 'en', ['my figures.csv']);
  expect(own?.command).toBe(`${program} forecast --figures 'my figures.csv'`);
});

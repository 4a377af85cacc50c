import { beforeAll, describe, expect, it } from 'vitest';
import { evidence, runAsOf } from '../../../e2e/support/evidence.ts';
import { quantileOf } from '../../engine/index.ts';
import { runEnsemble } from '../ensemble.ts';
import { parseAddress } from '../figure/address.ts';
import { resolveFigure } from '../figure/resolve-figure.ts';
import { presentMonth } from '../run-about.ts';
import type { FigureSensitivity } from './figure-sensitivity.ts';
import { answerSensitivity } from './sensitivity.ts';
import type { SensitivityAnswer, SensitivityOptions } from './sensitivity.ts';
import { headlineFigures, watchFigures } from './watched-figures.ts';

const run = runAsOf('2026-09-30');
const headline = headlineFigures(run);
const options: SensitivityOptions = {
  draws: 256,
  seed: 3,
  method: 'variance',
  few: 4,
  trajectories: 20,
};

describe('the sensitivity of the headline', () => {
  let answer: SensitivityAnswer;
  const told: number[] = [];
  let all = 0;

  beforeAll(async () => {
    const progress = (done: number, of: number): void => {
      told.push(done);
      all = of;
    };
    answer = await answerSensitivity(run, evidence(), headline, { ...options, progress });
  });

  it('ranks every group, and measures the few with the largest mean effects', () => {
    for (const { groups, rest } of answer.figures) {
      expect(groups).toHaveLength(answer.groups.length);
      const measured = groups.filter(({ index }) => index !== null);
      expect(measured).toHaveLength(4);
      expect(groups.slice(0, 4)).toEqual(measured);
      const totals = measured.map(({ index }) => index!.total.value);
      expect(totals).toEqual([...totals].sort((a, b) => b - a));
      expect(rest).not.toBeNull();
    }
  });

  it('finds that budgets, the gap at the start and CoWoS matter, as holding them shows', () => {
    const [overdue] = answer.figures as [FigureSensitivity];
    const names = overdue.groups.slice(0, 4).map(({ group }) => group);
    expect(names).toEqual(expect.arrayContaining(['initial gap + initial overdue', 'cowos path']));
    const cowos = overdue.groups.find(({ group }) => group === 'cowos path')!;
    // More capacity, fewer months overdue.
    expect(cowos.lead.rank).toBeLessThan(0);
    expect(cowos.swing!.low.figure.mean).toBeGreaterThan(cowos.swing!.high.figure.mean);
    expect(cowos.swing!.inputs.length).toBeGreaterThan(3);
  });

  it('gives shares of variance that agree with each other', () => {
    for (const { groups, rest } of answer.figures) {
      for (const { index } of groups) {
        if (index === null) continue;
        expect(index.total.value).toBeGreaterThanOrEqual(0);
        // A first-order share is part of the total one, but for the errors of both.
        expect(index.first.low).toBeLessThanOrEqual(index.total.high);
      }
      const firsts = [...groups.map(({ index }) => index), rest].map((index) => index?.first.value ?? 0);
      expect(firsts.reduce((sum, first) => sum + first, 0)).toBeLessThan(1.3);
    }
  });

  it('tells of a figure that is 0 or 1, whose variance is its Brier score', () => {
    const [overdue, short, end] = answer.figures as [FigureSensitivity, FigureSensitivity, FigureSensitivity];
    expect([overdue.binary, short.binary, end.binary]).toEqual([false, true, false]);
    const p = short.summary.mean;
    expect(short.variance).toBeCloseTo((p * (1 - p) * 256) / 255, 10);
  });

  it('says where to look: every group’s assumptions and rows', () => {
    for (const { name, inputs, basis, assumptions, sources } of answer.groups) {
      expect(
        Object.values(basis).reduce((sum, count) => sum + count, 0),
        name,
      ).toBe(inputs);
      expect(assumptions.length + sources.length, name).toBeGreaterThan(0);
    }
    for (const { learn } of answer.figures) if (learn) expect(learn.first.low).toBeGreaterThan(0);
  });

  it('counts its runs, and tells how far it is', () => {
    const { runs, groups } = answer;
    expect(runs.screening).toBe(20 * (groups.length + 1));
    expect(runs.variance).toBe(256 * 7);
    expect(runs.tornado).toBeLessThanOrEqual(256 * (2 * 8 * 3 + 1));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(all);
  });

  it('is the same again, whoever draws', async () => {
    const again = await answerSensitivity(run, evidence(), headline, { ...options, workers: 1 });
    expect(again).toEqual(answer);
  });
});

describe('the sensitivity of one figure', () => {
  it('finds that capacity at a year’s end rests on the path to it alone', async () => {
    const capacity = resolveFigure(run, parseAddress('capacity/input/cowos/2027-12'));
    const { figures, groups } = await answerSensitivity(run, evidence(), [capacity], {
      ...options,
      draws: 512,
    });
    const [only] = figures as [FigureSensitivity];
    expect(only.figure).toMatchObject({ name: 'capacity', members: ['cowos'] });
    expect(only.figure.period).toMatchObject({ start: '2027-12-01', end: '2027-12-31' });
    expect(only.groups[0]).toMatchObject({ group: 'cowos path', lead: { input: 'cowos path[2027]' } });
    expect(only.groups[0]!.index!.total.value).toBeGreaterThan(0.5);
    expect(only.learn?.group).toBe('cowos path');
    expect(groups.find(({ name }) => name === 'price drift')?.inputs ?? 1).toBe(1);
  });

  it('screens nothing and measures nothing where only the draws are asked', async () => {
    const draws = await answerSensitivity(run, evidence(), headline, { ...options, method: 'draws' });
    expect(draws).toMatchObject({ trajectories: 0, measured: 0 });
    expect(draws.runs).toEqual({ screening: 0, variance: 256, tornado: 0 });
    const [figure] = draws.figures as [FigureSensitivity];
    expect(figure).toMatchObject({ rest: null, base: null, learn: null });
    const ranks = figure.groups.map(({ lead }) => Math.abs(lead.rank));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(figure.groups.every(({ screening, index }) => screening === null && index === null)).toBe(true);
  });

  it('is told with the address by which explain knows it', async () => {
    const asked = ['own-chip-share/h100e/2027', 'shipments/designer/NVIDIA,AMD/2027Q1'];
    const figures = asked.map((text) => resolveFigure(run, parseAddress(text)));
    const answer = await answerSensitivity(run, evidence(), figures, { ...options, method: 'draws' });
    expect(answer.figures.map(({ figure }) => figure.address)).toEqual(asked);
  });
});

describe('bars of a tornado', () => {
  it('are what an ensemble gives with the lead held by hand', async () => {
    const { figures } = await answerSensitivity(run, evidence(), headline, options);
    const [{ groups }] = figures as [FigureSensitivity];
    const cowos = groups.find(({ group }) => group === 'cowos path')!;
    const { book, figures: watched } = watchFigures(run, headline);
    const held = cowos.swing!.inputs.map((name) => ({
      index: run.inputs.findIndex((input) => input.name === name),
      value: quantileOf(run.beliefs.get(name)!.distribution, 0.1),
    }));
    let sum = 0;
    await runEnsemble(
      run,
      book.requests,
      { draws: 256, seed: 3, method: 'philox', workers: 1 },
      {
        variants: [{}, { held }],
        gather: (block) => {
          for (const value of watched[0]!.read(block, 1)) sum += value;
        },
      },
    );
    expect(cowos.swing!.low.figure.mean).toBeCloseTo(sum / 256, 10);
    expect(presentMonth(run)).toBe(watched[2]!.period.first);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import { constant, createInterpreter, ModelBuilder } from './index.ts';

const MONTHS = 48;

function delayed(kind: 'delay' | 'erlang', settings: { maximumLag?: number; stages?: number }) {
  const m = new ModelBuilder('delay');
  const entering = m.table({ name: 'entering', unit: 'unit/month' });
  const lag = m.input({ name: 'lag', unit: 'month' });
  const before = m.input({ name: 'before', unit: 'unit/month' });
  const description = {
    name: 'leaving',
    unit: 'unit/month',
    input: () => entering.at(),
    before: () => before.at(),
  };
  const inside =
    kind === 'delay'
      ? m.delay({ ...description, lag: () => lag.at(), maximumLag: settings.maximumLag ?? 6 }).inTransit
      : m.erlangDelay({ ...description, mean: () => lag.at(), stages: settings.stages ?? 4 }).inPipeline;
  const closing = m.variable({ name: 'inside', unit: 'unit' }, () => inside.at());
  const kernel = createInterpreter(m.build(), ['leaving', closing.name]);
  return (x: readonly number[], months: number, earlier: number): { out: number[]; inside: number[] } => {
    const result = new Float64Array(2 * x.length);
    kernel.run(Float64Array.of(months, earlier), Float64Array.from(x), x.length, result);
    return {
      out: x.map((_, month) => result[2 * month]!),
      inside: x.map((_, month) => result[2 * month + 1]!),
    };
  };
}

const path = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), {
  minLength: MONTHS,
  maxLength: MONTHS,
});
const amount = fc.double({ min: 0, max: 1000, noNaN: true });

describe('delay', () => {
  const run = delayed('delay', { maximumLag: 6 });

  it.each([
    [0, [10, 0, 0, 0, 0]],
    [1, [0, 10, 0, 0, 0]],
    [2.25, [0, 0, 7.5, 2.5, 0]],
    [0.5, [5, 5, 0, 0, 0]],
  ])('lets a pulse out after %d months', (lag, expected) => {
    expect(run([10, 0, 0, 0, 0], lag, 0).out).toEqual(expected);
  });

  it('is the weighted sum of past inputs', () => {
    fc.assert(
      fc.property(path, fc.double({ min: 0, max: 6, noNaN: true }), amount, (x, lag, before) => {
        const { out } = run(x, lag, before);
        for (const [month, value] of out.entries()) {
          let expected = 0;
          for (let j = 0; j <= 6; j++)
            expected += Math.max(0, 1 - Math.abs(j - lag)) * (x[month - j] ?? before);
          expect(value).toBeCloseTo(expected, 8);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('loses and makes nothing, whatever the lag', () => {
    fc.assert(
      fc.property(path, fc.double({ min: -2, max: 9, noNaN: true }), amount, (x, lag, before) => {
        const { out, inside } = run(x, lag, before);
        const held = Math.min(6, Math.max(0, lag));
        expect(inside[0]).toBeCloseTo(before * held, 8);
        for (let month = 1; month < MONTHS; month++) {
          const balance = inside[month - 1]! + x[month - 1]! - out[month - 1]!;
          expect(inside[month]).toBeCloseTo(balance, 8);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('carries on steadily from what came before', () => {
    const { out } = run(
      Array.from({ length: 8 }, () => 7),
      3.7,
      7,
    );
    for (const value of out) expect(value).toBeCloseTo(7, 12);
  });

  it('keeps what is inside when the lag changes', () => {
    const m = new ModelBuilder('slip');
    const lag = m.table({ name: 'lag', unit: 'month' });
    const entering = m.table({ name: 'entering', unit: 'unit/month' });
    m.delay({
      name: 'd',
      unit: 'unit/month',
      input: () => entering.at(),
      lag: () => lag.at(),
      maximumLag: 4,
      before: () => 0,
    });
    const out = new Float64Array(6);
    createInterpreter(m.build(), ['d']).run(
      new Float64Array(),
      Float64Array.of(3, 3, 1, 1, 1, 1, 10, 20, 30, 0, 0, 0),
      6,
      out,
    );
    expect([...out]).toEqual([0, 0, 0, 40, 20, 0]);
  });

  it('needs a whole maximum', () => {
    const m = new ModelBuilder('wrong');
    const make = () =>
      m.delay({
        name: 'd',
        unit: '1',
        input: () => 1,
        lag: () => constant(1, 'month'),
        maximumLag: 2.5,
        before: () => 0,
      });
    expect(make).toThrow(ProblemError);
  });

  it('names the equation when the lag is no time', () => {
    const m = new ModelBuilder('wrong');
    m.delay({
      name: 'd',
      unit: '1',
      input: () => 1,
      lag: () => constant(1, 'week'),
      maximumLag: 2,
      before: () => 0,
    });
    expect(() => m.build()).toThrow(/unit-mismatch.*"equation":"d: lag"/);
  });
});

describe('erlangDelay', () => {
  const run = delayed('erlang', { stages: 3 });

  it('loses and makes nothing, and never goes negative', () => {
    fc.assert(
      fc.property(path, fc.double({ min: 0, max: 30, noNaN: true }), amount, (x, mean, before) => {
        const { out, inside } = run(x, mean, before);
        expect(inside[0]).toBeCloseTo(before * mean, 6);
        for (let month = 1; month < MONTHS; month++) {
          expect(inside[month]).toBeCloseTo(inside[month - 1]! + x[month - 1]! - out[month - 1]!, 6);
          expect(out[month]).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps a pulse for the mean, with the variance stated', () => {
    const mean = 5;
    const { out } = run([1, ...Array.from({ length: 199 }, () => 0)], mean, 0);
    const moment = (power: number) => out.reduce((total, share, month) => total + share * month ** power, 0);
    expect(moment(0)).toBeCloseTo(1, 12);
    expect(moment(1)).toBeCloseTo(mean, 8);
    expect(moment(2) - moment(1) ** 2).toBeCloseTo(mean + mean ** 2 / 3, 6);
  });

  it('passes straight through when the mean is zero', () => {
    expect(run([3, 1, 4, 1, 5], 0, 2).out).toEqual([3, 1, 4, 1, 5]);
  });

  it('carries on steadily from what came before', () => {
    for (const value of run(
      Array.from({ length: 8 }, () => 7),
      4.2,
      7,
    ).out)
      expect(value).toBeCloseTo(7, 12);
  });
});

function smoothed(x: readonly number[], time: number, initial: number): number[] {
  const m = new ModelBuilder('smooth');
  const input = m.table({ name: 'x', unit: 'unit' });
  const average = m.smooth({
    name: 'average',
    unit: 'unit',
    input: () => input.at(),
    time: () => constant(time, 'month'),
    initial: () => constant(initial, 'unit'),
  });
  const out = new Float64Array(x.length);
  createInterpreter(m.build(), [average.name]).run(new Float64Array(), Float64Array.from(x), x.length, out);
  return [...out];
}

describe('smooth', () => {
  it('closes 1/time of the gap each month', () => {
    expect(smoothed([8, 8, 8, 8], 2, 0)).toEqual([0, 4, 6, 7]);
  });

  it('follows a month late when the time is a month or less', () => {
    expect(smoothed([1, 2, 3], 0.2, 9)).toEqual([9, 1, 2]);
  });

  it('stays within the range of its inputs', () => {
    fc.assert(
      fc.property(path, fc.double({ min: 0, max: 40, noNaN: true }), amount, (x, time, initial) => {
        const low = Math.min(initial, ...x);
        const high = Math.max(initial, ...x);
        for (const value of smoothed(x, time, initial)) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-9);
          expect(value).toBeLessThanOrEqual(high + 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Lever, LeverCatalogue } from '../model/lever.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { resolveScenario, withOverrides } from './resolve-scenario.ts';
import type { Scenario } from './scenario.ts';

const lever = (
  path: string,
  unit: string,
  minimum: number,
  maximum: number,
  more: Partial<Lever> = {},
): Lever => ({
  path,
  unit,
  kind: 'assumption',
  apply: 'replace',
  default: null,
  minimum,
  maximum,
  label: { en: path, ja: path },
  why: { en: '', ja: '' },
  ...more,
});

const catalogue: LeverCatalogue = {
  levers: [
    lever('packaging.total', 'wafer/month', 0, 1e6),
    lever('demand.capex', '1', 0, 10, { apply: 'multiply', default: 1 }),
    lever('demand.initial-gap', 'fraction', 0, 0.9),
    lever('power.per-year', 'GW/year', 0, 100),
    lever('deployment.lag', 'month', 0, 24),
    lever('bust.month', 'month', 0, 72, { origin: '2026-01-01' }),
    lever('price.budget', 'USD bn', 0, 5000),
    lever('allocation.rule', '1', 0, 2, { choices: ['contracts-first', 'proportional', 'strict-priority'] }),
  ],
  plants: ['AP7 Chiayi P1', 'AP8 Tainan'],
  products: ['h100', 'b300'],
  programmes: ['Trainium'],
};

function resolve(files: Record<string, string>, name = 'mine'): Scenario {
  const load = (wanted: string): { file: string; text: string } | undefined => {
    const file = Object.hasOwn(files, wanted) ? wanted : `${wanted}.yaml`;
    const text = files[file];
    return text === undefined ? undefined : { file, text };
  };
  return resolveScenario(name, { catalogue, load, names: ['latest', 'february-2025'] });
}

function problemsOf(files: Record<string, string> | string): readonly Problem[] {
  try {
    resolve(typeof files === 'string' ? { 'mine.yaml': files } : files);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

const at = (line: number, column: number, file = 'mine.yaml') => ({ file, line, column });

describe('values of levers', () => {
  it.each([
    ['packaging.total', '40000', 40000],
    ['packaging.total', '40000 wafer/month', 40000],
    ['packaging.total', '75k wafers per month', 75000],
    ['packaging.total', '120000 wafers/quarter', 40000],
    ['demand.capex', 'x1.25', 1.25],
    ['demand.capex', '125 percent', 1.25],
    ['demand.capex', '57%', 0.57],
    ['demand.initial-gap', '12 percent', 0.12],
    ['power.per-year', '2500 MW/year', 2.5],
    ['power.per-year', '0.5 GW/month', 6],
    ['deployment.lag', '2 quarters', 6],
    ['deployment.lag', '1.5 years', 18],
    ['price.budget', '1.2 USD tn', 1200],
    ['price.budget', '300', 300],
    ['allocation.rule', 'proportional', 'proportional'],
    [
      'demand.initial-gap',
      '{low: 5 percent, mode: 0.12, high: 0.3}',
      { kind: 'triangular', low: 0.05, mode: 0.12, high: 0.3 },
    ],
    ['demand.capex', '{low: 0.9, high: x1.3}', { kind: 'uniform', low: 0.9, high: 1.3 }],
  ])('%s: %s', (path, written, expected) => {
    expect(resolve({ 'mine.yaml': `set:\n  ${path}: ${written}\n` }).overrides[0]?.value).toEqual(expected);
  });
});

describe('parents', () => {
  const parent = `
name: base
asOf: 2025-02-15
title: {en: Base, ja: 基本}
set: {packaging.total: 40000, demand.capex: 1.1}
delay: {AP7 Chiayi P1: 3 months, AP8 Tainan: 1 month}
remove: [h100]
`;

  it('gives what the child does not say and loses where it does', () => {
    const child = `
extends: base.yaml
title: {en: Mine}
set: {demand.capex: x2}
delay: {AP8 Tainan: 6 months}
remove: [Trainium, AP7 Chiayi P1]
`;
    const scenario = resolve({ 'plans/mine.yaml': child, 'plans/base.yaml': parent }, 'plans/mine.yaml');
    expect(scenario).toMatchObject({
      name: 'mine',
      file: 'plans/mine.yaml',
      asOf: '2025-02-15',
      title: { en: 'Mine', ja: 'Mine' },
      why: { en: '', ja: '' },
      chain: ['base', 'mine'],
      delays: [{ plant: 'AP8 Tainan', months: 6 }],
      removals: ['AP7 Chiayi P1', 'Trainium', 'h100'],
    });
    expect(scenario.overrides).toEqual([
      { path: 'demand.capex', unit: '1', value: 2, place: { file: 'plans/mine.yaml', line: 4, column: 21 } },
      {
        path: 'packaging.total',
        unit: 'wafer/month',
        value: 40000,
        place: { file: 'plans/base.yaml', line: 5, column: 24 },
      },
    ]);
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
  });

  it('is found from the folder of the file that names it', () => {
    const files = { 'a/b/mine.yaml': 'extends: ../base.yaml', 'a/base.yaml': parent };
    expect(resolve(files, 'a/b/mine.yaml').chain).toEqual(['base', 'mine']);
  });

  it('reports the whole cycle', () => {
    const files = { 'mine.yaml': 'extends: one', 'one.yaml': 'extends: two', 'two.yaml': '\nextends: one' };
    expect(problemsOf(files)).toEqual([
      {
        code: 'cyclic-extends',
        place: at(2, 10, 'two.yaml'),
        params: { name: 'one', found: 'one → two → one' },
      },
    ]);
    expect(problemsOf('extends: mine')[0]?.params['found']).toBe('mine → mine');
  });

  it('reports a missing one with the nearest shipped name', () => {
    expect(problemsOf('extends: lastest')).toEqual([
      {
        code: 'unknown-scenario',
        place: at(1, 10),
        params: { expected: 'scenario', found: 'lastest', nearest: 'latest' },
      },
    ]);
    expect(() => resolve({}, 'febuary-2025')).toThrow('february-2025');
  });
});

/** `line:column code key=value; …`, so that a fixture and its problem read on two lines. */
function summary(problem: Problem): string {
  const params = Object.entries(problem.params).map(([key, value]) => `${key}=${value}`);
  return `${problem.place?.line}:${problem.place?.column} ${problem.code} ${params.join('; ')}`;
}

describe('one fixture for each error', () => {
  const keys = 'name, extends, title, why, asOf, set, delay, remove';
  const choices = 'contracts-first, proportional, strict-priority';
  it.each<[string, string, string]>([
    [
      'duplicate key',
      'set:\n  demand.capex: 1\n  demand.capex: 2',
      '3:3 duplicate-key name=demand.capex; line=2; column=3',
    ],
    [
      'unknown key',
      'asof: 2025-02-15',
      `1:1 unknown-key name=scenario-file; expected=${keys}; found=asof; nearest=asOf`,
    ],
    ['unknown language', 'title:\n  de: Meins', '2:3 unknown-key name=title; expected=en, ja; found=de'],
    [
      'unknown lever',
      'set:\n  packaging.totl: 1',
      '2:3 unknown-lever expected=lever; found=packaging.totl; nearest=packaging.total',
    ],
    [
      'group of levers',
      'set: {power: 1}',
      '1:7 unknown-lever expected=lever; found=power; nearest=power.per-year',
    ],
    [
      'unknown plant',
      'delay:\n  AP8 Tainen: 6',
      '2:3 unknown-name expected=plant; found=AP8 Tainen; nearest=AP8 Tainan',
    ],
    [
      'unknown product',
      'remove:\n  - b300\n  - h1000',
      '3:5 unknown-name expected=plant, product or programme; found=h1000; nearest=h100',
    ],
    [
      'wrong unit',
      'set:\n  packaging.total: 40000 USD',
      '2:20 wrong-unit name=packaging.total; expected=wafer/month; found=40000 USD',
    ],
    [
      'factor for a quantity',
      'set:\n  packaging.total: x1.2',
      '2:20 wrong-unit name=packaging.total; expected=wafer/month; found=x1.2',
    ],
    [
      'unknown unit',
      'set:\n  packaging.total: 4 waver/month',
      '2:20 unknown-unit name=packaging.total; expected=wafer/month; nearest=wafer; found=4 waver/month',
    ],
    [
      'number with a comma',
      'set:\n  packaging.total: 40,000',
      '2:20 unreadable-number name=packaging.total; expected=wafer/month; found=40,000',
    ],
    [
      'negative capacity',
      'set:\n  packaging.total: -1',
      '2:20 below-minimum name=packaging.total; expected=0 wafer/month; found=-1',
    ],
    [
      'above the maximum',
      'set:\n  deployment.lag: 3 years',
      '2:19 above-maximum name=deployment.lag; expected=24 month; found=3 years',
    ],
    [
      'NaN',
      'set: {demand.capex: .nan}',
      '1:21 not-finite name=demand.capex; expected=plain number; found=.nan',
    ],
    [
      'NaN with a unit',
      'set: {demand.capex: NaN percent}',
      '1:21 not-finite name=demand.capex; expected=plain number; found=NaN percent',
    ],
    [
      'infinity',
      'set: {demand.capex: 1e999}',
      '1:21 not-finite name=demand.capex; expected=plain number; found=1e999',
    ],
    ['date format', 'asOf: 15 Feb 2025', '1:7 date-format name=asOf; expected=YYYY-MM-DD; found=15 Feb 2025'],
    ['no such day', 'asOf: 2025-02-29', '1:7 no-such-day name=asOf; expected=YYYY-MM-DD; found=2025-02-29'],
    [
      'negative delay',
      'delay:\n  AP8 Tainan: -2 months',
      '2:15 negative-delay name=AP8 Tainan; expected=0 month; found=-2 months',
    ],
    [
      'range out of order',
      'set:\n  demand.capex: {low: 1, mode: 3, high: 2}',
      '2:17 range-out-of-order name=demand.capex; expected=low ≤ mode ≤ high, low < high; found=1, 3, 2',
    ],
    ['half a range', 'set:\n  demand.capex: {low: 1}', '2:17 missing-key name=demand.capex; expected=high'],
    [
      'stranger in a range',
      'set:\n  demand.capex: {low: 1, high: 2, mod: 1}',
      '2:35 unknown-key name=demand.capex; expected=low, mode, high; found=mod; nearest=mode',
    ],
    [
      'bound below the minimum',
      'set:\n  demand.capex: {low: -1, high: 2}',
      '2:23 below-minimum name=demand.capex.low; expected=0; found=-1',
    ],
    [
      'unknown choice',
      'set:\n  allocation.rule: proportionel',
      `2:20 unknown-choice name=allocation.rule; expected=${choices}; found=proportionel; nearest=proportional`,
    ],
    [
      'number for a choice',
      'set:\n  allocation.rule: 2',
      `2:20 wrong-type name=allocation.rule; expected=${choices}; found=2`,
    ],
    [
      'list for a number',
      'set:\n  demand.capex: [1]',
      '2:17 wrong-type name=demand.capex; expected=number-or-range; found=list',
    ],
    [
      'nothing for a number',
      'set:\n  demand.capex:',
      '2:16 wrong-type name=demand.capex; expected=number-or-range; found=nothing',
    ],
    ['text for a list', 'remove: h100', '1:9 wrong-type name=remove; expected=list; found=h100'],
    ['list for a map', 'set: [demand.capex]', '1:6 wrong-type name=set; expected=map; found=list'],
    ['empty file', '', '1:1 wrong-type name=scenario-file; expected=map; found=nothing'],
    ['number for a name', 'name: 3', '1:7 wrong-type name=name; expected=text; found=3'],
    [
      'delayed and removed',
      'delay: {AP8 Tainan: 1}\nremove: [AP8 Tainan]',
      '1:21 delayed-and-removed name=AP8 Tainan',
    ],
    ['alias to nothing', 'name: *other', '1:7 unknown-alias found=other'],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text).map(summary)[0]).toBe(expected);
  });

  it.each([
    ['broken YAML', 'set: [1', 'BAD_INDENT', at(1, 8)],
    ['unknown tag', 'name: !secret x', 'TAG_RESOLVE_FAILED', at(1, 7)],
  ])('%s', (_, text, name, place) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => [problem.code, problem.place, problem.params['name']])).toEqual([
      ['yaml-syntax', place, name],
    ]);
  });

  it('an alias that contains itself ends in a problem, not in a loop', () => {
    expect(problemsOf('set: &all {demand.capex: *all}').map((problem) => problem.code)).toContain(
      'nested-too-deep',
    );
  });
});

describe('every error at once', () => {
  it('comes from one file, in order of place, and from its parents', () => {
    const mine = [
      'asOf: 2025-13-01',
      'extends: base',
      'sets: {}',
      'set:',
      '  packaging.total: -5 wafer/month',
      '  demand.capx: 2',
      '  deployment.lag: 3 GW',
      '  demand.capex: {low: 2, high: 1}',
      'delay:',
      '  AP9: -1',
      'remove:',
      '  - b30',
      '  - [x]',
    ].join('\n');
    const found = problemsOf({ 'mine.yaml': mine, 'base.yaml': 'set: {demand.capex: .inf}\nasOf: soon' });
    expect(found.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
      ['no-such-day', 'mine.yaml', 1, 7],
      ['unknown-key', 'mine.yaml', 3, 1],
      ['below-minimum', 'mine.yaml', 5, 20],
      ['unknown-lever', 'mine.yaml', 6, 3],
      ['wrong-unit', 'mine.yaml', 7, 19],
      ['range-out-of-order', 'mine.yaml', 8, 17],
      ['unknown-name', 'mine.yaml', 10, 3],
      ['negative-delay', 'mine.yaml', 10, 8],
      ['unknown-name', 'mine.yaml', 12, 5],
      ['wrong-type', 'mine.yaml', 13, 5],
      ['not-finite', 'base.yaml', 1, 21],
      ['date-format', 'base.yaml', 2, 7],
    ]);
  });
});

describe('withOverrides', () => {
  it('puts the further ones in the place of the scenario’s own', () => {
    const scenario = resolve({ 'mine.yaml': 'set: {demand.capex: 1, packaging.total: 2}' });
    const further = { path: 'demand.capex', unit: '1', value: 3, place: { file: '--set', column: 14 } };
    expect(withOverrides(scenario, [further]).overrides.map(({ value }) => value)).toEqual([3, 2]);
  });
});

describe('a month of the calendar', () => {
  const months = (written: string): unknown => {
    const { overrides } = resolve({ 'mine.yaml': `set:\n  bust.month: ${written}\n` });
    return overrides[0]?.value;
  };

  it('counts from the start of the run, as months do', () => {
    expect(months('2027-03')).toBe(14);
    expect(months('14')).toBe(14);
    expect(months('14 months')).toBe(14);
    expect(months('2027-03-16')).toBeCloseTo(14.5, 1);
    expect(months('{ low: 2026-07, high: 2027-01 }')).toEqual({ kind: 'uniform', low: 6, high: 12 });
  });

  it('lies within the run', () => {
    expect(() => months('2025-12')).toThrow(ProblemError);
    expect(() => months('2032-02')).toThrow(ProblemError);
    expect(() => months('2027-13')).toThrow(ProblemError);
  });
});

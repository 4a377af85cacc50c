import { describe, expect, it } from 'vitest';
import { DrawBench } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { randomScenario } from '../../e2e/support/random-scenario.ts';
import { memoryMakers, packageInputs } from './catalogue.ts';
import { computeParts } from './efficiency.ts';
import { expandable } from './expansion.ts';

/** Random scenarios for each of two days. */
const SCENARIOS = 1000;
const TOLERANCE = 1e-9;
/** A supply that ran out leaves rounding dust behind, which halves its digits month by month; below this it is nothing. */
const DUST = 1e-100;
/** Logarithms, growth, dates counted from the start of the run, and a difference: all that may be below zero. */
const SIGNED = new Set([
  'budget growth',
  'log budget',
  'planned budget ahead: monthly',
  'memory generation start',
  'surplus in transit',
  'pull of a line',
  'pull followed',
]);

/** A product of scalars in a month, or in the next: what a stock closes with is its opening of the month after. */
interface Term {
  readonly columns: readonly number[];
  readonly next: boolean;
}

interface Rule {
  readonly text: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly atMost: boolean;
}

/** Every rule of "It must hold" that compares sums of one month. */
function rulesOf(bench: DrawBench): Rule[] {
  const { sets, catalogue } = bench.run.model;
  const rules: Rule[] = [];
  const now = (...names: string[]): Term => ({
    columns: names.map((name) => bench.column(name)),
    next: false,
  });
  const next = (...names: string[]): Term => ({ ...now(...names), next: true });
  const equal = (text: string, left: readonly Term[], right: readonly Term[]): void =>
    void rules.push({ text, left, right, atMost: false });
  const atMost = (text: string, left: readonly Term[], right: readonly Term[]): void =>
    void rules.push({ text, left, right, atMost: true });

  for (const input of packageInputs)
    atMost(
      `${input} used within what there is`,
      [now(`wafers used[${input}]`)],
      [now(`wafers offered[${input}]`)],
    );
  atMost('CoWoS used within capacity', [now('wafers used[cowos]')], [now('packaging capacity')]);
  equal(
    'HBM used is that of the makers',
    [now('wafers used[hbm]')],
    memoryMakers.map((maker) => now(`memory used[${maker}]`)),
  );
  for (const maker of memoryMakers) {
    atMost(
      `${maker} within what there is`,
      [now(`memory used[${maker}]`)],
      [now(`memory available[${maker}]`)],
    );
    equal(
      `memory of ${maker} is in packages or in stock`,
      [now(`memory stock[${maker}]`), now(`memory finished[${maker}]`)],
      [now(`memory used[${maker}]`), next(`memory stock[${maker}]`)],
    );
    equal(
      `memory started by ${maker} is in the pipe or finished`,
      [now(`memory finished: in transit[${maker}]`), now(`memory wafer starts[${maker}]`)],
      [now(`memory finished[${maker}]`), next(`memory finished: in transit[${maker}]`)],
    );
  }
  for (const node of sets.node.members)
    atMost(
      `dies of ${node} are not made from nothing`,
      [next(`die bank[${node}]`), now(`wafers used[${node}]`)],
      [now(`die bank[${node}]`), now(`logic finished[${node}]`)],
    );
  for (const resource of expandable) {
    const stages = [1, 2, 3, 4, 5, 6].map((stage) => `expansion stage ${stage}[${resource}]`);
    equal(
      `capacity of ${resource} ordered is coming, in use or cancelled`,
      [...stages.map((stage) => now(stage)), now(`expansion orders[${resource}]`)],
      [
        ...stages.map((stage) => next(stage)),
        now(`expansion arrivals[${resource}]`),
        now(`expansion cancelled[${resource}]`),
      ],
    );
  }
  for (const { id } of catalogue.products)
    equal(
      `packages of ${id} started are delivered, in transit or unsold`,
      [
        now(`packages finished: in transit[${id}]`),
        now(`unsold packages[${id}]`),
        now(`package starts by product[${id}]`),
      ],
      [
        now(`delivered packages[${id}]`),
        next(`packages finished: in transit[${id}]`),
        next(`unsold packages[${id}]`),
      ],
    );
  for (const buyer of sets.buyer.members) {
    for (const measure of ['unit', 'H100e', 'kW']) {
      const owned = `owned ${measure}[${buyer}]`;
      equal(
        `${measure} owned by ${buyer} runs or waits`,
        [now(owned)],
        [now(`running ${measure}[${buyer}]`), now(`waiting ${measure}[${buyer}]`)],
      );
      atMost(
        `${measure} of ${buyer} come from deliveries`,
        [next(owned)],
        [now(owned), next(`delivered ${measure}[${buyer}]`)],
      );
    }
    atMost(
      `what ${buyer} runs has power`,
      [now(`running kW[${buyer}]`)],
      [next(`energised power[${buyer}]`)],
    );
  }
  for (const channel of sets.channel.members)
    equal(
      `overdue and due of ${channel} is delivered, cancelled or overdue`,
      [now(`overdue demand[${channel}]`), now(`due demand[${channel}]`)],
      [
        now(`delivered value[${channel}]`),
        now(`cancelled demand[${channel}]`),
        next(`overdue demand[${channel}]`),
      ],
    );
  for (const line of sets.line.members)
    equal(
      `USD of ${line} by buyer and by product`,
      sets.channelsOfLine(line).map((channel) => now(`delivered value[${channel}]`)),
      sets
        .productsOf(line)
        .map((product) => now(`delivered packages[${product}]`, `selling price[${product}]`, 'price index')),
    );
  for (const [byBuyer, byProduct] of [
    ['delivered unit', 'delivered packages'],
    ['delivered H100e', 'delivered H100e of product'],
  ])
    equal(
      `${byBuyer} by buyer and by product`,
      sets.buyer.members.map((buyer) => now(`${byBuyer}[${buyer}]`)),
      catalogue.products.map(({ id }) => now(`${byProduct}[${id}]`)),
    );
  for (const line of sets.line.members)
    for (const [bySale, byProduct] of [
      ['delivered unit of sale', 'delivered packages'],
      ['delivered H100e of sale', 'delivered H100e of product'],
    ])
      equal(
        `${bySale} of ${line} by buyer and by product`,
        sets.channelsOfLine(line).map((channel) => now(`${bySale}[${channel}]`)),
        sets.productsOf(line).map((product) => now(`${byProduct}[${product}]`)),
      );
  return rules;
}

interface ShareRule {
  readonly text: string;
  readonly shares: readonly number[];
  /** Where none of these is above zero there is nothing to share, and the shares are zero. */
  readonly given: readonly number[];
}

function shareRulesOf(bench: DrawBench): ShareRule[] {
  const { sets } = bench.run.model;
  const columns = (names: readonly string[]): number[] => names.map((name) => bench.column(name));
  return [
    ...sets.line.members.map((line) => ({
      text: `products of ${line}`,
      shares: columns(sets.productsOf(line).map((product) => `product mix[${product}]`)),
      given: columns(sets.productsOf(line).map((product) => `captured share[${product}]`)),
    })),
    ...sets.buyer.members.map((buyer) => ({
      text: `budget of ${buyer}`,
      shares: columns(sets.channelsOfBuyer(buyer).map((channel) => `budget share[${channel}]`)),
      given: columns(sets.channelsOfBuyer(buyer).map((channel) => `appeal[${channel}]`)),
    })),
    ...['part of compute', 'part of demand'].map((family) => ({
      text: family,
      shares: columns(computeParts.map((part) => `${family}[${part}]`)),
      given: columns(['price index']),
    })),
    ...['all', 'gpu'].map((scope) => ({
      text: `what binds ${scope}`,
      shares: columns(
        [...packageInputs, 'own supply', 'demand'].map((limit) => `binding[${scope},${limit}]`),
      ),
      given: columns(['price index']),
    })),
  ];
}

/** What one draw breaks, as sentences. */
function judge(
  bench: DrawBench,
  rules: readonly Rule[],
  shares: readonly ShareRule[],
  values: Float64Array,
): string[] {
  const width = bench.outputs.length;
  const wrong: string[] = [];
  const sum = (terms: readonly Term[], month: number): number => {
    let whole = 0;
    for (const { columns, next } of terms) {
      const row = (next ? month + 1 : month) * width;
      let part = 1;
      for (const column of columns) part *= values[row + column] ?? Number.NaN;
      whole += part;
    }
    return whole;
  };
  for (const { text, left, right, atMost } of rules) {
    const months = [...left, ...right].some((term) => term.next) ? bench.months - 1 : bench.months;
    for (let month = 0; month < months; month++) {
      const [a, b] = [sum(left, month), sum(right, month)];
      const allowed = TOLERANCE * Math.max(Math.abs(a), Math.abs(b)) + DUST;
      if (atMost ? a <= b + allowed : Math.abs(a - b) <= allowed) continue;
      wrong.push(`${text}, month ${month}: ${a} ${atMost ? '>' : '≠'} ${b}`);
      break;
    }
  }
  for (const rule of shares) {
    for (let month = 0; month < bench.months; month++) {
      const at = (column: number): number => values[month * width + column] ?? Number.NaN;
      const whole = rule.shares.reduce((total, column) => total + at(column), 0);
      if (Math.abs(whole - (rule.given.some((column) => at(column) > 0) ? 1 : 0)) <= TOLERANCE) continue;
      wrong.push(`shares of ${rule.text}, month ${month}: ${whole}`);
      break;
    }
  }
  return wrong;
}

/** Values that are not finite, or below zero where they count something. */
function impossible(bench: DrawBench, signed: readonly boolean[], values: Float64Array): string[] {
  const width = bench.outputs.length;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    if (value >= 0 && value < Number.POSITIVE_INFINITY) continue;
    if (signed[place % width] && Number.isFinite(value)) continue;
    return [`${bench.outputs[place % width]}, month ${Math.floor(place / width)}: ${value}`];
  }
  return [];
}

describe.each(DAYS)('It must hold, as of %s', (day) => {
  it(`for ${SCENARIOS} random scenarios`, () => {
    const bench = new DrawBench(runAsOf(day));
    const { graph } = bench.run.model;
    const families = new Map([...graph.variables, ...graph.states].map(({ name, family }) => [name, family]));
    const signed = bench.outputs.map((name) => SIGNED.has(families.get(name) ?? ''));
    const [rules, shares] = [rulesOf(bench), shareRulesOf(bench)];
    const buffer = new Float64Array(bench.months * bench.outputs.length);
    const wrong: string[] = [];
    for (let scenario = 0; scenario < SCENARIOS && wrong.length < 10; scenario++) {
      const { inputs, set } = randomScenario(bench, scenario);
      const { values } = bench.result(inputs, buffer);
      const found = [...impossible(bench, signed, values), ...judge(bench, rules, shares, values)];
      if (found.length > 0)
        wrong.push(`scenario ${scenario}: ${found.slice(0, 4).join('; ')}; with ${JSON.stringify([...set])}`);
    }
    expect(wrong).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { answerExplain, seriesFigureAsked } from '../src/answers/explain.ts';
import type { ExplainAnswer, SeriesFigureQuestion } from '../src/answers/explain.ts';
import { InputReasons, inputsBehind } from '../src/answers/explain-inputs.ts';
import type { ExplainNode } from '../src/answers/explain-tree.ts';
import { createSampler, traceDraw } from '../src/engine/index.ts';
import { reduceExpression } from '../src/engine/expression-reduction.ts';
import { ExpressionValues } from '../src/engine/expression-value.ts';
import type { Expr } from '../src/engine/index.ts';
import { ProblemError } from '../src/problem/problem.ts';
import { DAYS, evidence, runAsOf } from './support/evidence.ts';
import { expectSourced } from './support/sourced-input.ts';

const CALENDAR = ['elapsed', 'year-end weight', 'mid-year ahead', 'mid-year passes'];
const QUESTIONS: readonly (SeriesFigureQuestion & { readonly depth: number })[] = [
  { name: 'shipments', by: 'family', member: 'B300 incl. GB300', period: '2026Q4', depth: 8 },
  { name: 'revenue', by: 'designer', member: 'NVIDIA', period: '2026', depth: 6 },
  { name: 'capacity', by: 'input', member: 'cowos', period: '2026-12', depth: 6 },
  { name: 'overdue-months', by: 'total', member: 'gpu', period: '2026Q4', depth: 20 },
];
const familyOf = (name: string): string => name.split('[')[0] ?? name;

/** Every node at which the tree ends. */
function leavesOf(nodes: readonly ExplainNode[]): ExplainNode[] {
  return nodes.flatMap((node) => (node.parts.length > 0 ? leavesOf(node.parts) : [node]));
}

describe('explanations end in sources or marked assumptions', () => {
  const run = runAsOf('2026-09-30');
  const { graph } = run.model;
  const explain = ({ depth, ...asked }: (typeof QUESTIONS)[number]): Promise<ExplainAnswer> =>
    answerExplain(run, evidence(), { figure: seriesFigureAsked(run, asked), depth }, { draws: 8, seed: 1 });

  it.each(QUESTIONS)('$name of $member', async (question) => {
    const answer = await explain(question);
    const inputs = new Map(answer.inputs.map((input) => [input.name, input]));
    const leaves = leavesOf(answer.tree);
    expect(leaves.length).toBeGreaterThan(5);
    for (const leaf of leaves) {
      const { name, kind } = leaf.same.at(-1) ?? leaf;
      if (leaf.end === 'input') expect([name, kind, inputs.has(name)]).toEqual([name, 'input', true]);
      else if (leaf.end === 'calendar') expect(CALENDAR).toContain(familyOf(name));
      else {
        // Not followed further: what it rests on is in the list all the same.
        const missing = inputsBehind(graph, [name]).filter((input) => !inputs.has(input));
        expect([name, missing]).toEqual([name, []]);
      }
    }
    for (const input of answer.inputs) expectSourced(input, run.view.date);
    // The compiled kernel and the traced interpreter agree on the figure to the last bit.
    const still = answer.inputs.find(({ distribution }) => distribution.kind === 'point');
    expect(still?.atP10).toBe(answer.measured.value);
  });

  it('every input of both dates', () => {
    for (const day of DAYS) {
      const dated = runAsOf(day);
      const reasons = new InputReasons(dated, evidence());
      for (const { name } of dated.model.graph.inputs) expectSourced(reasons.of(name, [0, 0, 0]), day);
    }
  });

  it('follows each family once, and a depth of one not at all', async () => {
    const [question] = QUESTIONS;
    if (question === undefined) return;
    const explained: string[] = [];
    const walk = (node: ExplainNode): void => {
      if (node.end === 'explained') explained.push(familyOf((node.same.at(-1) ?? node).name));
      node.parts.forEach(walk);
    };
    (await explain({ ...question, depth: 20 })).tree.forEach(walk);
    expect(explained.length).toBeGreaterThan(10);
    expect(explained).toEqual([...new Set(explained)]);
    const shallow = (await explain({ ...question, depth: 1 })).tree;
    expect(shallow.flatMap(({ parts }) => parts).some(({ end }) => end === 'explained')).toBe(false);
  });
});

it('a question that cannot be answered says what could be asked', () => {
  const run = runAsOf('2026-09-30');
  const problemOf = (question: Partial<SeriesFigureQuestion>): unknown => {
    try {
      seriesFigureAsked(run, { name: 'capacity', ...question });
    } catch (error) {
      return error instanceof ProblemError ? error.problems[0] : error;
    }
    return undefined;
  };
  expect(problemOf({ name: 'shipment' })).toMatchObject({
    code: 'unknown-series',
    params: { nearest: 'shipments' },
  });
  expect(problemOf({ by: 'buyer' })).toMatchObject({
    code: 'unknown-dimension',
    params: { name: 'capacity', found: 'buyer', expected: 'input, plant, maker' },
  });
  expect(problemOf({ by: 'plant' })).toMatchObject({ code: 'missing-member' });
  expect(problemOf({ by: 'input', member: 'cowoss' })).toMatchObject({
    code: 'unknown-member',
    params: { nearest: 'cowos' },
  });
  expect(problemOf({ name: 'revenue', member: 'nvidia' })).toMatchObject({
    code: 'member-elsewhere',
    params: { name: 'revenue --by total', found: 'nvidia', dimensions: 'line, designer' },
  });
  expect(problemOf({ by: 'input', member: 'hbm', period: '2045Q1' })).toMatchObject({
    code: 'unknown-period',
    params: { found: '2045Q1', first: '2026-01-01', last: '2031-12-31' },
  });
});

it('every equation of the model, reduced, keeps its value', () => {
  const { model, beliefs, catalogue } = runAsOf('2026-09-30');
  const { graph, tables } = model;
  const variables = graph.inputs.map(({ name }) => {
    const belief = beliefs.get(name);
    return { name, distribution: belief?.distribution ?? ({ kind: 'point', value: NaN } as const) };
  });
  const inputs = new Float64Array(graph.inputs.length);
  createSampler({ variables, seed: 3 }).fill(5, inputs);
  const trace = traceDraw(graph, inputs, tables, catalogue.months);
  for (const month of [0, 14, 50]) {
    const valueOf = ({ reference }: Expr): number => {
      const name = reference?.family.scalarName(reference.position) ?? '';
      const ahead = reference?.kind === 'table' ? reference.ahead : 0;
      const when = Math.min(Math.max(month + ahead, 0), catalogue.months - 1);
      return trace.valueOf(name, when, reference?.kind === 'closing' ? 'closing' : 'opening');
    };
    for (const { name } of graph.variables) {
      const equation = graph.equations.get(name)?.value;
      if (equation === undefined) continue;
      const values = new ExpressionValues(equation);
      const whole = values.compute(valueOf);
      const traced = trace.valueOf(name, month);
      const short = new ExpressionValues(reduceExpression(equation, values)).compute(valueOf);
      const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1e-6, Math.abs(b));
      expect([name, month, near(whole, traced), near(short, traced)]).toEqual([name, month, true, true]);
    }
  }
});

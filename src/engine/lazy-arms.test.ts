import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, randomModel } from '../../e2e/support/random-graph.ts';
import {
  compileJavaScript,
  compileWebAssembly,
  createInterpreter,
  greater,
  ModelBuilder,
  Opcode,
  planProgram,
  select,
} from './index.ts';
import type { Expr, Graph } from './index.ts';
import { scheduleMonth } from './lazy-arms.ts';
import type { Segment } from './lazy-arms.ts';
import { forEachOperand } from './node-table.ts';
import { Phase } from './opcode.ts';
import { isOperation } from './program.ts';

/** Arms inside each other: `deep` is needed only where `x` is above 1 and the month above 2. */
function nestedArms(): Graph {
  const m = new ModelBuilder('arms');
  const x = m.input({ name: 'x', unit: '1' });
  const month = m.stock({ name: 'month', unit: '1', initial: () => x.at().times(0) });
  month.next(() => month.at().plus(1));
  const long = (from: Expr, by: number): Expr => {
    let value = from;
    for (let step = 1; step <= 30; step++) value = value.times(by).plus(from.over(step + 2));
    return value;
  };
  const deep = m.variable({ name: 'deep', unit: '1' }, () => long(month.at().plus(x.at()), 0.3));
  const arm = m.variable({ name: 'arm', unit: '1' }, () =>
    long(select(greater(month.at(), 2), deep.at(), month.at()), 0.7),
  );
  m.variable({ name: 'result', unit: '1' }, () => select(greater(x.at(), 1), arm.at(), month.at()));
  return m.build();
}

/** Throws where an operation is missing, done twice, or comes before something it reads or its guards. */
function checkOrder(graph: Graph, outputs: readonly string[], segments: readonly Segment[]): void {
  const program = planProgram(graph, outputs);
  const done = new Set<number>();
  const known = (node: number): boolean =>
    done.has(node) || graph.nodes.phase[node] !== Phase.STEP || !isOperation(graph, node);
  const guardsOf = new Map<number, string[]>();
  const textOf = (segment: Segment): string[] =>
    segment.guards.map(({ condition, expected }) => `${condition} ${expected}`);
  for (const segment of segments) {
    for (const { condition } of segment.guards) expect(known(condition)).toBe(true);
    for (const node of segment.nodes) {
      expect(done.has(node)).toBe(false);
      forEachOperand(graph.nodes, node, (operand) => expect(known(operand)).toBe(true));
      done.add(node);
      guardsOf.set(node, textOf(segment));
    }
  }
  const operations = program.stepNodes.filter((node) => isOperation(graph, node));
  expect(done.size).toBe(operations.length);
  for (const node of operations) {
    forEachOperand(graph.nodes, node, (operand) => {
      const inner = guardsOf.get(operand);
      if (inner === undefined) return;
      // Read under the same guards or more, or through the arm of a select, which discards it else.
      const outer = guardsOf.get(node)!;
      const isArm = graph.nodes.opcode[node] === Opcode.SELECT && operand !== graph.nodes.a[node];
      expect(isArm || inner.every((guard, position) => outer[position] === guard)).toBe(true);
    });
  }
}

describe('operations that only an arm of selects needs', () => {
  it('stand together behind the conditions they are needed under', () => {
    const graph = nestedArms();
    const segments = scheduleMonth(graph, planProgram(graph, ['result']), 20);
    checkOrder(graph, ['result'], segments);
    expect(segments.map(({ guards }) => guards.map(({ expected }) => expected))).toEqual([
      [true],
      [true, true],
      [true],
      [],
    ]);
  });

  it('are computed always where something else needs them, or where they are few', () => {
    const graph = nestedArms();
    const guarded = (outputs: readonly string[], smallest: number): number =>
      scheduleMonth(graph, planProgram(graph, outputs), smallest).filter(({ guards }) => guards.length > 0)
        .length;
    expect(guarded(['result'], 20)).toBeGreaterThan(0);
    expect(guarded(['result', 'deep', 'arm'], 20)).toBe(0);
    expect(guarded(['result'], 1000)).toBe(0);
  });

  it('come after what they read, whatever the model', () => {
    let guarded = 0;
    fc.assert(
      fc.property(randomModel, fc.integer({ min: 1, max: 20 }), (model, smallest) => {
        const { graph, outputs } = graphOf(model);
        const segments = scheduleMonth(graph, planProgram(graph, outputs), smallest);
        checkOrder(graph, outputs, segments);
        guarded += segments.filter(({ guards }) => guards.length > 0).length;
      }),
      { numRuns: 60 },
    );
    expect(guarded).toBeGreaterThan(20);
  });

  it.each([0.5, 1.5])('leave the bits of every backend as they are, x = %d', (x) => {
    const graph = nestedArms();
    const months = 6;
    const run = (kernel: ReturnType<typeof createInterpreter>): number[] => {
      const out = new Float64Array(months);
      kernel.run(Float64Array.of(x), new Float64Array(0), months, out);
      return [...out];
    };
    const expected = run(createInterpreter(graph, ['result']));
    expect(run(compileJavaScript(graph, ['result'], 20))).toEqual(expected);
    const batch = compileWebAssembly(graph, ['result'], { operationsPerFunction: 20, groups: 1, blocks: 2 });
    // Lanes on either side of the condition, in one vector and in vectors apart.
    const lanes = [x, 2 - x, x, x];
    const out = new Float64Array(months * 4);
    batch.run(Float64Array.from(lanes), new Float64Array(0), months, out);
    expect(expected.map((_, month) => out[month * 4])).toEqual(expected);
    expect(expected.map((_, month) => out[month * 4 + 3])).toEqual(expected);
  });
});

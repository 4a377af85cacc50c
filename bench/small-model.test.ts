import { describe, expect, it } from 'vitest';
import { Opcode, planProgram } from '../src/engine/index.ts';
import { isOperation } from '../src/engine/program.ts';
import { SMALL_CASES } from './small-cases.ts';
import { SMALL_OUTPUT, smallInputs, smallModel } from './small-model.ts';

describe('the common small model', () => {
  const graph = smallModel();
  const program = planProgram(graph, [SMALL_OUTPUT]);
  const operations = program.stepNodes.filter((node) => isOperation(graph, node));

  it('has the sizes that the bench tells', () => {
    const count = (...opcodes: number[]): number =>
      operations.filter((node) => opcodes.includes(graph.nodes.opcode[node]!)).length;
    expect(smallInputs(graph).map(({ distribution }) => distribution.kind)).toEqual(
      Array.from({ length: 9 }, () => 'lognormal'),
    );
    expect(program.states).toHaveLength(15);
    expect(operations).toHaveLength(71);
    expect(count(Opcode.DIVIDE)).toBe(6);
    expect(count(Opcode.MIN, Opcode.MAX)).toBe(9);
  });

  it('comes in larger sizes, and its interpreter is compared with JavaScript', async () => {
    const which = SMALL_CASES.find(({ engine }) => engine === 'interpreter')!;
    const timing = await which.measure({ draws: 64, scenario: 'latest' }, (_, work) => work());
    expect(timing).toMatchObject({ draws: 64, outputs: 1, largestDifference: 0 });
    const larger = smallModel({ products: 4, resources: 5 });
    expect(larger.inputs).toHaveLength(14);
    expect(planProgram(larger, [SMALL_OUTPUT]).states).toHaveLength(22);
  });
});

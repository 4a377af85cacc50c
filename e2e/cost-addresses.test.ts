import { describe, expect, it } from 'vitest';
import { explainCost } from '../src/answers/explain-cost.ts';
import type { CostNode } from '../src/answers/explain-cost.ts';
import { clusterCost } from '../src/answers/cluster-cost.ts';
import { addressText, parseAddress } from '../src/answers/figure/address.ts';
import { answerTraining, trainingContext } from '../src/answers/train-cost.ts';
import { questionText, readQuestion, trainingAddress } from '../src/answers/training-address.ts';
import { drawTraining } from '../src/answers/training-draws.ts';
import { planTraining } from '../src/answers/training-inputs.ts';
import type { TrainingQuestion } from '../src/answers/training-question.ts';
import { ProblemError } from '../src/problem/problem.ts';
import { chokepoint } from './chokepoint.ts';
import { evidence, runAsOf } from './support/evidence.ts';

const context = trainingContext(runAsOf('2026-09-30').view, evidence());
const options = { draws: 32, seed: 2 };
const QUESTIONS: readonly TrainingQuestion[] = [
  { model: 'deepseek-v3' },
  { model: 'llama-3.1-405b', accelerator: 'b200', precision: 'fp8' },
  {
    flop: 1e28,
    accelerator: 'vr200',
    precision: 'fp8',
    utilisation: { kind: 'uniform', low: 0.3, high: 0.45 },
  },
  {
    activeParameters: 1e11,
    totalParameters: 2e12,
    tokens: 4e13,
    price: { kind: 'triangular', low: 3e4, mode: 4e4, high: 5e4 },
    electricityPrice: { kind: 'point', value: 0.06 },
  },
];

function leavesOf(node: CostNode): CostNode[] {
  return node.parts.length === 0 ? [node] : node.parts.flatMap((part) => leavesOf(part));
}

function expectSourced(node: CostNode): void {
  for (const { name, input, equation } of leavesOf(node)) {
    // A number of accelerators that was asked for is given; all else is an input.
    if (input === null) expect([name, equation]).toEqual(['count', '']);
    else {
      const known =
        ['given', 'derived'].includes(input.basis) || input.sources.length + input.assumptions.length > 0;
      expect([name, known]).toEqual([name, true]);
      if (input.basis === 'assumed') expect([name, input.assumptions.length > 0]).toEqual([name, true]);
    }
  }
}

describe.each(QUESTIONS)('the cost of %o', (question) => {
  const answer = answerTraining(context, question, options);

  it('has an address for every output, which explains it down to sources', () => {
    expect(readQuestion(questionText(question))).toEqual(question);
    const drawn = drawTraining(planTraining(context, question), options);
    for (const { name, mean, p10, p50, p90 } of answer.outputs) {
      const address = trainingAddress(question, name);
      expect(addressText(parseAddress(address))).toBe(address);
      const told = explainCost(context, parseAddress(address), { ...options, draw: 5 });
      expect(told.address).toBe(address);
      expect(told.range).toEqual({ mean, p10, p50, p90 });
      // The equations are what the draws were computed by.
      expect(told.figure.value / drawn.values.get(name)![5]!).toBeCloseTo(1, 10);
      expectSourced(told.figure);
    }
  });
});

it('a cluster is explained as a run is', () => {
  const { outputs } = clusterCost(context, 'nv_b200', 1e5, options);
  for (const { address, mean, p10, p50, p90 } of outputs) {
    const told = explainCost(context, parseAddress(address), options);
    expect(told.address).toBe(address);
    expect(told.range).toEqual({ mean, p10, p50, p90 });
    expect(told.figure.value).toBeGreaterThan(p10 * 0.7);
    expect(told.figure.value).toBeLessThan(p90 * 1.3);
    expectSourced(told.figure);
  }
});

it.each([
  ['train-cost/deepseek-v3', 'address-parts'],
  ['train-cost/deepseek-v3/ownd', 'unknown-choice'],
  ['train-cost/flop=x/owned', 'address-form'],
  ['train-cost/colour=red/owned', 'address-form'],
  ['cluster-cost/b200/none/all', 'not-a-number'],
])('%s is refused: %s', (address, code) => {
  try {
    explainCost(context, parseAddress(address), options);
    expect.unreachable();
  } catch (error) {
    expect(error instanceof ProblemError && error.problems.map((problem) => problem.code)).toEqual([code]);
  }
});

it('the command explains costs, inputs and statements in both languages', async () => {
  for (const lang of ['en', 'ja'])
    for (const address of [
      'train-cost/deepseek-v3/owned',
      'input/cowos path[2026]',
      'claim/deepseek-v3-cost',
    ]) {
      const { code, stdout, stderr } = await chokepoint([
        'explain',
        address,
        '--draws',
        '16',
        '--lang',
        lang,
      ]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/20\d\d-\d\d-\d\d/u);
    }
  const { stdout } = await chokepoint(['train-cost', 'deepseek-v3', '--json', '--draws', '16']);
  const { outputs } = JSON.parse(stdout) as { readonly outputs: readonly { readonly address: string }[] };
  expect(outputs.map(({ address }) => address)).toContain('train-cost/deepseek-v3/owned');
});

it('the command tells rows of the register in full, as `facts ID` does, and refuses what is none', async () => {
  const [one, other] = ['msft-guid-fy25-80', 'msft-guid-cy26-190'];
  const { stdout: first } = await chokepoint(['facts', one]);
  const { code, stdout } = await chokepoint(['explain', `fact/${one},${other}`]);
  expect(code).toBe(0);
  expect(stdout.startsWith(first.trimEnd())).toBe(true);
  expect(stdout).toContain(other);
  const { stdout: json } = await chokepoint(['explain', `fact/${one},${other}`, '--json']);
  expect((JSON.parse(json) as { readonly id: string }[]).map(({ id }) => id)).toEqual([one, other]);
  // Published later than the day asked for.
  const early = await chokepoint(['explain', `fact/${other}`, '--as-of', '2025-02-15']);
  expect(early.code).not.toBe(0);
  expect(early.stderr).toContain(other);
});

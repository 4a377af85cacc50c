import { describe, expect, it } from 'vitest';
import { evidence, runAsOf } from '../../e2e/support/evidence.ts';
import { ProblemError } from '../problem/problem.ts';
import { asOf } from '../register/index.ts';
import { answerTrainCost, answerTraining, trainingContext } from './train-cost.ts';
import type { TrainingAnswer, TrainingOutput } from './train-cost.ts';
import { listTraining } from './training-list.ts';
import type { TrainingOutputName } from './training-draws.ts';
import type { TrainingInputName } from './training-inputs.ts';
import type { TrainingQuestion } from './training-question.ts';

const DAY = '2026-09-30';
const OPTIONS = { draws: 512, seed: 1 };

const contextAt = (day: string): ReturnType<typeof trainingContext> =>
  trainingContext(asOf(evidence().register, day), evidence());

function ask(question: TrainingQuestion, day = DAY): TrainingAnswer {
  return answerTraining(contextAt(day), question, OPTIONS);
}

function output(answer: TrainingAnswer, name: TrainingOutputName): TrainingOutput {
  const found = answer.outputs.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`no output ${name}`);
  return found;
}

const input = (
  answer: TrainingAnswer,
  name: TrainingInputName,
): TrainingAnswer['inputs'][number] | undefined => answer.inputs.find((candidate) => candidate.name === name);

function problemOf(question: TrainingQuestion, day = DAY): unknown {
  try {
    ask(question, day);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0];
    throw error;
  }
  return undefined;
}

describe('DeepSeek-V3', () => {
  const answer = ask({ model: 'DeepSeek V3' });

  it('costs 5.576 million USD by the hours and the rate stated', () => {
    const { stated } = answer;
    expect(stated?.stages.map((row) => row.value)).toEqual([2_664_000, 119_000, 5_000]);
    expect(stated?.hours).toBe(2_788_000);
    expect(stated?.rate.value).toBe(2);
    expect(stated?.cost).toBe(5_576_000);
    expect(stated?.cost).toBe(answer.model?.costStated);
  });

  it('takes 57 days on 2,048 H800 at 17% of their 8-bit peak', () => {
    expect(answer.product.id).toBe('nv_h800');
    expect(output(answer, 'hours').p50).toBe(2_788_000);
    expect(output(answer, 'accelerators').p50).toBe(2048);
    expect(output(answer, 'days').p50).toBeCloseTo(56.7, 1);
    expect(output(answer, 'flop').p50).toBeCloseTo(3.2856e24, -20);
    expect(output(answer, 'utilisation').p50).toBeCloseTo(0.165, 3);
    expect(answer.utilisationAt16Bits).toBeCloseTo(0.331, 3);
  });

  it('rents at the stated rate where that is given', () => {
    const rented = output(ask({ model: 'deepseek-v3', rentalRate: { kind: 'point', value: 2 } }), 'rental');
    expect([rented.p10, rented.p50, rented.p90]).toEqual([5_576_000, 5_576_000, 5_576_000]);
  });

  it('was known in February 2025 already, with less to price it by', () => {
    const then = ask({ model: 'deepseek-v3' }, '2025-02-15');
    expect(then.stated?.cost).toBe(5_576_000);
    for (const { sources } of then.inputs) {
      for (const { published } of sources) expect(published <= '2025-02-15').toBe(true);
    }
    expect(input(then, 'price')?.basis).toBe('assumed');
    expect(input(answer, 'price')?.basis).toBe('rows');
  });
});

it('gives Llama 3.1 405B its 3.8e25 FLOP and 30.84 M H100-hours with 35% utilisation', () => {
  const answer = ask({ model: 'Llama 3.1 405B' });
  expect(output(answer, 'flop').p50 / 3.8e25).toBeCloseTo(1, 2);
  expect(output(answer, 'hours').p50).toBe(30_840_000);
  expect(output(answer, 'utilisation').p50).toBeCloseTo(0.345, 3);
});

/** Epoch AI’s training-cost data, two vintages (amortised hardware and energy), cloud and acquisition, million USD. */
const EPOCH = [
  { model: 'gpt-4', owned: [40.7, 68.8], acquisition: 778 },
  { model: 'gemini-1-0-ultra', owned: [28.3, 52.3], acquisition: 598 },
  { model: 'llama-3-1-405b', owned: [51, 73.4], acquisition: 896 },
  { model: 'grok-3', owned: [300.9, 507.5], acquisition: 5482 },
] as const;
/** How far its own vintages lie apart. */
const VINTAGES = 1.9;

describe.each(EPOCH)('$model against Epoch AI', ({ model, owned, acquisition }) => {
  const answer = ask({ model });

  it('costs its owner what a vintage says, within the distance between vintages', () => {
    const { p50 } = output(answer, 'owned');
    expect(p50 / 1e6).toBeGreaterThan(owned[0] / VINTAGES);
    expect(p50 / 1e6).toBeLessThan(owned[1] * VINTAGES);
  });

  it('needs a cluster whose price lies in the range', () => {
    const { p10, p90 } = output(answer, 'acquisition');
    expect(p10 / 1e6).toBeLessThan(acquisition);
    expect(p90 / 1e6).toBeGreaterThan(acquisition);
  });
});

describe('every run', () => {
  const runs = listTraining(contextAt(DAY), OPTIONS);

  it('is listed, the latest first, and told from figures of its date', () => {
    expect(runs).toHaveLength(evidence().register.models.length);
    const dates = runs.map(({ model }) => model.published);
    expect(dates).toEqual([...dates].sort().reverse());
    // In February 2025 only DeepSeek's own report was out; Epoch AI's table and the R1 paper came later.
    expect(listTraining(contextAt('2025-02-15'), OPTIONS).map(({ model }) => model.id)).toEqual([
      'deepseek-v3',
    ]);
  });

  it('rests on a source or an assumption, and has costs in order', () => {
    for (const { model, answer } of runs) {
      if (!answer) continue;
      for (const { basis, name, sources, assumptions } of answer.inputs) {
        const isSourced = sources.length > 0 || (basis === 'assumed' && assumptions.length > 0);
        expect(isSourced || basis === 'derived', `${model.id} ${name}`).toBe(true);
      }
      const { p10, p50, p90 } = output(answer, 'owned');
      expect(p10 < p50 && p50 < p90, model.id).toBe(true);
      expect(output(answer, 'owned').mean, model.id).toBeLessThan(output(answer, 'acquisition').mean);
    }
  });

  it('comes without costs only where its accelerator is not in the catalogue', () => {
    expect(runs.filter(({ answer }) => !answer).map(({ model }) => model.id)).toEqual(['gpt-3-175b']);
  });

  it('names facts and products that exist', () => {
    const { facts, products, models } = evidence().register;
    const rows = new Set(facts.map(({ id }) => id));
    const ids = new Set(['', ...products.map(({ id }) => id)]);
    expect(models.flatMap((model) => model.evidence.filter((id) => !rows.has(id)))).toEqual([]);
    expect(models.filter((model) => !ids.has(model.product)).map(({ id }) => id)).toEqual([]);
  });
});

describe('a run of one’s own', () => {
  const size = { totalParameters: 2e12, activeParameters: 100e9, tokens: 40e12 };

  it('takes its FLOP from the active parameters, and from all of them where it is dense', () => {
    expect(output(ask(size), 'flop').p50).toBeCloseTo(2.4e25, -20);
    expect(output(ask({ totalParameters: 2e12, tokens: 40e12 }), 'flop').p50).toBeCloseTo(4.8e26, -20);
  });

  it('costs in proportion to its FLOP, and the less the better it uses its accelerators', () => {
    const once = ask({ flop: 1e25 });
    const twice = ask({ flop: 2e25 });
    for (const name of ['hours', 'rental', 'owned', 'acquisition', 'energy'] as const) {
      expect(output(twice, name).p50 / output(once, name).p50).toBeCloseTo(2, 9);
    }
    const better = ask({ flop: 1e25, utilisation: { kind: 'point', value: 0.6 } });
    expect(output(better, 'rental').p50).toBeLessThan(output(once, 'rental').p10);
  });

  it('takes half the days on twice the accelerators, at the same rent', () => {
    const some = ask({ flop: 1e25, accelerators: 4096 });
    const more = ask({ flop: 1e25, accelerators: 8192 });
    expect(output(some, 'days').p50 / output(more, 'days').p50).toBeCloseTo(2, 9);
    expect(output(some, 'rental').p50).toBe(output(more, 'rental').p50);
  });

  it('is a published one at today’s rates where hardware changes', () => {
    const answer = ask({ model: 'deepseek-v3', accelerator: 'B200' });
    expect(answer.product.id).toBe('nv_b200');
    expect(answer.start).toBe(DAY);
    expect(input(answer, 'utilisation')?.basis).toBe('assumed');
  });
});

describe('problems', () => {
  it.each([
    [{}, { code: 'training-size-missing', params: {} }],
    [{ tokens: 1e12 }, { code: 'training-size-missing', params: {} }],
    [
      { model: 'deepseek-v4' },
      { code: 'unknown-model', params: { found: 'deepseek-v4', nearest: 'deepseek-v3' } },
    ],
    [
      { model: 'llama' },
      { code: 'unknown-model', params: { found: 'llama', nearest: 'llama-3-1-405b, llama-4-behemoth' } },
    ],
    [
      { flop: 1e25, accelerator: 'h1000' },
      { code: 'unknown-product', params: { found: 'h1000', nearest: 'h100' } },
    ],
    [
      { flop: 1e25, precision: 'fp4' as const },
      { code: 'product-without-figure', params: { found: 'H100 SXM5', name: 'fp4' } },
    ],
    [
      { flop: 1e25, accelerator: 'meta_mtia1' },
      { code: 'product-without-figure', params: { found: 'MTIA v1 (MTIA 100)', name: 'price' } },
    ],
    [
      { model: 'gpt-3-175b' },
      {
        code: 'accelerator-not-in-catalogue',
        params: { found: 'NVIDIA Tesla V100 DGXS 32 GB', name: 'GPT-3 175B (davinci)' },
      },
    ],
  ])('%j gives %j', (question, problem) => {
    expect(problemOf(question)).toEqual(problem);
  });

  it('refuses figures from after the day, unless later history is asked for', () => {
    expect(problemOf({ model: 'gpt-4' }, '2025-02-15')).toEqual({
      code: 'figures-published-later',
      params: { found: 'GPT-4 (Mar 2023)', expected: '2026-05-02' },
    });
    const view = asOf(evidence().register, '2025-02-15', { history: 'pseudo-real-time' });
    const answer = answerTraining(trainingContext(view, evidence()), { model: 'gpt-4' }, OPTIONS);
    expect(answer.product.id).toBe('nv_a100');
  });
});

it.each(['2024-03-31', '2024-08-31', '2025-02-15'])('could be asked on %s already', (day) => {
  const then = ask({ flop: 1e25 }, day);
  expect(output(then, 'owned').p90).toBeGreaterThan(output(then, 'owned').p10);
  expect(then.inputs.flatMap(({ sources }) => sources).filter(({ published }) => published > day)).toEqual(
    [],
  );
});

describe('fleets', () => {
  const few = { draws: 64, seed: 1 };
  const askFleets = (question: TrainingQuestion): ReturnType<typeof answerTrainCost> =>
    answerTrainCost(runAsOf('2026-09-30'), evidence(), question, few);

  it('run a larger run later and never more of it, the same every time', async () => {
    const [small, large, again] = await Promise.all([
      askFleets({ flop: 1e27, precision: 'fp8' }),
      askFleets({ flop: 2e28, precision: 'fp8' }),
      askFleets({ flop: 2e28, precision: 'fp8' }),
    ]);
    expect(again).toEqual(large);
    small.fleets.buyers.forEach((buyer, index) => {
      const later = large.fleets.buyers[index];
      expect(later?.within).toBeLessThanOrEqual(buyer.within);
      expect(later?.now).toBeLessThanOrEqual(buyer.now);
      expect((later?.p50 ?? '9999') >= (buyer.p50 ?? '9999')).toBe(true);
      // What a fleet can do does not depend on what it is asked to do.
      expect(later?.largest.length).toBeGreaterThan(2);
      later?.largest.forEach((run, date) => {
        expect(run.p50 / (buyer.largest[date]?.p50 ?? NaN)).toBeCloseTo(1, 6);
      });
    });
    expect(small.fleets.already).toBeGreaterThan(large.fleets.already);
  });

  it('do a run that no fleet is large enough for in none of the futures', async () => {
    const { fleets } = await askFleets({ flop: 1e35 });
    expect(fleets).toMatchObject({ already: 0, first: null });
    for (const { p10, now, within } of fleets.buyers) {
      expect({ p10, now, within }).toEqual({ p10: null, now: 0, within: 0 });
    }
  });

  it('give more of themselves to one run and do more', async () => {
    const at = async (value: number): Promise<number> => {
      const { fleets } = await askFleets({ flop: 1e28, share: { kind: 'point', value } });
      return fleets.buyers.reduce((sum, { within }) => sum + within, 0);
    };
    expect(await at(0.5)).toBeGreaterThan(await at(0.05));
  });
});

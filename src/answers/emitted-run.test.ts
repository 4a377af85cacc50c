import { describe, expect, it } from 'vitest';
import { DAYS, evidence, PLAIN } from '../../e2e/support/evidence.ts';
import { loadObserver } from '../engine/index.ts';
import { emitKernels, emitRun, restoreRun } from './emitted-run.ts';
import type { EmittedKernel, EmittedRun } from './emitted-run.ts';
import { answerForecast } from './forecast.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedRun } from './prepare-run.ts';
import { formBase } from './run-base.ts';
import type { Evidence, RunBase } from './run-base.ts';

const OPTIONS = { draws: 64, seed: 3, workers: 1 };

/** Fails where anybody reads figures. */
const NO_EVIDENCE: Evidence = {
  get register(): never {
    throw new Error('figures were read');
  },
  get assumptions(): never {
    throw new Error('assumptions were read');
  },
};

function throughJson<Value>(value: Value): Value {
  const copy: Value = JSON.parse(JSON.stringify(value));
  return copy;
}

function runOn(base: RunBase, known: Evidence, day: string): PreparedRun {
  const emitted = { base: () => base };
  const all: Evidence = Object.create(known, { emitted: { value: emitted } });
  return prepareRun(all, PLAIN, day);
}

/** A forecast on what was emitted for it. */
async function restored(
  emitted: EmittedRun,
  kernels: readonly EmittedKernel[],
  known: Evidence,
): Promise<{ run: PreparedRun; asked: string[] }> {
  const asked: string[] = [];
  const base = restoreRun(throughJson(emitted), known, (key) => {
    asked.push(key);
    const found = kernels.find((kernel) => kernel.key === key);
    return found && loadObserver(found.kernel);
  });
  return { run: runOn(base, known, emitted.day), asked };
}

describe.each(DAYS)('a run emitted when the program was built, as of %s', (day) => {
  it('answers as a run that reads every figure does, without reading any', async () => {
    for (const backend of ['webassembly', 'javascript'] as const) {
      const base = formBase(evidence(), day, 'strict');
      const wanted = await answerForecast(runOn(base, evidence(), day), { ...OPTIONS, backend });
      const { run, asked } = await restored(emitRun(base), emitKernels(base), NO_EVIDENCE);
      expect(await answerForecast(run, { ...OPTIONS, backend })).toEqual(wanted);
      expect(asked).toEqual(base.kernels.keys);
    }
  });

  it('is the same in every part, infinite bounds too', async () => {
    const base = formBase(evidence(), day, 'strict');
    const { run } = await restored(emitRun(base), [], evidence());
    expect(run.catalogue).toEqual(base.catalogue);
    expect(run.beliefs).toEqual(base.beliefs);
    expect(run.inputs).toEqual(base.inputs);
    expect(run.tables).toEqual(base.tables);
    expect({ ...run.view }).toEqual(base.view);
    expect(run.model.graph.nodes).toEqual(base.model.graph.nodes);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DAYS, evidence, runAsOf } from '../../e2e/support/evidence.ts';
import { quantileOf, validateDistribution } from '../engine/index.ts';
import { neutralInputs } from '../model/lever-list.ts';
import { buildModel } from '../model/model.ts';
import { asOf } from '../register/index.ts';
import { Assumptions } from './assumption.ts';
import type { Assumption } from './assumption.ts';
import { formBeliefs } from './beliefs.ts';
import { buildCatalogue } from './build-catalogue.ts';
import {
  CLUSTER_INPUTS,
  clusterInput,
  gradedInput,
  loadInput,
  priceInput,
  rentalInput,
  utilisationInput,
} from './training-beliefs.ts';
import { PRECISIONS } from './precision.ts';

/** Days on which enough is known for a run, though in 2023 most of it is assumed. */
const MANY_DAYS = [
  '2023-07-12',
  '2023-12-31',
  '2024-03-31',
  '2024-07-01',
  '2024-11-30',
  '2025-02-15',
  '2025-05-31',
  '2025-08-31',
  '2025-12-31',
  '2026-01-31',
  '2026-03-31',
  '2026-06-30',
  '2026-09-30',
];

function beliefsAsOf(day: string, assumptions = evidence().assumptions): ReturnType<typeof formBeliefs> {
  const view = asOf(evidence().register, day);
  const catalogue = buildCatalogue(view, assumptions);
  return formBeliefs(view, assumptions, catalogue, buildModel(catalogue).graph);
}

describe.each(DAYS)('beliefs as of %s', (day) => {
  const run = runAsOf(day);
  const beliefs = [...run.beliefs.values()];
  const known = evidence().assumptions.filter(({ knownSince }) => knownSince <= day);

  it('are one for each input of the model, and no others', () => {
    expect(new Set(run.beliefs.keys())).toEqual(new Set(run.model.graph.inputs.map(({ name }) => name)));
    expect(beliefs.every((belief) => run.beliefs.get(belief.input) === belief)).toBe(true);
  });

  it('are sound distributions with a finite median', () => {
    for (const { input, distribution } of beliefs) {
      expect(validateDistribution(distribution, input)).toEqual([]);
      expect(Number.isFinite(quantileOf(distribution, 0.5)), input).toBe(true);
    }
  });

  it('that rest on rows name rows known at the date', () => {
    const rows = new Set([
      ...run.view.facts.map((row) => `${row.file}#${row.id}`),
      ...run.view.products.map((product) => `products.csv#${product.id}`),
    ]);
    for (const belief of beliefs) {
      expect(
        belief.rows.filter((key) => !rows.has(key)),
        belief.input,
      ).toEqual([]);
      if (belief.basis === 'rows') expect(belief.rows.length, belief.input).toBeGreaterThan(0);
    }
    expect(run.view.facts.every((row) => row.published <= day)).toBe(true);
  });

  it('that are assumed name assumptions that could have been made, with reasons in both languages', () => {
    const ids = new Set(known.map(({ id }) => id));
    for (const belief of beliefs) {
      expect(
        belief.assumptions.filter((id) => !ids.has(id)),
        belief.input,
      ).toEqual([]);
      if (belief.basis !== 'assumed') continue;
      expect(belief.assumptions.length, belief.input).toBeGreaterThan(0);
      for (const text of [belief.reason, belief.rule])
        expect(text.en !== '' && text.ja !== '' && text.en !== text.ja, belief.input).toBe(true);
    }
  });

  it('take the latest vintage of an assumption', () => {
    for (const belief of beliefs) {
      const [id, ...others] = belief.assumptions;
      if (belief.rule.en !== 'assumed' || id === undefined || others.length > 0) continue;
      const vintages = known.filter((assumption) => assumption.id === id);
      const latest = vintages.toSorted((a, b) => (a.knownSince < b.knownSince ? -1 : 1)).at(-1);
      expect(belief.reason, belief.input).toEqual(latest?.reason);
    }
  });

  it('that only levers move change nothing by themselves', () => {
    for (const [family, value] of Object.entries(neutralInputs)) {
      const members = run.model.graph.inputs.filter((input) => input.family === family);
      expect(members.length, family).toBeGreaterThan(0);
      for (const { name } of members)
        expect(run.beliefs.get(name)?.distribution, name).toEqual({ kind: 'point', value });
    }
  });

  it('are bound to each other only where both are uncertain', () => {
    expect(run.correlations.length).toBeGreaterThan(20);
    for (const { a, b, rho } of run.correlations) {
      expect(Math.abs(rho)).toBeLessThan(1);
      for (const name of [a, b]) expect(run.beliefs.get(name)?.distribution.kind, name).not.toBe('point');
    }
  });
});

/** Asks for the inputs of training runs on every product known at a day, of every grade and precision. */
function useForTraining(day: string, all: readonly Assumption[]): void {
  const view = asOf(evidence().register, day);
  const context = { view, assumptions: new Assumptions(all, day, day) };
  for (const input of CLUSTER_INPUTS) clusterInput(context, input);
  for (const precision of PRECISIONS) utilisationInput(context, precision);
  for (const grade of ['confident', 'likely', 'speculative']) {
    for (const input of ['flop', 'hours'] as const) gradedInput(context, input, { value: 1, grade, row: '' });
  }
  for (const product of view.products) {
    loadInput(context, product);
    priceInput(context, product);
    for (const run of [day, '2022-12-01']) rentalInput(context, product, { start: run, end: run });
  }
}

describe('assumptions', () => {
  it('are each needed at some date, or named by a rule for what data may lack', () => {
    const read = new Set<string>();
    const watched = evidence().assumptions.map(
      (assumption): Assumption =>
        new Proxy(assumption, {
          get(target, key) {
            // Which vintages there are is read of all; a value or a reason only of those used.
            if (key !== 'id' && key !== 'knownSince') read.add(target.id);
            return Reflect.get(target, key) as unknown;
          },
        }),
    );
    for (const day of MANY_DAYS) {
      expect(beliefsAsOf(day, watched).byInput.size, day).toBeGreaterThan(900);
      useForTraining(day, watched);
    }
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const rules = [
      ...readdirSync(folder, { recursive: true, encoding: 'utf8' }),
      '../answers/calibration/calibrate.ts',
    ]
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(folder + file, 'utf8'))
      .join('\n');
    const idle = new Set(
      evidence()
        .assumptions.map(({ id }) => id)
        .filter((id) => !read.has(id) && !rules.includes(`'${id}'`)),
    );
    expect([...idle]).toEqual([]);
  });

  it('say why in both languages', () => {
    for (const { id, reason } of evidence().assumptions) {
      expect(reason.en.length, id).toBeGreaterThan(5);
      expect(/[\u3040-\u30ff\u4e00-\u9fff]/u.test(reason.ja), id).toBe(true);
      expect(/[\u3040-\u30ff\u4e00-\u9fff]/u.test(reason.en), id).toBe(false);
    }
  });
});

describe('a capacity path', () => {
  const median = (day: (typeof DAYS)[number], year: number): number => {
    const belief = runAsOf(day).beliefs.get(`cowos path[${year}]`);
    return belief ? quantileOf(belief.distribution, 0.5) : Number.NaN;
  };

  it('does not fall because a later year was last spoken of before an earlier one was raised', () => {
    for (const year of [2026, 2027, 2028, 2029]) {
      expect(median('2026-09-30', year + 1)).toBeGreaterThanOrEqual(median('2026-09-30', year));
    }
  });

  it('says that the spread of a forecast is assumed where assumed errors make more of it than sources do', () => {
    const basis = (input: string): string | undefined => runAsOf('2026-09-30').beliefs.get(input)?.basis;
    expect(basis('cowos path[2031]')).toBe('assumed');
    expect(basis('base revenue[nvidia]')).toBe('rows');
  });
});

import { expect, it } from 'vitest';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { modelDemandJa } from './messages/model-demand-ja.ts';
import { modelSupplyJa } from './messages/model-supply-ja.ts';
import { modelDescription } from './model-description.ts';

const families = new Map(
  DAYS.flatMap((day) => [...runAsOf(day).model.graph.families.values()]).map((family) => [
    family.name,
    family,
  ]),
);

it('describes every family of the model in Japanese, and no family twice', () => {
  expect(families.size).toBeGreaterThan(300);
  const plain = [...families.values()].filter(
    ({ name, description }) =>
      !/[\u3040-\u30FF\u4E00-\u9FFF]/u.test(modelDescription(name, description, 'ja')),
  );
  expect(plain.map(({ name }) => name)).toEqual([]);
  const supply = new Set(Object.keys(modelSupplyJa));
  expect(Object.keys(modelDemandJa).filter((name) => supply.has(name))).toEqual([]);
});

it('describes nothing that the model does not have', () => {
  const named = Object.keys({ ...modelSupplyJa, ...modelDemandJa });
  expect(named.filter((name) => !families.has(name))).toEqual([]);
});

it('calls a lever a lever, and only a lever', () => {
  const wrong = [...families.values()].filter(
    ({ name, description }) =>
      description.startsWith('Lever: ') !== modelDescription(name, description, 'ja').startsWith('レバー:'),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

it('is of a scalar what it is of its family, and English in English', () => {
  expect(modelDescription('cowos path[2026]', 'x', 'ja')).toBe(modelSupplyJa['cowos path']);
  expect(modelDescription('cowos path[2026]', 'TSMC', 'en')).toBe('TSMC');
});

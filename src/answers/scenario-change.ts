import type { LeverValue } from '../scenario/scenario.ts';
import type { PreparedRun } from './prepare-run.ts';
import { removal } from './scenario-run.ts';

/** What one scenario sets and another does not, or sets otherwise. */
export interface ScenarioChange {
  readonly kind: 'lever' | 'delay' | 'removal';
  /** Path of a lever; name of a plant, product or programme. */
  readonly name: string;
  /** Unit of a lever's value, months of a delay. */
  readonly unit: string;
  /** `null` where a scenario does not set it. */
  readonly from: LeverValue | null;
  readonly to: LeverValue | null;
  /** Inputs of the model that it acts on. */
  readonly inputs: readonly string[];
}

/** Everything that `b` sets otherwise than `a`, in the order levers, delays, removals. */
export function changesBetween(a: PreparedRun, b: PreparedRun): ScenarioChange[] {
  const known = new Set(b.model.graph.inputs.map(({ name }) => name));
  return [...leverChanges(a, b), ...delayChanges(a, b), ...removalChanges(a, b)].map((change) => ({
    ...change,
    inputs: change.inputs.filter((input) => known.has(input)),
  }));
}

function leverChanges(a: PreparedRun, b: PreparedRun): ScenarioChange[] {
  const set = ({ scenario }: PreparedRun): Map<string, LeverValue> =>
    new Map(scenario.overrides.map(({ path, value }) => [path, value]));
  const [before, after] = [set(a), set(b)];
  return union(before.keys(), after.keys()).flatMap((path): ScenarioChange[] => {
    const [from, to] = [before.get(path) ?? null, after.get(path) ?? null];
    const lever = b.levers.levers.find((candidate) => candidate.path === path);
    if (lever === undefined || JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ kind: 'lever', name: path, unit: lever.unit, from, to, inputs: lever.inputs }];
  });
}

function delayChanges(a: PreparedRun, b: PreparedRun): ScenarioChange[] {
  const set = ({ scenario }: PreparedRun): Map<string, number> =>
    new Map(scenario.delays.map(({ plant, months }) => [plant, months]));
  const [before, after] = [set(a), set(b)];
  return union(before.keys(), after.keys()).flatMap((plant): ScenarioChange[] => {
    const [from, to] = [before.get(plant) ?? null, after.get(plant) ?? null];
    return from === to
      ? []
      : [{ kind: 'delay', name: plant, unit: 'month', from, to, inputs: [`plant slip[${plant}]`] }];
  });
}

function removalChanges(a: PreparedRun, b: PreparedRun): ScenarioChange[] {
  const [before, after] = [new Set(a.scenario.removals), new Set(b.scenario.removals)];
  return union(before, after).flatMap((name): ScenarioChange[] => {
    const [from, to] = [before.has(name) ? 1 : null, after.has(name) ? 1 : null];
    const inputs = [removal(b.levers, name).input];
    return from === to ? [] : [{ kind: 'removal', name, unit: '1', from, to, inputs }];
  });
}

function union(a: Iterable<string>, b: Iterable<string>): string[] {
  return [...new Set([...a, ...b])];
}

/** The run `a` with some inputs as `b` believes them. Both must have the same model. */
export function withInputsOf(a: PreparedRun, b: PreparedRun, inputs: readonly string[]): PreparedRun {
  const beliefs = new Map(a.beliefs);
  for (const input of inputs) {
    const belief = b.beliefs.get(input);
    if (belief) beliefs.set(input, belief);
  }
  return { ...a, beliefs };
}

/** Whether two runs can be drawn with the same random numbers: the same inputs of the same model, on the same day. */
export function canPair(a: PreparedRun, b: PreparedRun): boolean {
  const names = ({ model }: PreparedRun): string => model.graph.inputs.map(({ name }) => name).join('\n');
  return a.view.date === b.view.date && a.view.history === b.view.history && names(a) === names(b);
}

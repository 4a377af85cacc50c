import { uniform } from '../../src/engine/index.ts';
import { allocationRules } from '../../src/model/catalogue.ts';
import type { DrawBench } from './draws.ts';

/**
 * Inputs of a random scenario: a random draw, random values of random levers anywhere in their ranges (their ends as
 * often as not), plants late or gone, products and programmes gone. The allocation rules take turns. The same number
 * gives the same scenario; `set` says what was set.
 */
export function randomScenario(
  bench: DrawBench,
  scenario: number,
): { readonly inputs: Float64Array; readonly set: ReadonlyMap<string, number> } {
  const { levers, model } = bench.run;
  const inputs = bench.inputs(scenario);
  const set = new Map<string, number>();
  let step = 0;
  const random = (): number => uniform(scenario, 0, step++, 20250215);
  const put = (input: string, value: number): void => {
    inputs[model.graph.inputIndex(input)] = value;
    set.set(input, value);
  };
  // Some scenarios set few levers, some many: a model in which everything is extreme at once soon stands still.
  const share = 0.02 + 0.3 * random() * random();
  for (const lever of levers.levers) {
    const [chosen, place, bend] = [random(), random(), random()];
    if (chosen > share || lever.choices) continue;
    const { minimum, maximum } = lever;
    const within = minimum + (maximum - minimum) * (bend < 0.5 ? place * place * place : place);
    const value = place < 0.1 ? minimum : place > 0.9 ? maximum : within;
    for (const input of lever.inputs) {
      const before = inputs[model.graph.inputIndex(input)] ?? 0;
      put(input, lever.apply === 'shift' ? before + value : value);
    }
  }
  put('allocation rule', scenario % allocationRules.length);
  // Every feedback is on in half of the scenarios; over-ordering alone rests otherwise.
  if (scenario % 2 === 1) put('over-ordering', 2 * random());
  for (const plant of levers.plants) {
    if (random() < 0.1) put(`plant slip[${plant}]`, Math.floor(random() * 60));
    if (random() < share / 2) put(`plant removed[${plant}]`, 1);
  }
  for (const product of levers.products) if (random() < share / 4) put(`product removed[${product}]`, 1);
  for (const line of levers.programmes) if (random() < share / 2) put(`programme factor[${line}]`, 0);
  return { inputs, set };
}

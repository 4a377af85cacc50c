import { prepareRun } from '../src/answers/prepare-run.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import type { Settings, Timed } from './measurement.ts';
import { readWorkload } from './workload.ts';

/** Which whole model is run: the one that the limits of the whole model are judged at, or that of the scenario. */
export type WholeModel = 'judged' | 'scenario';

export const WHOLE_MODELS: readonly WholeModel[] = ['judged', 'scenario'];

/**
 * The limits were set for at least 20 products, 10 buyers and 60 months. As of the first month that the program looks
 * from, its equations make a model a little above that; products announced since have made it more than twice as large.
 */
const JUDGED = { scenario: 'latest', day: '2023-07-31' };

/** What a whole model is made of, counted. */
export interface ModelSize {
  /** ISO day after which nothing published is known. */
  readonly asOf: string;
  readonly scenario: string;
  readonly products: number;
  readonly buyers: number;
  readonly months: number;
  /** Numbers of every draw, random or not. */
  readonly inputs: number;
  /** Whether the limits of the whole model are judged at it. */
  readonly judged: boolean;
}

/** A model of the shipped figures, ready to be run. */
export interface PreparedModel {
  readonly run: PreparedRun;
  readonly size: ModelSize;
}

/** Reads the shipped figures and builds a model of them. Throws `ProblemError` as scenarios and beliefs do. */
export function prepareModel(which: WholeModel, settings: Settings, timed: Timed): PreparedModel {
  const judged = which === 'judged';
  const { scenario, day } = judged ? JUDGED : { scenario: settings.scenario, day: undefined };
  const { evidence, dated } = timed('read figures', () => readWorkload(scenario, day));
  const run = timed('build model and beliefs', () => prepareRun(evidence, dated.scenario, dated.day));
  const { products, buyers, months } = run.catalogue;
  const size = {
    asOf: dated.day,
    scenario,
    products: products.length,
    buyers: buyers.length,
    months,
    inputs: run.model.graph.inputs.length,
    judged,
  };
  return { run, size };
}

/** `26 products (as of 2023-07-31)`, and the scenario where it is not the plain one. */
export function labelOf({ products, asOf, scenario }: ModelSize): string {
  const other = scenario === JUDGED.scenario ? '' : `, scenario ${scenario}`;
  return `${products} products (as of ${asOf})${other}`;
}

/** A name as it stands in reports: after its model where it is of a whole model. */
export function nameOn(model: ModelSize | undefined, name: string): string {
  return model === undefined ? name : `whole model, ${labelOf(model)}: ${name}`;
}

/** Of names of a report those on one model, without the model; `undefined` stands for those on none. */
export function onModel<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  model: ModelSize | undefined,
): { readonly name: string; readonly item: T }[] {
  const start = nameOn(model, '');
  return items.flatMap((item) => {
    const name = nameOf(item);
    const here = model === undefined ? !name.startsWith('whole model, ') : name.startsWith(start);
    return here ? [{ name: name.slice(start.length), item }] : [];
  });
}

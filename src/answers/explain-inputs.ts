import type { Assumption } from '../beliefs/assumption.ts';
import { Assumptions } from '../beliefs/assumption.ts';
import type { Outlier } from '../beliefs/outliers.ts';
import type { Belief, SpreadRecord } from '../beliefs/belief.ts';
import { Opcode, planProgram } from '../engine/index.ts';
import type { Distribution, Graph } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import { neutralInputs } from '../model/lever-list.ts';
import type { Product, Row } from '../register/index.ts';
import type { InputChange } from './figure/address.ts';
import { UNCHANGED } from './figure/address.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';

/**
 * What an input rests on: dated rows, an assumption, a value that the scenario sets, or a lever at rest (including needs
 * that a product does not have), which changes nothing.
 */
export type InputBasis = 'rows' | 'assumed' | 'set' | 'rest';

/** Where a figure was published: a row of the register, or the specification of a product. */
export type Source =
  | { readonly kind: 'row'; readonly key: string; readonly row: Row }
  | { readonly kind: 'product'; readonly key: string; readonly product: Product };

/** One input of the model with what made it. */
export interface InputReason {
  /** Scalar name, e.g. `cowos path[2026]`. */
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly basis: InputBasis;
  readonly rule: BilingualText;
  readonly reason: BilingualText;
  readonly distribution: Distribution;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Latest published first. */
  readonly sources: readonly Source[];
  /** As they stood at the run's date. */
  readonly assumptions: readonly Assumption[];
  /** Rows that lie far from what the others say. */
  readonly outliers?: readonly (Omit<Outlier, 'key'> & { readonly source: Source })[];
  /** Past errors behind the spread, where any are. */
  readonly record?: SpreadRecord;
}

/** Names of all inputs that some scalars depend on in any month, through stocks as well, in the graph's order. */
export function inputsBehind(graph: Graph, scalars: readonly string[]): string[] {
  const own = scalars.filter((name) => graph.find(name).kind === 'input');
  const computed = scalars.filter((name) => ['variable', 'stock'].includes(graph.find(name).kind));
  const { drawNodes, stepNodes } = planProgram(graph, computed);
  const found = new Set(own);
  for (const nodes of [drawNodes, stepNodes]) {
    for (const node of nodes) {
      if (graph.nodes.opcode[node] !== Opcode.INPUT) continue;
      const input = graph.inputs[graph.nodes.a[node] ?? 0];
      if (input) found.add(input.name);
    }
  }
  return graph.inputs.map((input) => input.name).filter((name) => found.has(name));
}

/** Gives the reasons of a run's inputs, one after another. */
export class InputReasons {
  readonly #run: PreparedRun;
  readonly #assumptions: Assumptions;
  readonly #rows: ReadonlyMap<string, Row>;
  readonly #products: ReadonlyMap<string, Product>;
  readonly #set: ReadonlySet<string>;
  readonly #held: ReadonlyMap<string, number>;
  readonly #moved: ReadonlySet<string>;

  /** `change` is what an address changes besides. */
  constructor(run: PreparedRun, evidence: Evidence, change: InputChange = UNCHANGED) {
    this.#run = run;
    this.#assumptions = new Assumptions(evidence.assumptions, run.view.date, run.start);
    this.#rows = new Map(run.view.facts.map((row) => [`${row.file}#${row.id}`, row]));
    this.#products = new Map(run.view.products.map((product) => [`products.csv#${product.id}`, product]));
    this.#set = inputsSetBy(run);
    this.#held = new Map(change.held.map(({ input, value }) => [input, value]));
    this.#moved = new Set(change.moved.map(({ input }) => input));
  }

  /** `quantiles` are the input's P10, P50 and P90. Throws `ProblemError` (`unknown-name`) for what is no input. */
  of(name: string, quantiles: readonly [number, number, number]): InputReason {
    const { graph } = this.#run.model;
    const belief = this.#run.beliefs.get(name);
    const scalar = graph.inputs[graph.inputIndex(name)];
    if (belief === undefined || scalar === undefined) throw new RangeError(`no belief for ${name}`);
    const [p10, p50, p90] = quantiles;
    const held = this.#held.get(name);
    if (held !== undefined)
      return {
        name,
        unit: scalar.unit.text,
        description: scalar.description,
        basis: 'set',
        rule: setByAddress,
        reason: setByAddress,
        distribution: { kind: 'point', value: held },
        p10: held,
        p50: held,
        p90: held,
        sources: [],
        assumptions: [],
      };
    return {
      name,
      unit: scalar.unit.text,
      description: scalar.description,
      basis: this.#basis(name, belief),
      rule: belief.rule,
      reason: belief.reason,
      distribution: belief.distribution,
      p10,
      p50,
      p90,
      sources: belief.rows.map((key) => this.#source(key)).sort(latestFirst),
      assumptions: belief.assumptions.flatMap((id) => this.#assumptions.get(id) ?? []),
      ...(belief.outliers && {
        outliers: belief.outliers.map(({ key, ...outlier }) => ({ ...outlier, source: this.#source(key) })),
      }),
      ...(belief.record && { record: belief.record }),
    };
  }

  #basis(name: string, { basis }: Belief): InputBasis {
    if (this.#moved.has(name)) return 'set';
    if (basis !== 'lever') return basis;
    return this.#set.has(name) ? 'set' : 'rest';
  }

  #source(key: string): Source {
    const row = this.#rows.get(key);
    if (row) return { kind: 'row', key, row };
    const product = this.#products.get(key);
    if (product) return { kind: 'product', key, product };
    throw new RangeError(`no row ${key} was known on ${this.#run.view.date}`);
  }
}

const setByAddress: BilingualText = { en: 'Set by the address', ja: 'アドレスで設定' };

function inputsSetBy({ scenario, levers, beliefs }: PreparedRun): ReadonlySet<string> {
  const paths = new Set(scenario.overrides.map(({ path }) => path));
  const set = new Set(levers.levers.filter(({ path }) => paths.has(path)).flatMap(({ inputs }) => inputs));
  for (const { plant } of scenario.delays) set.add(`plant slip[${plant}]`);
  for (const name of scenario.removals) {
    for (const family of ['plant removed', 'product removed', 'programme factor'])
      set.add(`${family}[${name}]`);
  }
  for (const [name, { distribution, basis }] of beliefs) {
    if (basis !== 'lever' || !set.has(name)) continue;
    // Set to what it is anyway: nothing was changed.
    const family = name.split('[')[0] ?? name;
    if (distribution.kind === 'point' && distribution.value === neutralInputs[family]) set.delete(name);
  }
  return set;
}

function latestFirst(a: Source, b: Source): number {
  const [first, second] = [publishedOf(a), publishedOf(b)];
  if (first !== second) return first < second ? 1 : -1;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/** ISO day from which a source was known. */
export function publishedOf(source: Source): string {
  return source.kind === 'row' ? source.row.published : source.product.knownSince;
}

import { InputReasons } from '../explain-inputs.ts';
import type { InputBasis, InputReason } from '../explain-inputs.ts';
import { inputQuantiles } from '../ensemble.ts';
import type { Evidence, PreparedRun } from '../prepare-run.ts';
import { familyOf } from './input-groups.ts';
import type { InputGroup, UncertainInput } from './input-groups.ts';

/** Where to look when a group matters. */
export interface GroupSupport {
  /** What its families are, in the model’s words. */
  readonly families: readonly { readonly name: string; readonly description: string }[];
  /** Uncertain inputs by basis. */
  readonly basis: Readonly<Partial<Record<InputBasis, number>>>;
  /** Ids of assumptions, in the order of inputs. */
  readonly assumptions: readonly string[];
  /** Keys of rows and products, in the order of inputs, latest first within one. */
  readonly sources: readonly string[];
}

/** Tells what inputs of a run rest on. */
export class Supports {
  readonly #reasons: InputReasons;
  readonly #quantiles: readonly Float64Array[];

  constructor(run: PreparedRun, evidence: Evidence) {
    this.#reasons = new InputReasons(run, evidence);
    this.#quantiles = [0.1, 0.5, 0.9].map((p) => inputQuantiles(run, p));
  }

  reasonOf({ name, index }: UncertainInput): InputReason {
    const [low, middle, high] = this.#quantiles;
    return this.#reasons.of(name, [low![index]!, middle![index]!, high![index]!]);
  }

  ofGroup({ factors }: InputGroup): GroupSupport {
    const reasons = factors.flat().map((input) => this.reasonOf(input));
    const basis: Partial<Record<InputBasis, number>> = {};
    for (const reason of reasons) basis[reason.basis] = (basis[reason.basis] ?? 0) + 1;
    const families = new Map(reasons.map(({ name, description }) => [familyOf(name), description]));
    return {
      families: Array.from(families, ([name, description]) => ({ name, description })),
      basis,
      assumptions: [...new Set(reasons.flatMap(({ assumptions }) => assumptions.map(({ id }) => id)))],
      sources: [...new Set(reasons.flatMap(({ sources }) => sources.map(({ key }) => key)))],
    };
  }
}

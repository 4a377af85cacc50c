import { drawnInputs, inputQuantiles } from './ensemble.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { InputReasons } from './explain-inputs.ts';
import type { InputReason } from './explain-inputs.ts';
import { inputAddress } from './figure/figure-address.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';

/** An input of the model by itself: its distribution and what made it. */
export interface InputExplanation extends InputReason {
  readonly address: string;
  /** From 0; null for the median. */
  readonly draw: number | null;
  /** In that draw, or at the median. */
  readonly value: number;
}

/** Explains an input. Throws `unknown-name` with the nearest. */
export function explainInput(
  run: PreparedRun,
  evidence: Evidence,
  name: string,
  options: EnsembleOptions & { readonly drawShown?: number },
): InputExplanation {
  const index = run.model.graph.inputIndex(name);
  const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => inputQuantiles(run, p)[index] ?? NaN);
  const { drawShown } = options;
  return {
    address: inputAddress(name),
    ...new InputReasons(run, evidence).of(name, [low!, middle!, high!]),
    draw: drawShown ?? null,
    value: drawShown === undefined ? middle! : drawnInputs(run, drawShown, options)[index]!,
  };
}

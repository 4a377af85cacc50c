import type { BilingualText } from '../model/lever.ts';
import { TailContrast } from '../engine/index.ts';
import type { Block } from '../engine/index.ts';
import { inputIndex, inputQuantiles } from './ensemble.ts';
import type { PreparedRun } from './prepare-run.ts';

/** How the probability of shortage a year on moves with one uncertain input, over the same draws. */
export interface Hinge {
  readonly input: string;
  readonly label: BilingualText;
  /** Unit of the input; `ln` for the natural logarithm of a ratio. */
  readonly unit: string;
  /** Mean of the input in the lowest and highest fifth of its distribution. */
  readonly lowValue: number;
  readonly highValue: number;
  /** Probability of shortage in those draws. */
  readonly lowProbability: number;
  readonly highProbability: number;
  /** Whether the input rests on an assumption. */
  readonly assumed: boolean;
}

const labels: Readonly<Record<string, BilingualText>> = {
  'initial gap': { en: 'unmet share at the start', ja: '開始時の未充足率' },
  'initial overdue[nvidia]': { en: 'months overdue at the start', ja: '開始時の遅延月数' },
  'guide error, common': { en: 'budgets against guidance', ja: '指針に対する予算' },
  'trend trust': { en: 'how far suppliers trust growth', ja: '供給側の成長外挿' },
  'packaging lag': { en: 'packaging start to sale', ja: '封止投入から販売まで' },
};

/** The one of them that is a natural logarithm of a ratio. */
const LOGARITHM = 'guide error, common';

/** Inputs whose effect on the headline is shown, as far as the run has them: gap, overdue, budgets, packaging, memory. */
function hingeInputs(run: PreparedRun): string[] {
  const next = String(run.catalogue.startYear);
  const names = [...Object.keys(labels), `cowos path[${next}]`, `hbm path[sk-hynix,${next}]`];
  return names.filter(
    (name) => run.beliefs.get(name)?.distribution.kind !== 'point' && run.beliefs.has(name),
  );
}

/** The share of draws at each end of an input that is looked at. */
const FIFTH = 0.2;

/** The draws in the lowest fifth of each input’s distribution against those in the highest. */
export class HingeContrasts {
  readonly inputs: readonly string[];
  readonly #run: PreparedRun;
  readonly #slot: number;
  readonly #contrasts: readonly TailContrast[];

  /** `slot` is that of overdue months; an ensemble must keep `inputs`, in this order. */
  constructor(run: PreparedRun, slot: number) {
    const [low, high] = [inputQuantiles(run, FIFTH), inputQuantiles(run, 1 - FIFTH)];
    this.inputs = hingeInputs(run);
    this.#run = run;
    this.#slot = slot;
    this.#contrasts = this.inputs.map((name) => {
      const index = inputIndex(run, name);
      return new TailContrast(low[index] ?? Number.NaN, high[index] ?? Number.NaN, 1);
    });
  }

  add(block: Block): void {
    const overdue = block.values(this.#slot);
    for (const [position, contrast] of this.#contrasts.entries())
      contrast.add(block.input(position), overdue);
  }

  /** Largest effect first; an input without a draw at one end, as few draws may leave it, is left out. */
  get hinges(): Hinge[] {
    const hinges = this.inputs.flatMap((input, position): Hinge[] => {
      const contrast = this.#contrasts[position];
      if (contrast === undefined || contrast.low.draws === 0 || contrast.high.draws === 0) return [];
      const { unit = '1' } = this.#run.inputs[inputIndex(this.#run, input)] ?? {};
      return [
        {
          input,
          label: labels[input] ?? pathLabel(input),
          unit: input === LOGARITHM ? 'ln' : unit,
          lowValue: contrast.low.mean,
          highValue: contrast.high.mean,
          lowProbability: contrast.low.shareAbove,
          highProbability: contrast.high.shareAbove,
          assumed: this.#run.beliefs.get(input)?.basis !== 'rows',
        },
      ];
    });
    const effect = (hinge: Hinge): number => Math.abs(hinge.highProbability - hinge.lowProbability);
    return hinges.toSorted((a, b) => effect(b) - effect(a) || (a.input < b.input ? -1 : 1));
  }
}

function pathLabel(input: string): BilingualText {
  const year = /(\d{4})/.exec(input)?.[1] ?? '';
  return input.startsWith('cowos')
    ? { en: `CoWoS capacity at the end of ${year}`, ja: `${year}年末のCoWoS能力` }
    : { en: `SK hynix HBM capacity at the end of ${year}`, ja: `${year}年末のSKハイニックスHBM能力` };
}

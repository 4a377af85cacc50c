import type { BilingualText } from '../model/lever.ts';
import type { Ensemble } from './ensemble.ts';
import { formatUnit } from '../engine/index.ts';
import type { PreparedRun } from './prepare-run.ts';

/** How the probability of shortage a year on moves with one uncertain input, over the same draws. */
export interface Hinge {
  readonly input: string;
  readonly label: BilingualText;
  /** Unit of the input; `ln` for the natural logarithm of a ratio. */
  readonly unit: string;
  /** Mean of the input in the lowest and highest fifth of draws by it. */
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
export function hingeInputs(run: PreparedRun): string[] {
  const [, next = ''] = run.model.sets.yearEnd.members;
  const names = [...Object.keys(labels), `cowos path[${next}]`, `hbm path[sk-hynix,${next}]`];
  return names.filter(
    (name) => run.beliefs.get(name)?.distribution.kind !== 'point' && run.beliefs.has(name),
  );
}

/** The lowest against the highest fifth of draws by each input; largest effect first. */
export function hingesOf(run: PreparedRun, ensemble: Ensemble, overdue: Float64Array): Hinge[] {
  const fifth = Math.max(Math.floor(ensemble.draws / 5), 1);
  const hinges = [...ensemble.inputs].map(([input, values]): Hinge => {
    const order = Array.from(values.keys()).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
    const part = (draws: readonly number[]): [number, number] => [
      draws.reduce((sum, draw) => sum + (values[draw] ?? 0), 0) / draws.length,
      draws.filter((draw) => (overdue[draw] ?? 0) > 1).length / draws.length,
    ];
    const [lowValue, lowProbability] = part(order.slice(0, fifth));
    const [highValue, highProbability] = part(order.slice(-fifth));
    const scalar = run.model.graph.inputs[run.model.graph.inputIndex(input)];
    return {
      input,
      label: labels[input] ?? pathLabel(input),
      unit: input === LOGARITHM ? 'ln' : scalar ? formatUnit(scalar.unit) : '1',
      lowValue,
      highValue,
      lowProbability,
      highProbability,
      assumed: run.beliefs.get(input)?.basis !== 'rows',
    };
  });
  const effect = (hinge: Hinge): number => Math.abs(hinge.highProbability - hinge.lowProbability);
  return hinges.toSorted((a, b) => effect(b) - effect(a) || (a.input < b.input ? -1 : 1));
}

function pathLabel(input: string): BilingualText {
  const year = /(\d{4})/.exec(input)?.[1] ?? '';
  return input.startsWith('cowos')
    ? { en: `CoWoS capacity at the end of ${year}`, ja: `${year}年末のCoWoS能力` }
    : { en: `SK hynix HBM capacity at the end of ${year}`, ja: `${year}年末のSKハイニックスHBM能力` };
}

import type { TrainingQuestion } from '../../../answers/training-question.ts';
import { PRECISIONS } from '../../../beliefs/precision.ts';
import { readQuantity } from '../../../scenario/quantity-text.ts';

/** The run that is shown before anybody asks for another. */
export const FIRST_MODEL = 'deepseek-v3';

/** Figures that people type, by their names in a query, as the options of `chokepoint train-cost`. */
export const TYPED = ['parameters', 'active', 'tokens', 'flop', 'hours', 'count', 'days'] as const;
export type Typed = (typeof TYPED)[number];

/**
 * A training run from the words of a query; what cannot be read is left out.
 */
export function trainingQuestion(query: string): TrainingQuestion {
  const parts = new URLSearchParams(query);
  const number = (name: Typed): number | undefined => readQuantity(parts.get(name) ?? '');
  const [totalParameters, activeParameters, tokens, flop, hours, accelerators, days] = TYPED.map(number);
  const model = modelOf(query);
  const accelerator = parts.get('accelerator');
  const precision = PRECISIONS.find((name) => name === parts.get('precision'));
  // As the command line has it: FLOP stand in place of parameters and tokens.
  const size = flop === undefined ? { totalParameters, activeParameters, tokens } : { flop };
  const given = { ...size, hours, accelerators, days, precision };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(model === OWN ? {} : { model }),
    ...(accelerator === null ? {} : { accelerator }),
  };
}

/** Stands for a run that nobody has published. */
export const OWN = 'own';

/** Id of the published run that a query starts from, or `OWN`. */
export function modelOf(query: string): string {
  return new URLSearchParams(query).get('model') ?? FIRST_MODEL;
}

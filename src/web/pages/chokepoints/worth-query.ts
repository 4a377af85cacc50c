import { worthMeasures, worthSteps } from '../../../answers/input-worth.ts';
import type { WorthChoice } from '../../../show/worth-charts.ts';

/** Which effects a query asks to see; the first of each where it names none or one that does not exist. */
export function worthChoice(query: string): WorthChoice {
  const asked = new URLSearchParams(query);
  return {
    step: worthSteps.find((step) => step === asked.get('step')) ?? worthSteps[0],
    measure: worthMeasures.find((measure) => measure === asked.get('measure')) ?? worthMeasures[0],
    isNear: asked.get('until') !== 'far',
  };
}

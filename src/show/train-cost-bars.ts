import type { TrainingAnswer } from '../answers/train-cost.ts';
import { trainingAddress } from '../answers/training-address.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { BarsSpec } from './charts/chart-spec.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { outputOf } from './train-figures.ts';

/** What a run costs by each method. */
export function trainCostBars(answer: TrainingAnswer, language: Language): BarsSpec {
  const bars = (['rental', 'owned', 'acquisition'] as const).flatMap((name) => {
    const output = outputOf(answer, name);
    return output ? [{ name, output }] : [];
  });
  return {
    kind: 'bars',
    title: translate(language, 'page.training.cost'),
    subtitle: translate(language, 'page.series.bars', { unit: 'USD' }),
    bars: bars.map(({ name, output: { p10, p50, p90 } }) => ({
      name: translate(language, `train.method.${name}`),
      value: p50,
      low: p10,
      high: p90,
      figure: trainingAddress(answer.question, name),
    })),
    format: chartFormat(Math.max(0, ...bars.map(({ output }) => output.p90)), 'USD', language),
  };
}

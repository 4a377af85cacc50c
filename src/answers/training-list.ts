import type { TrainingContext } from '../beliefs/training-beliefs.ts';
import { ProblemError } from '../problem/problem.ts';
import type { TrainedModel } from '../register/index.ts';
import { answerTraining } from './train-cost.ts';
import type { TrainingAnswer } from './train-cost.ts';

/** One published run with what follows from it. */
export interface ListedRun {
  readonly model: TrainedModel;
  /** Absent where the figures published do not suffice. */
  readonly answer?: TrainingAnswer;
}

/** Every published run whose figures were known at the view's date, the latest model first. */
export function listTraining(
  context: TrainingContext,
  options: { readonly draws: number; readonly seed: number },
): readonly ListedRun[] {
  const { view } = context;
  return view.models
    .filter((model) => view.history !== 'strict' || model.figuresPublished <= view.date)
    .map((model) => listed(context, model, options))
    .sort((a, b) =>
      a.model.published === b.model.published ? 0 : a.model.published > b.model.published ? -1 : 1,
    );
}

function listed(
  context: TrainingContext,
  model: TrainedModel,
  options: { readonly draws: number; readonly seed: number },
): ListedRun {
  try {
    return { model, answer: answerTraining(context, { model: model.id }, options) };
  } catch (error) {
    // A run on an accelerator that is not in the catalogue has no more than what was published.
    if (error instanceof ProblemError) return { model };
    throw error;
  }
}

import type { Precision } from '../beliefs/precision.ts';
import type { Distribution } from '../engine/index.ts';
import { nearestName } from '../problem/nearest-name.ts';
import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import type { TrainedModel, View } from '../register/index.ts';
import { plain, wordsOf } from './plain-name.ts';

/**
 * A training run as asked about: a published model by name, or its size. What is given takes the place of what is
 * published; what neither gives is assumed.
 */
export interface TrainingQuestion {
  /** Id or name in models.csv. */
  readonly model?: string;
  readonly totalParameters?: number;
  readonly activeParameters?: number;
  readonly tokens?: number;
  readonly flop?: number;
  /** Accelerator-hours. */
  readonly hours?: number;
  /** Id or name in products.csv. */
  readonly accelerator?: string;
  /** Accelerators that work at the run together. */
  readonly accelerators?: number;
  readonly precision?: Precision;
  /** Utilisation of the peak over all hours, from 0 to 1. */
  readonly utilisation?: Distribution;
  /** USD for an accelerator-hour. */
  readonly rentalRate?: Distribution;
  /** USD for an accelerator. */
  readonly price?: Distribution;
  /** USD for a kilowatt-hour. */
  readonly electricityPrice?: Distribution;
  /** Share of a buyer's running fleet that one run may take. */
  readonly share?: Distribution;
  /** Days within which a buyer's fleet has to finish the run. */
  readonly days?: number;
}

/** A question about the same run on other terms than published: it happens at the date of the view, not then. */
export function isRerun(question: TrainingQuestion): boolean {
  const { totalParameters, activeParameters, tokens, flop, hours } = question;
  const { accelerator, precision, utilisation } = question;
  return [totalParameters, activeParameters, tokens, flop, hours, accelerator, precision, utilisation].some(
    (given) => given !== undefined,
  );
}

/**
 * A training run by id or name, whatever its case, spaces and marks, or by words that only it has. Throws
 * `unknown-model` with the nearest name, and `figures-published-later` where its figures came after the view's date.
 */
export function findModel(view: View, name: string): TrainedModel {
  const wanted = plain(name);
  const exact = view.models.find((model) => plain(model.id) === wanted || plain(model.name) === wanted);
  const words = wordsOf(name);
  const partly = view.models.filter((model) =>
    words.every((word) => `${model.id} ${model.name}`.toLowerCase().includes(word)),
  );
  const found = exact ?? (partly.length === 1 ? partly[0] : undefined);
  if (!found) throw new ProblemError([unknownModel(view, name, partly)]);
  if (found.figuresPublished > view.date && view.history === 'strict') {
    const params = { found: found.name, expected: found.figuresPublished };
    throw new ProblemError([{ code: 'figures-published-later', params }]);
  }
  return found;
}

function unknownModel(view: View, found: string, partly: readonly TrainedModel[]): Problem {
  const nearest =
    partly.length > 1
      ? partly.map(({ id }) => id).join(', ')
      : nearestName(
          found,
          view.models.flatMap(({ id, name }) => [id, name]),
        );
  return { code: 'unknown-model', params: { found, ...(nearest === undefined ? {} : { nearest }) } };
}

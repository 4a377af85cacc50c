/** Epoch AI's grades for its own rows, beside the register's. */
export const MODEL_CONFIDENCES = ['high', 'medium', 'low', 'confident', 'likely', 'speculative'] as const;
export type ModelConfidence = (typeof MODEL_CONFIDENCES)[number];

/** One training run of a published model. Absent numbers are unknown, never zero. */
export interface TrainedModel {
  readonly id: string;
  readonly name: string;
  readonly developer: string;
  /** ISO day. */
  readonly published: string;
  readonly parametersTotal?: number;
  readonly parametersActive?: number;
  readonly trainingTokens?: number;
  /** FLOP. */
  readonly trainingFlop?: number;
  readonly accelerator: string;
  readonly acceleratorCount?: number;
  /** hours of wall-clock time. */
  readonly wallHours?: number;
  /** accelerator-hours. */
  readonly acceleratorHours?: number;
  /** USD, as the developer stated it. */
  readonly costStated?: number;
  /** 2023 USD, Epoch AI's estimate. */
  readonly costEstimate?: number;
  readonly precision: string;
  readonly source: string;
  readonly sourceUrl: string;
  readonly confidence: ModelConfidence;
  readonly note: string;
}

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
  /** As stated; empty where not published. */
  readonly accelerator: string;
  /** Id in products.csv; empty where the accelerator is not published or not in the catalogue. */
  readonly product: string;
  readonly acceleratorCount?: number;
  /** hours of wall-clock time. */
  readonly wallHours?: number;
  /** accelerator-hours. */
  readonly acceleratorHours?: number;
  /** USD, as the developer stated it. */
  readonly costStated?: number;
  /** 2023 USD, Epoch AI's estimate. */
  readonly costEstimate?: number;
  /** `bf16`, `fp8`, …; empty where not published. */
  readonly precision: string;
  /** ISO day on which these figures were published; the model itself may be older. */
  readonly figuresPublished: string;
  readonly source: string;
  readonly sourceUrl: string;
  readonly confidence: ModelConfidence;
  readonly note: string;
  /** Ids of fact rows about this run: hours by stage, rate, costs as stated. */
  readonly evidence: readonly string[];
}

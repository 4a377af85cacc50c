import type { Place, Problem } from '../problem/problem.ts';
import { list, optional, positive } from './read-products.ts';
import { checkUniqueId, openTable, type TableRecord } from './table.ts';
import { MODEL_CONFIDENCES, type TrainedModel } from './trained-model.ts';

const COLUMNS = [
  'id',
  'model',
  'developer',
  'published',
  'accelerator',
  'product',
  'figures_published',
  'source',
  'confidence',
  'evidence',
];

export interface ReadModels {
  readonly models: readonly TrainedModel[];
  readonly problems: readonly Problem[];
}

/** Reads `models.csv`: one training run a row. */
export function readModels(text: string, file: string, places: Map<string, Place>): ReadModels {
  const table = openTable(text, file, COLUMNS);
  return { models: table.records.map((record) => readModel(record, places)), problems: table.problems };
}

function readModel(record: TableRecord, places: Map<string, Place>): TrainedModel {
  const id = record.required('id');
  checkUniqueId(record, id, places, `${record.file}#${id}`);
  return {
    id,
    name: record.required('model'),
    developer: record.required('developer'),
    published: record.date('published')?.last ?? '',
    ...optional('parametersTotal', positive(record, 'parameters_total')),
    ...optional('parametersActive', positive(record, 'parameters_active')),
    ...optional('trainingTokens', positive(record, 'training_tokens')),
    ...optional('trainingFlop', positive(record, 'training_flop')),
    accelerator: record.text('accelerator'),
    product: record.text('product'),
    ...optional('acceleratorCount', positive(record, 'accelerator_count')),
    ...optional('wallHours', positive(record, 'wall_hours')),
    ...optional('acceleratorHours', positive(record, 'accelerator_hours')),
    ...optional('costStated', positive(record, 'cost_usd_stated')),
    ...optional('costEstimate', positive(record, 'cost_usd_estimate_2023')),
    precision: record.text('precision'),
    figuresPublished: record.date('figures_published')?.last ?? '',
    source: record.required('source'),
    sourceUrl: record.text('source_url'),
    confidence: record.oneOf('confidence', MODEL_CONFIDENCES, 'unknown-confidence'),
    note: record.text('note'),
    evidence: list(record.text('evidence')),
  };
}

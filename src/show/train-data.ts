import { addressText, joinMembers, UNCHANGED } from '../answers/figure/address.ts';
import { trainingAddress } from '../answers/training-address.ts';
import type { SourcedInput, TrainCostAnswer, TrainingOutput } from '../answers/train-cost.ts';
import type { ListedRun } from '../answers/training-list.ts';
import type { CsvField } from './csv.ts';
import { factRecord } from './facts-data.ts';
import { inputOf } from './train-figures.ts';

/** Columns of a training run as CSV: inputs, outputs, buyers' first months and their largest runs, one a row. */
export const TRAIN_COLUMNS = [
  'section',
  'name',
  'month',
  'unit',
  'p10',
  'p50',
  'p90',
  'mean',
  'basis',
  'publisher',
  'published',
  'url',
] as const;

/** Rows in the order of `TRAIN_COLUMNS`. */
export function trainFields(answer: TrainCostAnswer): CsvField[][] {
  const { fleets } = answer;
  return [
    ...answer.inputs.map((input): CsvField[] => {
      const [source] = input.sources;
      const about = [input.basis, source?.publisher, source?.published, source?.url];
      return [
        'input',
        input.name,
        undefined,
        input.unit,
        input.p10,
        input.p50,
        input.p90,
        undefined,
        ...about,
      ];
    }),
    ...answer.outputs.map((output): CsvField[] => [
      'output',
      output.name,
      undefined,
      output.unit,
      output.p10,
      output.p50,
      output.p90,
      output.mean,
    ]),
    ...fleets.buyers.flatMap(({ buyer, p10, p50, p90, now, within, largest }): CsvField[][] => [
      ['first-month', buyer, undefined, 'month', p10 ?? undefined, p50 ?? undefined, p90 ?? undefined],
      ['probability-now', buyer, fleets.from, '1', undefined, undefined, undefined, now],
      ['probability-within-horizon', buyer, fleets.horizon, '1', undefined, undefined, undefined, within],
      ...largest.map((run): CsvField[] => [
        'largest-run',
        buyer,
        run.month,
        'FLOP',
        run.p10,
        run.p50,
        run.p90,
      ]),
    ]),
  ].map((row) => [...row, ...Array.from({ length: TRAIN_COLUMNS.length - row.length }, () => undefined)]);
}

/** A training run as plain data; `src/show/schemas/train-cost.ts` says what is in it. */
export function trainRecord(answer: TrainCostAnswer): Record<string, unknown> {
  const { question, product, model, inputs, outputs, stated, published, fleets, ...about } = answer;
  return {
    ...about,
    fleets: {
      ...fleets,
      buyers: fleets.buyers.map((buyer) => ({
        ...buyer,
        restsOn: [fleetAddress(answer, buyer.buyer), trainingAddress(question, 'hours')],
      })),
    },
    ...(model ? { model } : {}),
    product: { id: product.id, name: product.name },
    inputs: inputs.map(inputRecord),
    outputs: outputs.map((output) => ({
      address: trainingAddress(question, output.name),
      ...outputRecord(output),
    })),
    ...(stated
      ? {
          stated: {
            stages: stated.stages.map((row) => ({ id: row.id, hours: row.value, said: row.quote })),
            rate: { id: stated.rate.id, value: stated.rate.value, unit: stated.rate.unit },
            hours: stated.hours,
            cost: stated.cost,
          },
        }
      : {}),
    published: published.map((row) => factRecord(row, undefined)),
  };
}

/** A buyer's running fleet from the first month looked at to the last. */
function fleetAddress({ fleets }: TrainCostAnswer, buyer: string): string {
  const parts = ['buyer', joinMembers([buyer]), `${fleets.from}..${fleets.horizon}`];
  return addressText({ name: 'fleet-running', parts, change: UNCHANGED });
}

function inputRecord({ rows: _rows, ...input }: SourcedInput): Record<string, unknown> {
  return input;
}

function outputRecord({ name, unit, mean, p10, p50, p90 }: TrainingOutput): Record<string, unknown> {
  return { name, unit, mean, p10, p50, p90 };
}

/** Columns of the list of published runs as CSV. */
export const TRAIN_LIST_COLUMNS = [
  'id',
  'name',
  'developer',
  'published',
  'parameters_total',
  'parameters_active',
  'training_tokens',
  'training_flop',
  'flop',
  'accelerator',
  'product',
  'accelerator_count',
  'accelerator_hours',
  'utilisation',
  'precision',
  'cost_usd_stated',
  'cost_usd_estimate_2023',
  'owned_usd_p10',
  'owned_usd_p50',
  'owned_usd_p90',
  'confidence',
  'source',
  'figures_published',
  'source_url',
  'note',
] as const;

/** One published run in the order of `TRAIN_LIST_COLUMNS`. */
export function trainListFields({ model, answer }: ListedRun): CsvField[] {
  const output = (name: TrainingOutput['name']): TrainingOutput | undefined =>
    answer?.outputs.find((candidate) => candidate.name === name);
  const isMeasured = answer !== undefined && inputOf(answer, 'hours') !== undefined;
  const owned = answer && answer.productBasis !== 'assumed' ? output('owned') : undefined;
  return [
    model.id,
    model.name,
    model.developer,
    model.published,
    model.parametersTotal,
    model.parametersActive,
    model.trainingTokens,
    model.trainingFlop,
    (answer && inputOf(answer, 'flop')?.p50) ?? model.trainingFlop,
    model.accelerator,
    model.product,
    model.acceleratorCount,
    (answer && inputOf(answer, 'hours')?.p50) ?? model.acceleratorHours,
    isMeasured ? output('utilisation')?.p50 : undefined,
    model.precision,
    model.costStated,
    model.costEstimate,
    owned?.p10,
    owned?.p50,
    owned?.p90,
    model.confidence,
    model.source,
    model.figuresPublished,
    model.sourceUrl,
    model.note,
  ];
}

/** The same by name, absent figures left out. */
export function trainListRecord(run: ListedRun): Record<string, unknown> {
  const fields = trainListFields(run);
  return Object.fromEntries(
    TRAIN_LIST_COLUMNS.flatMap((column, index) => {
      const value = fields[index];
      return value === undefined || value === '' ? [] : [[column, value]];
    }),
  );
}

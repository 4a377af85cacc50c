import type { Command } from 'commander';
import { disputedQuantities } from '../../answers/fact-disagreement.ts';
import { unusedRows } from '../../answers/unused-rows.ts';
import { weakestInputs } from '../../answers/weakest-inputs.ts';
import type { Query, Register } from '../../register/index.ts';
import {
  DISAGREEMENT_COLUMNS,
  disagreementFields,
  disagreementRecord,
  UNUSED_COLUMNS,
  unusedFields,
  unusedRecord,
  WEAKEST_COLUMNS,
  weakestFields,
} from '../../show/support-data.ts';
import { renderDisagreement, renderUnused, renderWeakest } from '../../show/support-view.ts';
import type { Context } from '../context.ts';
import type { LoadedModel } from '../load-model.ts';
import { loadModel } from '../load-model.ts';
import { ensembleOf } from '../run-options.ts';

export interface SupportOptions {
  readonly asOf?: string;
  readonly limit: number;
}

/** Futures behind rank correlations: their standard error is four hundredths at most. */
const DRAWS = 512;
const SEED = 1;
/** Rows shown of each reason. */
const ROWS_SHOWN = 5;

/** `facts --disagreement`: where sources differ most. */
export function answerDisagreement(
  filter: Query,
  options: SupportOptions & { readonly asOf: string },
  register: Register,
  command: Command,
  context: Context,
): void {
  const answers = disputedQuantities(register, filter, options);
  context.answer(command, {
    text: () => renderDisagreement(answers, options.asOf, context.screen, options.limit),
    json: () => answers.map((each) => disagreementRecord(each)),
    csv: () => ({ header: DISAGREEMENT_COLUMNS, rows: answers.map((each) => disagreementFields(each)) }),
  });
}

/** `facts --unused`: rows that the model does not use, and why. */
export function answerUnused(
  filter: Query,
  options: SupportOptions,
  command: Command,
  context: Context,
): void {
  const { run } = loaded(options, context);
  const answer = unusedRows(run, filter);
  const limit = options.limit === 0 ? 0 : ROWS_SHOWN;
  context.answer(command, {
    text: () => renderUnused(answer, context.screen, limit),
    json: () => unusedRecord(answer),
    csv: () => ({ header: UNUSED_COLUMNS, rows: unusedFields(answer) }),
  });
}

/** `facts --weakest`: where better data would help most. */
export async function answerWeakest(
  options: SupportOptions,
  command: Command,
  context: Context,
): Promise<void> {
  const { run, evidence } = loaded(options, context);
  const ensemble = ensembleOf(context, { draws: DRAWS, seed: SEED });
  const answer = await weakestInputs(run, evidence, ensemble);
  context.progress(undefined);
  context.answer(command, {
    text: () => renderWeakest(answer, context.screen, options.limit),
    json: () => answer,
    csv: () => ({ header: WEAKEST_COLUMNS, rows: weakestFields(answer) }),
  });
}

function loaded({ asOf: day }: SupportOptions, context: Context): LoadedModel {
  return loadModel(context.files, {
    scenario: 'latest',
    history: 'strict',
    set: [],
    ...(day === undefined ? {} : { asOf: day }),
  });
}

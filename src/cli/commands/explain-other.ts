import type { Command } from 'commander';
import { explainCost } from '../../answers/explain-cost.ts';
import { explainInput } from '../../answers/explain-input.ts';
import { parseAddress } from '../../answers/figure/address.ts';
import type { Address } from '../../answers/figure/address.ts';
import { CLAIM, FACT, INPUT } from '../../answers/figure/figure-address.ts';
import { rowsNamed } from '../../answers/figure/named-rows.ts';
import { viewOf } from '../../answers/facts.ts';
import { aboutRun } from '../../answers/run-about.ts';
import { trainingContext } from '../../answers/train-cost.ts';
import { CLUSTER, TRAINING } from '../../answers/training-address.ts';
import {
  COST_COLUMNS,
  costFields,
  costRecord,
  inputExplanationRecord,
  renderCost,
  renderInput,
} from '../../show/explain-cost-view.ts';
import { FACT_COLUMNS, factFields, factRecord } from '../../show/facts-data.ts';
import { renderFact } from '../../show/facts-view.ts';
import type { Context } from '../context.ts';
import { readFullRegister } from '../evidence.ts';
import { loadModel } from '../load-model.ts';
import { loadRun } from '../run-options.ts';
import type { RunOptions } from '../run-options.ts';
import { answerClaim } from './claims.ts';

interface OtherOptions extends RunOptions {
  readonly draw?: number;
}

/** Explains what is no figure of a series: costs, inputs, statements, rows of the register. False where the address calls none of these. */
export async function explainOther(
  text: string,
  options: OtherOptions,
  command: Command,
  context: Context,
): Promise<boolean> {
  // No series has a slash in its name.
  if (!text.includes('/')) return false;
  const address = parseAddress(text);
  switch (address.name) {
    case TRAINING:
    case CLUSTER:
      answerCost(address, options, command, context);
      return true;
    case INPUT:
      await answerInput(address, options, command, context);
      return true;
    case FACT:
      answerRows(address, options, command, context);
      return true;
    case CLAIM: {
      const { asOf, draws, seed } = options;
      await answerClaim(
        address.parts.join('/'),
        { draws, seed, ...(asOf ? { asOf } : {}) },
        command,
        context,
      );
      return true;
    }
    default:
      return false;
  }
}

function answerCost(address: Address, options: OtherOptions, command: Command, context: Context): void {
  const { run, evidence } = loadModel(context.files, options);
  const { draws, seed, draw } = options;
  const answer = explainCost(trainingContext(run.view, evidence), address, {
    draws,
    seed,
    ...(draw === undefined ? {} : { draw: draw - 1 }),
  });
  context.answer(command, {
    text: () => renderCost(answer, context.screen),
    json: () => costRecord(answer),
    csv: () => ({ header: COST_COLUMNS, rows: costFields(answer.figure) }),
  });
}

/** Rows in full, of those published by the day where one is given. */
function answerRows(address: Address, { asOf }: OtherOptions, command: Command, context: Context): void {
  const register = readFullRegister(context.files);
  const rows = rowsNamed(viewOf(register, asOf ? { asOf } : {}).facts, address);
  const placeOf = (id: string) => register.places.get(id);
  context.answer(command, {
    text: () => rows.map((row) => renderFact(row, placeOf(row.id), context.screen)).join('\n\n'),
    json: () => rows.map((row) => factRecord(row, placeOf(row.id))),
    csv: () => ({ header: FACT_COLUMNS, rows: rows.map(factFields) }),
  });
}

async function answerInput(
  address: Address,
  options: OtherOptions,
  command: Command,
  context: Context,
): Promise<void> {
  const { run, evidence, ensemble } = await loadRun(context, options);
  const { draw } = options;
  const answer = explainInput(run, evidence, address.parts.join('/'), {
    ...ensemble,
    ...(draw === undefined ? {} : { drawShown: draw - 1 }),
  });
  const { name, unit, basis, p10, p50, p90, value } = answer;
  context.answer(command, {
    text: () => renderInput(answer, context.screen),
    json: () => ({ ...aboutRun(run, ensemble), ...inputExplanationRecord(answer) }),
    csv: () => ({
      header: ['input', 'unit', 'basis', 'p10', 'p50', 'p90', 'value'],
      rows: [[name, unit, basis, p10, p50, p90, value]],
    }),
  });
}

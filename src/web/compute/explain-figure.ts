import { answerExplain } from '../../answers/explain.ts';
import { explainCost } from '../../answers/explain-cost.ts';
import type { EnsembleOptions } from '../../answers/ensemble.ts';
import { parseAddress } from '../../answers/figure/address.ts';
import type { Address } from '../../answers/figure/address.ts';
import { FACT, factAddress } from '../../answers/figure/figure-address.ts';
import { rowsNamed } from '../../answers/figure/named-rows.ts';
import { resolveFigure } from '../../answers/figure/resolve-figure.ts';
import type { Evidence } from '../../answers/run-base.ts';
import type { PreparedRun } from '../../answers/scenario-run.ts';
import { memberNames } from '../../answers/series.ts';
import { trainingContext } from '../../answers/train-cost.ts';
import { CLUSTER, TRAINING } from '../../answers/training-address.ts';
import type { Explained } from './worker-message.ts';

/** Equations below each other; as the command line says by itself. */
const DEPTH = 6;

/** A figure by its address, down to its rows, as `chokepoint explain` tells it. */
export async function explainFigure(
  run: PreparedRun,
  evidence: Evidence,
  text: string,
  options: EnsembleOptions,
): Promise<Explained> {
  const address = parseAddress(text);
  switch (address.name) {
    case TRAINING:
    case CLUSTER:
      return { kind: 'cost', answer: explainCost(trainingContext(run.view, evidence), address, options) };
    case FACT: {
      const rows = rowsNamed(run.view.facts, address);
      return { kind: 'rows', answer: { address: factAddress(rows.map(({ id }) => id)), rows } };
    }
    default:
      return explainModel(run, evidence, address, options);
  }
}

async function explainModel(
  run: PreparedRun,
  evidence: Evidence,
  address: Address,
  options: EnsembleOptions,
): Promise<Explained> {
  const question = { figure: resolveFigure(run, address), change: address.change, depth: DEPTH };
  const answer = await answerExplain(run, evidence, question, options);
  const levers = run.levers.levers.map(({ path, inputs }) => [path, inputs] as const);
  const leverOf = answer.inputs.flatMap(({ name }) => {
    const found = levers.find(([, inputs]) => inputs.includes(name));
    return found ? [[name, found[0]] as const] : [];
  });
  return { kind: 'figure', answer, names: memberNames(run.catalogue), levers: new Map(leverOf) };
}

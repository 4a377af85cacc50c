import { answerExplain } from '../../answers/explain.ts';
import type { EnsembleOptions } from '../../answers/ensemble.ts';
import { parseAddress } from '../../answers/figure/address.ts';
import { resolveFigure } from '../../answers/figure/resolve-figure.ts';
import type { Evidence } from '../../answers/run-base.ts';
import type { PreparedRun } from '../../answers/scenario-run.ts';
import { memberNames } from '../../answers/series.ts';
import type { ExplainedFigure } from './worker-message.ts';

/** Equations below each other; as the command line says by itself. */
const DEPTH = 6;

/** A figure by its address, down to its rows, as `chokepoint explain` tells it. */
export async function explainFigure(
  run: PreparedRun,
  evidence: Evidence,
  text: string,
  options: EnsembleOptions,
): Promise<ExplainedFigure> {
  const address = parseAddress(text);
  const question = { figure: resolveFigure(run, address), change: address.change, depth: DEPTH };
  const answer = await answerExplain(run, evidence, question, options);
  const levers = run.levers.levers.map(({ path, inputs }) => [path, inputs] as const);
  const leverOf = answer.inputs.flatMap(({ name }) => {
    const found = levers.find(([, inputs]) => inputs.includes(name));
    return found ? [[name, found[0]] as const] : [];
  });
  return { answer, names: memberNames(run.catalogue), levers: new Map(leverOf) };
}

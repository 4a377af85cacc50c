import type { PreparedRun } from '../answers/prepare-run.ts';
import { DEFAULT_SCENARIO } from '../scenario/scenario-url.ts';
import { readFilesFrom, withFigures } from './files.ts';
import { loadModel } from './load-model.ts';
import type { ModelQuestion } from './load-model.ts';

/** What a run is of; everything may be left out. */
export interface ShippedRunOptions extends Partial<ModelQuestion> {
  /** CSV files with rows of one's own, added to the register's. */
  readonly figures?: readonly string[];
}

/**
 * The library's way in for Node, as `chokepoint/node`: a run on the figures, assumptions and scenarios of the package,
 * for any function of the library to be asked of. The same as the options of the command line give.
 * Throws `ProblemError` with every problem of the scenario, of `set` or of the files.
 */
export function shippedRun({
  scenario = DEFAULT_SCENARIO,
  history = 'strict',
  set = [],
  figures = [],
  ...rest
}: ShippedRunOptions = {}): PreparedRun {
  return loadModel(withFigures(readFilesFrom(), figures), { scenario, history, set, ...rest }).run;
}

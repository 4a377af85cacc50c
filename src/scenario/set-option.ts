import type { LeverCatalogue } from '../model/lever.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { readOverride } from './override.ts';
import type { Override } from './scenario.ts';
import { parseYamlTree } from './yaml-tree.ts';

/**
 * Reads `path=value` as given after `--set`, with the checks of a scenario file; the value is written as in one
 * (`x1.25`, `6 months`, `{low: 0.1, high: 0.3}`). Throws `ProblemError`; places are columns of the option's text.
 */
export function parseSetOption(text: string, catalogue: LeverCatalogue): Override {
  const problems: Problem[] = [];
  const override = readOption(text, catalogue, problems);
  if (!override || problems.length > 0) throw new ProblemError(problems);
  return override;
}

/** Reads several `--set` options and throws every problem of all of them at once. */
export function parseSetOptions(texts: readonly string[], catalogue: LeverCatalogue): Override[] {
  const problems: Problem[] = [];
  const overrides = texts.flatMap((text) => readOption(text, catalogue, problems) ?? []);
  if (problems.length > 0) throw new ProblemError(problems);
  return overrides;
}

function at(column: number): Place {
  return { file: '--set', column };
}

function readOption(text: string, catalogue: LeverCatalogue, problems: Problem[]): Override | undefined {
  const equals = text.indexOf('=');
  const path = text.slice(0, equals).trim();
  if (equals < 0 || path === '') {
    problems.push({ code: 'set-option-form', place: at(1), params: { expected: 'path=value', found: text } });
    return undefined;
  }
  const parsed = parseYamlTree(text.slice(equals + 1), (_, column) => at(equals + 1 + column));
  problems.push(...parsed.problems);
  const pathColumn = text.length - text.trimStart().length + 1;
  return parsed.tree && readOverride(path, at(pathColumn), parsed.tree, catalogue, problems);
}

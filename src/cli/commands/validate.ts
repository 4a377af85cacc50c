import type { Command } from 'commander';
import { translate } from '../../show/message.ts';
import { describeProblem, renderProblems } from '../../show/problem-text.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { addExamples } from '../help.ts';
import { validateFiles } from '../validation.ts';
import type { Validation } from '../validation.ts';

/** `chokepoint validate`: scenario and data files, every error of every file at once. */
export function registerValidate(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('validate')
    .description(translate(language, 'command.validate'))
    .argument('<files...>', translate(language, 'validate.argument'))
    .action((files: string[]) => {
      const results = validateFiles(files, context.files);
      if (results.some(({ problems }) => problems.length > 0)) context.exit(EXIT.problem);
      answer(results, command, context);
    });
  addExamples(command, [
    { line: 'validate my-scenario.yaml', text: translate(language, 'validate.example.scenario') },
    { line: 'validate my-figures.csv --json', text: translate(language, 'validate.example.data') },
  ]);
}

function answer(results: readonly Validation[], command: Command, context: Context): void {
  const { language } = context;
  context.answer(command, {
    text: () => {
      const bad = results.filter(({ kind }) => kind === 'invalid');
      for (const { problems } of bad) {
        const sources = sourcesOf(bad, context);
        context.note(renderProblems(problems, context.messageScreen, sources));
      }
      return results.map((result) => resultText(result, context)).join('\n');
    },
    json: () =>
      results.map((result) => ({
        file: result.file,
        valid: result.kind !== 'invalid',
        ...(result.kind === 'data' ? { rows: result.rows } : {}),
        ...(result.kind === 'scenario' ? { scenario: result.scenario } : {}),
        problems: result.problems.map((problem) => ({
          ...problem,
          message: describeProblem(problem, language),
        })),
      })),
    csv: () => ({
      header: ['file', 'line', 'column', 'code', 'message'],
      rows: results.flatMap((result) =>
        result.problems.map((problem) => [
          problem.place?.file ?? result.file,
          problem.place?.line,
          problem.place?.column,
          problem.code,
          describeProblem(problem, language),
        ]),
      ),
    }),
  });
}

function sourcesOf(results: readonly Validation[], context: Context): Record<string, string> {
  const sources: Record<string, string> = {};
  for (const file of new Set(
    results.flatMap(({ problems }) => problems.flatMap(({ place }) => place?.file ?? [])),
  )) {
    const text = context.files.readSource(file);
    if (text !== undefined) sources[file] = text;
  }
  return sources;
}

function resultText(result: Validation, { language }: Context): string {
  const { file } = result;
  if (result.kind === 'invalid') {
    return translate(language, 'validate.bad', { file, problems: result.problems.length });
  }
  if (result.kind === 'data') return translate(language, 'validate.ok.data', { file, rows: result.rows });
  const { name, overrides, delays, removals } = result.scenario;
  const counts = { levers: overrides.length, delays: delays.length, removals: removals.length };
  return translate(language, 'validate.ok.scenario', { file, name, ...counts });
}

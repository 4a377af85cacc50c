import { CommanderError } from 'commander';
import { ProblemError } from '../problem/problem.ts';
import { translate } from '../show/message.ts';
import { describeProblem, renderProblems } from '../show/problem-text.ts';
import { themeOf } from '../show/theme.ts';
import { createContext } from './context.ts';
import type { Context } from './context.ts';
import type { Environment } from './environment.ts';
import { EXIT } from './exit-code.ts';
import { createProgram } from './program.ts';
import { usageProblem } from './usage-error.ts';

/** Runs one command line and returns its exit code; everything it says goes through `environment`. */
export async function run(args: readonly string[], environment: Environment): Promise<number> {
  const context = createContext(args, environment);
  try {
    const program = createProgram(context);
    program.configureOutput({ ...program.configureOutput(), writeOut: environment.writeData });
    await program.parseAsync([...args], { from: 'user' });
    return context.exitCode();
  } catch (error) {
    context.progress(undefined);
    if (error instanceof CommanderError) return tellUsage(error, context, environment);
    if (error instanceof ProblemError) return tellProblems(error, context);
    return tellFault(error, context, environment);
  }
}

function tellUsage(error: CommanderError, context: Context, environment: Environment): number {
  // Help and version were asked for and have been shown.
  if (error.exitCode === 0) return EXIT.ok;
  if (error.code === 'commander.help') {
    environment.writeData(createProgram(context).helpInformation());
    return EXIT.ok;
  }
  const theme = themeOf(context.messageScreen);
  context.note(
    theme.tone('problem', 'chokepoint: ') + describeProblem(usageProblem(error), context.language),
  );
  context.note(translate(context.language, 'cli.usageHint', { command: 'chokepoint --help' }));
  return EXIT.usage;
}

function tellProblems(error: ProblemError, context: Context): number {
  const { problems } = error;
  const sources: Record<string, string> = {};
  for (const file of new Set(problems.flatMap(({ place }) => place?.file ?? []))) {
    const text = context.files.readSource(file);
    if (text !== undefined) sources[file] = text;
  }
  context.note(renderProblems(problems, context.messageScreen, sources));
  context.note(translate(context.language, 'cli.problems', { count: problems.length }));
  return EXIT.problem;
}

function tellFault(error: unknown, context: Context, environment: Environment): number {
  const theme = themeOf(context.messageScreen);
  const message = error instanceof Error ? error.message : String(error);
  context.note(theme.tone('problem', 'chokepoint: ') + message);
  context.note(translate(context.language, 'cli.internal'));
  if (environment.variables['CHOKEPOINT_DEBUG'] && error instanceof Error) context.note(error.stack ?? '');
  return EXIT.internal;
}

import type { Command } from 'commander';
import { translate } from '../show/message.ts';
import type { Context } from './context.ts';

/** Adds `--figures` to a command: every figure that it reads comes with those of one's own. */
export function addFiguresOption(command: Command, context: Context): Command {
  const collect = (path: string, before: readonly string[]): readonly string[] => [...before, path];
  return command
    .option('--figures <file>', translate(context.language, 'run.option.figures'), collect, [])
    .hook('preAction', (_, action) => {
      const { figures } = action.opts<{ readonly figures: readonly string[] }>();
      if (figures.length > 0) context.addFigures(figures);
    });
}

import type { Command } from 'commander';
import { translate } from '../show/message.ts';
import type { Context } from './context.ts';

/** A run as a file that holds something of it cites it. */
export interface CitedRun {
  readonly scenario: string;
  /** ISO day. */
  readonly asOf: string;
  readonly draws: number;
  readonly seed: number;
}

/** What a file made of a run says of where it comes from, with the command that makes it again. */
export function citationOf({ asOf, ...run }: CitedRun, { commandLine, files, language }: Context): string {
  const version = files.version();
  return translate(language, 'file.citation', { ...run, day: asOf, version, command: commandLine });
}

/** Writes a file that the user has named, and says so. Throws `unwritable-file`. */
export function writeNamed(file: string, contents: string | Uint8Array, context: Context): void {
  context.files.write(file, contents);
  context.note(translate(context.language, 'file.written', { file }));
}

interface AnswerForm {
  readonly json: boolean;
  readonly csv: boolean;
}

/**
 * Refuses an option that gives the answer the form of a file beside one that gives it another: those of the whole
 * program commander's own `conflicts` does not see.
 */
export function refuseOtherForms(command: Command, option: 'svg' | 'futures'): Command {
  return command.hook('preAction', (_, action) => {
    const options = action.optsWithGlobals<Partial<Record<'svg' | 'futures', string> & AnswerForm>>();
    const other = (['json', 'csv'] as const).find((form) => options[form]);
    if (options[option] !== undefined && other !== undefined)
      action.error(`option '--${option} <file>' cannot be used with option '--${other}'`, {
        code: 'commander.conflictingOption',
      });
  });
}

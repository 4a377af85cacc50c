import type { Command, Help } from 'commander';
import { translate } from '../show/message.ts';
import type { PlainMessageKey } from '../show/message.ts';
import type { Screen } from '../show/screen.ts';
import { PROSE_WIDTH } from '../show/screen.ts';
import { padEnd, widthOf } from '../show/text-width.ts';
import { indent, wrap } from '../show/text-wrap.ts';
import { themeOf } from '../show/theme.ts';

/** A line to type and what it gives. */
export interface Example {
  /** Without the leading `chokepoint `. */
  readonly line: string;
  readonly text: string;
}

const examplesOf = new WeakMap<Command, readonly Example[]>();

/** Gives a command the examples with which its help begins. */
export function addExamples(command: Command, examples: readonly Example[]): Command {
  examplesOf.set(command, examples);
  return command;
}

/** Help in the reader's language: what it is for, examples, and only then usage, commands and options. */
export function formatHelp(command: Command, helper: Help, screen: Screen): string {
  const theme = themeOf(screen);
  const say = (key: PlainMessageKey): string => translate(screen.language, key);
  const isRoot = command.parent === null;
  const sections: string[] = [];
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) sections.push([theme.tone('strong', title), ...lines].join('\n'));
  };

  const description = helper.commandDescription(command);
  sections.push(wrap(description, Math.min(screen.width, PROSE_WIDTH)).join('\n'));
  const examples = examplesOf.get(command) ?? [];
  section(
    say('cli.examples'),
    examples.flatMap(({ line, text }) => {
      const explained = indent(wrap(text, Math.max(20, screen.width - 6)), '      ');
      return [`  chokepoint ${line}`].concat(explained.map((part) => theme.tone('secondary', part)));
    }),
  );
  section(say('cli.usage'), [`  ${helper.commandUsage(command)}`]);
  const list = (terms: readonly (readonly [string, string])[]): string[] => listTerms(terms, screen);
  section(
    say('cli.commands'),
    list(
      helper
        .visibleCommands(command)
        .map((each) => [helper.subcommandTerm(each), helper.subcommandDescription(each)] as const),
    ),
  );
  section(
    say('cli.arguments'),
    list(
      helper
        .visibleArguments(command)
        .map((each) => [helper.argumentTerm(each), helper.argumentDescription(each)] as const),
    ),
  );
  const options = helper
    .visibleOptions(command)
    .map((each) => [helper.optionTerm(each), helper.optionDescription(each)] as const);
  section(say('cli.options'), list(options));
  section(
    say('cli.globalOptions'),
    list(
      helper
        .visibleGlobalOptions(command)
        .map((each) => [helper.optionTerm(each), helper.optionDescription(each)] as const),
    ),
  );
  if (isRoot) {
    section(
      say('cli.exitCodes'),
      indent(wrap(say('cli.exitCodes.text'), Math.min(screen.width, PROSE_WIDTH) - 2), '  '),
    );
    sections.push(theme.tone('secondary', say('cli.more')));
  }
  return `${sections.join('\n\n')}\n`;
}

function listTerms(terms: readonly (readonly [string, string])[], screen: Screen): string[] {
  const widest = Math.min(30, Math.max(0, ...terms.map(([term]) => widthOf(term))));
  return terms.flatMap(([term, description]) => {
    const lines = wrap(description, Math.max(20, screen.width - widest - 4));
    const head = `  ${padEnd(term, widest)}  `;
    if (widthOf(term) > widest) return [`  ${term}`, ...indent(lines, ' '.repeat(widest + 4))];
    return indent(lines, head);
  });
}

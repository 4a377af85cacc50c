import type { CommanderError } from 'commander';
import type { Problem } from '../problem/problem.ts';

/** What commander's parser found wrong, as a problem with a text in both languages. */
export function usageProblem(error: CommanderError): Problem {
  const quoted = [...error.message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '');
  const nearest = /Did you mean ([^?]*)\?/u.exec(error.message)?.[1]?.replace(/^one of /u, '');
  const suggestion = nearest === undefined ? {} : { nearest };
  const [first = '', second = ''] = quoted;
  switch (error.code) {
    case 'commander.unknownCommand':
      return { code: 'unknown-command', params: { found: first, ...suggestion } };
    case 'commander.unknownOption':
      return { code: 'unknown-option', params: { found: first, ...suggestion } };
    case 'commander.missingArgument':
      return { code: 'missing-argument', params: { name: first } };
    case 'commander.optionMissingArgument':
      return { code: 'option-without-value', params: { name: first } };
    case 'commander.excessArguments':
      return { code: 'too-many-arguments', params: { name: first } };
    case 'commander.conflictingOption':
      return { code: 'conflicting-options', params: { name: first, other: second } };
    case 'commander.invalidArgument':
      if (/ is invalid for argument /u.test(error.message))
        return {
          code: 'invalid-argument-value',
          params: { name: second, found: first, ...expectedIn(error.message) },
        };
      return {
        code: 'invalid-option-value',
        params: { name: first, found: second, ...expectedIn(error.message) },
      };
    default:
      return { code: 'wrong-usage', params: { found: error.message.replace(/^error: /u, '') } };
  }
}

/** What stands behind `is invalid.`: the allowed choices, or the text with which an option's own check failed. */
function expectedIn(message: string): { readonly expected?: string } {
  const rest = message.split(/ is invalid(?: for argument '[^']*')?\. ?/u)[1]?.trim() ?? '';
  const choices = /^Allowed choices are (.*)\.$/u.exec(rest)?.[1];
  const expected = choices ?? rest;
  return expected === '' ? {} : { expected };
}

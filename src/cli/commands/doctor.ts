import type { Command } from 'commander';
import type { Checkup } from '../../answers/checkup.ts';
import { CHECKUP_COLUMNS, checkupFields, renderCheckup } from '../../show/checkup-view.ts';
import { translate } from '../../show/message.ts';
import { describeProblem } from '../../show/problem-text.ts';
import { checkUp, thisMachine } from '../checkup.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { addExamples } from '../help.ts';

/** `chokepoint doctor`: whether this machine runs Chokepoint as it should. */
export function registerDoctor(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('doctor')
    .description(translate(language, 'command.doctor'))
    .action(async () => {
      context.progress(translate(language, 'doctor.progress'));
      const checkup = await checkUp(context.files, thisMachine());
      context.progress(undefined);
      if (checkup.state === 'wrong') context.exit(EXIT.internal);
      context.answer(command, {
        text: () => renderCheckup(checkup, context.screen),
        json: () => withMessages(checkup, context),
        csv: () => ({ header: CHECKUP_COLUMNS, rows: checkupFields(checkup, language) }),
      });
    });
  addExamples(command, [
    { line: 'doctor', text: translate(language, 'doctor.example.plain') },
    { line: 'doctor --json', text: translate(language, 'doctor.example.json') },
  ]);
}

function withMessages({ version, state, checks }: Checkup, { language }: Context): unknown {
  return {
    version,
    state,
    checks: checks.map(({ problems, ...check }) => ({
      ...check,
      problems: problems.map((problem) => ({ ...problem, message: describeProblem(problem, language) })),
    })),
  };
}

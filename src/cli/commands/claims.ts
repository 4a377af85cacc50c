import { Option } from 'commander';
import type { Command } from 'commander';
import { answerClaims } from '../../answers/claims.ts';
import type { ClaimAnswer } from '../../answers/claims.ts';
import { nearestName } from '../../problem/nearest-name.ts';
import { ProblemError } from '../../problem/problem.ts';
import { CLAIM_SECTIONS, readRegister } from '../../register/index.ts';
import type { ClaimSection, Register } from '../../register/index.ts';
import { CLAIM_COLUMNS, claimFields, claimRecord } from '../../show/claims-data.ts';
import { renderClaim, renderClaims } from '../../show/claims-view.ts';
import { FACT_COLUMNS, factFields } from '../../show/facts-data.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import { parseDay } from '../option-values.ts';

interface ClaimsOptions {
  readonly section?: ClaimSection;
  readonly asOf?: string;
}

/** `chokepoint claims`: all statements by section, or one in full. */
export function registerClaims(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('claims')
    .description(translate(language, 'command.claims'))
    .argument('[id]', translate(language, 'claims.argument'))
    .addOption(
      new Option('--section <name>', translate(language, 'claims.option.section')).choices([
        ...CLAIM_SECTIONS,
      ]),
    )
    .option('--as-of <date>', translate(language, 'option.asOf.facts'), parseDay)
    .action((id: string | undefined, options: ClaimsOptions) => answerCommand(id, options, command, context));
  addExamples(command, [
    { line: 'claims', text: translate(language, 'claims.example.all') },
    { line: 'claims deepseek-v3-cost', text: translate(language, 'claims.example.one') },
    { line: 'claims --csv > claims.csv', text: translate(language, 'claims.example.csv') },
  ]);
}

function answerCommand(
  id: string | undefined,
  options: ClaimsOptions,
  command: Command,
  context: Context,
): void {
  const register = readRegister(context.files.readRegisterFiles());
  const answer = answerClaims(register, { ...options, ...(id === undefined ? {} : { id }) });
  if (id === undefined) {
    context.answer(command, {
      text: () => renderClaims(answer, context.screen),
      json: () => ({ ...answer, claims: answer.claims.map(claimRecord) }),
      csv: () => ({ header: CLAIM_COLUMNS, rows: answer.claims.map(claimFields) }),
    });
    return;
  }
  const [claim] = answer.claims;
  if (claim === undefined) throw unknownClaim(id, register);
  answerOne(claim, command, context);
}

/** As CSV, one statement is the rows that bear on it. */
function answerOne(claim: ClaimAnswer, command: Command, context: Context): void {
  context.answer(command, {
    text: () => renderClaim(claim, context.screen),
    json: () => claimRecord(claim),
    csv: () => ({
      header: ['claim', 'later', ...FACT_COLUMNS],
      rows: claim.evidence.map(({ row, later }) => [claim.claim.id, later, ...factFields(row)]),
    }),
  });
}

function unknownClaim(id: string, register: Register): ProblemError {
  const nearest = nearestName(
    id,
    register.claims.map((claim) => claim.id),
  );
  return new ProblemError([
    { code: 'unknown-claim', params: { found: id, ...(nearest === undefined ? {} : { nearest }) } },
  ]);
}

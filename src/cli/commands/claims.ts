import { Option } from 'commander';
import type { Command } from 'commander';
import type { Verdict } from '../../answers/claim-verdict.ts';
import { VERDICTS } from '../../answers/claim-verdict.ts';
import { answerClaims } from '../../answers/claims.ts';
import type { ClaimAnswer } from '../../answers/claims.ts';
import { answerForecastRecord } from '../../answers/forecast-record.ts';
import { nearestName } from '../../problem/nearest-name.ts';
import { ProblemError } from '../../problem/problem.ts';
import { CLAIM_SECTIONS } from '../../register/index.ts';
import type { ClaimSection, Register } from '../../register/index.ts';
import { renderClaim } from '../../show/claim-view.ts';
import { CLAIM_COLUMNS, claimFields, claimRecord } from '../../show/claims-data.ts';
import { renderClaimsList, renderClaimsSummary } from '../../show/claims-view.ts';
import { FACT_COLUMNS, factFields } from '../../show/facts-data.ts';
import {
  RECORD_COLUMNS,
  recordData,
  recordFields,
  renderForecastRecord,
} from '../../show/forecast-record-view.ts';
import { VINTAGE_COLUMNS, vintageFields } from '../../show/forecast-vintages-view.ts';
import { translate } from '../../show/message.ts';
import { readClaimMeasures } from '../claim-measures.ts';
import type { Context } from '../context.ts';
import { readEvidence } from '../evidence.ts';
import { addExamples } from '../help.ts';
import { parseDay } from '../option-values.ts';
import type { FutureOptions } from '../run-options.ts';
import { addFiguresOption } from '../figures-option.ts';
import { addDrawOptions, ensembleOf } from '../run-options.ts';

interface ClaimsOptions extends FutureOptions {
  readonly by?: 'publisher';
  readonly vintages?: string;
  readonly list?: boolean;
  readonly section?: ClaimSection;
  readonly verdict?: Verdict;
  readonly asOf?: string;
}

/** Futures behind a probability: a standard error of three points at most. */
const DRAWS = 256;

/** `chokepoint claims`: a page of verdicts, all statements with theirs, or one in full. */
export function registerClaims(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('claims')
    .description(translate(language, 'command.claims'))
    .argument('[id]', translate(language, 'claims.argument'))
    .option('--list', translate(language, 'claims.option.list'))
    .addOption(
      new Option('--section <name>', translate(language, 'claims.option.section')).choices([
        ...CLAIM_SECTIONS,
      ]),
    )
    .addOption(
      new Option('--verdict <name>', translate(language, 'claims.option.verdict')).choices([...VERDICTS]),
    )
    .addOption(new Option('--by <what>', translate(language, 'claims.option.by')).choices(['publisher']))
    .option('--vintages <quantity>', translate(language, 'claims.option.vintages'))
    .option('--as-of <date>', translate(language, 'option.asOf.facts'), parseDay);
  addDrawOptions(command, context, DRAWS).action((id: string | undefined, options: ClaimsOptions) =>
    answerCommand(id, options, command, context),
  );
  addFiguresOption(command, context);
  addExamples(command, [
    { line: 'claims', text: translate(language, 'claims.example.all') },
    { line: 'claims --verdict missed', text: translate(language, 'claims.example.verdict') },
    { line: 'claims deepseek-v3-cost', text: translate(language, 'claims.example.one') },
    { line: 'claims --by publisher', text: translate(language, 'claims.example.record') },
    {
      line: 'claims --by publisher --vintages "cowos_capacity TSMC 2025"',
      text: translate(language, 'claims.example.vintages'),
    },
    { line: 'claims --csv > claims.csv', text: translate(language, 'claims.example.csv') },
  ]);
}

/** One statement in full, as `chokepoint claims ID` tells it. */
export function answerClaim(
  id: string,
  options: FutureOptions & { readonly asOf?: string },
  command: Command,
  context: Context,
): Promise<void> {
  return answerCommand(id, options, command, context);
}

async function answerCommand(
  id: string | undefined,
  { by, vintages, list, section, verdict, asOf, ...futures }: ClaimsOptions,
  command: Command,
  context: Context,
): Promise<void> {
  const evidence = readEvidence(context.files);
  const { register } = evidence;
  if (id !== undefined && register.claims.every((claim) => claim.id !== id)) throw unknownClaim(id, register);
  const measures = readClaimMeasures(context.files, evidence);
  if (by !== undefined || vintages !== undefined) {
    const record = answerForecastRecord(register, asOf ?? measures.day, vintages);
    context.answer(command, {
      text: () => renderForecastRecord(record, context.screen),
      json: () => recordData(record),
      csv: () =>
        vintages === undefined || record.vintages === undefined
          ? { header: RECORD_COLUMNS, rows: recordFields(record) }
          : { header: VINTAGE_COLUMNS, rows: vintageFields(record.vintages) },
    });
    return;
  }
  const query = {
    ...(id === undefined ? {} : { id }),
    ...(section === undefined ? {} : { section }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const answer = await answerClaims(register, measures, query, ensembleOf(context, futures));
  context.progress(undefined);
  const [claim] = answer.claims;
  if (id !== undefined && claim !== undefined) {
    answerOne(claim, command, context);
    return;
  }
  const whole = !list && section === undefined && verdict === undefined;
  context.answer(command, {
    text: () =>
      whole ? renderClaimsSummary(answer, context.screen) : renderClaimsList(answer, context.screen),
    json: () => ({ ...answer, claims: answer.claims.map(claimRecord) }),
    csv: () => ({ header: CLAIM_COLUMNS, rows: answer.claims.map(claimFields) }),
  });
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

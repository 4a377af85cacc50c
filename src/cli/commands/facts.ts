import type { Command } from 'commander';
import { answerGuidance } from '../../answers/capex-guidance.ts';
import { factVintages, factsSummary, searchFacts } from '../../answers/facts.ts';
import { answerOutliers } from '../../answers/outliers.ts';
import { lastDay, query } from '../../register/index.ts';
import type { Query, Register, Row } from '../../register/index.ts';
import { FACT_COLUMNS, factFields, factRecord } from '../../show/facts-data.ts';
import { renderFact, renderFacts, renderVintages } from '../../show/facts-view.ts';
import { GUIDANCE_COLUMNS, guidanceFields, renderGuidance } from '../../show/guidance-view.ts';
import { translate } from '../../show/message.ts';
import { OUTLIER_COLUMNS, outlierFields, outlierRecords, renderOutliers } from '../../show/outliers-view.ts';
import { renderSummary } from '../../show/summary-view.ts';
import { formatDay } from '../../show/date-format.ts';
import type { Context } from '../context.ts';
import { defaultDay } from '../dated-scenario.ts';
import { readEvidence, readFullRegister } from '../evidence.ts';
import { addExamples } from '../help.ts';
import { answerDisagreement, answerUnused, answerWeakest } from './facts-support.ts';
import { addFiguresOption } from '../figures-option.ts';
import { parseDay, parseWhole } from '../option-values.ts';

interface FactsOptions {
  readonly metric?: string;
  readonly entity?: string;
  readonly product?: string;
  readonly family?: string;
  readonly asOf?: string;
  readonly once?: boolean;
  readonly summary?: boolean;
  readonly vintages?: boolean;
  readonly disagreement?: boolean;
  readonly unused?: boolean;
  readonly weakest?: boolean;
  readonly outliers?: boolean;
  readonly guidance?: boolean;
  readonly limit: number;
}

/** With a day: the one asked for, else that of the scenario which other commands take. */
interface DatedOptions extends FactsOptions {
  readonly asOf: string;
  /** Whether the day was asked for. */
  readonly dayGiven: boolean;
}

const DEFAULT_LIMIT = 60;

/** `chokepoint facts`: search, one row in full, vintages, summary. */
export function registerFacts(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('facts')
    .description(translate(language, 'command.facts'))
    .argument('[words...]', translate(language, 'facts.argument'))
    .option('--metric <name>', translate(language, 'facts.option.metric'))
    .option('--entity <name>', translate(language, 'facts.option.entity'))
    .option('--product <name>', translate(language, 'facts.option.product'))
    .option('--family <name>', translate(language, 'facts.option.family'))
    .option('--as-of <date>', translate(language, 'option.asOf.facts'), parseDay)
    .option('--vintages', translate(language, 'facts.option.vintages'))
    .option('--disagreement', translate(language, 'support.option.disagreement'))
    .option('--unused', translate(language, 'support.option.unused'))
    .option('--weakest', translate(language, 'support.option.weakest'))
    .option('--outliers', translate(language, 'facts.option.outliers'))
    .option('--guidance', translate(language, 'guidance.option'))
    .option('--once', translate(language, 'facts.option.once'))
    .option('--summary', translate(language, 'facts.option.summary'))
    .option(
      '--limit <rows>',
      translate(language, 'facts.option.limit'),
      parseWhole(0, 1_000_000),
      DEFAULT_LIMIT,
    )
    .action((words: string[], options: FactsOptions) => answerFacts(words, options, command, context));
  addFiguresOption(command, context);
  addExamples(command, [
    { line: 'facts cowos --as-of 2025-02-15', text: translate(language, 'facts.example.search') },
    {
      line: 'facts --metric cowos_capacity --entity TSMC --vintages',
      text: translate(language, 'facts.example.vintages'),
    },
    { line: 'facts --outliers --as-of 2025-07-31', text: translate(language, 'facts.example.outliers') },
    { line: 'facts --guidance', text: translate(language, 'guidance.example') },
    { line: 'facts nvda-dc-fy23q1', text: translate(language, 'facts.example.id') },
    { line: 'facts --disagreement', text: translate(language, 'support.example.disagreement') },
    { line: 'facts --unused --as-of 2025-02-15', text: translate(language, 'support.example.unused') },
    { line: 'facts --weakest', text: translate(language, 'support.example.weakest') },
    { line: 'facts --summary', text: translate(language, 'facts.example.summary') },
  ]);
}

async function answerFacts(
  words: readonly string[],
  given: FactsOptions,
  command: Command,
  context: Context,
): Promise<void> {
  if (given.weakest) {
    await answerWeakest(given, command, context);
    return;
  }
  const register = readFullRegister(context.files);
  const options = dated(given, context);
  if (options.outliers) {
    answerOutlying(options, command, context);
    return;
  }
  if (options.guidance) {
    answerGuided(options, register, command, context);
    return;
  }
  const filter = queryFrom(words, options);
  const exact = words.length === 1 ? register.facts.find((row) => row.id === words[0]) : undefined;
  // Without anything to look for, what there is to find is the better answer.
  const wantsAll = options.dayGiven || options.vintages || options.once;
  if (options.unused) {
    answerUnused(filter, options, command, context);
  } else if (options.disagreement) {
    answerDisagreement(filter, options, register, command, context);
  } else if (options.summary || (Object.keys(filter).length === 0 && !wantsAll)) {
    answerSummary(register, command, context);
  } else if (exact) {
    answerOne(exact, register, command, context);
  } else if (options.vintages) {
    answerVintages(filter, options, register, command, context);
  } else {
    answerSearch(filter, options, register, command, context);
  }
}

function answerOutlying({ asOf }: DatedOptions, command: Command, context: Context): void {
  const answer = answerOutliers(readEvidence(context.files), asOf);
  context.answer(command, {
    text: () => renderOutliers(answer, context.screen),
    json: () => outlierRecords(answer),
    csv: () => ({ header: OUTLIER_COLUMNS, rows: outlierFields(answer) }),
  });
}

/** Rows dated later than the day that all commands take are there, but not by default. */
function dated(options: FactsOptions, context: Context): DatedOptions {
  const { asOf = defaultDay(context.files) } = options;
  return { ...options, asOf, dayGiven: options.asOf !== undefined };
}

/** Tells of rows that match and were left out for a day that nobody asked for. */
function tellLater(
  filter: Query,
  { asOf, dayGiven }: DatedOptions,
  register: Register,
  context: Context,
): void {
  const later = dayGiven ? [] : query(register, filter).filter((row) => row.published > asOf);
  if (later.length === 0) return;
  const { language } = context;
  const last = lastDay({ ...register, facts: later });
  context.note(
    translate(language, 'facts.later', { count: later.length, day: formatDay(asOf, language), last }),
  );
}

function answerGuided({ asOf }: DatedOptions, register: Register, command: Command, context: Context): void {
  const answer = answerGuidance(register, asOf);
  context.answer(command, {
    text: () => renderGuidance(answer, context.screen),
    json: () => answer,
    csv: () => ({ header: GUIDANCE_COLUMNS, rows: guidanceFields(answer) }),
  });
}

function answerSearch(
  filter: Query,
  options: DatedOptions,
  register: Register,
  command: Command,
  context: Context,
): void {
  const answer = searchFacts(register, filter, options);
  const { limit } = options;
  const count = answer.rows.length;
  context.answer(command, {
    text: () => {
      if (limit > 0 && count > limit) {
        context.note(translate(context.language, 'facts.shown', { shown: limit, count }));
      }
      return renderFacts(answer, context.screen, limit);
    },
    json: () => answer.rows.map((row) => recordOf(row, register)),
    csv: () => ({ header: FACT_COLUMNS, rows: answer.rows.map(factFields) }),
  });
  tellLater(filter, options, register, context);
}

function answerVintages(
  filter: Query,
  options: DatedOptions,
  register: Register,
  command: Command,
  context: Context,
): void {
  const answers = factVintages(register, filter, options);
  context.answer(command, {
    text: () => renderVintages(answers, context.screen),
    json: () =>
      answers.map(({ vintages: { rows, ...quantity }, disagreement }) => ({
        ...quantity,
        disagreement,
        rows: rows.map((row) => recordOf(row, register)),
      })),
    csv: () => ({
      header: FACT_COLUMNS,
      rows: answers.flatMap(({ vintages }) => vintages.rows.map(factFields)),
    }),
  });
  tellLater(filter, options, register, context);
}

function answerOne(row: Row, register: Register, command: Command, context: Context): void {
  context.answer(command, {
    text: () => renderFact(row, register.places.get(row.id), context.screen),
    json: () => recordOf(row, register),
    csv: () => ({ header: FACT_COLUMNS, rows: [factFields(row)] }),
  });
}

function answerSummary(register: Register, command: Command, context: Context): void {
  const summary = factsSummary(register);
  context.answer(command, {
    text: () => renderSummary(summary, context.screen),
    json: () => summary,
    csv: () => ({
      header: ['file', 'given', 'field', 'name', 'rows'],
      rows: [...summary.given, ...summary.derived].flatMap(({ file, given, byMetric, byKind }) =>
        byMetric
          .map(({ name, rows }) => [file, given, 'metric', name, rows])
          .concat(byKind.map(({ name, rows }) => [file, given, 'kind', name, rows])),
      ),
    }),
  });
}

function recordOf(row: Row, register: Register): Record<string, unknown> {
  return factRecord(row, register.places.get(row.id));
}

function queryFrom(words: readonly string[], options: FactsOptions): Query {
  const { metric, entity, product, family } = options;
  return {
    ...(words.length === 0 ? {} : { text: words.join(' ') }),
    ...(metric === undefined ? {} : { metric }),
    ...(entity === undefined ? {} : { entity }),
    ...(product === undefined ? {} : { product }),
    ...(family === undefined ? {} : { family }),
  };
}

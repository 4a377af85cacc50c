import { answerAsic } from '../../answers/asic.ts';
import { answerGuidance } from '../../answers/capex-guidance.ts';
import type { ClaimsAnswer } from '../../answers/claims.ts';
import type { EnsembleOptions } from '../../answers/ensemble.ts';
import { factVintages, searchFacts, viewOf } from '../../answers/facts.ts';
import { answerForecastRecord } from '../../answers/forecast-record.ts';
import { answerWorth } from '../../answers/input-worth.ts';
import { answerPinned } from '../../answers/pinned.ts';
import type { PinnedAnswer } from '../../answers/pinned.ts';
import { answerPinnedSeries, answerSeriesDifferences } from '../../answers/pinned-series.ts';
import type { PinnedSeries } from '../../answers/pinned-series.ts';
import type { Evidence } from '../../answers/run-base.ts';
import type { PreparedRun } from '../../answers/scenario-run.ts';
import { answerTrainCost } from '../../answers/train-cost.ts';
import type { TrainCostAnswer } from '../../answers/train-cost.ts';
import type { TrainingQuestion } from '../../answers/training-question.ts';
import { ProblemError } from '../../problem/problem.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Register } from '../../register/index.ts';
import { readAddress } from '../../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { Document, FoundFacts, Inquired, Inquiry, PinAsked, PinnedSeriesAsked } from './inquiry.ts';
import type { Outlook } from './outlook.ts';
import type { PageFiles } from './page-base.ts';
import { rowsByPeriod } from './rows-by-period.ts';

/** Of a search: enough to look through, few enough to draw at once. */
const ROWS_SHOWN = 60;
const VINTAGES_SHOWN = 4;
/** Two statements make no history. */
const FEWEST_STATEMENTS = 3;

/** What inquiries are answered from. */
export interface InquirySources {
  readonly day: string;
  readonly files: PageFiles;
  readonly evidence: () => Promise<Evidence>;
  readonly run: () => Promise<PreparedRun>;
  /** That of another scenario, from another outlook. */
  readonly runOf: (outlook: Outlook, address: ScenarioAddress) => Promise<PreparedRun>;
  readonly options: EnsembleOptions;
}

/** Answers what a page asks besides series. Rejects where a file of the page cannot be had. */
export async function answerInquiry(inquiry: Inquiry, sources: InquirySources): Promise<Inquired> {
  const { day, files, evidence } = sources;
  switch (inquiry.kind) {
    case 'facts':
      return findFacts((await evidence()).register, inquiry.words, inquiry.metric, day);
    case 'training':
      return train(inquiry.question, sources);
    case 'pins':
      return { kind: 'pins', pins: inquiry.pins, answer: await holdPins(inquiry.pins, sources) };
    case 'pinned series':
      return { ...inquiry, answer: await holdSeries(inquiry, sources) };
    case 'record': {
      const [claims, report, { register }] = await Promise.all([
        files.json('claims.json') as Promise<ClaimsAnswer>,
        readDocument(files, 'validation'),
        evidence(),
      ]);
      return { kind: 'record', claims, report, forecasters: answerForecastRecord(register, day) };
    }
    case 'worth':
      return { kind: 'worth', answer: await answerWorth(await sources.run(), sources.options) };
    case 'guidance':
      return { kind: 'guidance', answer: answerGuidance((await evidence()).register, day) };
    case 'asic': {
      const [run, known] = await Promise.all([sources.run(), evidence()]);
      return { kind: 'asic', answer: await answerAsic(run, known, sources.options) };
    }
    default:
      return { kind: 'model', equations: await readDocument(files, 'model') };
  }
}

async function holdPins(
  pins: readonly PinAsked[],
  { run, runOf, options }: InquirySources,
): Promise<PinnedAnswer> {
  const others = pins.map(({ address, ...outlook }) => runOf(outlook, readAddress(address).address));
  return answerPinned(await Promise.all([run(), ...others]), options);
}

async function holdSeries(
  { pins, questions, differences }: PinnedSeriesAsked,
  { run, runOf, options }: InquirySources,
): Promise<PinnedSeries> {
  const held = await Promise.all(
    pins.map(({ address, ...outlook }) => runOf(outlook, readAddress(address).address)),
  );
  return differences
    ? answerSeriesDifferences(await run(), held, questions, options)
    : answerPinnedSeries(held, questions, options);
}

async function readDocument(files: PageFiles, name: string): Promise<Document> {
  const [en, ja] = await Promise.all([files.text(`${name}.md`), files.text(`${name}.ja.md`)]);
  return { en, ja };
}

function findFacts(register: Register, words: string, metric: string, day: string): FoundFacts {
  const filter = {
    ...(words.trim() === '' ? {} : { text: words }),
    ...(metric === '' ? {} : { metric }),
  };
  const { asOf, rows, statements } = searchFacts(register, filter, { asOf: day });
  const counts = new Map<string, number>();
  for (const row of viewOf(register, { asOf: day }).facts)
    counts.set(row.metric, (counts.get(row.metric) ?? 0) + 1);
  const vintages = Object.keys(filter).length === 0 ? [] : factVintages(register, filter, { asOf: day });
  return {
    kind: 'facts',
    asOf,
    count: rows.length,
    statements,
    rows: rows.slice(-ROWS_SHOWN).toReversed(),
    published: rowsByPeriod(rows),
    metrics: [...counts]
      .map(([name, count]) => ({ name, rows: count }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    vintages: vintages
      .filter(({ vintages: group }) => group.rows.length >= FEWEST_STATEMENTS && group.unit !== '')
      .toSorted((a, b) => b.vintages.rows.length - a.vintages.rows.length)
      .slice(0, VINTAGES_SHOWN),
  };
}

async function train(
  question: TrainingQuestion,
  { run, evidence, options }: InquirySources,
): Promise<Inquired> {
  const prepared = await run();
  const { view } = prepared;
  const { answer, problems } = await answered(prepared, await evidence(), question, options);
  return {
    kind: 'training',
    answer,
    problems,
    models: view.models
      .filter(({ figuresPublished }) => view.history !== 'strict' || figuresPublished <= view.date)
      .map(({ id, name }) => ({ id, name })),
    products: view.products.map(({ id, name }) => ({ id, name })),
  };
}

/** A question that has no answer is told why; anything else is thrown. */
async function answered(
  run: PreparedRun,
  evidence: Evidence,
  question: TrainingQuestion,
  options: EnsembleOptions,
): Promise<{ readonly answer: TrainCostAnswer | null; readonly problems: readonly Problem[] }> {
  try {
    return { answer: await answerTrainCost(run, evidence, question, options), problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { answer: null, problems: error.problems };
  }
}

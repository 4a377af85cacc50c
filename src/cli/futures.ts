import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { aboutRun } from '../answers/run-about.ts';
import { answerFutures } from '../answers/series-futures.ts';
import type { SeriesQuestion } from '../answers/series.ts';
import { translate } from '../show/message.ts';
import type { Context } from './context.ts';
import type { LoadedRun } from './run-options.ts';
import { citationOf, refuseOtherForms, writeNamed } from './written-file.ts';

/** Where every future goes, for commands that hand them out. */
export interface FuturesOptions {
  /** A file whose name ends in .parquet or .csv. */
  readonly futures?: string;
}

/** Adds `--futures` to a command; it takes the place of any other form of the answer. */
export function addFuturesOption(command: Command, { language }: Context): Command {
  const option = new Option('--futures <file>', translate(language, 'series.option.futures'))
    .argParser(parseFile)
    .conflicts(['svg', 'list']);
  return refuseOtherForms(command.addOption(option), 'futures');
}

function parseFile(text: string): string {
  if (!/\.(?:parquet|csv)$/iu.test(text)) throw new InvalidArgumentError('NAME.parquet, NAME.csv');
  return text;
}

/**
 * Draws a series and writes it in every future to a file. The writers of files are loaded only here. Throws what
 * `answerFutures` throws, and `unwritable-file`.
 */
export async function writeFutures(
  file: string,
  question: SeriesQuestion,
  { run, ensemble }: LoadedRun,
  context: Context,
): Promise<void> {
  const futures = await answerFutures(run, question, ensemble);
  context.progress(undefined);
  const { futuresCsv, futuresParquet } = await import('../show/futures-file.ts');
  const citation = citationOf(aboutRun(run, ensemble), context);
  const contents = /\.csv$/iu.test(file)
    ? futuresCsv(futures)
    : futuresParquet(futures, { program: `Chokepoint version ${context.files.version()}`, citation });
  writeNamed(file, contents, context);
}

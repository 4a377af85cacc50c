import { createHash } from 'node:crypto';
import type { BacktestProgress, BacktestQuestion } from '../answers/backtest/backtest.ts';
import { runBacktest } from '../answers/backtest/backtest.ts';
import type { Protocol } from '../answers/backtest/protocol.ts';
import { readProtocol } from '../answers/backtest/protocol.ts';
import { summariseBacktest, summariseSideBySide } from '../answers/backtest/summary.ts';
import type { EnsembleOptions } from '../answers/ensemble.ts';
import type { Evidence } from '../answers/prepare-run.ts';
import type { BacktestAnswer } from '../show/backtest-data.ts';
import type { Files } from './files.ts';

const PROTOCOL = 'backtest-protocol.yaml';

/** The protocol of the package with the hash of its text. Throws `ProblemError`. */
export function readShippedProtocol(files: Files): { readonly protocol: Protocol; readonly hash: string } {
  const text = files.readData(PROTOCOL);
  return {
    protocol: readProtocol(text, PROTOCOL),
    hash: createHash('sha256').update(text).digest('hex'),
  };
}

/** Runs the part of the protocol that the question asks for and sums it up. */
export async function answerBacktest(
  evidence: Evidence,
  { protocol, hash }: ReturnType<typeof readShippedProtocol>,
  question: BacktestQuestion,
  options: EnsembleOptions,
  tell?: (progress: BacktestProgress) => void,
): Promise<BacktestAnswer> {
  const runs = await runBacktest(evidence, protocol, question, options, tell);
  const { draws, seed } = options;
  return {
    protocol,
    hash,
    draws,
    seed,
    calibrated: question.calibrate ?? false,
    runs,
    summaries: summariseBacktest(runs, protocol),
    sideBySide: summariseSideBySide(runs, protocol),
  };
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SCORE_COLUMNS, scoreFields } from '../show/backtest-data.ts';
import { toCsv } from '../show/csv.ts';
import { answerBacktest, readShippedProtocol } from './backtest-run.ts';
import { parseEvidence } from './evidence.ts';
import { readFilesFrom } from './files.ts';

/*
 * `npm run validate`: scores the model by the protocol from scratch and writes what came of it under docs/validation.
 * With `-- --record "why"` the scores are also added to the history, so that every change of the model lists its scores
 * before and after.
 */

const FOLDER = fileURLToPath(new URL('../../docs/validation/', import.meta.url));
/** The history leaves out the ranges of skills, which `scores.csv` holds. */
const kept = SCORE_COLUMNS.map((name) => !/_(low|high)$/u.test(name));
const HISTORY_COLUMNS = ['change', 'protocol', ...SCORE_COLUMNS.filter((_, index) => kept[index])];

const files = readFilesFrom();
const shipped = readShippedProtocol(files);
const { draws, seed } = shipped.protocol;
const started = Date.now();
const answer = await answerBacktest(parseEvidence(files), shipped, {}, { draws, seed }, ({ done, of }) => {
  const seconds = (Date.now() - started) / 1000;
  const left = done === 0 ? '' : `, ${Math.ceil((seconds / done) * (of - done))} s left`;
  process.stderr.write(`backtest: ${done} of ${of} runs${left}\n`);
});

mkdirSync(FOLDER, { recursive: true });
const scores = scoreFields(answer.summaries, shipped.protocol);
writeFileSync(
  `${FOLDER}scores.csv`,
  toCsv(
    ['protocol_sha256', ...SCORE_COLUMNS],
    scores.map((fields) => [shipped.hash, ...fields]),
  ),
);

const why = reasonToRecord(process.argv.slice(2));
if (why !== undefined) {
  const protocol = `${shipped.protocol.version} ${shipped.hash.slice(0, 12)}`;
  const path = `${FOLDER}history.csv`;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : toCsv(HISTORY_COLUMNS, []);
  const [, ...lines] = toCsv(
    HISTORY_COLUMNS,
    scores.map((fields) => [why, protocol, ...fields.filter((_, index) => kept[index])]),
  ).split('\n');
  writeFileSync(path, before + lines.join('\n'));
}

function reasonToRecord(args: readonly string[]): string | undefined {
  const at = args.indexOf('--record');
  return at < 0 ? undefined : (args[at + 1] ?? 'unnamed change');
}

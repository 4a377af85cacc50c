import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BacktestAnswer } from '../show/backtest-data.ts';
import { SCORE_COLUMNS, scoreFields } from '../show/backtest-data.ts';
import { sceneOf } from '../show/charts/chart.ts';
import type { ChartSpec } from '../show/charts/chart-spec.ts';
import { LIGHT_THEME } from '../show/charts/chart-theme.ts';
import { renderSvg } from '../show/charts/svg.ts';
import { toCsv } from '../show/csv.ts';
import type { Language } from '../show/language.ts';
import type { KeptScore } from '../show/validation/score-history.ts';
import { outcomesChart, placesChart } from '../show/validation/validation-charts.ts';
import { validationReport } from '../show/validation/validation-report.ts';
import { answerBacktest, readShippedProtocol } from './backtest-run.ts';
import { parseEvidence } from './evidence.ts';
import { readFilesFrom } from './files.ts';
import { ScoreHistory } from './score-history-file.ts';
import { timedProgress } from './timed-progress.ts';
import { calibrationPart } from './validation-calibration.ts';
import { sensitivityPart } from './validation-sensitivity.ts';

/*
 * `npm run validate`: scores the model by the protocol from scratch and writes the report, its pictures and the scores
 * under docs. With `-- --record "why"` the scores are also added to the history, so that every change of the model lists
 * its scores before and after.
 */

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const FOLDER = `${DOCS}validation/`;
const HISTORY = `${FOLDER}history.csv`;
const LANGUAGES: readonly Language[] = ['en', 'ja'];
const CITATION = 'Chokepoint validation report. Made again by: npm run validate';
const WIDTH = 760;

const files = readFilesFrom();
const shipped = readShippedProtocol(files);
const { draws, seed, horizons } = shipped.protocol;
const evidence = parseEvidence(files);
const scoring = progressOf('scores');
const backtest = await answerBacktest(evidence, shipped, {}, { draws, seed }, ({ done, of }) =>
  scoring(done, of),
);
const sensitivity = await sensitivityPart(files, evidence, progressOf('sensitivity'));
const calibration = await calibrationPart(evidence, shipped, { draws, seed }, progressOf('calibration'));
const scores = scoreFields(backtest.summaries, { horizons });

mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  `${FOLDER}scores.csv`,
  toCsv(
    ['protocol_sha256', ...SCORE_COLUMNS],
    scores.map((fields) => [shipped.hash, ...fields]),
  ),
);
const kept = new ScoreHistory(existsSync(HISTORY) ? readFileSync(HISTORY, 'utf8') : undefined, HISTORY);
const why = reasonToRecord(process.argv.slice(2));
if (kept.isLast(scores)) process.stderr.write('scores are those kept last\n');
else if (why === undefined) process.stderr.write('scores moved: keep them with -- --record "why"\n');
else writeFileSync(HISTORY, kept.with(why, shipped, scores));
const history = kept.scores();
for (const language of LANGUAGES) writeReport(backtest, history, language);

/** Whole tenths of the work with the time left, on stderr. */
function progressOf(part: string): (done: number, all: number) => void {
  let told = -1;
  return timedProgress((now) => {
    const tenth = now === undefined ? 10 : Math.floor(now.percent / 10);
    if (tenth === told) return;
    told = tenth;
    process.stderr.write(`${part}: ${tenth * 10}%${now === undefined ? '' : `, ${now.left} s left`}\n`);
  });
}

function reasonToRecord(args: readonly string[]): string | undefined {
  const at = args.indexOf('--record');
  return at < 0 ? undefined : (args[at + 1] ?? 'unnamed change');
}

function writeReport(answer: BacktestAnswer, changes: readonly KeptScore[], language: Language): void {
  const suffix = language === 'en' ? '' : `.${language}`;
  const draw = (name: string, spec: ChartSpec | undefined): Record<string, string> => {
    if (spec === undefined) return {};
    const svg = renderSvg(sceneOf(spec, { width: WIDTH, language }), {
      theme: LIGHT_THEME,
      citation: CITATION,
      standalone: true,
    });
    const path = `validation/${name}${suffix}.svg`;
    writeFileSync(DOCS + path, svg);
    return { [name]: path };
  };
  const pictures = {
    ...draw('places', placesChart(answer, language)),
    ...draw('outcomes', outcomesChart(answer, language)),
  };
  const links = {
    protocol: '../data/backtest-protocol.yaml',
    history: 'validation/history.csv',
    scores: 'validation/scores.csv',
  };
  writeFileSync(
    `${DOCS}validation${suffix}.md`,
    validationReport({ backtest: answer, history: changes, links, pictures }, language, [
      calibration,
      sensitivity,
    ]),
  );
}

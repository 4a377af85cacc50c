import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { answerClaims } from '../answers/claims.ts';
import type { EmittedFiles, PageManifest } from '../answers/emitted-files.ts';
import { askFirstScreen } from '../answers/first-screen.ts';
import { EARLIEST_DAY } from '../beliefs/beliefs.ts';
import { readProtocol } from '../answers/backtest/protocol.ts';
import { lastDay } from '../register/index.ts';
import { readClaimMeasures } from './claim-measures.ts';
import { readScenario } from './dated-scenario.ts';
import { evidenceTexts, parseEvidence } from './evidence.ts';
import { readFilesFrom } from './files.ts';
import { emittedRun, writeRun } from './write-run.ts';

/*
 * Before the page is bundled: forms the beliefs of its days, compiles the kernels of its first screen in both
 * precisions, reads the scenarios, judges the statements of the article, which no lever changes, and leaves all of it
 * beside the program as files that a page can load, with the documents that it shows.
 */

/** Scenarios whose days the page starts from at once; any other day is formed where it is asked for. */
const SCENARIOS = ['latest', 'february-2025'];
/** Documents that are generated and kept true by tests. */
const DOCUMENTS = ['model.md', 'model.ja.md', 'validation.md', 'validation.ja.md'];
const DOCS = new URL('../../docs/', import.meta.url);
/** As `chokepoint claims` draws by itself. */
const CLAIM_FUTURES = { draws: 256, seed: 1 };
const PROTOCOL = 'backtest-protocol.yaml';
const PAGE_DATA = new URL('../page/data/', import.meta.url);

const files = readFilesFrom();
const evidence = parseEvidence(files);
rmSync(PAGE_DATA, { recursive: true, force: true });
mkdirSync(PAGE_DATA, { recursive: true });

const runs: EmittedFiles[] = [];
for (const name of SCENARIOS) {
  const emitted = emittedRun(name, files, evidence);
  const { run } = emitted;
  await askFirstScreen(run);
  runs.push(writeRun(emitted, write));
}
const texts = evidenceTexts(files);
for (const [name, text] of Object.entries(texts)) write(name, text);
const scenarios = files.scenarioNames().map((name) => {
  const { scenario, day } = readScenario(name, files, evidence);
  return { scenario, day };
});
const { dates } = readProtocol(files.readData(PROTOCOL), PROTOCOL);
const scored = dates.filter(({ histories }) => histories.includes('strict'));
const manifest: PageManifest = {
  version: files.version(),
  lastPublished: lastDay(evidence.register),
  earliestDay: EARLIEST_DAY,
  days: [...new Set([...scenarios, ...scored].map(({ day }) => day))].sort().reverse(),
  runs,
  scenarios,
  texts: Object.keys(texts),
};
const measures = readClaimMeasures(files, evidence);
const judged = await answerClaims(evidence.register, measures, {}, CLAIM_FUTURES);
// Rows that bear on a statement are found again among the sources.
const claims = judged.claims.map((claim) => ({ ...claim, evidence: [], products: [], models: [] }));
write('claims.json', JSON.stringify({ ...judged, claims }));
for (const name of DOCUMENTS) copyFileSync(new URL(name, DOCS), new URL(name, PAGE_DATA));
write('manifest.json', JSON.stringify(manifest));

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, PAGE_DATA), content);
}

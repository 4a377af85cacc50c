import { answerForecast } from '../src/answers/forecast.ts';
import { prepareRun } from '../src/answers/prepare-run.ts';
import { readScenario } from '../src/cli/dated-scenario.ts';
import { readEvidence } from '../src/cli/evidence.ts';
import { readFilesFrom } from '../src/cli/files.ts';
import { DEFAULT_DRAWS } from '../src/cli/run-options.ts';
import { renderForecast } from '../src/show/forecast-view.ts';
import type { Language } from '../src/show/language.ts';
import { LANGUAGES } from './transcripts.ts';
import { drawTerminal } from './terminal-picture.ts';

/** Sections of the first screen that the picture shows: the answer in words, the fan, what binds. */
const SECTIONS = 5;

/** `docs/forecast.svg` and `docs/forecast.ja.svg`: the first screen of what `npm start` prints, in colour on a light ground. */
export async function drawForecast(): Promise<Map<Language, string>> {
  const files = readFilesFrom();
  const evidence = readEvidence(files);
  const { scenario, day } = readScenario('latest', files, evidence);
  const run = prepareRun(evidence, scenario, day);
  const answer = await answerForecast(run, { draws: DEFAULT_DRAWS, seed: 1 });
  return new Map(
    LANGUAGES.map((language) => {
      const text = renderForecast(answer, { language, width: 100, colour: true, background: 'light' });
      const screen = text.split('\n\n').slice(0, SECTIONS).join('\n\n');
      const title =
        language === 'ja' ? 'chokepoint forecast の最初の画面' : 'First screen of chokepoint forecast';
      return [language, drawTerminal(['$ npm start', ...screen.split('\n')], title)];
    }),
  );
}

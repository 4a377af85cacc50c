import type { Check, CheckFindings, CheckName, CheckOf, Checkup, CheckState } from '../answers/checkup.ts';
import type { CsvField } from './csv.ts';
import { renderHead } from './head.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import { describeProblem } from './problem-text.ts';
import type { Screen } from './screen.ts';
import { renderTable } from './table.ts';
import type { Tone } from './theme.ts';

export const CHECKUP_COLUMNS = ['check', 'state', 'found'];

const TONES: Readonly<Record<CheckState, Tone>> = { well: 'secondary', slower: 'strong', wrong: 'problem' };

/** Whether a machine runs Chokepoint as it should: the verdict, then every check with what it found. */
export function renderCheckup({ version, state, checks }: Checkup, screen: Screen): string {
  const { language } = screen;
  const table = renderTable(
    {
      columns: [
        { title: translate(language, 'doctor.column.check') },
        { title: translate(language, 'doctor.column.state') },
        { title: translate(language, 'doctor.column.found'), wraps: true, minimum: 30 },
      ],
      groups: [
        {
          rows: checks.map((check) => [
            translate(language, `doctor.check.${check.name}`),
            { text: translate(language, `doctor.state.${check.state}`), tone: TONES[check.state] },
            checkText(check, language),
          ]),
        },
      ],
    },
    screen,
  );
  return [renderHead(translate(language, `doctor.head.${state}`, { version }), screen), '', table].join('\n');
}

export function checkupFields({ checks }: Checkup, language: Language): CsvField[][] {
  return checks.map((check) => [check.name, check.state, checkText(check, language)]);
}

/** What a check found, then each of its problems on a line of its own. */
function checkText(check: Check, language: Language): string {
  const problems = check.problems.map((problem) => {
    const { place } = problem;
    const where = place
      ? [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
      : '';
    return [where, describeProblem(problem, language)].filter((part) => part !== '').join('  ');
  });
  return [foundText(check, language), ...problems].join('\n');
}

function foundText<Name extends CheckName>({ name, found }: CheckOf<Name>, language: Language): string {
  return FOUND_TEXTS[name](found, language);
}

const FOUND_TEXTS: {
  readonly [Name in CheckName]: (found: CheckFindings[Name], language: Language) => string;
} = {
  machine: ({ memory, ...found }, language) =>
    translate(language, 'doctor.machine', { ...found, gigabytes: formatNumber(memory / 1e9) }),
  vectors: ({ backend }, language) => translate(language, `doctor.vectors.${backend}`),
  build: ({ made }, language) => translate(language, `doctor.build.${made}`),
  figures: (found, language) => {
    if (found === null) return translate(language, 'doctor.figures.wrong');
    const [rows, assumptions] = [formatNumber(found.rows), formatNumber(found.assumptions)];
    return translate(language, 'doctor.figures', { rows, assumptions });
  },
  scenarios: (found, language) => translate(language, 'doctor.scenarios', found),
  backends: ({ draws, compared, same }, language) => {
    if (!compared) return translate(language, 'doctor.backends.alone');
    return translate(language, same ? 'doctor.backends.same' : 'doctor.backends.differ', { draws });
  },
  workers: ({ draws, threads, same, milliseconds }, language) => {
    const told = { draws: formatNumber(draws), threads };
    if (!same) return translate(language, 'doctor.workers.differ', told);
    return translate(language, 'doctor.workers.same', {
      ...told,
      seconds: formatNumber(milliseconds / 1000),
    });
  },
};

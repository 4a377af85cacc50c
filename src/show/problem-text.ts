import type { Place, Problem } from '../problem/problem.ts';
import type { Language } from './language.ts';
import { problemFrameEn, problemTermsEn, problemsEn } from './messages/problems-en.ts';
import { problemFrameJa, problemTermsJa, problemsJa } from './messages/problems-ja.ts';
import type { ProblemFrame, ProblemWording } from './messages/problem-wording.ts';
import type { Screen } from './screen.ts';
import { themeOf } from './theme.ts';

interface Wordings {
  readonly frame: ProblemFrame;
  readonly terms: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, ProblemWording>>;
}

const WORDINGS: Readonly<Record<Language, Wordings>> = {
  en: { frame: problemFrameEn, terms: problemTermsEn, problems: problemsEn },
  ja: { frame: problemFrameJa, terms: problemTermsJa, problems: problemsJa },
};

/** Codes with a text; a test holds them against the codes that the rooms give. */
export const PROBLEM_CODES: readonly string[] = Object.keys(problemsEn);

/**
 * A problem in words: `file:line:column  what; expected …; found …; did you mean …?; what to do`.
 * A code without a text shows the problem's data instead.
 */
export function problemText(problem: Problem, language: Language): string {
  const where = placeText(problem.place);
  return `${where}${where === '' ? '' : '  '}${describeProblem(problem, language)}`;
}

/** The same without the place. */
export function describeProblem(problem: Problem, language: Language): string {
  const { frame, terms, problems } = WORDINGS[language];
  const wording = problems[problem.code];
  if (wording === undefined) return rawText(problem);
  const params = new Map<string, string>();
  for (const [name, value] of Object.entries(problem.params)) {
    // The nearest name is one to type, even where it is also a phrase.
    const term = name === 'nearest' ? String(value) : (terms[String(value)] ?? String(value));
    params.set(name, name === 'found' || name === 'nearest' ? quoted(value, term, frame) : term);
  }
  const fill = (pattern: string): string => fillPattern(pattern, params);
  const told = new Set(namesIn(wording.what));
  // The nearest name is remedy enough.
  const remedy = params.get('nearest') && !told.has('nearest') ? undefined : wording.remedy;
  if (remedy !== undefined) for (const name of namesIn(remedy)) told.add(name);
  const parts = [fill(wording.what)];
  for (const name of ['expected', 'found', 'nearest'] as const) {
    if (params.get(name) && !told.has(name)) parts.push(fill(frame[name]));
  }
  if (remedy !== undefined) parts.push(fill(remedy));
  const equation = params.has('equation') && !told.has('equation') ? fill(frame.equation) : '';
  return closeUp(equation + joinParts(parts, frame));
}

/** Japanese sets no space between its own characters, which filling a pattern may leave. */
function closeUp(text: string): string {
  return text.replaceAll(/([\u3000-\u9FFF\uFF00-\uFFEF]) (?=[\u3000-\u9FFF\uFF00-\uFFEF])/gu, '$1');
}

/** `file:line:column`, as far as it is known. */
export function placeText(place: Place | undefined): string {
  if (place === undefined) return '';
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/**
 * Every problem, each with the line it stands in and a mark below its column where the text of the file is given, for
 * example by reading it again. No newline at the end.
 */
export function renderProblems(
  problems: readonly Problem[],
  screen: Screen,
  sources: Readonly<Record<string, string>> = {},
): string {
  const theme = themeOf(screen);
  const blocks = inOrderOfPlace(problems).map((problem) => {
    const where = placeText(problem.place);
    const head = where === '' ? '' : `${theme.tone('strong', where)}  `;
    return [
      head + describeProblem(problem, screen.language),
      ...excerpt(problem.place, sources, screen),
    ].join('\n');
  });
  return blocks.join('\n');
}

/** Files in the order in which they come up, and within a file from top to bottom. */
export function inOrderOfPlace(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map(({ place }) => place?.file))];
  return [...problems].sort(
    ({ place: a }, { place: b }) =>
      files.indexOf(a?.file) - files.indexOf(b?.file) ||
      (a?.line ?? 0) - (b?.line ?? 0) ||
      (a?.column ?? 0) - (b?.column ?? 0),
  );
}

const EXCERPT_WIDTH = 100;

function excerpt(
  place: Place | undefined,
  sources: Readonly<Record<string, string>>,
  screen: Screen,
): string[] {
  if (place?.line === undefined) return [];
  const line = sources[place.file]?.split(/\r?\n/u)[place.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const theme = themeOf(screen);
  const column = Math.max(1, place.column ?? 1);
  // A long line is shown from a little before the place.
  const from = column > EXCERPT_WIDTH - 20 ? column - 40 : 0;
  const visible = line.slice(from, from + Math.min(EXCERPT_WIDTH, Math.max(20, screen.width - 9)));
  const number = String(place.line).padStart(5);
  const margin = `${' '.repeat(5)} │ ${' '.repeat(Math.max(0, column - 1 - from))}`;
  return [
    theme.tone('secondary', `${number} │ ${visible}`),
    theme.tone('secondary', margin) + theme.tone('problem', '^'),
  ];
}

function rawText(problem: Problem): string {
  const data = Object.entries(problem.params).map(([name, value]) => `${name} = ${value}`);
  return data.length === 0 ? problem.code : `${problem.code} (${data.join(', ')})`;
}

function quoted(value: string | number, term: string, frame: ProblemFrame): string {
  if (typeof value === 'number' || term !== value || /^[-+]?[\d.,]+$/u.test(value)) return term;
  return frame.quote[0] + term + frame.quote[1];
}

function namesIn(pattern: string): string[] {
  return [...pattern.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '');
}

/** Fills `{name}`, and leaves out each `[…]` that names a missing parameter. */
function fillPattern(pattern: string, params: ReadonlyMap<string, string>): string {
  return pattern
    .replace(/\[([^\]]*)\]/gu, (_, part: string) =>
      namesIn(part).every((name) => params.has(name)) ? part : '',
    )
    .replace(/\{(\w+)\}/gu, (_, name: string) => params.get(name) ?? '?');
}

/** Parts end in their own question mark, or are parted by the language's separator. */
function joinParts(parts: readonly string[], frame: ProblemFrame): string {
  return parts.reduce(
    (text, part) => text + (/[??]$/u.test(text) && frame.between === '。' ? '' : frame.between) + part,
  );
}

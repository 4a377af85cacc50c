import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem/problem.ts';
import { problemTermsJa, problemsJa } from './messages/problems-ja.ts';
import { problemsEn } from './messages/problems-en.ts';
import type { ProblemWording } from './messages/problem-wording.ts';
import { PROBLEM_CODES, problemText, renderProblems } from './problem-text.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^show[\\/]/u.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));

/** Where the rooms write a problem's code: as a property, as an argument, or chosen between two. */
const PLACES_OF_CODES = [
  /\bcode: ([^,;{}]*)/gu,
  /\bconst code = ([^;]*);/gu,
  /(?:[pP]roblem|report)\(\s*('[^']*')/gu,
  /\bcomplain\(\s*('[^']*')/gu,
  /\boneOf\([^)]*, ('[^']*')\)/gu,
];

/** Why the register cannot use a row is a code as well; elsewhere a reason is the answer's own word. */
const ROW_REASON = /\breason: ('[a-z-]+')/gu;

function codesInSources(): string[] {
  const found = new Set<string>();
  for (const { file, text } of sources) {
    for (const pattern of /^register[\\/]/u.test(file) ? [...PLACES_OF_CODES, ROW_REASON] : PLACES_OF_CODES) {
      for (const [, expression = ''] of text.matchAll(pattern)) {
        // In `state === 'format' ? 'a' : 'b'` only the outcomes are codes.
        const outcomes = expression.replaceAll(/[=!]== '[^']*'/gu, '');
        for (const [, code = ''] of outcomes.matchAll(/'([a-z][a-z0-9-]*)'/gu)) found.add(code);
      }
    }
  }
  return [...found].sort();
}

describe('catalogues', () => {
  it('have a text for every code in the sources', () => {
    expect(codesInSources().length).toBeGreaterThan(40);
    expect(codesInSources().filter((code) => !PROBLEM_CODES.includes(code))).toEqual([]);
  });

  it('say the same in both languages', () => {
    expect(Object.keys(problemsJa).sort()).toEqual(Object.keys(problemsEn).sort());
    const english: Readonly<Record<string, ProblemWording>> = problemsEn;
    for (const [code, japanese] of Object.entries(problemsJa)) {
      expect([code, namesIn(japanese)]).toEqual([code, namesIn(english[code])]);
    }
  });

  it('translate every fixed phrase of what was expected', () => {
    const phrases = sources.flatMap(({ text }) =>
      [...text.matchAll(/\bexpected: '([^']*)'/gu)].map((match) => match[1] ?? ''),
    );
    // Names, formats and conditions need no translation; words beside words do.
    const plain = /[<≤=>]|^[^ ]*$|^[\w-]+(, [\w-]+)+$/u;
    expect(phrases.filter((phrase) => !plain.test(phrase) && problemTermsJa[phrase] === undefined)).toEqual(
      [],
    );
  });
});

function namesIn(wording: ProblemWording | undefined): string[] {
  const text = `${wording?.what ?? ''} ${wording?.remedy ?? ''}`;
  return [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? ''))].sort();
}

describe('problemText', () => {
  const lever: Problem = {
    code: 'unknown-lever',
    place: { file: 'plans/mine.yaml', line: 7, column: 3 },
    params: { expected: 'lever', found: 'packging.total', nearest: 'packaging.total' },
  };

  it('says where, what, what was expected, found and probably meant', () => {
    expect(problemText(lever, 'en')).toBe(
      'plans/mine.yaml:7:3  no lever is called “packging.total”; did you mean “packaging.total”?',
    );
    expect(problemText(lever, 'ja')).toBe(
      'plans/mine.yaml:7:3  「packging.total」というレバーはありません。「packaging.total」のことですか?',
    );
  });

  it('adds the remedy, and leaves out what it does not know', () => {
    const params = { name: 'capex', expected: '1e12 USD', found: '9e99' };
    expect(problemText({ code: 'above-maximum', params }, 'en')).toBe(
      'capex is too large; found “9e99”; it ends at 1e12 USD',
    );
    expect(
      problemText({ code: 'not-finite', params: { found: 'NaN', expected: 'a finite number' } }, 'ja'),
    ).toBe('有限の数ではありません。正しくは有限の数。実際は「NaN」');
  });

  it('names the equation of a model error', () => {
    const params = { equation: 'wafer starts', operation: 'plus', expected: 'wafer/month', found: 'wafer' };
    expect(problemText({ code: 'unit-mismatch', params }, 'en')).toBe(
      'in the equation of wafer starts: the units of plus do not agree; expected wafer/month; found “wafer”',
    );
  });

  it('shows the data of a code without a text', () => {
    expect(problemText({ code: 'brand-new', params: { found: 3 } }, 'ja')).toBe('brand-new (found = 3)');
  });

  it('shows the line with a mark below the column', () => {
    const text = renderProblems(
      [lever],
      { language: 'en', width: 80, colour: false },
      {
        'plans/mine.yaml': 'a\nb\nc\nd\ne\nset:\n  packging.total: 3\n',
      },
    );
    expect(text.split('\n').slice(1)).toEqual(['    7 │   packging.total: 3', '      │   ^']);
  });
});

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, TRANSCRIPTS, transcriptOf } from './transcripts.ts';

/*
 * `npm run docs` writes these files anew, and with them what the README quotes. Look at the difference before you
 * commit it: a number that moved belongs into CHANGELOG.md.
 */
const folder = fileURLToPath(new URL('../docs/transcripts/', import.meta.url));

describe.each(Object.entries(TRANSCRIPTS))('transcript %s', (name, line) => {
  it.each(LANGUAGES)('in %s', async (language) => {
    await expect(await transcriptOf(line, language)).toMatchFileSnapshot(`${folder}${name}.${language}.txt`);
  });
});

it('keeps no transcript of a command that is gone', () => {
  const expected = Object.keys(TRANSCRIPTS).flatMap((name) =>
    LANGUAGES.map((language) => `${name}.${language}.txt`),
  );
  expect(readdirSync(folder).filter((name) => name.endsWith('.txt'))).toEqual(expected.sort());
});

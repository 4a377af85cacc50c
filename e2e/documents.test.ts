import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawForecast } from './forecast-picture.ts';
import { leverPage } from './lever-page.ts';
import { modelPage } from './model-page.ts';
import { linksOf, quoteAnew } from './quotations.ts';
import { LANGUAGES } from './transcripts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

describe.each(['README.md', 'README.ja.md', 'CHANGELOG.md'])('%s', (file) => {
  it('quotes what the program prints', async () => {
    const quoted = quoteAnew(read(file), (name) => read(`docs/transcripts/${name}`));
    await expect(quoted).toMatchFileSnapshot(root + file);
  });
});

it.each(['README.md', 'README.ja.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/README.md'])(
  '%s links to files that exist',
  (file) => {
    const folder = file.replace(/[^/]*$/u, '');
    expect(linksOf(read(file)).filter((link) => !existsSync(root + folder + link))).toEqual([]);
  },
);

it('draws the first screen', async () => {
  for (const [language, picture] of await drawForecast()) {
    const suffix = language === 'en' ? '' : `.${language}`;
    await expect(picture).toMatchFileSnapshot(`${root}docs/forecast${suffix}.svg`);
  }
});

it.each(LANGUAGES)('lists all levers in %s', async (language) => {
  const suffix = language === 'en' ? '' : `.${language}`;
  await expect(leverPage(language)).toMatchFileSnapshot(`${root}docs/levers${suffix}.md`);
});

it.each(LANGUAGES)('writes down the whole model in %s', async (language) => {
  const suffix = language === 'en' ? '' : `.${language}`;
  await expect(modelPage(language)).toMatchFileSnapshot(`${root}docs/model${suffix}.md`);
});

it('says it where a quotation has lost its source', () => {
  const document = '<!-- quote a.txt: Two -->\nold\n<!-- end of quote -->';
  expect(quoteAnew(document, () => 'One\n\nTwo 2\n3\n')).toBe(
    '<!-- quote a.txt: Two -->\n```text\nTwo 2\n3\n```\n<!-- end of quote -->',
  );
  expect(() => quoteAnew(document, () => 'One\n')).toThrow('a.txt has no paragraph Two');
});

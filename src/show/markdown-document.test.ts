import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksOf, inlinePieces, sectionsOf } from './markdown-document.ts';

const TEXT = `# Title

Opening with \`code\` and a [link](#there).

<a id="x"></a>

## First

- one
- two

### Part

\`\`\`text
a = b
c | d
\`\`\`

| Name | Value |
| --- | ---: |
| a \\| b | 1 |

![picture](x.svg)
`;

describe('blocksOf', () => {
  it('reads what generated documents hold, and leaves out pictures and anchors', () => {
    expect(blocksOf(TEXT)).toEqual([
      { kind: 'heading', level: 1, text: 'Title' },
      { kind: 'paragraph', text: 'Opening with `code` and a [link](#there).' },
      { kind: 'heading', level: 2, text: 'First' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'heading', level: 3, text: 'Part' },
      { kind: 'code', text: 'a = b\nc | d' },
      { kind: 'table', header: ['Name', 'Value'], numeric: [false, true], rows: [['a | b', '1']] },
    ]);
  });

  it('loses no equation of the model', () => {
    const text = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');
    const fences = text.split('\n').filter((line) => line.startsWith('```')).length / 2;
    const codes = sectionsOf(text).sections.flatMap(({ parts }) =>
      parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'code')),
    );
    expect(codes).toHaveLength(fences);
    expect(fences).toBeGreaterThan(100);
  });
});

describe('sectionsOf', () => {
  it('parts a document by its headings', () => {
    const { title, opening, sections } = sectionsOf(TEXT);
    expect(title).toBe('Title');
    expect(opening).toHaveLength(1);
    expect(sections.map(({ heading, parts }) => [heading, parts.length])).toEqual([['First', 2]]);
    expect(sections[0]?.parts[1]?.text).toContain('a = b');
  });
});

it('inlinePieces tells code from words, and words of links from where they lead', () => {
  expect(inlinePieces('See [here](#x), `a[b]`.')).toEqual([
    { text: 'See here, ', isCode: false },
    { text: 'a[b]', isCode: true },
    { text: '.', isCode: false },
  ]);
});
